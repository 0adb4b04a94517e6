"""Progress: on a terminal, once a run takes long, and nowhere else."""

import io
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from curriculum_tools.cli import progress
from curriculum_tools.cli.progress import progress_on_terminal
from tests.cli.test_commands import GUIDE
from tests.commands import ENVIRONMENT


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that is set by hand, in seconds."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.delenv("TERM", raising=False)
    terminal = Terminal()
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=terminal))
    return terminal


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(progress, "time", clock)
    return clock


def test_nothing_is_shown_within_a_second(terminal: Terminal, clock: Clock) -> None:
    show = progress_on_terminal("linting")
    assert show
    show(1, 3)
    clock.now += 0.99
    show(2, 3)
    show(3, 3)
    assert terminal.getvalue() == ""


def test_then_one_line_is_written_over_the_other_and_taken_away(
    terminal: Terminal, clock: Clock
) -> None:
    show = progress_on_terminal("linting")
    assert show
    clock.now += 1.01
    for done in range(1, 4):
        show(done, 1_200)  # no time goes by between these
    clock.now += 0.2
    show(4, 1_200)
    show(1_200, 1_200)
    assert terminal.getvalue() == ("linting: 1 of 1,200\x1b[K\rlinting: 4 of 1,200\x1b[K\r\x1b[K")


def test_where_nobody_looks_nothing_is_shown(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert progress_on_terminal("linting", quiet=True) is None
    monkeypatch.setenv("TERM", "dumb")
    assert progress_on_terminal("linting") is None
    monkeypatch.delenv("TERM")
    monkeypatch.setattr(progress, "sys", SimpleNamespace(stderr=io.StringIO()))
    assert progress_on_terminal("linting") is None


def slow(command: list[str], said: bytes) -> object:
    """Return a command that says little more than another one."""
    return pytest.param(command, said, marks=pytest.mark.slow)


IMPATIENT = """
import sys
from curriculum_tools.cli import progress
from curriculum_tools.cli.main import run

progress.PATIENCE = progress.PAUSE = 0.0
sys.exit(run(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there are no terminals of POSIX")
@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["lint", "--no-cache"], b"linting guides: 1 of 3"),
        slow(["lint", "--no-cache", "--output-format", "json"], b"linting guides: 2 of 3"),
        (["lint", "--no-cache", "--quiet"], None),
        slow(["lint", "--no-cache", "--diff"], b"linting guides: 2 of 3"),
        (["duplicates"], b"comparing questions: "),
    ],
)
def test_commands_show_it_on_a_terminal_alone(
    tmp_path: Path, command: list[str], said: bytes | None
) -> None:
    import pty

    for name in ("a.md", "b.md", "c.md"):
        (tmp_path / name).write_text(GUIDE, encoding="utf-8")
    ours, theirs = pty.openpty()
    arguments = [sys.executable, "-c", IMPATIENT, *command]
    for stderr in (theirs, subprocess.PIPE):
        done = subprocess.run(
            arguments,
            cwd=tmp_path,
            env=ENVIRONMENT,
            stdout=subprocess.PIPE,
            stderr=stderr,
            check=False,
        )
        assert done.returncode in (0, 1)
        assert b" of 3" not in done.stdout
        if stderr == theirs:
            os.write(theirs, b".")
            shown = os.read(ours, 100_000)
            assert said in shown if said else b"1 of 3" not in shown
        else:
            assert b" of 3" not in done.stderr
    os.close(ours)
    os.close(theirs)
