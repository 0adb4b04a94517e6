"""The commands whose output must stay, on the guides of this repository and on the real ones."""

from itertools import product
from typing import NamedTuple

LINT = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
DIFF = ("text", "json", "markdown")
MERGE = ("text", "json", "markdown")
INDEX = ("json", "markdown", "mkdocs", "fumadocs", "mdbook")
DUPLICATES = ("text", "json")

OWN_VERSIONS = "guides/versions/core.md guides/versions/extended.md guides/versions/index.md"
OWN_PAIRS = {
    "core-extended": "guides/versions/core.md guides/versions/extended.md",
    "extended-index": "guides/versions/extended.md guides/versions/index.md",
    "index-merged": "guides/versions/index.md guides/curriculum.md",
}
REAL_NAMES = ("000", "001", "002", "003", "004")
REAL_OLDEST_FIRST = "guides/002.md guides/004.md guides/000.md guides/001.md guides/003.md"
REAL_PAIRS = (
    ("001", "003"), ("000", "003"), ("000", "004"), ("002", "000"), ("003", "004"), ("002", "004")
)  # fmt: skip


class Case(NamedTuple):
    """A command line without `curriculum`, the files it writes, and the schema of its JSON."""

    name: str
    command: str
    writes: tuple[str, ...] = ()
    schema: str | None = None


def _formats(name: str, command: str, formats: tuple[str, ...], schema: str) -> list[Case]:
    """Return a case for each output format of a command; the JSON follows the schema."""
    return [
        Case(
            f"{name}-{each}",
            f"{command} --output-format {each}",
            schema=schema if each == "json" else None,
        )
        for each in formats
    ]


def _merges(versions: str) -> list[Case]:
    """Return a merge with each form of report, in declared order and in none."""
    out = ("out.md", "out.lock.json")
    return [
        Case(
            f"merge{order}-{each}".replace("--", "-"),
            f"merge {versions} -o out.md{order and ' ' + order} --output-format {each}",
            out if each == "json" else (),
            "merge" if each == "json" else None,
        )
        for order, each in product(("", "--oldest-first"), MERGE)
    ]


OWN = (
    *_formats("lint", "lint", LINT, "lint"),
    Case("lint-verbose", "lint -v"),
    Case("lint-quiet", "lint -q"),
    Case("lint-statistics", "lint --statistics"),
    Case("lint-colour", "lint --color always guides/versions/core.md"),
    Case("lint-narrow-selection", "lint --select numbering,questions --output-format concise"),
    Case(
        "lint-everything",
        "lint --select ALL,mixed-quotes,similar-title,orphan-notes,untidy-notes-path -q",
    ),
    Case("lint-baseline", "lint --baseline .curriculum-baseline.json"),
    Case("lint-against", "lint --against guides/versions/core.md guides/versions/index.md"),
    Case("lint-fixes", "lint --diff"),
    Case("lint-unsafe-fixes", "lint --diff --unsafe-fixes"),
    Case("lint-config", "lint --show-config"),
    Case("lint-files", "lint --show-files"),
    Case("parse-core", "parse guides/versions/core.md", schema="guide"),
    Case("parse-merged", "parse guides/curriculum.md", schema="guide"),
    Case("duplicates", "duplicates"),
    *_formats("duplicates-versions", "duplicates guides/versions", DUPLICATES, "duplicates"),
    *(
        case
        for name, pair in OWN_PAIRS.items()
        for case in _formats(f"diff-{name}", f"diff {pair}", DIFF, "diff")
    ),
    Case("merge-check", "merge --check --strict"),
    *_merges(OWN_VERSIONS),
    *_formats("index", "index", INDEX, "index"),
    Case("index-versions-json", f"index {OWN_VERSIONS} --output-format json", schema="index"),
    Case("rules", "rules"),
    Case("rules-one", "rules duplicate-number"),
    Case("rules-group", "rules notes"),
)

REAL = (
    *_formats("lint", "lint", LINT, "lint"),
    Case("lint-verbose", "lint -v"),
    Case("lint-statistics", "lint --statistics"),
    Case("lint-against", "lint --against guides/003.md guides/004.md"),
    Case("lint-fixes", "lint --diff"),
    Case("lint-unsafe-fixes", "lint --diff --unsafe-fixes"),
    *(Case(f"parse-{name}", f"parse guides/{name}.md", schema="guide") for name in REAL_NAMES),
    *_formats("duplicates", "duplicates", DUPLICATES, "duplicates"),
    *(
        Case(
            f"diff-{a}-{b}-json",
            f"diff guides/{a}.md guides/{b}.md --output-format json",
            (),
            "diff",
        )
        for a, b in REAL_PAIRS
    ),
    *(
        Case(f"diff-{a}-{b}-{each}", f"diff guides/{a}.md guides/{b}.md -v --output-format {each}")
        for (a, b), each in product(REAL_PAIRS[:2], ("text", "markdown"))
    ),
    *_merges(REAL_OLDEST_FIRST),
    *_formats("index", f"index {REAL_OLDEST_FIRST} --oldest-first", INDEX, "index"),
    Case("index-one-json", "index guides/003.md --output-format json", schema="index"),
    Case("init", "init", ("curriculum.toml",)),
)
