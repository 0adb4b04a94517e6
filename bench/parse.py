"""How fast guides are parsed, compared with the block pass of markdown-it, in MB per CPU-second.

The guides are parsed repeatedly in one process, with the garbage collector off, as in the command;
the best of ten rounds counts. The ratio of the two is steadier than either, because both run on the
same machine at the same time. Here markdown-it reads all lines; `parse` asks it only for the blocks
that are not common.

    python -m bench.parse [GUIDE]...

Last figures (Python 3.11, markdown-it-py 4.3, two cores, the five guides of ../shared/guides):
blocks 2.5, parse 1.8, ratio 0.7.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.markdown_blocks import MAX_NESTING
from curriculum_tools.syntax.parse import parse

ROUNDS = 10
MARKDOWN = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
GUIDES = Path(__file__).parents[2] / "shared" / "guides"


def main(arguments: list[str]) -> None:
    paths = [Path(argument) for argument in arguments] or sorted(GUIDES.glob("*.md"))
    if not paths:
        sys.exit(f"no guides in {GUIDES}; name some")
    texts = [path.read_bytes().decode("utf-8", "surrogateescape") for path in paths]
    gc.disable()
    blocks = speed(find_blocks, texts)
    parsed = speed(lambda text: parse(Source("guide.md", text)), texts)
    print(f"blocks {blocks:.2f} MB/s, parse {parsed:.2f} MB/s, ratio {parsed / blocks:.2f}")


def speed(work: Callable[[str], object], texts: list[str]) -> float:
    """Return the best of several rounds over all texts, in MB per CPU-second."""
    seconds = []
    for _ in range(ROUNDS):
        start = time.process_time()
        for text in texts:
            work(text)
        seconds.append(time.process_time() - start)
        gc.collect()
    size = sum(len(text.encode("utf-8", "surrogateescape")) for text in texts)
    return size / 1e6 / min(seconds)


def find_blocks(text: str) -> None:
    state = StateBlock(text, MARKDOWN, {}, [])
    MARKDOWN.block.tokenize(state, 0, state.lineMax)


if __name__ == "__main__":
    main(sys.argv[1:])
