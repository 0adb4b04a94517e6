"""Merging on a disk: what is written, and that nothing is damaged where writing fails."""

import os
import subprocess
from pathlib import Path

import pytest

from curriculum_tools.app.merge import MergeOutcome, run, write
from curriculum_tools.app.merge_tasks import MergeOptions, tasks
from curriculum_tools.model.errors import CurriculumError, LockError, MergeError
from curriculum_tools.store import writing
from curriculum_tools.store.config import Configs
from tests.versions.merge.baking import BAKING, changed

OLD = BAKING
NEW = changed(("Stretching dough.", "Pulling it."), ("Sponges", "Sponge Cakes"))
NEWER = changed(("Why does a sponge fall?", "Why do sponges fall?"), text=NEW)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def outcome(
    *paths: str, output: str = "out.md", locks: tuple[str, ...] = (), oldest_first: bool = True
) -> MergeOutcome:
    """Merge, without writing."""
    options = MergeOptions(paths, output, locks, oldest_first=oldest_first)
    (task,) = tasks(options, Configs())
    return run(task)


def merge(
    *paths: str, output: str = "out.md", locks: tuple[str, ...] = (), oldest_first: bool = True
) -> tuple[str, str]:
    """Merge and write; gives the texts of the guide and its lock."""
    write(outcome(*paths, output=output, locks=locks, oldest_first=oldest_first))
    return files(output)


def files(output: str = "out.md") -> tuple[str, str]:
    lock = Path(output).with_suffix(".lock.json")
    return Path(output).read_text(encoding="utf-8"), lock.read_text(encoding="utf-8")


class TestMergingAgain:
    """What was merged stays as it is."""

    @pytest.mark.parametrize("oldest_first", [True, False])
    @pytest.mark.parametrize(
        "paths", [["old.md", "new.md"], ["out.md"], ["old.md", "new.md", "out.md"]]
    )
    def test_idempotent_and_absorbing(self, paths: list[str], *, oldest_first: bool) -> None:
        once = merge("old.md", "new.md", oldest_first=oldest_first)
        assert merge(*paths, oldest_first=oldest_first) == once
        assert not outcome(*paths, oldest_first=oldest_first).is_stale

    def test_files_that_stand_so_already_are_left_alone(self, folder: Path) -> None:
        merge("old.md", "new.md")
        before = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
        merge("old.md", "new.md")
        assert {path: path.stat().st_mtime_ns for path in folder.iterdir()} == before


class TestTakingBack:
    """A newest version that says what an older one says is the newest all the same."""

    def test_it_wins(self, folder: Path) -> None:
        (folder / "newest.md").write_text(OLD, encoding="utf-8")
        guide, lock = merge("old.md", "new.md", "newest.md")
        assert guide == merge("new.md", "old.md", output="other.md")[0]
        assert '"sources": [\n"new.md",\n"newest.md"\n]' in lock

    def test_one_that_was_counted_with_it_is_the_oldest_again(self, folder: Path) -> None:
        (folder / "newest.md").write_text(OLD, encoding="utf-8")
        paths = ("old.md", "new.md", "newest.md", "out.md")
        merge(*paths[:3])
        (folder / "newest.md").write_text(NEWER, encoding="utf-8")
        guide, lock = merge(*paths)
        assert guide == merge(*paths[:3], output="other.md")[0]
        assert '"sources": [\n"old.md",\n"new.md",\n"newest.md"\n]' in lock

    def test_a_source_that_is_named_twice_is_where_it_is_named_first(self) -> None:
        once = merge("old.md", "new.md")
        assert merge("old.md", "new.md", "old.md") == once


