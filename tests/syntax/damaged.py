"""Guides with the slips that hands, editors and copied text leave in them."""

import random

from hypothesis import strategies as st

from tests.syntax.dialects import dialects, topics
from tests.syntax.markdown import guide_like_text

SLIPS = [
    "", "\\", '\\"', "  ", "\t", "\n", "\r\n", "?", ".", "- ", "    - ", "  -\n", "#", "####",
    "### 9.9 X\n", "9.9", "**Questons**:", "**Questions**:\\\n", "`", "```\n", "---\n", "> ", "1. ",
    "<!--", "-->", "<!-- curriculum-disable-next-line -->\n", "\0", "\ufeff", "\u202e", "’", "'",
    "[9.9](#x)", "<<<<<<< x\n",
]  # fmt: skip
MOST_TAKEN = 3  # characters that one slip takes away


def damaged(text: str, slips: int, seed: int) -> str:
    """Give a text with so many slips in it, the same ones for the same seed."""
    chance = random.Random(seed)
    for _ in range(slips):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + chance.choice(SLIPS) + text[at + chance.randrange(MOST_TAKEN + 1) :]
    return text


def excerpt(text: str, seed: int) -> str:
    """Give some of a text's lines."""
    chance = random.Random(seed)
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    return "\n".join(lines[start : start + chance.randrange(20, 150)])


_guides = st.builds(lambda dialect, said: dialect.guide(said), dialects, topics)
damaged_guides = st.builds(
    damaged, _guides | guide_like_text, st.integers(0, 6), st.integers(0, 2**32)
)
