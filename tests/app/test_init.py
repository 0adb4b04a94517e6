import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot

from curriculum_tools.app.init import propose, write_config
from curriculum_tools.app.project_curricula import (
    BY_DATE,
    BY_DATE_AND_SIZE,
    BY_SIZE,
    GuessedCurriculum,
    guess_curricula,
)
from curriculum_tools.app.project_globs import include_globs
from curriculum_tools.model.config import Config, Platform
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.config import Configs
from curriculum_tools.store.globs import matches
from tests.app.on_disk import found, write
from tests.app.on_disk import guide as guide_text
from tests.configs import config_from_table
from tests.linting import guide
from tests.store.conftest import Git


def written(path: str, *notes: str, titles: Sequence[str] = ()) -> Guide:
    names = titles or [f"Topic {n}" for n in range(len(notes))] or ["Topic"]
    paths = [*notes, *[None] * len(names)]
    topics = [
        f"### 1.{n} {title}\n"
        "- **Description**: What there is to say.\n"
        + (f"- **Path to detailed notes**: `{note}`\n" if note else "")
        for n, (title, note) in enumerate(zip(names, paths, strict=False), 1)
    ]
    return guide("# Guide\n\n## 1. Chapter\n\n" + "\n".join(topics), path)


def proposed(
    guides: Sequence[Guide], files: Sequence[str] = (), others: Sequence[str] = ()
) -> Config:
    text = propose(guides, lambda path: path in files, _folders(files), others)
    return config_from_table(tomllib.loads(text), "curriculum.toml")


def _folders(files: Sequence[str]) -> list[str]:
    parts = [file.split("/")[:-1] for file in files]
    return sorted({"/".join(part[:n]) for part in parts for n in range(1, len(part) + 1)})


def test_all_of_it() -> None:
    guides = [
        written("guides/versions/long.md", titles=["Joins", "Indexes", "Locks"]),
        written("guides/versions/short.md", "docs/joins.md", titles=["joins", "Indexes"]),
    ]
    files = ["src/docs/joins.md"]
    curricula = guess_curricula(guides, lambda path: path in files, {})
    text = propose(
        guides, lambda path: path in files, _folders(files), ["README.md"], curricula=curricula
    )
    assert text == snapshot("""\
# What `curriculum` should know about these guides. Paths start at the folder of this file.
# A line that begins with # says nothing until you take the # away.

# Which files are guides: * is any part of a name, ** any number of folders.
include = ["guides/versions/**/*.md", "guides/curriculum.md"]
# Files that are passed over although they match.
exclude = []

# Where the paths of notes start: a folder, a list of folders, or "auto", which tries the guide's
# own folder and each one above it.
# Today 1 of 1 are found.
content-root = "src"
# The folder of the notes. The rule orphan-notes, which is off, finds files there that no guide
# names.
notes-folder = "src/docs"

# Which rules run, by name or group: `curriculum rules` lists them. "ALL" are those on by default.
select = ["ALL"]
# Rules and groups that do not run.
ignore = []
# From which severity on findings fail the run: "error", "warning" or "info".
fail-level = "warning"

# These guides share most of their topics. If they are versions of one, take the # away and see
# to it that the oldest comes first: their order is a guess, by size, the smallest first.
# [[curriculum]]
# versions = [
#   "guides/versions/short.md",
#   "guides/versions/long.md",
# ]
# output = "guides/curriculum.md"

[severity]
# How severe the findings of a rule are. This also turns on a rule that is off.
# similar-title = "warning"

[per-file-ignores]
# Rules and groups that do not run over some files.
# "guides/versions/**/*.md" = ["notes"]

[fields]
# What every topic has: "inferred" from what nearly all topics of a guide have, or a list of
# "description", "prerequisites", "notes" and "questions".
required = "inferred"

[fields.labels]
# Other labels under which these fields stand in your guides, in any language.
# notes = ["Path to detailed notes", "Notes"]

[dialect]
# What the guides are published with, which decides the anchors of their headings: "github",
# "kramdown", "kramdown-gfm" (Jekyll), "pandoc", "mkdocs", "mdbook" or "docusaurus".
anchors = "github"

[front-matter]
# Whether every guide has front matter, the lines between --- and --- at its top.
required = false
# A JSON Schema that the front matter satisfies; "" for none.
schema = ""

[allow]
# Titles that topics of different chapters may share; * stands for anything. A title that every
# chapter has, such as "Overview", needs no mention.
# repeated-titles = ["Summary*"]

[questions]
# How many questions a topic should have, for the rule question-count-out-of-range, which is off.
# count = { min = 3, max = 8 }

[duplicates]
# Whether `curriculum duplicates` asks a model of sentences, too, which finds more questions that
# are asked in other words: pip install 'curriculum-tools[semantic]'
semantic = false
""")


