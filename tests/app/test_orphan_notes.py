"""Files of notes that no guide names are reported once, with the first guide of their project."""

from pathlib import Path

import pytest

from curriculum_tools.app.find_guides import find_candidates
from curriculum_tools.app.orphan_notes import with_orphans
from curriculum_tools.app.project import Projects
from curriculum_tools.store import reading
from tests.app.on_disk import guide, write
from tests.commands import curriculum
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
    return {
        each.shown_as: each.orphans for each in with_orphans(found.files).candidates if each.orphans
    }


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
        ('select = ["orphan-notes"]\n', (), True),
    ],
)
def test_the_rule_has_to_be_named(config: str, select: tuple[str, ...], is_asked: bool) -> None:
    write({"curriculum.toml": config})
    assert Projects(select=select).of_run.wants_orphans == is_asked


class TestWithoutANotesFolder:
    """Notes are sought where those lie that guides name, or it is said that nobody could look."""

    @pytest.fixture(autouse=True)
    def config(self, folder: Path) -> Path:
        write({"curriculum.toml": 'select = ["orphan-notes"]\n'})
        return folder / "curriculum.toml"

    def remarks(self, *arguments: str) -> str:
        return curriculum("lint", *arguments, at=Path.cwd()).stderr.decode()

    def test_it_is_where_all_notes_lie(self) -> None:
        assert orphans() == {"a.md": LOST}
        assert self.remarks() == ""

    def test_no_config_is_needed_for_that(self, config: Path) -> None:
        config.unlink()
        assert orphans(select=("orphan-notes",)) == {"a.md": LOST}
        assert orphans("a.md", select=("orphan-notes",)) == {"a.md": LOST}

    @pytest.mark.parametrize(
        "notes",
        [
            {"a.md": guide("Tables -> tables.md"), "tables.md": ""},  # beside the guides
            {"a.md": guide("Tables -> more/tables.md"), "more/tables.md": ""},  # in two folders
            {"a.md": guide("Tables"), "b.md": guide("Locks")},
            {"notes/c.md": guide("Views -> notes/views.md")},  # guides among them
        ],
    )
    def test_it_cannot_always_be_told(self, notes: dict[str, str]) -> None:
        write(notes)
        assert orphans() == {}
        said = self.remarks()
        assert said.startswith("orphan-notes did not look for notes")
        assert said.endswith("set notes-folder in curriculum.toml\n")

    def test_nothing_is_said_where_the_rule_does_not_run(self) -> None:
        write({"curriculum.toml": "", "a.md": guide("Tables"), "b.md": guide("Locks")})
        assert self.remarks() == ""


def test_a_config_below_the_top_of_the_work_tree(git: Git) -> None:
    write({f"own/{name}": text for name, text in FILES.items()})
    found = orphans("own")
    assert found == {"own/a.md": tuple(f"own/{path}" for path in LOST)}


def test_each_project_has_its_own(folder: Path) -> None:
    write({"own/curriculum.toml": CONFIG, "own/c.md": guide("Views"), "own/notes/x.md": ""})
    assert orphans() == {"a.md": LOST, "own/c.md": ("notes/x.md",)}
