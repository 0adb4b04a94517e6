"""Making an index of guides on a disk."""

from pathlib import Path

import pytest

from curriculum_tools.app.index import make_index
from curriculum_tools.app.merge import run
from curriculum_tools.app.merge import write as write_merged
from curriculum_tools.app.merge_tasks import MergeOptions, tasks
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.store.config import Configs
from curriculum_tools.versions.index import Index
from tests.app.on_disk import curriculum, guide, write

OLD = guide("Tables -> notes/tables.md", "Locks", title="Old databases")
NEW = guide("Tables -> notes/tables.md", "Views -> notes/views.md")


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    write({"guides/old.md": OLD, "guides/new.md": NEW, "guides/notes/tables.md": ""})
    return here


def topics(index: Index) -> dict[str, list[str]]:
    """Return the topics with the sources that each comes from."""
    return {
        topic.title: [origin.source for origin in topic.origins]
        for chapter in index.chapters
        for topic in chapter.topics
    }


def test_one_guide_alone_keeps_its_title_and_numbers() -> None:
    index = make_index(["guides/old.md"], None)
    assert index.title == "Old databases"
    assert topics(index) == {"Tables": ["guides/old.md"], "Locks": ["guides/old.md"]}


def test_a_guide_without_topics_says_nothing_beside_another() -> None:
    write({"guides/old.md": OLD.replace("1.", "3."), "bare.md": "# Bare\n"})
    for paths in (["guides/old.md"], ["bare.md", "guides/old.md"]):
        (chapter,) = make_index(paths, None).chapters
        assert [topic.number for topic in chapter.topics] == ["3.1", "3.2"]
    assert make_index(["bare.md"], None).title == "Bare"


def test_several_guides_are_joined() -> None:
    index = make_index(["guides"], None)
    assert topics(index) == {
        "Tables": ["guides/new.md", "guides/old.md"],
        "Views": ["guides/new.md"],
        "Locks": ["guides/old.md"],
    }


def test_the_newest_comes_last_where_an_order_is_given() -> None:
    for paths, title in [
        (["guides/old.md", "guides/new.md"], "Databases"),
        (["guides/new.md", "guides/old.md"], "Old databases"),
    ]:
        assert make_index(paths, None, oldest_first=True).title == title


class TestDeclared:
    """Without paths it is the curriculum that the config declares."""

    def test_its_versions(self) -> None:
        write({"curriculum.toml": curriculum("guides/old.md", "guides/new.md")})
        index = make_index([], None)
        assert index.title == "Databases"
        assert topics(index)["Tables"] == ["guides/new.md", "guides/old.md"]

    def test_what_was_merged_with_edits_and_rulings(self) -> None:
        declared = curriculum("guides/old.md", "guides/new.md", output="guides/all.md")
        write({"curriculum.toml": declared})
        write({"curriculum.decisions.yaml": "drop: [{topic: Locks, reason: old}]\n"})
        write_merged(run(*tasks(MergeOptions(), Configs())))
        text = Path("guides/all.md").read_text()
        write({"guides/all.md": text.replace("Views", "Views and queries")})
        index = make_index([], None)
        assert topics(index) == {
            "Tables": ["guides/new.md", "guides/old.md"],
            "Views and queries": ["guides/new.md"],
        }

    def test_of_several_one_must_be_named(self) -> None:
        write({"curriculum.toml": curriculum("guides/old.md") + curriculum("guides/new.md")})
        with pytest.raises(ConfigError, match="2 curricula are declared"):
            make_index([], None)
        assert topics(make_index(["guides/new.md"], None))

    def test_rulings_hold_without_a_guide_to_write(self) -> None:
        write({"curriculum.toml": curriculum("guides/old.md", "guides/new.md")})
        write({"curriculum.decisions.yaml": "drop: [{topic: Locks, reason: old}]\n"})
        assert "Locks" not in topics(make_index([], None))


class TestNotes:
    """Notes are found as the rules find them, and links start where the index is written."""

    def links(self, index: Index) -> dict[str, str | None]:
        return {
            notes.path: notes.file.link if notes.file else None
            for chapter in index.chapters
            for topic in chapter.topics
            for notes in topic.notes
        }

    def test_from_the_folder_of_the_guide(self) -> None:
        index = make_index(["guides/new.md"], None)
        assert self.links(index) == {
            "notes/tables.md": "guides/notes/tables.md",
            "notes/views.md": None,
        }
        assert (index.folder, index.files) == ("guides/notes", ("tables.md",))

    def test_as_seen_from_the_output(self) -> None:
        index = make_index(["guides/new.md"], None, output_file="site/index.md")
        assert self.links(index)["notes/tables.md"] == "../guides/notes/tables.md"
        assert index.folder == "../guides/notes"

    @pytest.mark.usefixtures("git")
    def test_from_the_content_root_of_the_config(self) -> None:
        write({"guides/curriculum.toml": 'content-root = "../content"\n'})
        write({"content/notes/views.md": ""})
        assert self.links(make_index(["guides/new.md"], None)) == {
            "notes/tables.md": None,
            "notes/views.md": "content/notes/views.md",
        }

    def test_in_the_folder_that_the_config_names(self) -> None:
        write({"curriculum.toml": 'notes-folder = "guides"\n'})
        index = make_index(["guides/new.md"], None)
        assert (index.folder, index.files) == ("guides", ("new.md", "notes/tables.md", "old.md"))


@pytest.mark.parametrize(
    ("files", "paths", "said"),
    [
        ({}, ["lost.md"], "lost.md: no such file"),
        ({"none/a.md": "# A\n"}, ["none"], "none: no guides here"),
    ],
)
def test_an_index_with_a_gap_would_be_wrong(
    files: dict[str, str], paths: list[str], said: str
) -> None:
    write(files)
    with pytest.raises(UnreadableError, match=said):
        make_index(paths, None)