class TestNewsUnderAnEdit:
    """What a version changes where the guide was edited by hand is asked until it is settled."""

    EDITED = ("Pulling it.", "By hand.")

    def opened(self) -> list[tuple[str, list[str]]]:
        found = outcome("old.md", "new.md").merged.open_conflicts
        return [(each.kind, [option.value for option in each.options]) for each in found]

    def test_it_is_open_at_each_merge(self, folder: Path) -> None:
        guide, _ = merge("old.md", "new.md")
        (folder / "out.md").write_text(guide.replace(*self.EDITED), encoding="utf-8")
        merge("old.md", "new.md")
        assert self.opened() == []
        (folder / "new.md").write_text(NEW.replace("Pulling it.", "Folding."), encoding="utf-8")
        asked = [("description", ["By hand.", "Pulling it.", "Folding."])]
        assert self.opened() == asked
        assert "By hand." in merge("old.md", "new.md")[0]
        assert self.opened() == asked
        assert "By hand." in merge("old.md", "new.md")[0]

    def test_a_ruling_settles_it(self, folder: Path) -> None:
        self.test_it_is_open_at_each_merge(folder)
        ruling = "description:\n- {topic: Kneading, text: By hand.}\n"
        (folder / "curriculum.decisions.yaml").write_text(ruling, encoding="utf-8")
        for _ in range(2):
            assert self.opened() == []
            assert "By hand." in merge("old.md", "new.md")[0]

    def test_what_was_taken_over_is_settled(self, folder: Path) -> None:
        self.test_it_is_open_at_each_merge(folder)
        guide = (folder / "out.md").read_text(encoding="utf-8")
        (folder / "out.md").write_text(guide.replace("By hand.", "Folding."), encoding="utf-8")
        assert self.opened() == []
        assert '"edits": []' in merge("old.md", "new.md")[1]

    def test_a_field_that_was_added_by_hand(self, folder: Path) -> None:
        guide, _ = merge("old.md", "new.md")
        line = "- **Description**: Pulling it.\n"
        for name, text, path in (("out.md", guide, "a.md"), ("new.md", NEW, "b.md")):
            added = f"{line}- **Path to detailed notes**: `{path}`\n"
            (folder / name).write_text(text.replace(line, added), encoding="utf-8")
        assert self.opened() == [("notes", ["a.md (written)", "", "b.md (written)"])]
        assert "`a.md`" in merge("old.md", "new.md")[0]


class TestConflictsInTheLock:
    """Whichever side is taken, only what people have edited is kept as an edit."""

    LEFT = ("Pulling it.", "Pulling.")
    RIGHT = ("Pulling it.", "Folding it.")

    def branch(self, folder: Path, change: tuple[str, str], title: tuple[str, str]) -> str:
        """Change the newest version and edit the guide on a branch; return the lock there."""
        base = {name: (folder / name).read_text(encoding="utf-8") for name in NAMES}
        (folder / "new.md").write_text(base["new.md"].replace(*change), encoding="utf-8")
        (folder / "out.md").write_text(base["out.md"].replace(*title), encoding="utf-8")
        _, lock = merge("old.md", "new.md")
        for name, text in base.items():
            (folder / name).write_text(text, encoding="utf-8")
        return lock

    @pytest.mark.parametrize("taken", ["left", "right", "conflict"])
    def test_values_of_versions_are_no_edits(self, folder: Path, taken: str) -> None:
        guide, base = merge("old.md", "new.md")
        left = self.branch(folder, self.LEFT, ("Proving", "Rising"))
        right = self.branch(folder, self.RIGHT, ("# Baking", "# Bake"))
        locks = {"left": left, "right": right, "conflict": conflicted(left, base, right)}
        (folder / "out.lock.json").write_text(locks[taken], encoding="utf-8")
        resolved = guide.replace("Proving", "Rising").replace("# Baking", "# Bake")
        (folder / "out.md").write_text(resolved.replace(*self.RIGHT), encoding="utf-8")
        (folder / "new.md").write_text(NEW.replace(*self.RIGHT), encoding="utf-8")
        assert outcome("old.md", "new.md").is_repaired == (taken == "conflict")
        found, lock = merge("old.md", "new.md")
        assert found == resolved.replace(*self.RIGHT)
        assert lock.count('"edit":') == 2
        (folder / "new.md").write_text(NEW.replace("Pulling it.", "Resting it."), encoding="utf-8")
        assert merge("old.md", "new.md")[0] == resolved.replace("Pulling it.", "Resting it.")

    def test_a_conflict_in_the_guide_is_to_be_resolved_first(self, folder: Path) -> None:
        guide, _ = merge("old.md", "new.md")
        marked = "<<<<<<< a\nPulling it.\n=======\nFolding it.\n>>>>>>> b\n"
        (folder / "out.md").write_text(guide + marked, encoding="utf-8")
        with pytest.raises(CurriculumError, match=r"^out\.md:\d+: a conflict marker"):
            merge("old.md", "new.md")


