"""What the commands for git say where a repository is not as they need it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.clones import NAME, Clone
from tests.commands import Done, curriculum

COMMANDS = ["setup-git", "setup-git --check", "collisions main", "history 1.3"]
Run = Callable[[Path, str], Done]


def said(done: Done) -> str:
    """Return an error of two lines at most, and see that it is one."""
    assert (done.returncode, done.stdout) == (2, b"")
    text = done.stderr.decode()
    assert text.startswith("error: ")
    assert len(text.splitlines()) <= 2
    return text


@pytest.mark.parametrize("command", COMMANDS)
def test_outside_git_and_in_a_bare_repository(tmp_path: Path, command: str) -> None:
    clone = Clone(tmp_path)
    clone.git("clone", "--quiet", "--bare", ".", str(tmp_path / "bare.git"))
    for folder in (tmp_path / "bare.git", tmp_path / "none"):
        (folder / "guides").mkdir(parents=True)
        (folder / "a.md").write_text(clone.read(), "utf-8")
        done = curriculum(*command.split(), at=folder)
        assert "there is no git work tree here\n  run it in a clone" in said(done)


@pytest.mark.parametrize("command", COMMANDS)
def test_without_git(tmp_path: Path, command: str) -> None:
    clone = Clone(tmp_path)
    done = curriculum(*command.split(), at=clone.folder, PATH=str(tmp_path))
    assert "git cannot be run" in said(done)


def test_before_the_first_commit(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.git("checkout", "--quiet", "--orphan", "new")
    assert "no commit has any of" in said(curriculum("history", "1.3", at=clone.folder))
    done = curriculum("collisions", "new", at=clone.folder)
    assert "HEAD: no such revision: there is no commit yet" in said(done)
    assert clone.set_up()[0] == 0
    assert clone.set_up("--check")[0] == 0


def test_on_no_branch(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.git("checkout", "--quiet", "--detach")
    assert clone.set_up()[0] == 0
    assert curriculum("history", "1.3", at=clone.folder).returncode == 0
    assert curriculum("collisions", "main", at=clone.folder).returncode == 0


def test_from_a_folder_further_down(tmp_path: Path) -> None:
    clone = Clone(tmp_path)
    clone.two_branches(NAME, clone.read() + "\n### 1.4 A\n", clone.read() + "\n### 1.4 B\n")
    inner = clone.at(clone.folder / "guides")
    assert inner.set_up()[1].startswith("wrote ../.gitattributes: ")
    assert inner.set_up("--check")[0] == 0
    assert curriculum("history", "1.4", at=inner.folder).returncode == 0
    done = curriculum("collisions", "theirs", at=inner.folder)
    assert (done.returncode, b"topic number 1.4 is given twice" in done.stdout) == (1, True)
