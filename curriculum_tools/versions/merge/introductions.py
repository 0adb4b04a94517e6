"""What stands before the questions of a guide or chapter, as versions are compared by it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from curriculum_tools.facts.contents import lists_anchors
from curriculum_tools.model.content import Block
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.visible import visible

_NUMBER = re.compile(r"\d[\d,.]*")

Introduction = tuple[Block, ...]


def introductions(
    said: Iterable[tuple[int, Introduction]], templates: Templates | None
) -> Iterator[tuple[int, Introduction]]:
    """Yield what versions, given by their places, say; those that differ in no more are one.

    Tables of contents and counts of questions follow from the rest of a guide. Of equal ones the
    last stands for all. What says nothing is left out.
    """
    filled = [(version, blocks) for version, blocks in said if blocks]
    if templates is None:
        yield from filled
        return
    compared = partial(_compared, templates=templates)
    last = {compared(blocks): blocks for _, blocks in filled}
    yield from ((version, last[compared(blocks)]) for version, blocks in filled)


def _compared(blocks: Introduction, templates: Templates) -> Sequence[str]:
    texts = (block.text for block in blocks if not lists_anchors(block))
    return tuple("\n".join(_uncounted(text, templates)) for text in texts)


def _uncounted(text: str, templates: Templates) -> Iterator[str]:
    """Yield the lines of a text, without their numbers where they count questions."""
    for line in text.split("\n"):
        counts = any(
            each.pattern.search(visible(line, keeps_bold=each.keeps_bold).text.strip("| "))
            for each in templates.counts
        )
        yield _NUMBER.sub("", line) if counts else line
