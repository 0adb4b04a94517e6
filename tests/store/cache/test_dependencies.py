"""What is looked up in the files around a guide is recorded, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_tools.facts.surroundings import surroundings
from curriculum_tools.model.config import Config
from curriculum_tools.model.surroundings import FileOrder
from curriculum_tools.store.cache.dependencies import Dependencies, RecordingTree
from curriculum_tools.store.tree import FileTree
from tests.linting import config, guide

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


def looked_up(top: Path) -> Dependencies:
    tree = RecordingTree(FileTree(str(top)))
    surroundings(guide(TEXT), Config(), tree)
    return tree.dependencies


def test_names_are_recorded_where_they_are_looked_up(here: Path) -> None:
    found = looked_up(here)
    assert found.names == {"": ("notes", "other.md")}
    assert found.folders == ("notes",)  # a missing file is compared with all that are there
    assert found.files == ("other.md",)
    assert found.are_unchanged(FileTree(str(here)))


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
def test_a_change_to_what_was_looked_up_is_seen(
    here: Path, change: Callable[[Path], object]
) -> None:
    found = looked_up(here)
    change(here)
    assert not found.are_unchanged(FileTree(str(here)))


@pytest.mark.parametrize(
    "change",
    [
        lambda top: (top / "new.md").write_text(""),
        lambda top: (top / "notes/c.md").write_text("# Longer\n"),
        lambda top: os.utime(top / "other.md", (0, 0)),
    ],
)
def test_a_change_to_anything_else_is_not(here: Path, change: Callable[[Path], object]) -> None:
    found = looked_up(here)
    change(here)
    assert found.are_unchanged(FileTree(str(here)))


def test_the_cache_itself_is_no_change(tmp_path: Path) -> None:
    tree = RecordingTree(FileTree(str(tmp_path)))
    surroundings(guide(TEXT.replace("notes/", "")), Config(), tree)
    assert tree.dependencies.folders == ("",)
    (tmp_path / ".curriculum-cache").mkdir()
    assert tree.dependencies.are_unchanged(FileTree(str(tmp_path)))


def test_the_order_page_is_recorded(tmp_path: Path) -> None:
    settings = config('[dialect]\nquestion = "- {text}"\norder = "README.md"')
    (tmp_path / "guide.md").write_text("- Why?\n")
    for text, is_listed in (("", False), ("[Why](guide.md)", True)):
        (tmp_path / "README.md").write_text(text)
        tree = RecordingTree(FileTree(str(tmp_path)))
        order = surroundings(guide("- Why?\n"), settings, tree).order
        assert order == FileOrder("README.md", is_listed)
        assert tree.dependencies.are_unchanged(FileTree(str(tmp_path)))
    (tmp_path / "README.md").write_text("")
    assert not tree.dependencies.are_unchanged(FileTree(str(tmp_path)))


def test_the_original_of_a_translation_is_recorded(tmp_path: Path) -> None:
    settings = config(
        '[dialect]\nquestion = "## {n}. {text}"\n'
        'translations = { of = "README.md", in = "{lang}/README.md" }'
    )
    translation = guide("## 1. Pourquoi ?\n", "fr/README.md", settings)
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/README.md").write_text(translation.source.text)
    found = None
    for text in ("", "## 1. Why?\n", "## 1. Why?\n\n## 2. How?\n"):
        if text:
            (tmp_path / "README.md").write_text(text)
        assert found is None or not found.are_unchanged(FileTree(str(tmp_path)))
        tree = RecordingTree(FileTree(str(tmp_path)))
        original = surroundings(translation, settings, tree, "fr").original
        assert (original.source.text if original else "") == text
        found = tree.dependencies
        assert found.are_unchanged(FileTree(str(tmp_path)))
