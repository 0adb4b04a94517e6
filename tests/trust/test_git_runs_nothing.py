"""Nothing that a repository names is run by looking at its guides."""

import os
from pathlib import Path

import pytest

from tests.cli.test_commands import GUIDE
from tests.commands import curriculum, curriculum_process
from tests.store.conftest import Git, git, here
from tests.trust.hostile_repository import NAME, Hostile, bare_repository

pytestmark = pytest.mark.slow

__all__ = ["git", "here"]

COMMANDS = (
    ("lint",),
    ("lint", "--since", "HEAD~1"),
    ("lint", "--since", "HEAD~1", "guides/other.md"),
    ("lint", "--against", f"HEAD~2:{NAME}", NAME),
    ("lint", "--fix"),
    ("parse", NAME),
    ("duplicates",),
    ("diff", f"HEAD~1:{NAME}", f"HEAD:{NAME}"),
    ("diff", f":{NAME}", NAME),
    ("merge", f"HEAD~2:{NAME}", f"HEAD:{NAME}", "-o", "all.md"),
    ("decide", "--list", f"HEAD~2:{NAME}", f"HEAD:{NAME}"),
    ("index",),
    ("renumber", "--diff"),
    ("init",),
    ("report", "--history", "3", "--output-format", "json"),
    ("history", "Locks", NAME),
    ("collisions", "side", "main"),
    ("merge3", NAME, NAME, "guides/other.md", "-o", "three.md"),
    ("git-textconv", NAME),
    ("merge-driver", NAME, NAME, "guides/other.md", "7", NAME),
    ("git-diff-driver", NAME, NAME, "0" * 40, "100644", "guides/other.md", "0" * 40, "100644"),
    ("git-diff-driver", "git", "git", "0" * 40, "100644", "guides/other.md", "0" * 40, "100644"),
    ("setup-git", "--check"),
)
_WITH_ENVIRONMENT = ("external-by-environment", "ssh-by-environment", "pager-by-environment")


@pytest.fixture
def hostile(tmp_path: Path) -> Hostile:
    hostile = Hostile(tmp_path)
    hostile.touch()
    hostile.ran()
    return hostile


def test_the_programs_do_run_where_nobody_takes_care(hostile: Hostile) -> None:
    for arguments in (
        ["status"],
        ["diff"],
        ["diff", "--no-ext-diff"],
        ["-p", "log", "-1", "--no-ext-diff", "--patch"],
        ["add", "."],
        ["cat-file", "blob", "1" * 40],
        ["read-tree", "HEAD"],
    ):
        hostile.git(*arguments)
    assert hostile.ran() >= {
        "monitor", "clean", "process", "textconv", "hook-post-index-change", "ssh",
    }  # fmt: skip
    hostile.git("config", "--unset", "diff.guides.command")
    hostile.git("diff", "HEAD~1", "HEAD")
    assert "external-diff" in hostile.ran()


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_no_command_runs_one(hostile: Hostile, arguments: tuple[str, ...]) -> None:
    external, ssh, pager = map(hostile.program, _WITH_ENVIRONMENT)
    environment = {
        "GIT_EXTERNAL_DIFF": external,
        "GIT_DIFF_OPTS": "--unified=9",
        "GIT_SSH_COMMAND": ssh,
        "GIT_ALLOW_PROTOCOL": "ext:ssh:file",
        "GIT_PAGER": pager,
        "PAGER": pager,
    }
    done = hostile.run(*arguments, **environment)
    assert done.returncode in (0, 1), done.stderr.decode()
    assert hostile.ran() == set()


def test_what_git_lacks_is_not_fetched(hostile: Hostile) -> None:
    blob = hostile.git("rev-parse", f"HEAD~2:{NAME}").stdout.decode().strip()
    (hostile.folder / ".git/objects" / blob[:2] / blob[2:]).unlink()
    hostile.ran()
    for arguments in (
        ("diff", f"HEAD~2:{NAME}", NAME),
        ("lint", "--since", "HEAD~2"),
        ("report", "--history", "3", "--output-format", "json"),
        ("collisions", "side", "--into", "HEAD~2"),
    ):
        done = hostile.run(*arguments)
        assert done.returncode in (0, 1, 2), done.stderr.decode()
    assert hostile.ran() == set()


