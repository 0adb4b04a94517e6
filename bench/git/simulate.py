"""Branches of the repository's own guides, simulated: python -m bench.git.simulate [CASES]

Of each guide below guides/versions two branches are drawn, by a seed. Each edits one to four
questions, but at most a tenth: it rewords one, adds one behind it, deletes it, swaps it with the
next, changes what is said below it, or puts a chapter before its own; half of the branches number
the guide anew. Both may meet the same question. What is counted is what `replay` counts, but for
what people made.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.git.replay import Case, Figures, replay, shown
from curriculum_tools.app.threeway import Three
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Configs
from curriculum_tools.syntax.parse import parse
from tests.dialects.text_edits import TextEdits

CASES = 100
GUIDES = Path(__file__).parents[2] / "guides" / "versions"


def cases(guide: Path, count: int) -> Iterator[Case]:
    """Yield pairs of branches of a guide; `made` is empty."""
    text = guide.read_text("utf-8")
    for seed in range(count):
        chance = Random(seed)
        edits = TextEdits(parse(Source(guide.name, text)), chance)
        most = max(1, min(4, len(edits.places) // 10))
        ours, theirs = (
            edits.edited(sorted(chance.sample(edits.places, chance.randint(1, most)))).text
            for _ in range(2)
        )
        three = Three(text.encode(), ours.encode(), theirs.encode(), guide.name)
        yield Case(f"{guide.name} {seed}", three, b"")


def main(count: int) -> None:
    """Measure."""
    guides = sorted(GUIDES.glob("*.md"))
    with tempfile.TemporaryDirectory() as empty:
        os.chdir(empty)
        for guide in guides:
            figures = Figures()
            for case in cases(guide, count):
                replay(case, figures, Configs())
            print(guide.name, shown(figures), sep="\n", flush=True)
        os.chdir("/")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else CASES)
