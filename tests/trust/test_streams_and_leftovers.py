"""What is no file is written into; and what a killed run leaves behind goes with the next one."""

import os
import socket
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_tools.store import temporary
from curriculum_tools.store.banks.bank_tables import write_streamed
from curriculum_tools.store.line_merge import merge_by_lines
from curriculum_tools.store.writing import write_text
from tests.cli.test_commands import GUIDE
from tests.commands import ENVIRONMENT, curriculum, curriculum_process

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(GUIDE)
    return tmp_path


@pytest.fixture
def fifo(folder: Path) -> Iterator[tuple[Path, list[bytes]]]:
    """A FIFO, and what somebody reads out of it."""
    path = folder / "fifo"
    os.mkfifo(path)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(path.read_bytes()), daemon=True)
    reader.start()
    yield path, read
    reader.join(10)
    assert stat.S_ISFIFO(path.lstat().st_mode)


def wait_for(read: list[bytes]) -> bytes:
    end = time.monotonic() + 10
    while not read and time.monotonic() < end:
        time.sleep(0.01)
    return read[0]


def test_a_fifo_is_written_into(folder: Path, fifo: tuple[Path, list[bytes]]) -> None:
    path, read = fifo
    done = curriculum("parse", "guide.md", "--output-file", str(path), at=folder)
    assert done.returncode == 0, done.stderr
    assert wait_for(read) == curriculum("parse", "guide.md", at=folder).stdout


def test_a_long_result_goes_into_a_fifo_too(fifo: tuple[Path, list[bytes]]) -> None:
    path, read = fifo
    write_streamed(str(path), ["one\n", "two\n"])
    assert wait_for(read) == b"one\ntwo\n"


def test_a_link_to_a_device_is_followed_and_stays(folder: Path) -> None:
    link = folder.parent / f"{folder.name}-null"
    link.symlink_to("/dev/null")
    done = curriculum("parse", "guide.md", "--output-file", str(link), at=folder)
    assert (done.returncode, done.stdout) == (0, b"")
    assert link.is_symlink()
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_socket_is_no_place_for_a_result_and_stays(folder: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        opened.bind(os.path.relpath(folder / "socket"))
        done = curriculum("parse", "guide.md", "--output-file", "socket", at=folder)
    assert (done.returncode, b"socket: " in done.stderr) == (2, True)
    assert stat.S_ISSOCK((folder / "socket").lstat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"])
def test_standard_output_can_be_named(folder: Path, name: str) -> None:
    if not os.path.exists(name):
        pytest.skip(f"there is no {name} here")
    done = curriculum_process("parse", "guide.md", "--output-file", name, at=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout == curriculum("parse", "guide.md", at=folder).stdout


def test_a_full_device_is_told(folder: Path) -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("there is no /dev/full here")
    done = curriculum("parse", "guide.md", "--output-file", "/dev/full", at=folder)
    assert (done.returncode, done.stderr) == (2, b"error: /dev/full: No space left on device\n")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


@pytest.mark.parametrize("output", ["/dev/null", "fifo"])
def test_a_merge_needs_a_file(folder: Path, output: str) -> None:
    os.mkfifo(folder / "fifo")
    done = curriculum("merge", "guide.md", "-o", output, at=folder)
    assert (done.returncode, b"the lock lies beside" in done.stderr) == (2, True)
    assert sorted(os.listdir(folder)) == ["fifo", "guide.md"]


def names_of(process: int, count: int = 1) -> list[str]:
    host = temporary._host()
    return [f"curriculum-{host}-{process}-{n:016x}.part" for n in range(count)]


@pytest.fixture
def ended() -> int:
    """The number of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_what_a_killed_run_left_is_cleared_by_the_next(folder: Path, ended: int) -> None:
    (left,) = names_of(ended)
    (running,) = names_of(os.getppid())
    others = [f".{running}", ".curriculum-mine.part", f"x.{left}", f".{left}.md"]
    for name in [f".{left}", *others]:
        (folder / name).write_text("half")
    write_text(str(folder / "guide.md"), "new")
    assert sorted(os.listdir(folder)) == sorted(["guide.md", *others])


def test_what_another_host_left_is_cleared_after_a_day(folder: Path, ended: int) -> None:
    (left,) = names_of(ended)
    foreign = folder / f".{left.replace(temporary._host(), '0' * 8)}"
    foreign.write_text("half")
    write_text(str(folder / "guide.md"), "new")
    assert foreign.exists()
    os.utime(foreign, (1, 1))
    write_text(str(folder / "guide.md"), "newer")
    assert not foreign.exists()


def test_a_link_that_is_called_like_one_is_removed_not_followed(folder: Path, ended: int) -> None:
    first, second = names_of(ended, 2)
    (folder / "kept").mkdir()
    (folder / "kept" / "file").write_text("kept")
    (folder / f".{first}").symlink_to("kept")
    (folder / f".{second}").symlink_to("guide.md")
    write_text(str(folder / "other.md"), "new")
    assert sorted(os.listdir(folder)) == ["guide.md", "kept", "other.md"]
    assert (folder / "kept" / "file").read_text() == "kept"
    assert (folder / "guide.md").read_text() == GUIDE


def test_folders_of_killed_merges_are_cleared(
    folder: Path, ended: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(folder))
    (left,) = names_of(ended)
    (folder / left).mkdir()
    (folder / left / "base").write_text("half")
    assert merge_by_lines((b"a\n", b"a\nb\n", b"a\n")).text == b"a\nb\n"
    assert os.listdir(folder) == ["guide.md"]


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_after_a_kill_the_next_run_leaves_only_guides(folder: Path, step: str) -> None:
    code = (
        "import os, signal; from curriculum_tools.cli.main import run\n"
        f"os.{step} = lambda *_: os.kill(os.getpid(), signal.SIGKILL); run(['lint', '--fix'])"
    )
    subprocess.run(
        [sys.executable, "-c", code], cwd=folder, check=False, env=ENVIRONMENT, timeout=60
    )
    assert len([name for name in os.listdir(folder) if name.endswith(".part")]) == 1
    curriculum("lint", "--fix", at=folder)
    assert sorted(os.listdir(folder)) == [".curriculum-cache", "guide.md"]
