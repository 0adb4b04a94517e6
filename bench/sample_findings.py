"""What `curriculum lint` reads in a checkout of other people's curricula, and a sample to judge.

    python -m bench.sample_findings FOLDER [--seed 1] [--size 30] [--ignore RULES]

The folder holds its `curriculum.toml`. Printed are the counts over all guides, to compare with a
count by hand, the findings of each rule, and a random sample of them with the lines they point at.
A finding counts as right when one would send its mending to the author: it is a real defect, and
message, place and fix are right. What is sampled depends on the seed and on the findings only.
"""

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any, TypeAlias

LINT = [sys.executable, "-m", "curriculum_tools", "lint", "--no-cache", "--output-format", "json"]
COUNTED = ("chapters", "topics", "questions", "answers", "options")

Object: TypeAlias = dict[str, Any]


def lint(folder: Path, ignored: str) -> Object:
    """Return the report of a lint of a folder, as its JSON has it."""
    command = [*LINT, "--ignore", ignored] if ignored else LINT
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        sys.exit(done.stderr)
    report: Object = json.loads(done.stdout)
    return report


def counts(guides: list[Object]) -> str:
    """Say how much was read in all guides."""
    sums = (f"{sum(guide[name] for guide in guides):,} {name}" for name in COUNTED)
    return ", ".join((f"{len(guides):,} guides", *sums))


def shown(folder: Path, finding: Object) -> str:
    """Write a finding with the lines that it and what is related to it point at."""
    lines = [f"{finding['rule']}: {finding['message']}"]
    for place in (finding, *finding["related"]):
        number = place["start"]["line"]
        text = (folder / place["path"]).read_text(encoding="utf-8").split("\n")[number - 1]
        lines.append(f"    {place['path']}:{number}: {text.strip()[:200]}")
    if finding["fix"]:
        lines.append(f"    fix: {finding['fix']['title']}")
    return "\n".join(lines)


def main() -> None:
    """Print counts and a sample for the folder of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--size", type=int, default=30)
    parser.add_argument("--ignore", default="", help="leave these rules or groups out")
    options = parser.parse_args()
    report = lint(options.folder, options.ignore)
    print(counts(report["guides"]))
    for rule, count in Counter(each["rule"] for each in report["findings"]).most_common():
        print(f"{count:6} {rule}")
    size = min(options.size, len(report["findings"]))
    for finding in random.Random(options.seed).sample(report["findings"], size):
        print(shown(options.folder, finding))


if __name__ == "__main__":
    main()
