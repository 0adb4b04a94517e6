"""The merge driver, with git as people use it, bound by hand as `setup-git` binds it."""

from pathlib import Path

import pytest

from tests.commands import curriculum
from tests.merging_clone import GUIDE, MergingClone

VIEWS = """### 1.2 Views

- **Description**: What a view is.
- **Questions**:
  - What is a view?

"""
INDEXES = VIEWS.replace("Views", "Indexes").replace("a view", "an index")
JOINS = "### 1.2 Joins"
BOTH = GUIDE.replace(JOINS, VIEWS + INDEXES.replace("1.2", "1.3") + JOINS.replace("1.2", "1.4"))


@pytest.fixture
def clone(tmp_path: Path) -> MergingClone:
    return MergingClone(tmp_path)


def with_topic(topic: str, text: str = GUIDE) -> str:
    return text.replace(JOINS, topic + JOINS.replace("1.2", "1.3"))


@pytest.mark.parametrize(
    "command",
    [["merge", "feature", "--no-edit"], ["cherry-pick", "feature"]],
)
def test_two_topics_in_one_place_are_both_kept_and_numbered(
    clone: MergingClone, command: list[str]
) -> None:
    clone.branches(with_topic(VIEWS), with_topic(INDEXES))
    clone.git(*command)
    assert clone.read() == BOTH


def test_a_branch_is_rebased_onto_another(clone: MergingClone) -> None:
    clone.branches(with_topic(VIEWS), with_topic(INDEXES))
    clone.git("checkout", "--quiet", "feature")
    clone.git("rebase", "main")
    assert clone.read() == BOTH


def test_a_stash_is_popped_onto_another_state(clone: MergingClone) -> None:
    clone.write("g.md", with_topic(INDEXES))
    clone.git("stash")
    clone.commit("Ours", **{"g.md": with_topic(VIEWS)})
    clone.git("stash", "pop")
    assert clone.read() == BOTH


def test_a_disagreement_stands_between_markers_and_the_rest_is_merged(clone: MergingClone) -> None:
    ours, theirs = (GUIDE.replace("What a row is.", f"What {each} is.") for each in ("one", "two"))
    clone.branches(with_topic(VIEWS, ours), with_topic(INDEXES, theirs))
    said = clone.git("merge", "feature", fails=True)
    assert "g.md: conflict: description" in said
    disputed = """<<<<<<< ours (description)
- **Description**: What one is.
||||||| base
- **Description**: What a row is.
=======
- **Description**: What two is.
>>>>>>> theirs
"""
    assert clone.read() == BOTH.replace("- **Description**: What a row is.\n", disputed)
    assert clone.git("status", "--short") == "UU g.md\n"


def test_markers_are_as_long_as_git_wants_them(clone: MergingClone) -> None:
    clone.commit("Longer", **{".gitattributes": "*.md merge=curriculum conflict-marker-size=9\n"})
    clone.branches(GUIDE.replace("a key", "one key"), GUIDE.replace("a key", "two keys"))
    clone.git("merge", "feature", fails=True)
    text = clone.read()
    assert all(f"\n{mark * 9}" in text and mark * 10 not in text for mark in "<|=>")


def test_what_theirs_deleted_is_told(clone: MergingClone) -> None:
    clone.branches(with_topic(VIEWS), GUIDE.replace("  - What is a key?\n", ""))
    assert "g.md: deleted by theirs: question 'What is a key?'" in clone.git("merge", "feature")
    assert clone.read() == with_topic(VIEWS).replace("  - What is a key?\n", "")


@pytest.mark.parametrize("ends", ["\r\n", "\n"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("tail", ["", "\n"])
@pytest.mark.slow
def test_line_ends_byte_order_marks_and_the_last_line_stay(
    clone: MergingClone, ends: str, mark: str, tail: str
) -> None:
    base, ours, theirs, both = (
        (mark + text.rstrip("\n") + tail).replace("\n", ends)
        for text in (GUIDE, with_topic(VIEWS), with_topic(INDEXES), BOTH)
    )
    clone.branches(ours, theirs, base=base if base != GUIDE else "")
    clone.git("merge", "feature", "--no-edit")
    assert clone.read() == both


def test_what_is_no_guide_is_merged_by_lines(clone: MergingClone) -> None:
    clone.branches("# Notes\n\nOne.\n\nTwo!\n", "# Notes\n\nOne!\n\nTwo.\n", "n.md", PLAIN)
    clone.git("merge", "feature", "--no-edit")
    assert clone.read("n.md") == "# Notes\n\nOne!\n\nTwo!\n"


def test_a_conflict_in_what_is_no_guide_is_gits(clone: MergingClone) -> None:
    clone.branches("# Notes\n\nOurs.\n", "# Notes\n\nTheirs.\n", "n.md", PLAIN)
    clone.git("merge", "feature", fails=True)
    assert "<<<<<<< ours\nOurs.\n" in clone.read("n.md")
    assert "=======\nTheirs.\n>>>>>>> theirs\n" in clone.read("n.md")


def test_a_guide_that_both_added_is_joined(clone: MergingClone) -> None:
    clone.branches(with_topic(VIEWS), with_topic(INDEXES), "new.md")
    clone.git("merge", "feature", "--no-edit")
    assert clone.read("new.md") == BOTH


@pytest.mark.parametrize("bad", [b"\x00\x01\xff", b"\xff\xfe# \x00"])
def test_bytes_that_are_no_text_stay_ours(tmp_path: Path, bad: bytes) -> None:
    files = {"base": b"one", "ours": bad, "theirs": bad + b"\x00"}
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    done = curriculum("merge-driver", *files, "7", "g.md", at=tmp_path)
    assert done.returncode == 1
    assert (tmp_path / "ours").read_bytes() == bad


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt, RecursionError])
def test_a_fault_or_an_interrupt_leaves_both_sides(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]
) -> None:
    def fail(*_: object) -> None:
        raise fault

    monkeypatch.setattr("curriculum_tools.app.threeway.merge", fail)
    for name, text in {"b": GUIDE, "o": with_topic(VIEWS), "t": with_topic(INDEXES)}.items():
        (tmp_path / name).write_text(text, "utf-8")
    done = curriculum("merge-driver", "b", "o", "t", "7", "g.md", at=tmp_path)
    assert done.returncode == 1
    text = (tmp_path / "o").read_text("utf-8")
    assert "What is a view?" in text
    assert "What is an index?" in text
    assert b"merged by lines" in done.stderr


def test_a_config_that_cannot_be_read_leaves_both_sides(clone: MergingClone) -> None:
    clone.commit("Config", **{"curriculum.toml": "include = 3\n"})
    clone.branches(with_topic(VIEWS), with_topic(INDEXES))
    clone.git("merge", "feature", fails=True)
    assert "What is a view?" in clone.read()
    assert "What is an index?" in clone.read()


PLAIN = "# Notes\n\nOne.\n\nTwo.\n"
