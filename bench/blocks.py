"""Whether blocks are what markdown-it alone reads, on many drawn texts; and how fast they are.

    python -m bench.blocks [--texts 500000] [--spec FILE] [GUIDE]...

FILE is the list of the CommonMark specification's examples as JSON (`python3 test/spec_tests.py
--dump-tests`, or `commonmark.json` in the source distribution of markdown-it-py); each is read in
15 contexts. The speed is that of the guides below their front matter, in MB per CPU-second: the
best of ten rounds in one process with the garbage collector off, ours and markdown-it's in turns.
"""

import argparse
import gc
import json
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from bench.parse import GUIDES
from curriculum_tools.syntax.block_reader import read_blocks
from curriculum_tools.syntax.front_matter import read_front_matter
from tests.syntax.block_texts import CONTEXTS, drawn_texts, in_context, read_by_markdown_it

ROUNDS = 10


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--texts", type=int, default=500_000, help="how many texts are drawn")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--spec", type=Path, help="the specification's examples as JSON")
    parser.add_argument(
        "guides", type=Path, nargs="*", help="instead of those beside the repository"
    )
    options = parser.parse_args()
    guides = [read(path) for path in options.guides or sorted(GUIDES.glob("*.md"))]
    if guides:
        print_speed([body(text) for text in guides])
    different = compare("guides", guides)
    if options.spec:
        examples = [each["markdown"].rstrip("\n") for each in json.loads(read(options.spec))]
        placed = (in_context(example, context) for example in examples for context in CONTEXTS)
        different += compare("examples", placed)
    different += compare("drawn", drawn_texts(options.seed, options.texts))
    sys.exit(1 if different else 0)


def compare(name: str, texts: Iterable[str]) -> int:
    """Print how many of some texts are read differently, and those; return how many they are."""
    count = different = 0
    for text in texts:
        count += 1
        if read_blocks(text) != read_by_markdown_it(text):
            different += 1
            print(f"different: {text!r}", flush=True)
    print(f"{name}: {different} of {count:,} are read differently", flush=True)
    return different


def print_speed(texts: list[str]) -> None:
    seconds: dict[Callable[[str], object], list[float]] = {read_blocks: [], read_by_markdown_it: []}
    gc.disable()
    for _ in range(ROUNDS):
        for read_text, taken in seconds.items():
            start = time.process_time()
            for text in texts:
                read_text(text)
            taken.append(time.process_time() - start)
            gc.collect()
    gc.enable()
    size = sum(len(text.encode("utf-8", "surrogateescape")) for text in texts) / 1e6
    ours, theirs = (size / min(taken) for taken in seconds.values())
    print(f"blocks {ours:.1f} MB/s, by markdown-it alone {theirs:.1f}, ratio {ours / theirs:.1f}")


def body(text: str) -> str:
    front = read_front_matter(text)
    return text[front.span.end :] if front else text


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


if __name__ == "__main__":
    main()
