"""Files of notes that no guide names are reported once, with the first guide of their project."""

from pathlib import Path

import pytest

from curriculum_tools.app.find_guides import find_candidates
from curriculum_tools.app.orphan_notes import with_orphans
from curriculum_tools.app.project import Projects
from curriculum_tools.store import reading
from tests.app.on_disk import guide, write
from tests.store.conftest import Git

CONFIG = 'notes-folder = "notes"\n[severity]\norphan-notes = "warning"\n'
FILES = {
    "curriculum.toml": CONFIG,
    "a.md": guide("Tables -> notes/tables.md"),
    "b.md": guide("Locks -> notes/locks.md").replace("are.", "are, see [views](notes/views.md)."),
    "notes/tables.md": "",
    "notes/locks.md": "",
    "notes/views.md": "",
    "notes/lost.md": "",
    "notes/deep/lost.mdx": "",
    "notes/picture.png": "",
}


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    write(FILES)
    return here


def orphans(*paths: str, select: tuple[str, ...] = ()) -> dict[str, tuple[str, ...]]:
    """Return the files that have orphans, with them."""
    found = find_candidates(paths, Projects(select=select))
    return {each.shown_as: each.orphans for each in with_orphans(found.files) if each.orphans}


LOST = ("notes/deep/lost.mdx", "notes/lost.md")


@pytest.mark.parametrize("paths", [(), (".",), ("a.md",), ("b.md", "a.md"), ("./a.md", "notes")])
def test_the_first_guide_has_them_whatever_else_is_named(paths: tuple[str, ...]) -> None:
    assert orphans(*paths) == {"a.md": LOST}


def test_another_guide_has_none() -> None:
    assert orphans("b.md") == {}


def test_what_the_config_leaves_out_names_nothing() -> None:
    write({"curriculum.toml": f'include = ["b.md"]\n{CONFIG}'})
    assert orphans() == {"b.md": (*LOST, "notes/tables.md")}
    assert orphans("a.md") == {}


def test_what_cannot_be_read_names_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 1000)
    write({"a.md": FILES["a.md"] + "\n" * 1000})
    assert orphans() == {"b.md": (*LOST, "notes/tables.md")}


@pytest.mark.parametrize(
    ("config", "select", "is_asked"),
    [
        (CONFIG, (), True),
        ('notes-folder = "notes"\n', (), False),
        ('notes-folder = "notes"\n', ("orphan-notes",), True),
        ('notes-folder = "notes"\n', ("notes",), False),
        ('notes-folder = "notes"\nselect = ["orphan-notes"]\n', (), True),
        ('select = ["orphan-notes"]\n', (), False),
    ],
)
def test_the_rule_has_to_be_named_and_the_folder_too(
    config: str, select: tuple[str, ...], is_asked: bool
) -> None:
    write({"curriculum.toml": config})
    assert Projects(select=select).of_run.wants_orphans == is_asked


def test_without_a_config_nothing_is_an_orphan(folder: Path) -> None:
    (folder / "curriculum.toml").unlink()
    assert not Projects(select=["orphan-notes"]).of_run.wants_orphans


def test_a_config_below_the_top_of_the_work_tree(git: Git) -> None:
    write({f"own/{name}": text for name, text in FILES.items()})
    found = orphans("own")
    assert found == {"own/a.md": tuple(f"own/{path}" for path in LOST)}


def test_each_project_has_its_own(folder: Path) -> None:
    write({"own/curriculum.toml": CONFIG, "own/c.md": guide("Views"), "own/notes/x.md": ""})
    assert orphans() == {"a.md": LOST, "own/c.md": ("notes/x.md",)}
