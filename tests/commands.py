"""Running `curriculum` in tests: in this process, which is fast, or in one of its own.

A process of its own is for what needs one: signals, closed pipes, what is imported, hash seeds,
several processes. Everything else is the same in both.
"""

import io
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import chdir, contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest import mock

ROOT = Path(__file__).parents[1]
UNMEASURED = {"PATH": "/usr/bin:/bin", "COLUMNS": "100", "PYTHONPATH": str(ROOT)}
# If coverage is measured, the processes that tests start add to it.
MEASURED = {name: value for name, value in os.environ.items() if name.startswith("COVERAGE_")}
ENVIRONMENT = UNMEASURED | MEASURED

NOT_REPLAYED = -1
_ROOMS_THAT_REMEMBER = ("curriculum_tools.app.", "curriculum_tools.store.")


class Done(NamedTuple):
    """How a command exited, and the bytes that it wrote to its streams."""

    returncode: int
    stdout: bytes
    stderr: bytes


def curriculum(*arguments: str, at: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run a command in this process, in the folder `at`, as if the process were new."""
    from curriculum_tools.cli.main import run

    return _in_folder(at, lambda: run(list(arguments)), stdin, environment)


def replayed(*arguments: str, at: Path, **environment: str) -> Done | None:
    """Return what an earlier run in the folder `at` said, if nothing has changed since."""
    from curriculum_tools.cli.replaying import replayed

    done = _in_folder(at, lambda: replayed(list(arguments)), b"", environment)
    return None if done.returncode == NOT_REPLAYED else done


def _in_folder(
    at: Path, run: Callable[[], int | None], stdin: bytes, environment: dict[str, str]
) -> Done:
    _forget_files()
    with chdir(at), _streams(stdin) as (out, err):
        with mock.patch.dict(os.environ, ENVIRONMENT | environment, clear=True):
            code = run()
        sys.stdout.flush()
        sys.stderr.flush()
        return Done(NOT_REPLAYED if code is None else code, out.getvalue(), err.getvalue())


def curriculum_process(*arguments: str, at: Path, stdin: bytes = b"", **environment: str) -> Done:
    """Run a command in a process of its own, in the folder `at`."""
    done = subprocess.run(
        [sys.executable, "-m", "curriculum_tools", *arguments],
        cwd=at,
        input=stdin,
        capture_output=True,
        check=False,
        timeout=120,
        env=ENVIRONMENT | environment,
    )
    return Done(done.returncode, done.stdout, done.stderr)


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Put streams into memory where a process has its own."""
    out, err = io.BytesIO(), io.BytesIO()
    with (
        mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8")),
        mock.patch.object(sys, "stdout", io.TextIOWrapper(out, "utf-8", newline="\n")),
        mock.patch.object(sys, "stderr", io.TextIOWrapper(err, "utf-8", newline="\n")),
    ):
        yield out, err


def _forget_files() -> None:
    """Clear what a run remembers of the disk: the next one may find other files there."""
    for name, module in list(sys.modules.items()):
        if name.startswith(_ROOMS_THAT_REMEMBER):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()
