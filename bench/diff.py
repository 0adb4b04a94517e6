"""How long `curriculum diff` takes, as a process, on the two largest real guides.

    python -m bench.diff [--guides ../shared/guides] [--runs 5]

CPU is user and system time of the process (getrusage), the median of the runs.
"""

import argparse
import sys
from pathlib import Path

from bench.measuring import REPOSITORY, report

LARGEST = ("003.md", "004.md")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    paths = [options.guides / name for name in LARGEST]
    size = sum(path.stat().st_size for path in paths)
    guides = [str(path) for path in paths]
    curriculum = [sys.executable, "-m", "curriculum_tools"]
    report("python -c pass", [sys.executable, "-c", "pass"], 0, options.runs)
    for form in ("text", "json", "markdown"):
        diff = [*curriculum, "diff", "--output-format", form, *guides]
        report(f"curriculum diff, {form}", diff, size, options.runs)
    lint = [*curriculum, "lint", "--output-format", "concise"]
    report("curriculum lint, the larger guide", [*lint, guides[1]], size, options.runs)
    against = [*lint, "--against", *guides]
    report("the same, --against the other", against, size, options.runs)


if __name__ == "__main__":
    main()
