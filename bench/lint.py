"""How long `curriculum lint` takes, as a process, compared with other tools in the same run.

    python bench/lint.py [--guides ../shared/guides] [--copies 200] [--runs 5]

Two inputs: the five real guides, and 200 copies of each (1,000 guides, about 34 MB). CPU is user
and system time of the process and its children (getrusage), the median of the runs; memory is the
largest single process. Cold runs have `--no-cache`; warm runs follow one that fills the cache; for
"one changed" a line is added to one guide before each run. The output is concise, to /dev/null.
Peers are measured if they are installed: mdformat, rumdl.
"""

import argparse
import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
LINT = [sys.executable, "-m", "curriculum_tools", "lint", "--output-format", "concise"]
PEERS = {"mdformat": ["mdformat", "--check"], "rumdl": ["rumdl", "check", "--no-cache"]}


def measure(
    command: list[str], runs: int, prepare: Callable[[], object] = lambda: None
) -> dict[str, float]:
    """Run a command several times; return the medians, without the time to prepare each run."""
    rows = []
    for _ in range(runs):
        prepare()
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        wall = time.perf_counter() - start
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        rows.append((cpu, wall, after.ru_maxrss / 1024))
    cpus, walls, peaks = zip(*rows, strict=True)
    return {
        "cpu_s": round(statistics.median(cpus), 3),
        "wall_s": round(statistics.median(walls), 3),
        "peak_MiB": round(max(peaks)),
    }


def report(
    name: str,
    command: list[str],
    size: int,
    runs: int,
    prepare: Callable[[], object] = lambda: None,
) -> None:
    """Print a line of figures."""
    figures = measure(command, runs, prepare)
    rate = size / 1e6 / figures["cpu_s"]
    print(json.dumps({"what": name, **figures, "MB_per_cpu_s": round(rate, 2)}), flush=True)


def report_cached(name: str, folder: Path, size: int, runs: int) -> None:
    """Print figures for filling the cache, for warm runs, and for one changed guide."""
    report(f"{name}, filling the cache", [*LINT, str(folder)], size, 1)
    report(f"{name}, warm", [*LINT, str(folder)], size, runs)
    changed = next(folder.rglob("*.md"))

    def change() -> None:
        with changed.open("a", encoding="utf-8") as file:
            file.write("\nOne more line.\n")

    report(f"{name}, one changed", [*LINT, str(folder)], size, runs, change)
    kept = sum(file.stat().st_size for file in Path(".curriculum-cache").iterdir())
    print(json.dumps({"what": f"{name}, cache", "of_input": round(kept / size, 3)}), flush=True)


def copy(guides: list[Path], target: Path) -> None:
    """Copy guides into a new folder."""
    target.mkdir(parents=True)
    for guide in guides:
        shutil.copy(guide, target)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    guides = sorted(options.guides.glob("*.md"))
    size = sum(guide.stat().st_size for guide in guides)
    total = size * options.copies
    runs = max(1, options.runs // 3)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        few, many = Path("five"), Path("many")
        copy(guides, few)
        for number in range(options.copies):
            copy(guides, many / f"{number:03}")
        report("python -c pass", [sys.executable, "-c", "pass"], 0, options.runs)
        cold = [*LINT, "--no-cache"]
        report("five guides, cold", [*cold, str(few)], size, options.runs)
        report_cached("five guides", few, size, options.runs)
        for name, command in PEERS.items():
            if program := shutil.which(command[0]):
                report(
                    f"five guides, {name}", [program, *command[1:], str(few)], size, options.runs
                )
        count = f"{5 * options.copies:,} guides"
        report(f"{count}, cold, one process", [*cold, "--jobs", "1", str(many)], total, runs)
        report(f"{count}, cold", [*cold, str(many)], total, runs)
        report_cached(count, many, total, options.runs)


if __name__ == "__main__":
    main()
