"""Whatever becomes of the cache's file, the cache only ever knows less."""

import sqlite3
import time
from pathlib import Path

import pytest

from curriculum_tools.store.cache import database
from curriculum_tools.store.cache.database import FILE, KEPT, Database, remove


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def keep(folder: Path, *entries: tuple[str, str, bytes]) -> None:
    Database(str(folder)).keep(entries)


def value(folder: Path, slot: str = "slot", key: str = "key") -> bytes | None:
    opened = Database(str(folder))
    try:
        return opened.get(slot, key)
    finally:
        opened.close()


def test_a_slot_has_one_value_under_one_key(folder: Path) -> None:
    assert value(folder) is None
    assert not folder.exists()
    keep(folder, ("slot", "old key", b"old"), ("other", "key", b"other"))
    keep(folder, ("slot", "key", b"new"))
    assert value(folder) == b"new"
    assert value(folder, key="old key") is None
    assert value(folder, slot="other") == b"other"
    assert (folder / ".gitignore").read_text().startswith("*\n")


@pytest.mark.parametrize("data", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_file_is_made_anew(folder: Path, data: bytes) -> None:
    keep(folder)
    (folder / FILE).write_bytes(data)
    assert value(folder) is None
    keep(folder, ("slot", "key", b"value"))
    if value(folder) is None:  # the damage was met by writing, and the file dropped
        keep(folder, ("slot", "key", b"value"))
    assert value(folder) == b"value"


@pytest.mark.parametrize("begun", [None, "", "*\n# Written"])
def test_a_folder_that_was_begun_is_finished(folder: Path, begun: str | None) -> None:
    folder.mkdir()
    if begun is not None:
        (folder / ".gitignore").write_text(begun)
    keep(folder, ("slot", "key", b"value"))
    assert value(folder) == b"value"


def test_damage_at_any_place_gives_the_value_or_none(folder: Path) -> None:
    keep(folder, *((f"slot {n}", "key", b"value" * 50) for n in range(50)))
    whole = (folder / FILE).read_bytes()
    for place in range(0, len(whole), 97):
        (folder / FILE).write_bytes(whole[:place] + b"\xa5" * 40 + whole[place + 40 :])
        found = [value(folder, slot=f"slot {n}") for n in (0, 25, 49)]
        assert all(each is None or isinstance(each, bytes) for each in found)


def test_a_folder_that_cannot_be_made_is_no_error(folder: Path) -> None:
    folder.write_text("a file where the folder should be")
    keep(folder, ("slot", "key", b"value"))
    assert value(folder) is None


@pytest.mark.parametrize("message", ["database or disk is full", "attempt to write a readonly"])
def test_a_full_or_read_only_disk_is_no_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, message: str
) -> None:
    class Full(sqlite3.Connection):
        def executemany(self, *_: object) -> sqlite3.Cursor:
            raise sqlite3.OperationalError(message)

    keep(folder, ("slot", "key", b"value"))
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda path, **_: connect(path, factory=Full))
    keep(folder, ("slot", "key", b"new"))
    monkeypatch.undo()
    assert value(folder) == b"value"


def test_a_run_that_waits_too_long_goes_on_without(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.01)
    keep(folder, ("slot", "key", b"value"))
    other = sqlite3.connect(folder / FILE, isolation_level=None)
    other.execute("begin exclusive")
    assert value(folder) is None
    keep(folder, ("slot", "key", b"new"))
    other.execute("rollback")
    other.close()
    assert value(folder) == b"value"


def test_what_nobody_made_anew_for_long_is_dropped(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(time, "time", lambda: 1_000_000)
    keep(folder, ("slot", "key", b"value"))
    monkeypatch.setattr(time, "time", lambda: 1_000_001 + KEPT)
    keep(folder, ("other", "key", b"value"))
    assert value(folder) is None


def test_removing_leaves_alone_what_others_put_there(folder: Path) -> None:
    assert remove(str(folder)) == []
    keep(folder, ("slot", "key", b"value"))
    assert remove(str(folder)) == [str(folder)]
    assert not folder.exists()
    keep(folder, ("slot", "key", b"value"))
    (folder / "mine").touch()
    assert remove(str(folder)) == [str(folder / FILE), str(folder / ".gitignore")]
    assert [file.name for file in folder.iterdir()] == ["mine"]
