"""What git knows of the commits that changed some files."""

from pathlib import Path

import pytest

from curriculum_tools.model.errors import RevisionError
from curriculum_tools.store.history import FilesInGit
from tests.store.conftest import Git


def commit(git: Git, subject: str, **texts: str) -> None:
    for name, text in texts.items():
        Path(f"{name}.md").write_text(text, encoding="utf-8")
    git("add", "--all")
    git("commit", "--quiet", "--message", subject)


def test_only_commits_that_changed_the_files_the_oldest_first(git: Git) -> None:
    commit(git, "one", a="1")
    commit(git, "two", b="1")
    commit(git, "three", a="2", c="1")
    files = FilesInGit(["a.md", "b.md"])
    assert [each.subject for each in files.commits(9)] == ["one", "two", "three"]
    assert [each.subject for each in files.commits(2)] == ["two", "three"]
    assert [each.subject for each in FilesInGit(["c.md"]).commits(9)] == ["three"]


def test_what_the_files_were_at_a_commit(git: Git) -> None:
    commit(git, "one", a="1")
    commit(git, "two", a="2", b="1\n")
    files = FilesInGit(["a.md", "b.md"])
    first, second = files.commits(9)
    assert files.texts(first) == {"a.md": b"1"}
    assert files.texts(second) == {"a.md": b"2", "b.md": b"1\n"}


def test_a_path_is_never_a_pattern_and_a_subject_may_hold_anything(git: Git) -> None:
    commit(git, "odd \x1b[31m | \u202e", **{"[ab]": "1", "a": "1"})
    commit(git, "other", a="2")
    (only,) = FilesInGit(["[ab].md"]).commits(9)
    assert only.subject == "odd \x1b[31m | \u202e"


def test_without_any_commit_there_is_no_history(git: Git) -> None:
    Path("a.md").write_text("1", encoding="utf-8")
    assert FilesInGit(["a.md"]).commits(9) == []
    assert FilesInGit([]).commits(9) == []


def test_no_work_tree_and_several_are_told(git: Git, here: Path) -> None:
    (here / "inner").mkdir()
    git("init", "--quiet", folder="inner")
    with pytest.raises(RevisionError, match="several work trees"):
        FilesInGit(["a.md", "inner/b.md"])
    with pytest.raises(RevisionError, match="no git work tree"):
        FilesInGit([str(here.parent / "a.md")])
