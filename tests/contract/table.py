"""The commands whose output must stay, on the guides of this repository and on the real ones."""

from typing import NamedTuple

LINT = ("text", "concise", "json", "sarif", "github", "gitlab", "junit", "rdjson", "markdown")
REPORT = ("text", "json", "markdown")
DUPLICATES = ("text", "json")
INDEX = ("json", "markdown")
NAVIGATION = ("mkdocs", "fumadocs", "mdbook")
EVERY_RULE = "ALL,mixed-quotes,similar-title,orphan-notes,untidy-notes-path"

OWN_VERSIONS = "guides/versions/core.md guides/versions/extended.md guides/versions/index.md"
OWN_PAIRS = {
    "core-extended": "guides/versions/core.md guides/versions/extended.md",
    "extended-index": "guides/versions/extended.md guides/versions/index.md",
    "index-merged": "guides/versions/index.md guides/curriculum.md",
}
NO_MODES = "0000000 100644"
REAL_NAMES = ("000", "001", "002", "003", "004")
REAL_OLDEST_FIRST = "guides/002.md guides/004.md guides/000.md guides/001.md guides/003.md"
REAL_PAIRS = ("001-003", "000-003", "000-004", "002-000", "003-004", "002-004")


class Case(NamedTuple):
    """A command line without `curriculum`, what it writes to look at, and its JSON's schema."""

    name: str
    command: str
    writes: tuple[str, ...] = ()
    schema: str | None = None
    is_slow: bool = False  # and says little that no other case says


def _formats(
    name: str, command: str, formats: tuple[str, ...], schema: str | None = None
) -> list[Case]:
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
    command = f"merge {versions} -o out.md"
    return [
        case._replace(
            writes=("out.md", "out.lock.json") if case.schema else (),
            is_slow=case.name != "merge-oldest-first-text",
        )
        for case in (
            *_formats("merge", command, REPORT, "merge"),
            *_formats("merge-oldest-first", f"{command} --oldest-first", REPORT, "merge"),
        )
    ]


OWN = (
    *_formats("lint", "lint", LINT, "lint"),
    Case("lint-verbose", "lint -v"),
    Case("lint-quiet", "lint -q"),
    Case("lint-statistics", "lint --statistics"),
    Case("lint-colour", "lint --color always guides/versions/core.md"),
    Case("lint-narrow-selection", "lint --select numbering,questions --output-format concise"),
    Case("lint-everything", f"lint --select {EVERY_RULE} -q"),
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
        for case in _formats(f"diff-{name}", f"diff {pair}", REPORT, "diff")
    ),
    Case("renumber-diff", "renumber guides/versions --diff"),
    Case(
        "renumber-json", "renumber guides/versions --diff --output-format json", schema="renumber"
    ),
    Case("report", "report --output-format json", schema="report", is_slow=True),
    Case("merge-check", "merge --check --strict", is_slow=True),
    *_merges(OWN_VERSIONS),
    *(case._replace(is_slow=True) for case in _formats("index", "index", INDEX, "index")),
    *_formats("index-merged", "index guides/curriculum.md", (*INDEX, *NAVIGATION), "index"),
    Case("rules", "rules"),
    Case("rules-one", "rules duplicate-number"),
    Case("rules-group", "rules notes"),
)

IN_GIT = (
    *_formats("git-history-topic", "history 2.5", DUPLICATES, "history"),
    Case("git-history-question", "history blocking"),
    Case("git-history-dropped", "history CSRF"),
    *_formats("git-collisions", "collisions --into main~2 one two", REPORT, "collisions"),
    Case("git-textconv", "git-textconv guide.md"),
    Case("git-diff-driver", f"git-diff-driver guide.md other.md {NO_MODES} guide.md {NO_MODES}"),
    Case("git-setup-check", "setup-git --check"),
)


def _real_diff(before: str, after: str) -> str:
    return f"diff guides/{before}.md guides/{after}.md -v"


REAL = (
    *_formats("lint", "lint", LINT, "lint"),
    Case("lint-verbose", "lint -v"),
    Case("lint-statistics", "lint --statistics"),
    Case("lint-against", "lint --against guides/003.md guides/004.md"),
    Case("lint-fixes", "lint --diff", is_slow=True),
    Case("lint-unsafe-fixes", "lint --diff --unsafe-fixes", is_slow=True),
    *(Case(f"parse-{name}", f"parse guides/{name}.md", schema="guide") for name in REAL_NAMES),
    *(
        case._replace(is_slow=case.schema is None)
        for case in _formats("duplicates", "duplicates", DUPLICATES, "duplicates")
    ),
    *(
        case._replace(is_slow=name not in ("001-003", "002-000"))
        for name in REAL_PAIRS
        for case in _formats(f"diff-{name}", _real_diff(*name.split("-")), REPORT, "diff")
    ),
    *(
        case._replace(is_slow=True)
        for case in (
            *_merges(REAL_OLDEST_FIRST),
            *_formats("index", f"index {REAL_OLDEST_FIRST} --oldest-first", INDEX, "index"),
        )
    ),
    *_formats("index-one", "index guides/003.md", (*INDEX, *NAVIGATION), "index"),
    Case("init", "init", ("curriculum.toml",)),
)
