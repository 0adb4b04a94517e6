"""What people do with git, in a fresh clone in which only `curriculum setup-git` was run."""

from pathlib import Path

import pytest

from tests.clones import NAME, PLAIN, Clone
from tests.git.edits import BASE, BOTH, OURS, THEIRS

pytestmark = pytest.mark.slow

ODD_NAMES = [
    'guides/a "quoted" guide.md',
    "guides/Führung – 指南.md",
    "guides/[a]*?.md",
    "guides/%P $(touch owned) `touch owned`.md",
    "guides/back\\slash.md",
    "guides/a\ttab.md",
]


def part(clone: Clone, name: str = NAME) -> None:
    """Have two branches put a topic each in one place of one guide."""
    clone.write(name, BASE)
    clone.commit("Put the numbers right")
    clone.two_branches(name, OURS, THEIRS)


@pytest.mark.parametrize("command", ["merge --no-edit", "cherry-pick"])
def test_another_branch_is_merged_in(fresh: Clone, command: str) -> None:
    part(fresh)
    fresh.git(*command.split(), "theirs")
    assert fresh.read() == BOTH
    assert fresh.git("status", "--short") == ""


def test_a_branch_is_rebased(fresh: Clone) -> None:
    part(fresh)
    fresh.git("checkout", "--quiet", "theirs")
    fresh.git("rebase", "main")
    assert fresh.read() == BOTH
    assert fresh.git("log", "--format=%s", "-2") == "Theirs\nOurs\n"


def test_a_stash_is_popped(fresh: Clone) -> None:
    fresh.write(NAME, BASE)
    fresh.commit("Put the numbers right")
    fresh.write(NAME, THEIRS)
    fresh.git("stash")
    fresh.write(NAME, OURS)
    fresh.commit("Ours")
    fresh.git("stash", "pop")
    assert fresh.read() == BOTH


def test_what_origin_has_meanwhile_is_pulled(origin: Clone, fresh: Clone) -> None:
    for clone, text in ((origin, THEIRS), (fresh, OURS)):
        clone.write(NAME, text)
        clone.commit("Add a topic")
    fresh.git("pull", "--quiet", "--no-rebase", "--no-edit")
    assert "Views" in fresh.read()
    assert "Latches" in fresh.read()


def test_a_linked_worktree_is_set_up_with_its_clone(fresh: Clone, tmp_path: Path) -> None:
    part(fresh)
    fresh.git("worktree", "add", "--quiet", str(tmp_path / "a linked worktree"), "theirs")
    linked = fresh.at(tmp_path / "a linked worktree")
    assert linked.set_up("--check")[0] == 0
    assert linked.set_up() == (0, "nothing to do: git is set up already\n")
    linked.git("rebase", "main")
    assert linked.read() == BOTH


def test_a_submodule_is_set_up_by_itself(origin: Clone, tmp_path: Path) -> None:
    whole = Clone(tmp_path / "whole")
    whole.write("curriculum.toml", "")
    file = ("-c", "protocol.file.allow=always")
    whole.git(*file, "submodule", "--quiet", "add", str(origin.folder), "inner")
    whole.commit("Add the submodule")
    assert whole.set_up()[0] == 0
    assert "inner" not in whole.read(".gitattributes")
    assert whole.set_up("--check")[1].startswith("attributes: 1 of 1 guide bound")
    inner = origin.at(whole.folder / "inner")
    assert inner.set_up("--check")[0] == 1
    assert inner.set_up()[0] == 0
    part(inner)
    inner.git("merge", "--no-edit", "theirs")
    assert inner.read() == BOTH


@pytest.mark.parametrize("name", ODD_NAMES)
def test_a_path_is_only_a_path(fresh: Clone, name: str) -> None:
    part(fresh, name)
    fresh.git("merge", "--no-edit", "theirs")
    assert fresh.read(name) == BOTH
    fresh.write(name, BOTH.replace("Locks", "Who May Write"))
    assert "1.5  Locks -> Who May Write" in fresh.git("diff")
    assert not list(fresh.folder.rglob("owned"))


@pytest.mark.parametrize("name", ODD_NAMES)
def test_without_a_config_each_guide_is_bound_by_its_name(origin: Clone, name: str) -> None:
    (origin.folder / "curriculum.toml").unlink()
    origin.write(name, BASE)
    origin.commit("Add a guide, drop the config")
    assert origin.set_up("--remove")[0] == 0
    assert origin.set_up()[0] == 0
    assert origin.set_up("--check")[0] == 0
    part(origin, name)
    origin.git("merge", "--no-edit", "theirs")
    assert origin.read(name) == BOTH


def test_what_is_no_guide_is_merged_as_ever(fresh: Clone) -> None:
    fresh.two_branches("guides/notes.md", PLAIN.replace("One", "1"), PLAIN.replace("Two", "2"))
    fresh.git("merge", "--no-edit", "theirs", fails=True)  # both have added it
    assert "<<<<<<< ours" in fresh.read("guides/notes.md")
    fresh.git("checkout", "--quiet", "--theirs", "guides/notes.md")
    fresh.commit("Take theirs")
    fresh.write("readme.md", "One.\n")
    fresh.git("stash")
    fresh.write("readme.md", "Two.\n")
    fresh.commit("Another readme")
    fresh.git("stash", "pop", fails=True)
    assert "<<<<<<< Updated upstream\nTwo.\n=======\nOne.\n" in fresh.read("readme.md")


def test_the_settings_of_a_user_hold_in_every_clone(origin: Clone, tmp_path: Path) -> None:
    origin.set_up("--remove")
    origin.git("checkout", "--quiet", ".gitattributes")
    fresh = Clone(tmp_path / "fresh", of=origin)
    assert fresh.set_up("--check")[0] == 1
    assert origin.set_up("--global")[0] == 0
    assert fresh.set_up("--check")[0] == 0
    part(fresh)
    fresh.git("merge", "--no-edit", "theirs")
    assert fresh.read() == BOTH


def test_a_conflict_is_merged_again_with_the_merge_tool(fresh: Clone) -> None:
    part(fresh)
    fresh.git("config", "merge.curriculum.driver", "false")
    fresh.git("merge", "theirs", fails=True)
    assert fresh.read() == OURS
    fresh.git("mergetool", "--tool", "curriculum", "--no-prompt")
    assert fresh.read() == BOTH
    assert "UU" not in fresh.git("status", "--short")


def test_a_disagreement_is_left_to_people_by_the_merge_tool(fresh: Clone) -> None:
    fresh.two_branches(NAME, BASE.replace("Locks", "Lock"), BASE.replace("Locks", "Locking"))
    fresh.git("merge", "theirs", fails=True)
    assert fresh.read().count("<<<<<<< ours") == 1
    fresh.git("mergetool", "--tool", "curriculum", "--no-prompt", fails=True)
    assert "UU" in fresh.git("status", "--short")