def test_with_nothing_there_it_is_a_config_all_the_same() -> None:
    config = proposed([])
    assert config == Config(path="curriculum.toml")


def test_guides_in_a_folder_of_their_own() -> None:
    guides = [written("guides/a.md"), written("guides/more/b.markdown")]
    config = proposed(guides, others=["README.md", "docs/x.md"])
    assert config.include == ("guides/**/*.markdown", "guides/**/*.md")


def test_guides_among_other_files_are_named() -> None:
    guides = [written("a.md"), written("docs/b [1].md"), written("guides/c.md")]
    config = proposed(guides, others=["README.md", "docs/README.md"])
    assert config.include == ("a.md", r"docs/b \[1].md", "guides/**/*.md")


def test_guides_elsewhere_are_not_of_this_config() -> None:
    assert proposed([written("../a.md"), written("/b.md")]).include == ()


def test_notes_above_the_guide_are_found_by_auto() -> None:
    guides = [written("src/guides/a.md", "docs/x.md", "docs/y.md")]
    config = proposed(guides, ["src/docs/x.md", "src/docs/y.md"])
    assert config.content_roots is None
    assert config.notes_folder == "src/docs"


def test_notes_below_a_folder_beside_the_guide() -> None:
    guides = [written("guides/a.md", "docs/x.md", "docs/deep/y.md", "docs/gone.md")]
    config = proposed(guides, ["site/src/docs/x.md", "site/src/docs/deep/y.md", "old/docs/x.md"])
    assert config.content_roots == ("site/src",)
    assert config.notes_folder == "site/src/docs"


def test_notes_in_two_places() -> None:
    guides = [written("a.md", "docs/x.md", "docs/y.md", "docs/z.md")]
    config = proposed(guides, ["one/docs/x.md", "two/docs/y.md", "two/docs/z.md", "docs/x.md"])
    assert config.content_roots == ("two", ".")


def test_paths_that_lead_out_are_not_looked_for() -> None:
    asked = []

    def exists(path: str) -> bool:
        asked.append(path)
        return False

    propose([written("a.md", "../x.md", "/etc/passwd", "docs/ok.md")], exists, ["src"])
    assert {path for path in asked if path.endswith(".md")} == {"docs/ok.md", "src/docs/ok.md"}
    assert not any(path.startswith(("/", "../")) for path in asked)


def test_guides_that_share_few_titles_are_no_versions() -> None:
    guides = [
        written("a.md", titles=["One", "Two", "Three"]),
        written("b.md", titles=["One", "Other", "Another"]),
    ]
    assert guess_curricula(guides, lambda _path: False, {}) == []
    assert "share most of their topics" not in propose(guides, lambda _path: False, [])


class TestVersions:
    """Guides that share most of their titles, in the order in which they seem to have come."""

    ONE, TWO, THREE = (
        written(f"{name}.md", titles=[f"Topic {n}" for n in range(count)])
        for name, count in (("long", 4), ("middle", 3), ("short", 2))
    )

    def guessed(self, dates: dict[str, int], *files: str) -> GuessedCurriculum:
        (guess,) = guess_curricula([self.ONE, self.TWO, self.THREE], files.__contains__, dates)
        return guess

    @pytest.mark.parametrize(
        ("dates", "names", "ordered_by"),
        [
            ({}, "short middle long", BY_SIZE),
            ({"short.md": 5, "middle.md": 5, "long.md": 5}, "short middle long", BY_SIZE),
            ({"short.md": 9, "middle.md": 5, "long.md": 7}, "middle long short", BY_DATE),
            ({"short.md": 9, "middle.md": 5}, "middle short long", BY_DATE),
            ({"long.md": 5}, "long short middle", BY_DATE_AND_SIZE),
        ],
    )
    def test_their_order(self, dates: dict[str, int], names: str, ordered_by: str) -> None:
        guess = self.guessed(dates)
        assert guess.versions == tuple(f"{name}.md" for name in names.split())
        assert (guess.output, guess.ordered_by) == ("curriculum.md", ordered_by)

    def test_one_that_was_merged_is_no_version(self) -> None:
        guess = self.guessed({}, "long.lock.json")
        assert (guess.versions, guess.output) == (("short.md", "middle.md"), "long.md")

    def test_the_merged_guide_is_included(self) -> None:
        text = propose([self.ONE, self.TWO], lambda _path: False, [], curricula=[self.guessed({})])
        config = config_from_table(tomllib.loads(text), "curriculum.toml")
        assert config.include == ("long.md", "middle.md", "curriculum.md")

    def test_another_file_of_its_name_is_not(self) -> None:
        text = propose(
            [self.ONE], lambda _path: False, [], ["curriculum.md"], curricula=[self.guessed({})]
        )
        config = config_from_table(tomllib.loads(text), "curriculum.toml")
        assert config.include == ("long.md",)


