"""CPU seconds and peak memory of likeness: python bench/likeness/speed.py [--guides DIR]

Each case runs in a process of its own. Synthetic questions are drawn with a fixed seed from words
made of syllables, the k-th word with a chance of 1/k (Zipf), 4 to 14 words each, one in ten a light
rewording of an earlier one. The vocabulary grows with the square root of their number (Heaps' law).
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from math import log
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

_OPENERS = (
    "What are the benefits of {}?",
    "How do you {}?",
    "Write a {}.",
    "Explain {}.",
    "What is the difference between {}?",
    "When should you use {}?",
)


def synthetic(count: int) -> list[str]:
    """Return this many questions, the same ones each time."""
    chance = random.Random(count)
    words = _words(chance, int(60 * count**0.5))
    weights = [1 / (rank + 5) for rank in range(len(words))]
    questions: list[str] = []
    while len(questions) < count:
        if questions and chance.random() < 0.1:
            old = chance.choice(questions).split()
            old[chance.randrange(len(old))] = chance.choices(words, weights)[0]
            questions.append(" ".join(old))
        else:
            body = " ".join(chance.choices(words, weights, k=chance.randint(4, 14)))
            questions.append(chance.choice(_OPENERS).format(body))
    return questions


def hostile(kind: str, count: int) -> list[str]:
    """Return questions that are hard to compare quickly."""
    if kind == "copies":
        return ["What is one question?"] * count
    if kind == "collide":  # each shares heavy words with all the others
        return [f"Compare alpha beta gamma delta epsilon item{i}" for i in range(count)]
    if kind == "mixed":  # each pair of twenty words is crowded
        names = [f"name{i}" for i in range(20)]
        chance = random.Random(1)
        return [f"Explain {' '.join(chance.sample(names, 5))} {i}" for i in range(count)]
    return [" ".join(f"word{(i * 7 + j) % 12000}" for j in range(10000)) for i in range(count)]


def _words(chance: random.Random, count: int) -> list[str]:
    syllables = [c + v for c in "bcdfgklmnprstvz" for v in "aeiou"]
    found: dict[str, None] = {}
    while len(found) < count:
        found["".join(chance.choices(syllables, k=chance.randint(2, 4)))] = None
    return list(found)


def _measure(what: str, count: int, guides: str) -> None:
    """Print CPU seconds, peak MiB and what was found; called in a new process."""
    if what == "real":
        from bench.likeness.truth import real_questions

        questions, prose = real_questions(Path(guides))
    elif what == "synthetic":
        questions, prose = synthetic(count), []
    else:
        questions, prose = hostile(what, count), []
    base = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    start = time.process_time()
    from curriculum_tools.likeness import Wording, find_pairs, weigh

    imported = time.process_time()
    wordings = [Wording(text) for text in questions]
    found = find_pairs(wordings, weigh(wordings, prose))
    end = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{what:10} {len(questions):6} questions: {end - imported:6.3f} s CPU, {peak:4.0f} MiB "
        f"({base:.0f} before); import {1000 * (imported - start):3.0f} ms; "
        f"{len(found.pairs)} pairs, {found.uncompared} uncompared"
    )


def main() -> None:
    """Measure each case and print a line for it, and at the end an exponent."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--guides", default=str(HERE.parents[2] / "shared" / "guides"))
    parser.add_argument("--one", nargs=2, metavar=("CASE", "COUNT"), help="one case, in-process")
    options = parser.parse_args()
    if options.one:
        _measure(options.one[0], int(options.one[1]), options.guides)
        return
    seconds: dict[int, float] = {}
    cases = [("real", 0)] * 3 + [("synthetic", n) for n in (691, 10_000, 40_000)]
    cases += [("copies", 10_000), ("collide", 10_000), ("mixed", 10_000), ("long", 10)]
    for case, count in cases:
        if case == "real" and not Path(options.guides).is_dir():
            continue
        command = [sys.executable, __file__, "--guides", options.guides, "--one", case, str(count)]
        line = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        print(line, end="", flush=True)
        if case == "synthetic":
            seconds[count] = float(line.split(":")[1].split()[0])
    growth = log(seconds[40_000] / seconds[10_000]) / log(4)
    print(f"10,000 to 40,000 questions: the time grows by an exponent of {growth:.2f}")


if __name__ == "__main__":
    main()
