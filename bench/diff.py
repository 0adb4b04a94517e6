"""How long `curriculum diff` takes, as a whole process, on the two largest real guides.

    python -m bench.diff [--guides ../shared/guides] [--runs 5]

CPU is user and system time of the process (getrusage), the median of the runs.
"""

import argparse
import sys
from pathlib import Path

from bench.lint import REPOSITORY, report

LARGEST = ("003.md", "004.md")


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    paths = [options.guides / name for name in LARGEST]
    size = sum(path.stat().st_size for path in paths)
    command = [sys.executable, "-m", "curriculum_tools"]
    guides = [str(path) for path in paths]
    for form in ("text", "json", "markdown"):
        diff = [*command, "diff", "--output-format", form, *guides]
        report(f"curriculum diff, {form}", diff, size, options.runs)
    against = [*command, "lint", "--output-format", "concise", "--against", *guides]
    report("curriculum lint --against", against, size, options.runs)
    report("curriculum lint, the same guide", [*against[:5], guides[1]], size, options.runs)


if __name__ == "__main__":
    main()
