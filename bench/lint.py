"""How long `curriculum lint` takes, as a whole process, beside other linters in the same run.

    python bench/lint.py [--guides ../shared/guides] [--copies 200] [--runs 5]

Two inputs: the five real guides, and 200 copies of each (1,000 guides, about 34 MB). CPU is user
and system time of the process and its children (getrusage), the median of the runs; memory is the
largest single process. Peers are measured where they are installed: mdformat, rumdl.
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
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PEERS = {"mdformat": ["mdformat", "--check"], "rumdl": ["rumdl", "check", "--no-cache"]}


def measure(command: list[str], runs: int) -> dict[str, float]:
    """Run a command several times; give the medians."""
    rows = []
    for _ in range(runs):
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


def report(name: str, command: list[str], size: int, runs: int) -> None:
    """Print a line of figures."""
    figures = measure(command, runs)
    rate = size / 1e6 / figures["cpu_s"]
    print(json.dumps({"what": name, **figures, "MB_per_cpu_s": round(rate, 2)}), flush=True)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    guides = sorted(options.guides.glob("*.md"))
    lint = [sys.executable, "-m", "curriculum_tools", "lint", "--output-format", "concise"]
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "five"), Path(folder, "many")
        few.mkdir()
        for guide in guides:
            shutil.copy(guide, few)
        for number in range(options.copies):
            target = many / f"{number:03}"
            target.mkdir(parents=True)
            for guide in guides:
                shutil.copy(guide, target)
        size = sum(guide.stat().st_size for guide in guides)
        os.chdir(folder)
        report("python -c pass", [sys.executable, "-c", "pass"], 0, options.runs)
        report("curriculum lint, five guides", [*lint, str(few)], size, options.runs)
        for name, command in PEERS.items():
            if program := shutil.which(command[0]):
                report(
                    f"{name}, five guides", [program, *command[1:], str(few)], size, options.runs
                )
        runs = max(1, options.runs // 3)
        total = size * options.copies
        report(f"curriculum lint, {5 * options.copies} guides", [*lint, str(many)], total, runs)
        one = [*lint, "--jobs", "1"]
        report("the same, one process", [*one, str(many)], total, runs)


if __name__ == "__main__":
    main()
