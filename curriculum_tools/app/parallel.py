"""Work on many files, divided among processes where that is worth it."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import chain
from typing import TypeVar

from curriculum_tools.store import disk

PARALLEL_FROM = 1_000_000  # bytes; below, starting processes costs more than it saves
SHARE = 250_000  # bytes a process takes at a time, so that none idles while another has a queue

Task = TypeVar("Task")
Result = TypeVar("Result")


def run_parallel(
    work: Callable[[Task], Result],
    tasks: Sequence[Task],
    size: Callable[[Task], int],
    jobs: int,
) -> Iterable[Result]:
    """Return the results of some work on tasks, in their order; `size` tells a task's bytes.

    `jobs` is the number of processes, 0 for one a core.
    """
    jobs = jobs or os.cpu_count() or 1
    shares = list(_shares(tasks, size)) if jobs > 1 else []
    if len(shares) < PARALLEL_FROM // SHARE:
        return map(work, tasks)
    return _divided(partial(_each, work), shares, min(jobs, len(shares)))


def _divided(
    work: Callable[[list[Task]], list[Result]], shares: Sequence[list[Task]], jobs: int
) -> Iterator[Result]:
    """Yield the results as they come, in order, from processes that end with this one."""
    from concurrent.futures import ProcessPoolExecutor

    disk.forget_notes()  # of what others look at
    with ProcessPoolExecutor(jobs, initializer=_end_with_parent) as pool:
        with _interrupts_held():
            results = pool.map(work, shares)
        try:
            yield from chain.from_iterable(results)
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Have no interrupt reach processes that are started meanwhile; this one gets it afterwards."""
    import signal

    if not hasattr(signal, "pthread_sigmask"):  # on Windows they ignore it once they have begun
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """End this process when the one that started it ends, even if that is killed.

    It waits for the end of a pipe that the parent holds open. With the start method `fork`, later
    workers hold it too: the last one ends first, and so lets go of those before it.
    """
    import signal
    from multiprocessing import parent_process
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # which is meant for the parent

    def wait() -> None:
        if parent := parent_process():
            parent.join()
            os._exit(1)

    Thread(target=wait, daemon=True).start()


def _each(work: Callable[[Task], Result], tasks: Sequence[Task]) -> list[Result]:
    return [work(task) for task in tasks]


def _shares(tasks: Sequence[Task], size: Callable[[Task], int]) -> Iterator[list[Task]]:
    """Divide tasks into runs of about the same size."""
    share: list[Task] = []
    total = 0
    for task in tasks:
        share.append(task)
        total += size(task)
        if total >= SHARE:
            yield share
            share, total = [], 0
    if share:
        yield share
