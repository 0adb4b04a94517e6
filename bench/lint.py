"""How much CPU the commands take, as processes, beside other tools in the same run.

    python -m bench.lint [--guides ../shared/guides] [--copies 200] [--runs 9] [--only WORD]

Inputs are the five real guides; 1,000 guides that differ (each copy of the five has its long words
exchanged by a permutation of its own, so that no two share a question); and one guide of 4 and of
10 MB, with as many topics. CPU is user and system time of a process and its children (getrusage),
the median of the runs; memory is the largest single process. Cold runs have `--no-cache`; unchanged
ones follow two that fill the cache, after the two seconds in which a file is too new to be trusted.
For "one changed" a line is added to a guide before each run. Output is concise, to /dev/null. Each
row has the ratio to `rumdl check --no-cache` on the same input, measured in the same run.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench.inputs import differing, large_guide, many_questions
from bench.measuring import CURRICULUM, LINT, REPOSITORY, report, run

COLD = [*LINT, "--no-cache", "--jobs", "1"]
PEERS = {
    "mdformat --check": ["mdformat", "--check"],
    "rumdl check": ["rumdl", "check", "--no-cache"],
}
RACY = 2.1  # seconds after which what was written is trusted


class Bench:
    """Measures rows and prints each as JSON; only those whose name has a word, if one is given."""

    def __init__(self, runs: int, only: str) -> None:
        """Take how often each row is run."""
        self.runs = runs
        self.only = only
        self._rumdl: dict[Path, float] = {}

    def row(
        self,
        name: str,
        command: Sequence[str | Path],
        of: Path | None = None,
        *,
        runs: int = 0,
        prepare: Callable[[], object] = lambda: None,
    ) -> float:
        """Measure a command on an input; return its CPU seconds, 0 for a row left out."""
        if self.only not in name:
            return 0
        size, rumdl = (_size(of), self._rumdl.get(of, 0)) if of else (0, 0)
        return report(name, command, size, runs or self.runs, prepare, rumdl)

    def peers(self, name: str, of: Path, runs: int) -> None:
        """Measure the other tools that are installed on an input."""
        for peer, command in PEERS.items():
            if program := shutil.which(command[0]):
                cpu = self.row(f"{name}, {peer}", [program, *command[1:], of], of, runs=runs)
                if "rumdl" in peer and cpu:
                    self._rumdl[of] = cpu

    def cached(self, name: str, of: Path) -> None:
        """Measure runs in which nothing has changed since, and ones in which one guide has."""
        if self.only not in f"{name}, nothing changed {name}, one changed":
            return
        changed = min(of.rglob("*.md"))

        def change() -> None:
            with changed.open("a", encoding="utf-8") as file:
                file.write("\nOne more line.\n")

        for _ in range(2):
            run([*LINT, of])
            time.sleep(RACY)
        run([*LINT, of])
        self.row(f"{name}, nothing changed", [*LINT, of], of)
        self.row(f"{name}, one changed", [*LINT, of], of, prepare=change)
        kept = sum(file.stat().st_size for file in Path(".curriculum-cache").iterdir())
        print(json.dumps({"what": f"{name}, cache", "of_input": round(kept / _size(of), 3)}))


def _size(of: Path) -> int:
    return sum(file.stat().st_size for file in ([of] if of.is_file() else of.rglob("*.md")))


def measure(bench: Bench, guides: list[Path], copies: int) -> None:
    """Measure every row, in the current folder, which is empty."""
    texts = [guide.read_text(encoding="utf-8") for guide in guides]
    few, many = Path("five"), Path("many")
    few.mkdir()
    for guide in guides:
        shutil.copyfile(guide, few / guide.name)
    differing(texts, many, copies)
    long = max(1, bench.runs // 4)
    bench.row("python -c pass", [sys.executable, "-c", "pass"])
    bench.peers("five guides", few, bench.runs)
    bench.row("five guides, cold", [*COLD, few], few)
    bench.cached("five guides", few)
    largest = sorted(few.iterdir(), key=lambda path: path.stat().st_size)
    bench.row("one guide, cold", [*COLD, largest[-1]], largest[-1], runs=4 * bench.runs)
    bench.row("diff of the two largest", [*CURRICULUM, "diff", *largest[-2:]])
    merge: list[str | Path] = [*CURRICULUM, "merge", "-o", "merged.md", *sorted(few.iterdir())]
    bench.row("merge of five, again", merge)
    bench.row("merge of five, --check", [*merge, "--check"])
    Path("questions.md").write_text(many_questions(texts, 9), encoding="utf-8")
    bench.row(
        "10,000 questions, duplicates", [*CURRICULUM, "duplicates", "questions.md"], runs=long
    )
    count = f"{5 * copies:,} guides"
    bench.peers(count, many, long)
    bench.row(f"{count}, cold, one process", [*COLD, many], many, runs=1)
    bench.cached(count, many)
    for size in (4, 10):
        large = Path(f"{size}.md")
        large.write_text(large_guide(size * 1_000_000), encoding="utf-8")
        bench.row(f"one guide of {size} MB", [*COLD, large], large, runs=1)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--copies", type=int, default=200)
    parser.add_argument("--runs", type=int, default=9)
    parser.add_argument("--only", default="", help="measure only rows whose name has this")
    options = parser.parse_args()
    guides = sorted(options.guides.resolve().glob("*.md"))
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        measure(Bench(options.runs, options.only), guides, options.copies)


if __name__ == "__main__":
    main()
