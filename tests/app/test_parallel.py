"""Work is divided among processes where that is worth it, and comes back in order."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from curriculum_tools.app import parallel
from curriculum_tools.app.parallel import run_parallel
from tests.commands import ENVIRONMENT


def work(task: int) -> tuple[int, int]:
    """Return a task with the process that it was done in."""
    return task, os.getpid()


def size(task: int) -> int:
    return task


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parallel, "SHARE", 10)
    monkeypatch.setattr(parallel, "PARALLEL_FROM", 40)


def processes(tasks: Sequence[int], jobs: int) -> set[int]:
    done = list(run_parallel(work, tasks, size, jobs))
    assert [task for task, _ in done] == list(tasks)
    return {process for _, process in done}


def test_much_work_is_divided() -> None:
    assert os.getpid() not in processes([10] * 5 + [3] * 5, jobs=2)


@pytest.mark.parametrize(("tasks", "jobs"), [([], 2), ([10, 10, 9], 2), ([10] * 9, 1)])
def test_little_work_is_not(tasks: list[int], jobs: int) -> None:
    assert processes(tasks, jobs) <= {os.getpid()}


LONG_WORK = """
import multiprocessing, os, sys, time
from curriculum_tools.app import parallel

def work(task):
    os.write(1, b"%d\\n" % os.getpid())
    while True:
        sum(range(1000))

if __name__ == "__main__":
    multiprocessing.set_start_method(sys.argv[1])
    parallel.SHARE, parallel.PARALLEL_FROM = 1, 2
    list(parallel.run_parallel(work, [1, 2, 3], lambda task: task, 3))
"""


@pytest.fixture(params=multiprocessing.get_all_start_methods())
def busy(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A process whose three workers never come to an end, and print their ids first."""
    (tmp_path / "long_work.py").write_text(LONG_WORK)
    command = [sys.executable, "long_work.py", request.param]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=ENVIRONMENT
    ) as process:
        yield process
        process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_their_parent_however_it_ends(
    busy: "subprocess.Popen[bytes]", how: signal.Signals
) -> None:
    assert busy.stdout
    workers = [int(busy.stdout.readline()) for _ in range(3)]
    assert all(map(is_running, workers))
    busy.send_signal(how)
    try:
        assert soon(lambda: not any(map(is_running, workers)))
    finally:
        for worker in filter(is_running, workers):
            os.kill(worker, signal.SIGKILL)


def soon(is_so: Callable[[], bool], seconds: float = 20) -> bool:
    """Wait until something is so; return whether it is."""
    last = time.monotonic() + seconds
    while not is_so() and time.monotonic() < last:
        time.sleep(0.02)
    return is_so()


def is_running(process: int) -> bool:
    """Tell whether a process runs; one that has ended may wait for someone to take note of it."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    shown = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(process)], capture_output=True, check=False
    )
    return shown.stdout.strip()[:1] not in (b"", b"Z")
