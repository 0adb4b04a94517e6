"""Bullets of topics that ask something but stand in no questions field."""

from collections.abc import Iterator

from curriculum_tools.model.content import Block, BlockKind, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.syntax.questions import asks


def stray_questions(guide: Guide) -> Iterator[tuple[Section, list[Block]]]:
    """Yield the topics that have such bullets, each run of neighbours by itself."""
    for topic in guide.topics:
        run: list[Block] = []
        for block in topic.free_blocks:
            is_stray = block.kind is BlockKind.LIST and not block.label
            if is_stray and asks(block.text.partition("\n")[0]):
                run.append(block)
            elif run:
                yield topic, run
                run = []
        if run:
            yield topic, run
