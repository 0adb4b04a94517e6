"""Notes that git has and that are not checked out: no fault of the guide, and said to be so."""

import json
from pathlib import Path

import pytest

from tests.app.on_disk import guide, write
from tests.commands import curriculum
from tests.store.conftest import Git

GUIDE = guide("Tables -> notes/tables.md", "Locks -> notes/lokcs.md", "Joins -> notes/joins.md")
LINK = "\nSee [more](notes/tables.md#rows).\n"
SAID = "to files that git has not checked out here (sparse, or a submodule)\n"


def lint(at: Path, *arguments: str) -> tuple[list[str], int]:
    """Return what is said of notes paths and links, and how many are not looked at."""
    done = curriculum("lint", "--output-format", "json", *arguments, at=at)
    report = json.loads(done.stdout)
    groups = ("notes", "links")
    found = [f["message"] for f in report["findings"] if f["group"] in groups]
    return found, report["summary"]["not_checked_out"]


class TestSparseCheckout:
    @pytest.fixture
    def clone(self, here: Path, git: Git) -> Path:
        write(
            {"guides/a.md": GUIDE + LINK.replace("notes", "../notes"), "notes/tables.md": "# T\n"}
        )
        write({"notes/locks.md": "# L\n"})
        git("add", "--all")
        git("commit", "--quiet", "--message", "all")
        git("sparse-checkout", "set", "guides")
        assert not (here / "notes").exists()
        return here

    def test_only_what_git_lacks_too_is_missing(self, clone: Path) -> None:
        missing = ["notes/lokcs.md does not exist", "notes/joins.md does not exist"]
        assert lint(clone) == (missing, 2)

    def test_the_summary_says_so(self, clone: Path) -> None:
        text = curriculum("lint", at=clone).stdout.decode()
        assert f"\n2 paths lead {SAID}" in text

    def test_with_what_the_cache_knows(self, clone: Path, git: Git) -> None:
        assert lint(clone) == lint(clone)
        git("sparse-checkout", "disable")
        assert lint(clone)[1] == 0
        git("sparse-checkout", "set", "guides")
        assert lint(clone)[1] == 2
        git("rm", "--cached", "--quiet", "--sparse", "notes/tables.md")
        assert lint(clone)[1] == 0

    def test_in_a_work_tree_beside_another(self, clone: Path, git: Git) -> None:
        git("worktree", "add", "--quiet", "../beside")
        git("sparse-checkout", "set", "guides", folder="../beside")
        assert not (clone / "../beside/notes").exists()
        assert lint(clone / "../beside")[1] == 2

    def test_the_index_counts_them_as_found(self, clone: Path) -> None:
        done = curriculum("index", "--output-format", "json", at=clone)
        assert json.loads(done.stdout)["coverage"]["not_found"] == 2


class TestSubmodule:
    @pytest.fixture
    def clone(self, here: Path, git: Git) -> Path:
        module = '[submodule "notes"]\n\tpath = notes\n\turl = ../notes.git\n'
        write({"a.md": GUIDE + LINK, ".gitmodules": module})
        git("add", "--all")
        (here / "notes").mkdir()
        return here

    def test_nobody_knows_what_is_in_one_that_was_not_fetched(self, clone: Path) -> None:
        assert lint(clone) == ([], 4)
        (clone / "notes").rmdir()
        assert lint(clone) == ([], 4)

    def test_one_that_was_fetched_is_looked_at(self, clone: Path) -> None:
        assert lint(clone)[1] == 4
        write({"notes/tables.md": "# T\n\n## Rows\n"})
        missing = ["notes/lokcs.md does not exist", "notes/joins.md does not exist"]
        assert lint(clone) == (missing, 0)


def test_where_everything_is_checked_out_git_is_not_asked(
    here: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"a.md": GUIDE})
    git("add", "--all")
    asked = []
    monkeypatch.setattr("curriculum_tools.store.git.ask_git", lambda *given: asked.append(given))
    assert lint(here, "a.md")[1] == 0
    assert asked == []
