"""Which branches of the source no test takes, as `coverage` has seen it.

    python -m bench.branches [--least PERCENT]

Needs the data that `make .coverage` collects; `make branches` does both. With `--least`, less than
that is a failure.
"""

import argparse
import json
import subprocess
import sys
from typing import Any

MOST_SHOWN = 10  # files


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--least", type=float, default=0.0)
    options = parser.parse_args()
    data = measured()
    missing = {name: each["summary"]["missing_branches"] for name, each in data["files"].items()}
    for name in sorted(missing, key=lambda name: -missing[name])[:MOST_SHOWN]:
        print(f"{missing[name]:5} untaken in {name}")
    totals = data["totals"]
    percent = 100 * totals["covered_branches"] / totals["num_branches"]
    print(f"{totals['covered_branches']:,} of {totals['num_branches']:,} branches: {percent:.2f}%")
    if percent < options.least:
        sys.exit(f"at least {options.least:g}% belong here; `coverage report -m` shows which lack")


def measured() -> Any:
    """Return what coverage says of each file, and of all."""
    command = [sys.executable, "-m", "coverage", "json", "--quiet", "-o", "-"]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


if __name__ == "__main__":
    main()
