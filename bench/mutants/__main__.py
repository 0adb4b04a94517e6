"""Draw mutants, run the tests of their rooms on each, and tell which nobody noticed.

    python -m bench.mutants --seed N [--size 400] [--room ROOM] [--jobs 2] [--results FILE]
    python -m bench.mutants --seed N --again

Needs `pip install --group mutants`. Each mutant is tried in a copy of the checkout, so the checkout
may be worked in meanwhile. What is known is kept in a file, and a run that was stopped goes on from
there, as long as the source is the same: another source has other mutants. `--again` tries those
that survived once more in the source as it is now, after tests were written.
"""

import argparse
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory

from bench.mutants.copies import Copy
from bench.mutants.results import Results
from bench.mutants.rooms import ROOMS
from bench.mutants.sample import Mutant, draw, named


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--size", type=int, default=400)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--results", type=Path)
    parser.add_argument("--room", choices=ROOMS, help="draw of this room alone")
    parser.add_argument("--again", action="store_true", help="try those that survived once more")
    options = parser.parse_args()
    results = Results(options.results or Path(f".mutants-{options.seed}.jsonl"))
    if options.again:
        to_do = list(named(results.survivors()))
    else:
        drawn = list(
            draw(options.size, options.seed, [options.room] if options.room else list(ROOMS))
        )
        to_do = [mutant for mutant in drawn if mutant.name not in results]
    print(f"{len(to_do)} mutants to try", flush=True)
    for mutant, outcome in _tried(to_do, options.jobs):
        results.add(mutant, outcome)
    results.tell()


def _tried(mutants: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, str]]:
    """Yield mutants with what became of them, as it is known."""
    with TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for number in range(jobs):
            copy = Copy(Path(folder) / str(number))
            copies.put(copy)
        for room in {mutant.room for mutant in mutants}:
            copy.check(room)

        def attempt(mutant: Mutant) -> str:
            copy = copies.get()
            try:
                return copy.outcome(mutant)
            finally:
                copies.put(copy)

        yield from zip(mutants, pool.map(attempt, mutants), strict=True)


if __name__ == "__main__":
    main()
