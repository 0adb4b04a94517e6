"""Which files are guides, and which project each belongs to."""

from pathlib import Path

import pytest

from curriculum_tools.app.find_guides import Candidates, find_candidates, read_candidates
from curriculum_tools.app.project import Projects
from tests.app.on_disk import guide, write

GUIDE = guide("Tables")
BARE = (
    "# Databases\n\n## 1. Storage\n\n### 1.1 Tables\n\nProse.\n\n- A list\n- **Bold**: no field\n"
)


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    return here


def candidates(*paths: str, force_exclude: bool = False) -> Candidates:
    return find_candidates(paths, Projects(), force_exclude=force_exclude)


def guides(*paths: str, force_exclude: bool = False) -> list[str]:
    """Return the paths of the guides that paths mean."""
    found, errors = read_candidates(candidates(*paths, force_exclude=force_exclude))
    assert errors == []
    return [guide.path for guide in found]


class TestWhatIsAGuide:
    """A file that was not named is one when a topic of it has a known field."""

    def test_topics_alone_make_no_guide(self) -> None:
        write({"guide.md": GUIDE, "bare.md": BARE, "readme.md": "# Notes\n\nProse.\n"})
        assert guides() == guides(".") == ["guide.md"]

    def test_topics_with_fields_do_once_there_are_two(self) -> None:
        locks = "\n### 1.2 Locks\n- **Questions**:\n  - Who waits?\n"
        write({"one.md": f"{BARE}{locks}"})
        write({"two.md": f"{BARE}{locks}{locks.replace('1.2 Locks', '1.3 Logs')}"})
        assert guides() == ["two.md"]

    def test_a_field_outside_every_topic_does_not(self) -> None:
        write({"a.md": "# A\n\n- **Description**: Of all.\n\n## 1. B\n\n### 1.1 C\n\nProse.\n"})
        assert guides() == []

    def test_the_labels_of_fields_are_those_of_the_nearest_config(self) -> None:
        text = "# A\n\n## 1. B\n\n### 1.1 C\n- **Fragen**:\n  - Was?\n"
        write({"here/a.md": text, "there/b.md": text})
        write({"there/curriculum.toml": '[fields.labels]\nquestions = ["Fragen"]\n'})
        assert guides() == ["there/b.md"]

    def test_a_file_that_is_named_is_a_guide_whatever_it_holds(self) -> None:
        write({"bare.md": BARE, "empty.md": ""})
        assert guides("bare.md", "empty.md") == ["bare.md", "empty.md"]
        assert guides("bare.md", "empty.md", force_exclude=True) == []

    def test_so_is_one_that_the_config_includes(self) -> None:
        write({"in/bare.md": BARE, "guide.md": GUIDE, "curriculum.toml": 'include = ["in/*.md"]\n'})
        assert guides() == guides(".") == ["in/bare.md"]
        assert guides("guide.md", "in/bare.md", force_exclude=True) == ["in/bare.md"]


class TestItsProject:
    """The config nearest to a guide holds for it, whoever else is named."""

    def test_the_nearest_config_upward(self) -> None:
        names = ["a.md", "own/b.md", "own/deep/c.md"]
        write(dict.fromkeys(names, GUIDE))
        write({"curriculum.toml": "", "own/curriculum.toml": ""})
        for paths in ([], ["."], names, names[1:]):
            by_path = {each.path: each.project for each in candidates(*paths).files}
            configs = [by_path[name].config.path for name in names if name in by_path]
            assert configs[-2:] == ["own/curriculum.toml", "own/curriculum.toml"]
            assert configs[:-2] in ([], ["curriculum.toml"])
            assert by_path["own/b.md"] is by_path["own/deep/c.md"]

    def test_it_decides_what_is_left_out(self) -> None:
        write({"a.md": GUIDE, "own/b.md": GUIDE, "own/c.md": GUIDE})
        write({"own/curriculum.toml": 'exclude = ["c.md"]\n'})
        assert guides() == guides("own", "a.md") == ["a.md", "own/b.md"]

    def test_that_of_the_run_is_nearest_to_the_current_folder(self) -> None:
        write({"own/a.md": GUIDE, "own/curriculum.toml": ""})
        projects = Projects()
        (file,) = find_candidates(["own/a.md"], projects).files
        assert projects.of_run.config.path is None
        assert file.project.config.path == "own/curriculum.toml"

    def test_standard_input_belongs_where_its_name_says(self) -> None:
        write({"own/curriculum.toml": ""})
        (file,) = find_candidates(["-"], Projects(), stdin_filename="own/a.md").files
        assert (file.path, file.shown_as) == ("-", "own/a.md")
        assert file.project.config.path == "own/curriculum.toml"
        (file,) = find_candidates(["-"], Projects()).files
        assert (file.shown_as, file.project.config.path) == ("<stdin>", None)


def test_what_cannot_be_read_stands_beside_the_rest() -> None:
    write({"a.md": GUIDE})
    found, errors = read_candidates(candidates("lost.md", "a.md"))
    assert [guide.path for guide in found] == ["a.md"]
    assert [str(error) for error in errors] == ["lost.md: no such file or folder"]


def test_a_file_that_goes_after_it_was_found(folder: Path) -> None:
    write({"a.md": GUIDE, "b.md": GUIDE})
    found = candidates("a.md", "b.md")
    (folder / "a.md").unlink()
    guides, errors = read_candidates(found)
    assert [guide.path for guide in guides] == ["b.md"]
    assert [str(error) for error in errors] == ["a.md: no such file or folder"]
