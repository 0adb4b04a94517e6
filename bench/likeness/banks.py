"""CPU seconds and peak memory of banks searched by DuckDB: python -m bench.likeness.banks

Needs `pip install 'curriculum-tools[duckdb]'`. The questions are made as in speed.py, one in ten a
light rewording of an earlier one. Each search is a process of its own, from JSON Lines to JSON
Lines, with all that it does: starting, reading, analysing, finding, judging, clustering, writing.
Recall is that of the pairs that are found in memory among 20,000 of the questions, half of them
rewordings and half what they were reworded from.
"""

import argparse
import itertools
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator
from math import log
from pathlib import Path

from bench.likeness.speed import _OPENERS, _words
from curriculum_tools.likeness import Wording, find_pairs, weigh

SAMPLE = 10_000  # rewordings


def bank(count: int) -> Iterator[tuple[str, int | None]]:
    """Yield this many questions, the same ones each time, with the place of what each rewords."""
    chance = random.Random(count)
    words = _words(chance, int(60 * count**0.5))
    weights = [*itertools.accumulate(1 / (rank + 5) for rank in range(len(words)))]
    made: list[str] = []
    for _ in range(count):
        origin = None
        if made and chance.random() < 0.1:
            origin = chance.randrange(len(made))
            old = made[origin].split()
            old[chance.randrange(len(old))] = chance.choices(words, cum_weights=weights)[0]
            text = " ".join(old)
        else:
            body = chance.choices(words, cum_weights=weights, k=chance.randint(4, 14))
            text = chance.choice(_OPENERS).format(" ".join(body))
        made.append(text)
        yield text, origin


def search(questions: str, pairs: str, clusters: str) -> tuple[float, float]:
    """Search a file of questions; return CPU seconds and peak MiB."""
    arguments = ["duplicates", "--engine", "duckdb", "--quiet", questions]
    written = ["--output-file", pairs, "--clusters-file", clusters]
    command = [sys.executable, "-m", "curriculum_tools", *arguments, *written]
    child = os.spawnv(os.P_NOWAIT, sys.executable, command)
    _, status, used = os.wait4(child, 0)
    if status:
        raise SystemExit(f"the search of {questions} failed")
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


def recall(made: list[tuple[str, int | None]], pairs: str) -> tuple[int, int]:
    """Return how many pairs a sample has in memory, and how many of them the file has."""
    reworded = [place for place, (_, origin) in enumerate(made) if origin is not None]
    chosen = random.Random(1).sample(reworded, min(SAMPLE, len(reworded)))
    places = sorted({*chosen, *(made[place][1] or 0 for place in chosen)})
    wordings = [Wording(made[place][0]) for place in places]
    own = find_pairs(wordings, weigh(wordings)).pairs
    expected = {(wordings[pair.a].text, wordings[pair.b].text) for pair in own}
    found = set()
    with Path(pairs).open(encoding="utf-8") as lines:
        for line in lines:
            pair = json.loads(line)
            found.add((pair["a"]["text"], pair["b"]["text"]))
    return len(expected), len(expected & found)


def main() -> None:
    """Search banks of several sizes, and print a line for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    sizes = [10_000, 100_000, 1_000_000]
    parser.add_argument("--sizes", nargs="*", type=int, default=sizes, metavar="QUESTIONS")
    before: tuple[int, float] | None = None
    for count in parser.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            questions, pairs, clusters = (f"{folder}/{name}.jsonl" for name in "qpc")
            made = list(bank(count))
            with Path(questions).open("w", encoding="utf-8") as file:
                file.writelines(json.dumps({"question": text}) + "\n" for text, _ in made)
            seconds, peak = search(questions, pairs, clusters)
            expected, found = recall(made, pairs)
        grown = (
            f", exponent {log(seconds / before[1]) / log(count / before[0]):.2f}" if before else ""
        )
        print(
            f"{count:9,} questions: {seconds:6.1f} s CPU, {peak:5.0f} MiB{grown}; of {expected:,} "
            f"pairs in memory {found / max(1, expected):.3f} found",
            flush=True,
        )
        before = count, seconds


if __name__ == "__main__":
    main()