NAMES = ("new.md", "out.md", "out.lock.json")


def conflicted(ours: str, base: str, theirs: str) -> str:
    """Merge locks as git does where it must leave conflicts."""
    for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
        Path(name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        ["git", "merge-file", "-p", "ours", "base", "theirs"],
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "<<<<<<<" in done.stdout
    return done.stdout


class TestLocks:
    """A lock stands in for its versions, byte for byte."""

    @pytest.mark.parametrize("oldest_first", [True, False])
    def test_it_gives_what_they_give(self, folder: Path, *, oldest_first: bool) -> None:
        (folder / "newer.md").write_text(NEWER, encoding="utf-8")
        merge("old.md", "new.md", output="two.md", oldest_first=oldest_first)
        three = merge("old.md", "new.md", "newer.md", output="a.md", oldest_first=oldest_first)
        for source in ("old.md", "new.md"):
            (folder / source).unlink()
        lock = ("two.lock.json",)
        found = merge("newer.md", output="b.md", locks=lock, oldest_first=oldest_first)
        assert found == three

    def test_sources_are_named_from_the_folder_of_the_lock(self, folder: Path) -> None:
        (folder / "below").mkdir()
        _, lock = merge("old.md", output="below/out.md")
        assert '"sources": [\n"../old.md"\n]' in lock
        (folder / "old.md").unlink()
        found = merge("new.md", output="all.md", locks=("below/out.lock.json",))
        assert '"sources": [\n"old.md",\n"new.md"\n]' in found[1]

    def test_two_sources_of_one_name(self, folder: Path) -> None:
        merge("old.md", output="two.md")
        merge("old.md", output="again.md", locks=("two.lock.json",))  # says the same
        (folder / "old.md").write_text(NEW, encoding="utf-8")
        with pytest.raises(MergeError, match=r"^old\.md: two sources of this name"):
            outcome("old.md", output="third.md", locks=("two.lock.json",))

    def test_one_without_an_order_cannot_tell_the_newest(self) -> None:
        merge("old.md", "new.md", output="two.md", oldest_first=False)
        with pytest.raises(MergeError, match="older"):
            outcome("old.md", output="out.md", locks=("two.lock.json",))

    @pytest.mark.parametrize("damage", ["", "{", '{"version": 9}', "<<<<<<< HEAD\n"])
    def test_a_damaged_one_is_named_and_nothing_is_written(self, damage: str) -> None:
        merge("old.md", "new.md")
        Path("out.lock.json").write_text(damage, encoding="utf-8")
        before = Path("out.md").read_text(encoding="utf-8")
        for locks in ((), ("out.lock.json",)):
            with pytest.raises(LockError, match=r"^out\.lock\.json"):
                merge("old.md", "new.md", locks=locks)
        assert files() == (before, damage)


class TestSources:
    """What cannot be one version of a guide is refused, by name."""

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            (b"# A\n## B\n<<<<<<< ours\n### C\n=======\n### D\n>>>>>>> theirs\n", "bad.md:3: "),
            (BAKING.encode("utf-16"), "bad.md: it is UTF-16"),
        ],
    )
    def test_refused(self, folder: Path, text: bytes, message: str) -> None:
        (folder / "bad.md").write_bytes(text)
        with pytest.raises(CurriculumError, match=f"^{message}"):
            merge("old.md", "bad.md")
        assert not (folder / "out.md").exists()

    def test_bytes_that_are_no_text_are_kept(self, folder: Path) -> None:
        (folder / "bytes.md").write_bytes(b"# A\n## B\n### C \xff\n- **Description**: \xfe\xe9.\n")
        write(outcome("bytes.md"))
        assert b"C \xff\n- **Description**: \xfe\xe9.\n" in (folder / "out.md").read_bytes()
        assert not outcome("bytes.md").is_stale

    def test_line_ends_of_another_system(self, folder: Path) -> None:
        once = merge("old.md", "new.md")
        (folder / "new.md").write_bytes(NEW.replace("\n", "\r\n").encode())
        assert merge("old.md", "new.md") == once

    def test_a_guide_that_was_not_merged_is_not_overwritten(self, folder: Path) -> None:
        (folder / "out.md").write_text("# Mine\n", encoding="utf-8")
        with pytest.raises(MergeError, match="was not merged"):
            merge("old.md", "new.md")
        assert (folder / "out.md").read_text(encoding="utf-8") == "# Mine\n"

    def test_a_folder_is_no_guide_to_write(self, folder: Path) -> None:
        (folder / "out.md").mkdir()
        with pytest.raises(CurriculumError, match=r"^out\.md: "):
            merge("old.md", "new.md")
        assert not (folder / "out.lock.json").exists()


