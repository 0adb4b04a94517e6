"""Draw mutants, run the tests of their rooms on each, and tell which nobody noticed.

    python -m bench.mutants --seed N [--size 400] [--jobs 2] [--results FILE] [--again]

Needs `pip install --group mutants`. Each mutant is tried in a copy of the checkout, so the checkout
may be worked in meanwhile. What is known is kept in a file, and a run that was stopped goes on from
there; `--again` tries those once more that survived, after tests were written.
"""

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from typing import Any

from bench.mutants.copies import Copy
from bench.mutants.equivalent import equivalent
from bench.mutants.sample import Mutant, draw


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--size", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--again", action="store_true", help="try those that survived once more")
    options = parser.parse_args()
    results = options.results or Path(f".mutants-{options.seed}.jsonl")
    known = _known(results, options.again)
    mutants = {mutant.name: mutant for mutant in draw(options.size, options.seed)}
    to_do = [mutant for name, mutant in mutants.items() if name not in known]
    print(f"{len(mutants)} mutants, {len(to_do)} of them to try", flush=True)
    with results.open("a", encoding="utf-8") as file:
        for mutant, outcome in _tried(to_do, options.jobs):
            known[mutant.name] = outcome
            record = dict(zip(("file", "before", "after"), mutant.name, strict=True))
            file.write(json.dumps(record | {"outcome": outcome}) + "\n")
            file.flush()
    _tell(list(mutants.values()), known)


def _known(results: Path, again: bool) -> dict[Any, str]:
    lines = results.read_text("utf-8").splitlines() if results.exists() else ()
    records = map(json.loads, lines)
    known = {(each["file"], each["before"], each["after"]): each["outcome"] for each in records}
    return {name: out for name, out in known.items() if not again or out != "survived"}


def _tried(mutants: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, str]]:
    """Yield mutants with what became of them, as it is known."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for number in range(jobs):
            copies.put(Copy(Path(folder) / str(number)))

        def attempt(mutant: Mutant) -> str:
            copy = copies.get()
            try:
                return copy.outcome(mutant)
            finally:
                copies.put(copy)

        yield from zip(mutants, pool.map(attempt, mutants), strict=True)


def _tell(mutants: list[Mutant], known: dict[Any, str]) -> None:
    """Print the survivors and the score; mutants that change nothing are not counted."""
    reasons = equivalent()
    counted = [mutant for mutant in mutants if mutant.name not in reasons]
    survivors = [mutant for mutant in counted if known[mutant.name] == "survived"]
    for mutant in sorted(survivors):
        print(f"\n{mutant.file}:{mutant.line}\n  - {mutant.before}\n  + {mutant.after}")
    print()
    for room, number in Counter(mutant.room for mutant in counted).items():
        alive = sum(mutant.room == room for mutant in survivors)
        print(f"{room}: {number - alive} of {number} noticed")
    noticed = len(counted) - len(survivors)
    print(f"all: {noticed} of {len(counted)} noticed, {noticed / len(counted):.1%};", end=" ")
    print(f"{len(mutants) - len(counted)} more change nothing", flush=True)


if __name__ == "__main__":
    main()
