"""How much time and memory the parser takes for texts that are meant to be slow.

Each text is parsed in a process of its own, at full size and at a quarter of it. If four times the
text takes much more than four times as long, something is not linear.

    python -m bench.hostile [CASE]...

Last figures (Python 3.11, markdown-it-py 4.3, two cores): a line of 10,000,000 code points takes
at most 4 s and 100 MiB, 200,000 headings 7 s and 300 MiB, 200,000 questions of one topic 10 s and
450 MiB; the longest are 2,000,000 lines of front matter that never ends (16 s, 640 MiB) and
500,000 empty headings (17 s, 730 MiB).
"""

import os
import resource
import subprocess
import sys
import time

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from tests.syntax.hostile import CASES

LIMIT_SECONDS = 120


def main(cases: list[str]) -> None:
    print(f"{'':>28} {'code points':>11} {'1/4: s':>7} {'s':>7} {'ratio':>6} {'MiB':>5}")
    for case in cases or CASES:
        size = CASES[case].size
        quarter, _ = measure(case, size // 4)
        seconds, memory = measure(case, size)
        ratio = f"{seconds / quarter:6.1f}" if quarter >= 0.1 else "     -"
        print(
            f"{case:>28} {size:11,} {quarter:7.2f} {seconds:7.2f} {ratio} {memory:5.0f}", flush=True
        )


def measure(case: str, size: int) -> tuple[float, float]:
    """Return the CPU seconds of parsing a text in a new process, and its peak memory in MiB."""
    command = [sys.executable, "-m", "bench.hostile", "--one", str(size), case]
    try:
        run = subprocess.run(
            command, capture_output=True, text=True, timeout=LIMIT_SECONDS, env=os.environ
        )
    except subprocess.TimeoutExpired:
        return float("inf"), float("nan")
    if run.returncode:
        print(run.stderr)
        return float("nan"), float("nan")
    seconds, memory = run.stdout.split()
    return float(seconds), float(memory)


def one(size: int, case: str) -> None:
    source = Source("hostile.md", CASES[case].text(size))
    start = time.process_time()
    parse(source)
    seconds = time.process_time() - start
    print(seconds, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        one(int(sys.argv[2]), sys.argv[3])
    else:
        main(sys.argv[1:])
