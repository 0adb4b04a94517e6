"""What was asked of the files around a guide is noted, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_tools.facts.surroundings import surroundings
from curriculum_tools.model.config import Config
from curriculum_tools.store.cache.asked import Asked, AskingTree
from curriculum_tools.store.tree import FileTree
from tests.linting import guide

TEXT = """# A

## 1. B

### 1.1 C
- **Description**: See [there](other.md#part).
- **Path to detailed notes**: `notes/c.md`

### 1.2 D
- **Path to detailed notes**: `notes/gone.md`
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes/c.md").write_text("# C\n")
    (tmp_path / "other.md").write_text("# Part\n")
    return tmp_path


def asked(top: Path) -> Asked:
    tree = AskingTree(FileTree(str(top)))
    surroundings(guide(TEXT), Config(), tree)
    return tree.asked


def test_names_are_noted_where_they_are_asked_for(here: Path) -> None:
    found = asked(here)
    assert found.names == {"": ("notes", "other.md")}
    assert found.folders == ("notes",)  # a missing file is compared with all that are there
    assert found.files == ("other.md",)
    assert found.is_still_answered(FileTree(str(here)))


@pytest.mark.parametrize(
    "change",
    [
        lambda top: (top / "notes/c.md").unlink(),
        lambda top: (top / "notes/gone.md").write_text(""),
        lambda top: (top / "notes/gnoe.md").write_text(""),
        lambda top: (top / "notes").rename(top / "Notes"),
        lambda top: (top / "NOTES").mkdir(),
        lambda top: (top / "other.md").write_text("# Another part\n"),
        lambda top: os.rename(top / "other.md", top / "Other.md"),
        lambda top: [(top / "notes/c.md").unlink(), (top / "notes/c.md").mkdir()],
        lambda top: [(top / "notes").rename(top.parent / "x"), (top / "notes").symlink_to("/")],
    ],
)
def test_a_change_to_what_was_asked_for_is_seen(
    here: Path, change: Callable[[Path], object]
) -> None:
    found = asked(here)
    change(here)
    assert not found.is_still_answered(FileTree(str(here)))


@pytest.mark.parametrize(
    "change",
    [
        lambda top: (top / "new.md").write_text(""),
        lambda top: (top / "notes/c.md").write_text("# Longer\n"),
        lambda top: os.utime(top / "other.md", (0, 0)),
    ],
)
def test_a_change_to_anything_else_is_not(here: Path, change: Callable[[Path], object]) -> None:
    found = asked(here)
    change(here)
    assert found.is_still_answered(FileTree(str(here)))


def test_the_cache_itself_is_no_change(tmp_path: Path) -> None:
    tree = AskingTree(FileTree(str(tmp_path)))
    surroundings(guide(TEXT.replace("notes/", "")), Config(), tree)
    assert tree.asked.folders == ("",)
    (tmp_path / ".curriculum-cache").mkdir()
    assert tree.asked.is_still_answered(FileTree(str(tmp_path)))
