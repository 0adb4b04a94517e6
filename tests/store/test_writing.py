"""Files are written whole or not at all, whatever happens meanwhile."""

import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

import pytest

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store import writing
from curriculum_tools.store.writing import write_text

OLD, NEW = "\ufeffold\r\n", "\ufeffnew \udcff\r\nof two lines\r"
STEPS = ["fsync", "chmod", "replace"]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "guide.md"
    path.write_bytes(OLD.encode())
    return path


def test_bytes_are_written_as_they_were_read(file: Path) -> None:
    write_text(str(file), NEW)
    assert file.read_bytes() == NEW.encode("utf-8", "surrogateescape")
    assert os.listdir(file.parent) == [file.name]


def test_a_text_without_bytes_is_refused(file: Path) -> None:
    with pytest.raises(UnreadableError, match="has characters that no file can hold"):
        write_text(str(file), "new \ud800")
    assert file.read_bytes() == OLD.encode()
    assert os.listdir(file.parent) == [file.name]


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755, 0o444])
def test_permissions_are_kept(file: Path, mode: int) -> None:
    file.chmod(mode)
    write_text(str(file), NEW)
    assert stat.S_IMODE(file.stat().st_mode) == mode


def test_the_owner_is_kept(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = []
    monkeypatch.setattr(os, "chown", lambda _path, user, group: given.append((user, group)))
    write_text(str(file), NEW)
    assert given == [(file.stat().st_uid, file.stat().st_gid)]


def test_a_link_stays_one(file: Path) -> None:
    link = file.with_name("link.md")
    link.symlink_to(file.name)
    write_text(str(link), NEW)
    assert link.is_symlink()
    assert file.read_bytes() == NEW.encode("utf-8", "surrogateescape")


@pytest.mark.parametrize("step", STEPS)
def test_a_step_that_fails_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(os, step, _raising(OSError(28, "No space left on device")))
    with pytest.raises(UnreadableError, match="No space left"):
        write_text(str(file), NEW)
    assert_untouched(file)


@pytest.mark.parametrize("step", STEPS)
def test_an_interrupted_step_leaves_the_file_as_it_was(
    file: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    monkeypatch.setattr(os, step, _raising(KeyboardInterrupt()))
    with pytest.raises(KeyboardInterrupt):
        write_text(str(file), NEW)
    assert_untouched(file)


def test_a_folder_that_cannot_be_written_is_an_error(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    denied = _raising(PermissionError(13, "Permission denied"))
    monkeypatch.setattr(writing, "open_beside", denied)
    with pytest.raises(UnreadableError, match="Permission denied"):
        write_text(str(file), NEW)
    assert_untouched(file)


def assert_untouched(file: Path) -> None:
    assert file.read_bytes() == OLD.encode()
    assert os.listdir(file.parent) == [file.name]


def _raising(error: BaseException) -> Callable[..., NoReturn]:
    def step(*_arguments: Any, **_named: Any) -> NoReturn:
        raise error

    return step