@pytest.mark.parametrize(("attributes", "is_marked"), [("", True), ("*.md filter=guides", False)])
def test_a_resolved_guide_is_added_only_where_no_filter_changes_it(
    hostile: Hostile, attributes: str, is_marked: bool
) -> None:
    (hostile.folder / ".gitattributes").write_text(attributes)
    blobs = [
        hostile.git("rev-parse", f"{commit}:{NAME}").stdout.decode().strip()
        for commit in ("HEAD~1", "HEAD~2", "HEAD~1")
    ]
    stages = [f"100644 {blob} {stage}\t{NAME}\n" for stage, blob in enumerate(blobs, 1)]
    removed = f"0 {'0' * 40}\t{NAME}\n"
    hostile.git("update-index", "--index-info", given="".join([removed, *stages]).encode())
    (hostile.folder / NAME).unlink()
    hostile.ran()
    done = hostile.run("resolve")
    assert hostile.ran() == set()
    assert (done.returncode, b"git add" in done.stderr) == (0 if is_marked else 1, not is_marked)
    left = hostile.git("ls-files", "--unmerged").stdout
    assert bool(left) == (not is_marked)


def test_a_bare_repository_among_the_guides_is_not_used(tmp_path: Path) -> None:
    hostile = Hostile(tmp_path)
    inner = hostile.folder / "guides"
    bare_repository(inner, hostile.program("of-the-bare-one"))
    hostile.ran()
    for arguments in (
        ("lint", "guide.md"),
        ("lint", "."),
        ("lint", "--since", "HEAD~1", "guide.md"),
        ("diff", "HEAD~1:guides/guide.md", "guide.md"),
        ("init",),
    ):
        done = hostile.run(*arguments, below="guides")
        assert done.returncode in (0, 1, 2), done.stderr.decode()
    assert hostile.ran() == set()


def test_git_is_taken_from_no_folder_that_depends_on_where_one_is(hostile: Hostile) -> None:
    nothing = hostile.run("lint", "--since", "HEAD", PATH=".:")
    assert nothing.returncode == 2
    assert b"git cannot be run" in nothing.stderr
    assert hostile.ran() == set()
    assert os.path.lexists(hostile.folder / "git")


@pytest.mark.parametrize(
    "arguments",
    [
        ("lint", "--since", "HEAD~1"),
        ("diff", f"HEAD~1:{NAME}", NAME),
        ("history", "Locks", NAME),
        ("collisions", "side"),
        ("resolve",),
        ("report", "--history", "2"),
        ("setup-git",),
        ("setup-git", "--check"),
    ],
    ids=" ".join,
)
def test_it_is_told_what_to_do_where_the_repository_is_of_another_user(
    hostile: Hostile, arguments: tuple[str, ...]
) -> None:
    environment = {"GIT_TEST_ASSUME_DIFFERENT_OWNER": "1"}
    done = hostile.run(*arguments, **environment)
    assert done.returncode == 2
    assert b"another user" in done.stderr
    assert b"git config --global --add safe.directory" in done.stderr
    assert hostile.run("lint", **environment).returncode == 1
    assert hostile.ran() == set()


@pytest.fixture
def plain(tmp_path: Path, git: Git, here: Path) -> Path:
    """A repository as most are, with two commits of a guide."""
    for text in (GUIDE, GUIDE.replace("Locks", "Latches")):
        (here / "guide.md").write_text(text)
        git("add", ".")
        git("commit", "--quiet", "-m", "A change")
    return tmp_path


def assert_history_is_seen(at: Path) -> None:
    for arguments in (
        ("lint", "--since", "HEAD~1", "guide.md"),
        ("diff", "HEAD~1:guide.md", "guide.md", "--exit-code"),
        ("history", "Latches", "guide.md"),
        ("lint", "--show-files"),
    ):
        done = curriculum_process(*arguments, at=at, GIT_DIR="/nowhere", GIT_INDEX_FILE="nothing")
        assert done.returncode in (0, 1), done.stderr
        assert done.stdout, arguments


def test_other_forms_of_repositories_are_read_as_ever(plain: Path, git: Git, here: Path) -> None:
    assert_history_is_seen(here)
    git("worktree", "add", "--quiet", str(plain / "tree"))
    assert_history_is_seen(plain / "tree")
    git("clone", "--quiet", "--depth=2", f"file://{here}", str(plain / "shallow"))
    assert_history_is_seen(plain / "shallow")
    command = (
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "--quiet",
        "add",
        str(here),
        "inner",
    )
    git("init", "--quiet", str(plain / "outer"))
    git(*command, folder=str(plain / "outer"))
    assert_history_is_seen(plain / "outer" / "inner")
    done = curriculum("lint", "--show-files", at=plain / "outer")
    assert done.stdout == b"inner/guide.md\n"