NAME = st.text(st.characters(blacklist_characters="/\0"), min_size=1, max_size=6).filter(
    lambda name: name not in (".", "..")
)
PATH = st.lists(NAME, min_size=1, max_size=3).map(lambda names: "/".join(names) + ".md")


@given(st.lists(PATH, max_size=4, unique=True), st.lists(PATH, max_size=3, unique=True))
def test_any_paths_give_a_config_that_can_be_read(paths: list[str], notes: list[str]) -> None:
    paths = [path for path in paths if not path.startswith("../")]
    config = proposed([written(path) for path in paths], notes)
    assert all(matches(config.include, path) for path in paths)


@given(st.lists(PATH, min_size=1, max_size=4, unique=True), st.lists(PATH, max_size=4))
def test_the_globs_match_the_guides_and_no_other_file(paths: list[str], others: list[str]) -> None:
    others = [other for other in others if other not in paths]
    globs = include_globs(paths, others)
    assert all(matches(globs, path) for path in paths)
    assert "?" in "".join(globs) or not any(matches(globs, other) for other in others)


class TestOnDisk:
    """What is written fits what is there, and writes over nothing."""

    @pytest.mark.usefixtures("here")
    def test_written_for_what_is_below(self) -> None:
        on_disk = {
            "guides/a.md": guide_text("Tables -> docs/tables.md"),
            "guides/b.md": guide_text("Tables", "Locks"),
            "guides/readme.md": "# A\n",
            "site/docs/tables.md": "",
        }
        write(on_disk)
        assert write_config() == ("curriculum.toml", 2, "", BY_SIZE)
        config = Configs().of_run
        assert config.include == ("guides/a.md", "guides/b.md", "curriculum.md")
        assert (config.content_roots, config.notes_folder) == (("site",), "site/docs")
        assert found() == []

    @pytest.mark.usefixtures("here")
    @pytest.mark.parametrize("force", [False, True])
    def test_labels_of_another_language_and_a_site(self, force: bool) -> None:
        topic = "### 1.{n} Teig & {n}\n- **Inhalt**：Mehl.\n- **Fragen：**\n  - Was tut {n}?\n\n"
        text = "# Backen\n\n[Teig](#11-teig-1)\n\n## 1. Brot\n\n"
        text += "".join(topic.format(n=n) for n in (1, 2))
        write({"docs/brot.md": text, "docs/index.md": "# Willkommen\n", "mkdocs.yml": ""})
        assert write_config()[:2] == ("curriculum.toml", 1)
        if force:  # what the labels are is found out again
            assert write_config(force=True)[:2] == ("curriculum.toml", 1)
        config = Configs().of_run
        assert config.labels == {"description": ("Inhalt",), "questions": ("Fragen",)}
        assert config.anchors is Platform.MKDOCS
        assert found() == []

    def test_one_that_is_there_stays(self, here: Path) -> None:
        write({"a.md": guide_text("Tables"), "curriculum.toml": "# mine\n"})
        with pytest.raises(ConfigError, match="is there already"):
            write_config()
        assert (here / "curriculum.toml").read_text() == "# mine\n"
        assert write_config(force=True)[:2] == ("curriculum.toml", 1)
        assert write_config("other.toml")[:2] == ("other.toml", 1)

    def test_versions_in_the_order_of_their_first_commits(self, here: Path, git: Git) -> None:
        titles = {"c.md": ["One"], "a [1].md": ["One", "Two"], "b.md": ["One", "Two", "Three"]}
        for date, name in enumerate(reversed(titles)):
            write({f"guides/{name}": guide_text(*titles[name])})
            git("add", ".")
            git("commit", "--quiet", "--message", name, f"--date={1_700_000_000 + date} +0000")
        write({"guides/d.md": guide_text("One")})
        assert write_config().ordered_by == BY_DATE
        toml = (here / "curriculum.toml").read_text()
        listed = re.findall(r'(?m)^#   "guides/(.*?)"', toml)
        assert listed == ["b.md", "a [1].md", "c.md", "d.md"]
