"""The tree of files on the disk."""

import os
import pickle
from pathlib import Path

import pytest

from curriculum_tools.facts.surroundings import orphans
from curriculum_tools.model.config import Platform
from curriculum_tools.model.surroundings import EntryKind
from curriculum_tools.store import tree as tree_module
from curriculum_tools.store.tree import FileTree, Tops


def write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def kinds(tree: FileTree, folder: str = "") -> dict[str, EntryKind]:
    return dict(tree.folder(folder).entries)


@pytest.fixture
def top(tmp_path: Path) -> Path:
    folder = tmp_path / "top"
    folder.mkdir()
    return folder


def test_files_and_folders(top: Path) -> None:
    write(top / "notes" / "Tables.md")
    tree = FileTree(str(top))
    assert kinds(tree) == {"notes": EntryKind.FOLDER}
    assert kinds(tree, "notes") == {"Tables.md": EntryKind.FILE}
    assert kinds(tree, "missing") == kinds(tree, "notes/Tables.md") == {}


@pytest.mark.parametrize("path", ["..", "../outside", "notes/..", "/", "/notes", "out", "notes/"])
def test_nothing_outside_is_listed(top: Path, path: str) -> None:
    write(top.parent / "outside" / "secret.md")
    write(top / "notes" / "a.md")
    (top / "out").symlink_to(top.parent / "outside")
    assert kinds(FileTree(str(top)), path) == {}


def test_each_folder_is_listed_once(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(top / "notes" / "a.md")
    listed = []
    scandir = os.scandir

    def counting(path: str) -> object:
        listed.append(path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", counting)
    tree = FileTree(str(top))
    for folder in ["", "notes", "missing", "", "notes", "missing"]:
        tree.folder(folder)
    assert len(listed) == 2


def test_links_are_told_by_where_they_lead(top: Path) -> None:
    outside = write(top.parent / "outside" / "secret.md")
    inside = write(top / "notes" / "a.md")
    (top / "file-out").symlink_to(outside)
    (top / "folder-out").symlink_to(outside.parent)
    (top / "gone-out").symlink_to(top.parent / "gone")
    (top / "gone").symlink_to("missing")
    (top / "file-in").symlink_to(inside)
    (top / "folder-in").symlink_to("notes")
    (top / "by-way-of-outside").symlink_to(top.parent / "top" / "notes")
    (top / "loop").symlink_to("loop")
    (top / "up").symlink_to(".")
    tree = FileTree(str(top))
    assert kinds(tree) == {
        "notes": EntryKind.FOLDER,
        "file-out": EntryKind.OUTSIDE,
        "folder-out": EntryKind.OUTSIDE,
        "gone-out": EntryKind.OUTSIDE,
        "file-in": EntryKind.FILE,
        "folder-in": EntryKind.LINKED_FOLDER,
        "by-way-of-outside": EntryKind.LINKED_FOLDER,
        "up": EntryKind.LINKED_FOLDER,
    }
    assert kinds(tree, "folder-in") == {"a.md": EntryKind.FILE}
    assert orphans(tree, "", frozenset()) == ("notes/a.md",)


def test_a_top_that_is_itself_a_link(top: Path) -> None:
    write(top / "a.md")
    (top / "b.md").symlink_to("a.md")
    (top.parent / "link").symlink_to("top")
    tree = FileTree(str(top.parent / "link"))
    assert kinds(tree) == {"a.md": EntryKind.FILE, "b.md": EntryKind.FILE}
    assert tree.path_of(str(top.parent / "link")) == ""
    assert tree.path_of(str(top.parent / "link" / "deep" / "er")) == "deep/er"
    assert tree.path_of(str(top.parent)) == ""


def test_a_fifo_is_no_file_and_never_opened(top: Path) -> None:
    os.mkfifo(top / "pipe.md")
    (top / "link.md").symlink_to("pipe.md")
    tree = FileTree(str(top))
    assert kinds(tree) == {}
    assert tree.anchors("pipe.md", Platform.GITHUB) is None


def test_an_unreadable_folder_is_empty(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(top / "closed" / "a.md")
    listed = os.scandir

    def refusing(path: str) -> object:
        if str(path).endswith("closed"):  # permissions would not stop root
            raise PermissionError(13, "Permission denied", path)
        return listed(path)

    monkeypatch.setattr(os, "scandir", refusing)
    tree = FileTree(str(top))
    assert kinds(tree, "closed") == {}
    assert "closed" in kinds(tree)


def test_odd_names(top: Path) -> None:
    names = ["with blank.md", "a\\b.md", "ü.md", "new\nline.md", "-dash", "#.md"]
    for name in names:
        write(top / name)
    assert set(kinds(FileTree(str(top)))) == set(names)


def test_anchors(top: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(top / "notes" / "a.md", "# One\n\n## Two\n")
    (top / "bad.md").write_bytes(b"# Caf\xe9\n\n# Three\n")
    write(top / "c.py", "# Four\n")
    write(top / "large.md", "# Five\n" * 10)
    (top / "out.md").symlink_to(write(top.parent / "out.md", "# Six\n"))
    monkeypatch.setattr(tree_module, "MOST_BYTES", 60)
    tree = FileTree(str(top))
    assert tree.anchors("notes/a.md", Platform.GITHUB) == frozenset({"one", "two"})
    assert "three" in (tree.anchors("bad.md", Platform.GITHUB) or ())
    for file in ["c.py", "large.md", "out.md", "missing.md", "notes", "../out.md"]:
        assert tree.anchors(file, Platform.GITHUB) is None


def test_the_anchors_of_a_file_are_read_once(top: Path) -> None:
    file = write(top / "a.md", "# One\n")
    tree = FileTree(str(top))
    assert tree.anchors("a.md", Platform.GITHUB) == frozenset({"one"})
    file.unlink()
    assert tree.anchors("a.md", Platform.GITHUB) == frozenset({"one"})


def test_another_process_lists_for_itself(top: Path) -> None:
    write(top / "notes" / "a.md")
    tree = FileTree(str(top))
    assert set(kinds(tree, "notes")) == {"a.md"}
    data = pickle.dumps(tree)
    write(top / "notes" / "b.md")
    copy: FileTree = pickle.loads(data)
    assert copy.top == str(top)
    assert set(kinds(copy, "notes")) == {"a.md", "b.md"}


def test_the_top_is_that_of_the_work_tree(top: Path) -> None:
    (top / ".git").mkdir()
    (top / "guides" / "deep").mkdir(parents=True)
    assert Tops().of(str(top / "guides" / "deep")) == str(top)
    assert Tops().of(str(top), str(top.parent)) == str(top)


def test_a_work_tree_whose_git_is_a_file(top: Path) -> None:
    (top / ".git").mkdir()
    write(top / "module" / ".git", "gitdir: ../.git/modules/module\n")
    assert Tops().of(str(top / "module")) == str(top / "module")


def test_without_git_the_top_is_that_of_the_config_or_the_current_folder(
    top: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    guides = top / "docs" / "guides"
    guides.mkdir(parents=True)
    monkeypatch.chdir(top)
    assert Tops().of(str(guides), str(top / "docs")) == str(top / "docs")
    assert Tops().of(str(guides)) == str(top)
    assert Tops().of("docs") == str(top)
    monkeypatch.chdir(guides)
    assert Tops().of(str(top)) == str(top)
    assert Tops().of(str(top), str(guides)) == str(top)
