"""`curriculum history`, in real repositories."""

from pathlib import Path
from typing import Any

import pytest

from curriculum_tools.app.history import history_of
from tests.cli.test_collisions import LATCHES, START
from tests.clones import NAME, Clone
from tests.commands import curriculum
from tests.schemas import validate


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    clone = Clone(tmp_path)
    clone.write(NAME, START)
    clone.commit("Put the numbers right")
    return clone


def told(clone: Clone, name: str, *paths: str) -> list[tuple[str, list[Any]]]:
    """Return the subjects of commits, each with what it did."""
    done = curriculum("history", name, *paths, "--output-format", "json", at=clone.folder)
    assert done.returncode == 0, done.stderr
    history = validate("history", done.stdout.decode())
    return [
        (event["subject"], [step["kind"] for step in event["steps"]]) for event in history["events"]
    ]


def test_a_topic_through_new_names_and_numbers_of_it_and_its_file(clone: Clone) -> None:
    moved = START.replace(
        "### 1.3 Locks", LATCHES.strip().replace("1.4", "1.3") + "\n\n### 1.4 Locks"
    )
    clone.write(NAME, moved)
    clone.commit("Put latches in")
    clone.git("mv", NAME, "guides/b.md")
    clone.git("commit", "--quiet", "-m", "Rename the file")
    clone.write("guides/b.md", moved.replace("1.4 Locks", "1.4 Who May Write"))
    clone.commit("Rename the topic")
    assert told(clone, "1.4") == [
        ("Begin", ["came"]),
        ("Put latches in", ["renumbered"]),
        ("Rename the topic", ["renamed"]),
    ]
    text = curriculum("history", "who may write", at=clone.folder).stdout.decode()
    assert text.startswith("1.4 Who May Write (guides/b.md:")
    assert "  renamed: Locks -> Who May Write\n" in text


def test_a_question_that_was_reworded_and_moved(clone: Clone) -> None:
    asked = "  - When does a lock wait for another?\n"
    clone.write(NAME, START.replace("wait for another", "wait for another one"))
    clone.commit("Reword")
    without = START.replace(asked, "  - What is a lock?\n")
    there = "  - What are the benefits of a narrow table?\n"
    clone.write(NAME, without.replace(there, there + asked.replace("another", "another one")))
    clone.commit("Move")
    assert told(clone, "lock wait") == [
        ("Begin", ["came"]),
        ("Reword", ["reworded"]),
        ("Move", ["moved"]),
    ]


def test_what_was_dropped_is_found(clone: Clone) -> None:
    clone.write(NAME, START[: START.index("### 1.3")])
    clone.commit("Drop")
    assert told(clone, "Locks") == [("Begin", ["came"]), ("Drop", ["dropped"])]


def test_a_guide_that_is_gone_is_named_by_its_path(clone: Clone) -> None:
    clone.git("rm", "--quiet", NAME)
    clone.git("commit", "--quiet", "-m", "Remove the guide")
    assert told(clone, "1.3", NAME) == [("Begin", ["came"]), ("Remove the guide", ["dropped"])]
    done = curriculum("history", "1.3", "guides/never.md", at=clone.folder)
    assert (done.returncode, done.stderr) == (
        2,
        b"error: guides/never.md: no such file or folder\n",
    )


def test_what_came_on_a_branch_came_there(clone: Clone) -> None:
    clone.two_branches(NAME, f"Words.\n\n{START}", START + LATCHES)
    clone.git("merge", "--quiet", "theirs")
    assert told(clone, "Latches") == [("Theirs", ["came"])]


def test_a_chapter_through_a_new_name_and_other_topics(clone: Clone) -> None:
    clone.write(NAME, START.replace("1. Storage", "1. Keeping Rows"))
    clone.commit("Rename")
    clone.write(NAME, START.replace("1. Storage", "2. Keeping Rows"))
    clone.commit("Renumber")
    clone.write(NAME, START.replace("1. Storage", "2. Keeping Rows") + LATCHES)
    clone.commit("Add latches")
    assert told(clone, "Keeping Rows") == [
        ("Begin", ["came"]),
        ("Rename", ["renamed"]),
        ("Renumber", ["renumbered"]),
        ("Add latches", ["topics-changed"]),
    ]
    assert told(clone, "2") == told(clone, "Keeping Rows")


def test_a_shallow_clone_says_that_it_ends(clone: Clone, tmp_path: Path) -> None:
    clone.write(NAME, START.replace("Locks", "Who May Write"))
    clone.commit("Rename")
    shallow = clone.at(tmp_path / "shallow")
    clone.git("clone", "--quiet", "--depth=2", f"file://{clone.folder}", str(shallow.folder))
    assert told(shallow, "1.3") == [("Rename", ["renamed"])]
    text = curriculum("history", "1.3", at=shallow.folder).stdout.decode()
    assert "what was before is not in this shallow clone: git fetch --unshallow\n" in text
    done = curriculum("history", "Views", at=shallow.folder)
    assert done.returncode == 2
    assert b"this is a shallow clone" in done.stderr


def test_a_guide_that_was_renamed_and_changed_twice(clone: Clone) -> None:
    name = NAME
    for number, (before, after) in enumerate([("Locks", "Lock"), ("Lock", "Locking")]):
        text = clone.read(name).replace(f"1.3 {before}", f"1.3 {after}")
        clone.git("mv", name, f"guides/{number}.md")
        name = f"guides/{number}.md"
        clone.write(name, text)
        clone.commit(f"To {after}")
    assert told(clone, "1.3") == [
        ("Begin", ["came"]),
        ("To Lock", ["renamed"]),
        ("To Locking", ["renamed"]),
    ]


def test_before_the_first_commit_there_is_no_history(clone: Clone, tmp_path: Path) -> None:
    clone.git("checkout", "--quiet", "--orphan", "new")
    done = curriculum("history", "1.3", at=clone.folder)
    assert done.returncode == 2
    assert done.stderr.startswith(b"error: history: no commit has any of: guides/")


@pytest.mark.parametrize(
    ("name", "said"),
    [("narrow table", "narrow table: may mean 2 things"), ("Views", "is called that")],
)
def test_what_is_not_one_thing_exits_2(clone: Clone, name: str, said: str) -> None:
    done = curriculum("history", name, at=clone.folder)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_commits_that_were_read_are_counted(clone: Clone, monkeypatch: pytest.MonkeyPatch) -> None:
    clone.write(NAME, START.replace("Locks", "Who May Write"))
    clone.commit("Rename")
    monkeypatch.chdir(clone.folder)
    seen: list[tuple[int, int]] = []
    history_of("1.3", [NAME], None, lambda done, total: seen.append((done, total)))
    assert seen[-4:] == [(0, 3), (1, 3), (2, 3), (3, 3)]
