"""What the cache answers is what the rules would find, and nothing that is no longer so."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from curriculum_tools.app import lint_guide
from curriculum_tools.app.lint import LintOptions
from curriculum_tools.store.cache.codec import LintResult
from tests.app.on_disk import found, guide, write

DECISIONS = """different-questions:
- questions:
  - What are the benefits of a narrow table?
  - What are the advantages of a narrow table?
  reason: one is about reading
"""
TWICE = """
### 1.2 Rows
- **Description**: What tables have.
- **Questions**:
  - What are the benefits of a narrow table?
  - What are the advantages of a narrow table?
"""
FILES = {
    "guides/curriculum.toml": 'select = ["ALL"]\n',
    "guides/a.md": guide("Tables -> notes/tables.md", "Locks -> notes/locks.md"),
    "guides/b.md": guide("Views").replace("are.", "are: see [there](../other.md#part).") + TWICE,
    "guides/bare.md": "# Notes \n",
    "guides/notes/tables.md": "# Tables\n",
    "guides/curriculum.decisions.yaml": DECISIONS,
    "other.md": "# Part\n",
}


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    write(FILES)
    return here


@contextmanager
def linted(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Note the files that are linted because the cache has no result for them."""
    paths: list[str] = []
    real = lint_guide.lint_texts

    def noting(texts: list[lint_guide.Text], *more: object) -> Iterator[LintResult]:
        paths.extend(candidate.shown_as for candidate, _ in texts)
        return iter(list(real(texts, *more)))  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(lint_guide, "lint_texts", noting)
        yield paths


def edit(name: str, old: str, new: str) -> None:
    text = Path(name).read_text()
    assert old in text
    write({name: text.replace(old, new)})


def test_what_did_not_change_is_not_linted_again(monkeypatch: pytest.MonkeyPatch) -> None:
    first = found(LintOptions())
    assert {line.partition(" ")[2] for line in first} == {"notes-file-not-found", "broken-link"}
    with linted(monkeypatch) as again:
        assert found(LintOptions()) == first
        assert found(LintOptions(paths=("guides/b.md", "guides"))) == first
    assert again == []


def test_only_the_guide_that_changed_is(monkeypatch: pytest.MonkeyPatch) -> None:
    found(LintOptions())
    edit("guides/a.md", "Locks", "Latches")
    with linted(monkeypatch) as again:
        after = found(LintOptions())
    assert again == ["guides/a.md"]
    assert after == found()


@pytest.mark.parametrize(
    ("change", "differs"),
    [
        (lambda: edit("guides/a.md", "1.2", "1.1"), True),
        (lambda: write({"guides/curriculum.toml": 'ignore = ["links"]\n'}), True),
        (lambda: write({"guides/notes/locks.md": ""}), True),
        (lambda: Path("guides/notes/tables.md").unlink(), True),
        (lambda: Path("guides/notes/tables.md").rename("guides/notes/Tables.md"), True),
        (lambda: Path("guides/notes/locks").mkdir(), False),
        (lambda: edit("guides/curriculum.decisions.yaml", "narrow", "wide"), True),
        (lambda: Path("guides/curriculum.decisions.yaml").unlink(), True),
        (lambda: Path("guides/curriculum.toml").unlink(), True),
        (lambda: Path("guides/curriculum.toml").rename("curriculum.toml"), True),
        (lambda: Path(".git").mkdir(), True),
        (lambda: write({"guides/notes/new.md": ""}), False),
    ],
)
def test_whatever_an_answer_depends_on_is_seen_to_change(
    change: Callable[[], object], differs: bool
) -> None:
    before = found(LintOptions())
    change()
    after = found(LintOptions())
    assert after == found()
    assert (after != before) == differs


class TestPlaces:
    """A result holds for one place of the guide and its config in the tree."""

    def same(self, path: str, config: str | None = None) -> list[str]:
        """Return what is found in a guide, with and without the cache."""
        with_cache = found(LintOptions((path,), config))
        assert with_cache == found(LintOptions((path,), config, no_cache=True))
        return with_cache

    def test_where_the_top_of_the_tree_is(self) -> None:
        """Above the top nothing is looked up, so no look-up tells that it is another."""
        assert self.same("guides/b.md") == ["guides/b.md:6 broken-link"]
        Path(".git").mkdir()
        assert self.same("guides/b.md") == []

    def test_where_the_config_is(self) -> None:
        toml = 'content-root = "."\n'
        write({"one/c.toml": toml, "two/c.toml": toml, "one/notes/views.md": "", "two/x": ""})
        write({"more/a.md": guide("Views -> notes/views.md"), ".git/x": ""})
        assert self.same("more/a.md", "one/c.toml") == []
        assert self.same("more/a.md", "two/c.toml") == ["more/a.md:7 notes-file-not-found"]

    def test_where_the_guide_is(self) -> None:
        text = guide("Views -> notes/views.md")
        write({"one/a.md": text, "two/a.md": text, "one/notes/views.md": "", "curriculum.toml": ""})
        Path("link").symlink_to("one")
        assert self.same("link/a.md") == []
        Path("link").unlink()
        Path("link").symlink_to("two")
        assert self.same("link/a.md") == ["link/a.md:7 notes-file-not-found"]


def test_notes_that_no_guide_names_any_more() -> None:
    toml = 'notes-folder = "notes"\nselect = ["orphan-notes"]\n'
    write({"guides/curriculum.toml": toml, "guides/notes/old.md": ""})
    orphan = "guides/a.md:1 orphan-notes"
    assert found(LintOptions()) == [orphan]
    write({"guides/notes/new.md": ""})
    assert found(LintOptions()) == [orphan, orphan]
    write({"guides/b.md": guide("Views -> notes/new.md")})
    assert found(LintOptions()) == [orphan]


@pytest.mark.parametrize(
    "options",
    [{"select": ("notes",)}, {"ignore": ("notes",)}, {"config": "other.toml"}],
)
def test_other_options_have_results_of_their_own(options: dict[str, object]) -> None:
    write({"other.toml": 'ignore = ["notes"]\n'})
    plain = found(LintOptions())
    for _ in range(2):
        assert found(LintOptions(**options)) != plain  # type: ignore[arg-type]
        assert found(LintOptions()) == plain


def test_a_file_that_is_no_guide_is_one_when_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = found(LintOptions())
    named = LintOptions(("guides/bare.md", "guides"))
    with linted(monkeypatch) as again:
        for _ in range(2):
            assert found(named) == sorted([*plain, "guides/bare.md:1 trailing-whitespace"])
            assert found(LintOptions()) == plain
    assert again == ["guides/bare.md"]


def test_a_file_that_cannot_be_read_keeps_the_others_in_place() -> None:
    expected = found()
    Path("guides/a2.md").symlink_to("nowhere.md")
    assert found(LintOptions(("guides/a2.md", "guides"))) == expected
