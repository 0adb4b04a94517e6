"""Run a campaign: python -m bench.fuzz --seed 1 --inputs 2000000 [--processes 2] [--state FILE]

It goes on where it was stopped: the state holds how far it came, and each kind of failure with the
first input that shows it. Every input is parsed, written and read back; one in some is linted,
fixed, numbered anew and merged with the one before it, too. `--show NUMBER` prints an input.
"""

import argparse
import json
import multiprocessing
import sys
import time
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from bench.fuzz.inputs import guides, made
from bench.fuzz.invariants import FAST, SLOW

BATCH = 500
SLOW_EVERY = 20  # inputs; a merge takes as long as so many parses


def failures(seed: int, number: int, known: list[str]) -> Iterator[str]:
    """Yield which promises an input breaks, and how."""
    text = made(seed, number, known)
    promises = FAST if number % SLOW_EVERY else (*FAST, *SLOW)
    other = made(seed, number - 1, known) if number and promises is not FAST else ""
    for promise in promises:
        try:
            yield from (f"{promise.__name__}: {broken}" for broken in promise(text, other))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
            place = traceback.extract_tb(error.__traceback__)[-1]
            what = str(error).replace("\n", " ")
            yield f"{promise.__name__}: {type(error).__name__} in {place.name}: {what}"


def batch(seed: int, known: list[str], first: int) -> tuple[int, list[tuple[int, str]]]:
    """Try a batch of inputs; return its first number and what failed."""
    numbers = range(first, first + BATCH)
    return first, [(n, broken) for n in numbers for broken in failures(seed, n, known)]


def main() -> int:
    """Run the campaign; exits with 1 where anything failed."""
    options = _options()
    known = guides()
    if options.show is not None:
        print(made(options.seed, options.show, known), end="")
        print(*failures(options.seed, options.show, known), sep="\n", file=sys.stderr)
        return 0
    state: dict[str, Any] = {"seed": options.seed, "inputs": 0, "seconds": 0.0, "found": {}}
    if options.state.exists() and json.loads(options.state.read_text())["seed"] == options.seed:
        state = json.loads(options.state.read_text())
    firsts = range(state["inputs"], options.inputs, BATCH)
    before, started = state["seconds"], time.monotonic()
    with multiprocessing.Pool(options.processes) as pool:
        for first, broken in pool.imap(partial(batch, options.seed, known), firsts):
            for number, what in broken:
                state["found"].setdefault(what[:200], number)
            state["inputs"] = first + BATCH
            state["seconds"] = round(before + time.monotonic() - started, 1)
            options.state.write_text(json.dumps(state, indent=1, ensure_ascii=True) + "\n")
    print(f"{state['inputs']} inputs of seed {state['seed']}: {len(state['found'])} failures")
    for what, number in state["found"].items():
        print(f"  {number}: {what}")
    return 1 if state["found"] else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m bench.fuzz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--state", type=Path, default=Path("fuzz-state.json"))
    parser.add_argument("--show", type=int, help="print this input and what it breaks")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
