"""Folders below a folder."""

from pathlib import Path

from curriculum_tools.store.paths import folders_below


def test_folders_to_a_depth(here: Path) -> None:
    for name in ("b/c/d", "a", ".hidden/x", "node_modules/y", "b/venv"):
        (here / name).mkdir(parents=True)
    (here / "file").touch()
    assert folders_below(".", 1) == ["a", "b"]
    assert folders_below(".") == ["a", "b", "b/c"]
    assert folders_below(str(here), 9) == ["a", "b", "b/c", "b/c/d"]
    assert folders_below("b") == ["c", "c/d"]
    assert folders_below("lost") == []
