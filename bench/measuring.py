"""Measuring commands as processes: CPU, wall time and memory, printed as a line of JSON each."""

import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

REPOSITORY = Path(__file__).resolve().parent.parent
CURRICULUM = [sys.executable, "-m", "curriculum_tools"]
LINT = [*CURRICULUM, "lint", "--output-format", "concise"]
#: Whoever measures may have set these for other reasons.
_UNSET = ("PYTHONUNBUFFERED", "PYTHONDONTWRITEBYTECODE")
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in _UNSET} | {
    "PYTHONPATH": str(REPOSITORY)
}


class Figures(NamedTuple):
    """Medians of runs: CPU of a process with its children, and wall time; the largest process."""

    cpu_s: float
    wall_s: float
    wall_p95_s: float
    peak_MiB: int  # noqa: N815 - as it is printed


def measure(
    command: Sequence[str | Path], runs: int, prepare: Callable[[], object] = lambda: None
) -> Figures:
    """Run a command several times; return the figures, without the time to prepare each run."""
    cpus, walls = [], []
    for _ in range(runs):
        prepare()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        run(command)
        walls.append(time.perf_counter() - start)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpus.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    walls.sort()
    return Figures(
        round(statistics.median(cpus), 4),
        round(statistics.median(walls), 3),
        round(walls[round(0.95 * (len(walls) - 1))], 3),
        round(after.ru_maxrss / 1024),
    )


def run(command: Sequence[str | Path]) -> None:
    """Run a command, whatever its exit code, and throw away what it prints."""
    subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=ENVIRONMENT,
        check=False,
    )


def report(
    name: str,
    command: Sequence[str | Path],
    size: int,
    runs: int,
    prepare: Callable[[], object] = lambda: None,
    rumdl: float = 0,
) -> float:
    """Print a line of figures; return the CPU seconds.

    With a size in bytes it has the rate, and with the seconds of rumdl the ratio to them.
    """
    figures = measure(command, runs, prepare)
    said: dict[str, object] = {"what": name, **figures._asdict()}
    if size:
        said["MB_per_cpu_s"] = round(size / 1e6 / figures.cpu_s, 2)
    if rumdl:
        said["of_rumdl"] = round(figures.cpu_s / rumdl, 2)
    print(json.dumps(said), flush=True)
    return figures.cpu_s