class Killed(BaseException):
    """Nothing in the code under test expects it, as it would not expect to be killed."""


STEPS = ("create", "fsync", "chmod", "replace")


def dying_at(monkeypatch: pytest.MonkeyPatch, step: str, number: int, error: BaseException) -> None:
    """Let a step of writing fail when it is taken for the given time, from 1."""
    taken = 0
    places = {
        "create": (writing, "open_beside"),
        "fsync": (os, "fsync"),
        "chmod": (os, "chmod"),
        "replace": (os, "replace"),
    }
    place, name = places[step]
    real = getattr(place, name)

    def dying(*arguments: object, **options: object) -> object:
        nonlocal taken
        taken += 1
        if taken == number:
            raise error
        return real(*arguments, **options)

    monkeypatch.setattr(place, name, dying)


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize("number", [1, 2])
@pytest.mark.parametrize("error", [Killed(), OSError(28, "No space left on device")])
def test_writing_that_fails_damages_nothing(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    number: int,
    error: BaseException,
) -> None:
    """Each file is the old or the new one, whole; the next merge makes good what is missing."""
    old = merge("old.md", "new.md")
    (folder / "new.md").write_text(NEWER, encoding="utf-8")
    new = merge("old.md", "new.md", output="other.md")
    with monkeypatch.context() as patch:
        dying_at(patch, step, number, error)
        with pytest.raises((Killed, CurriculumError)):
            merge("old.md", "new.md")
    guide, lock = files()
    assert guide in (old[0], new[0])
    assert lock in (old[1], new[1])
    if isinstance(error, OSError):
        assert not list(folder.glob(".curriculum-*"))
    assert merge("old.md", "new.md") == new


class TestWhatIsNoPath:
    """A text where one version has notes, and another has a path."""

    TOPIC = "- **Description**: Letting the yeast work.\n"

    @pytest.mark.parametrize(
        "value", ["TBD (ask)", "[[proving]]", '"soon"', "\n  - TBD", "later\n  - TBD"]
    )
    @pytest.mark.parametrize("path_is_newer", [True, False])
    def test_the_path_is_printed_and_the_text_is_in_the_lock(
        self, folder: Path, value: str, *, path_is_newer: bool
    ) -> None:
        with_text = f"{self.TOPIC}- **Path to detailed notes**: {value}\n"
        with_path = f"{self.TOPIC}- **Path to detailed notes**: `notes/proving.md`\n"
        versions = [with_text, with_path] if path_is_newer else [with_path, with_text]
        for name, version in zip(("old.md", "new.md"), versions, strict=True):
            (folder / name).write_text(changed((self.TOPIC, version)), encoding="utf-8")
        guide, lock = merge("old.md", "new.md")
        assert "- **Path to detailed notes**: `notes/proving.md`" in guide
        assert value.splitlines()[-1].strip().replace('"', '\\"') in lock
        assert merge("old.md", "new.md", "out.md") == (guide, lock)
        assert merge(locks=("out.lock.json",), output="again.md")[0] == guide

    def test_a_text_alone_is_printed_as_it_is(self, folder: Path) -> None:
        value = f"{self.TOPIC}- **Path to detailed notes**: TBD\n"
        (folder / "old.md").write_text(changed((self.TOPIC, value)), encoding="utf-8")
        assert value in merge("old.md", "new.md")[0]
