"""Work is divided among processes where that is worth it, and comes back in order."""

import os
from collections.abc import Sequence

import pytest

from curriculum_tools.app import parallel
from curriculum_tools.app.parallel import run_parallel


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
