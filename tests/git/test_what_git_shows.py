"""What git shows of guides once `curriculum setup-git` was run, command by command."""

import pytest

from tests.clones import NAME, Clone
from tests.git.edits import BASE, BOTH, OURS

pytestmark = pytest.mark.slow

RENAMED = BASE.replace("Locks", "Who May Write")


@pytest.fixture
def changed(fresh: Clone) -> Clone:
    """Return a clone whose last commit changed a guide, and that has a change not committed."""
    fresh.write(NAME, BASE)
    fresh.commit("Put the numbers right")
    fresh.write(NAME, OURS)
    fresh.commit("Add views")
    fresh.write(NAME, OURS.replace("Locks", "Who May Write"))
    return fresh


@pytest.mark.parametrize("command", ["diff", "diff HEAD", "--no-pager diff", "diff --stat -p"])
def test_git_diff_is_a_change_log(changed: Clone, command: str) -> None:
    shown = changed.git(*command.split())
    assert f"{NAME}\nSame outline" in shown
    assert "1.4  Locks -> Who May Write" in shown
    assert "@@" not in shown


def test_what_is_staged_and_what_branches_differ_in(changed: Clone) -> None:
    changed.git("add", ".")
    assert "Locks -> Who May Write" in changed.git("diff", "--cached")
    assert "1.3  + Views (1 question)" in changed.git("diff", "HEAD~1", "HEAD")
    assert "1.3  + Views (1 question)" in changed.git("diff", "HEAD~1..HEAD", "--", NAME)


@pytest.mark.parametrize("command", ["show", "log -p -1", "format-patch --stdout -1"])
def test_commits_are_shown_by_lines_below_their_topic(changed: Clone, command: str) -> None:
    shown = changed.git(*command.split())
    assert "+### 1.3 Views\n" in shown
    assert "@@ ### 1.2 Indexes\n" in shown
    assert "Same outline" not in shown


@pytest.mark.parametrize("command", ["show --ext-diff", "log -p --ext-diff -1"])
def test_commits_are_shown_as_change_logs_where_that_is_asked(changed: Clone, command: str) -> None:
    assert "1.3  + Views (1 question)" in changed.git(*command.split())


def test_outlines_are_compared_where_that_is_asked(changed: Clone) -> None:
    outlines = ("-c", "diff.curriculum.textconv=curriculum git-textconv")
    shown = changed.git(*outlines, "log", "-p", "--no-ext-diff", "-1", NAME)
    assert "+  1.3 Views\n+    - When is a view made again?\n" in shown
    assert "Queries with a name" not in shown


def test_a_patch_can_be_written_and_applied(changed: Clone) -> None:
    patch = changed.git("diff", "--no-ext-diff")
    changed.git("checkout", "--quiet", NAME)
    changed.write("a.patch", patch)
    changed.git("apply", "a.patch")
    assert "Who May Write" in changed.read()


def test_the_diff_tool(changed: Clone) -> None:
    shown = changed.git("difftool", "--tool", "curriculum", "--no-prompt")
    assert "Locks -> Who May Write" in shown
    assert str(changed.folder.parent) not in shown


def test_guides_that_came_and_went(fresh: Clone) -> None:
    fresh.write("guides/new.md", BASE)
    fresh.git("add", "--intent-to-add", ".")
    shown = fresh.git("diff")
    assert shown.startswith("guides/new.md\n")
    assert "1  + Storage (3 topics)\n" in shown
    fresh.commit("Add a guide")
    (fresh.folder / NAME).unlink()
    shown = fresh.git("diff")
    assert shown.startswith(f"{NAME}\n")
    assert "1  - Storage (3 topics)\n" in shown


def test_a_guide_in_another_place(fresh: Clone) -> None:
    fresh.write(NAME, BOTH)
    fresh.commit("Write")
    fresh.git("mv", NAME, "guides/b.md")
    fresh.write("guides/b.md", BOTH.replace("Locks", "Who May Write"))
    shown = fresh.git("diff", "HEAD")
    assert f"{NAME} -> guides/b.md\n" in shown
    assert "1.5  Locks -> Who May Write" in shown


def test_a_mode_and_an_unfinished_merge(fresh: Clone) -> None:
    (fresh.folder / NAME).chmod(0o755)
    assert NAME in fresh.git("diff")
    fresh.git("checkout", "--quiet", ".")
    fresh.two_branches(NAME, BASE.replace("Locks", "Lock"), BASE.replace("Locks", "Locking"))
    fresh.git("merge", "theirs", fails=True)
    assert f"* Unmerged path {NAME}" in fresh.git("diff", "--cached")
    assert "<<<<<<<" in fresh.git("diff")
