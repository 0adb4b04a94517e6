"""Numbers named in the text that no heading has: "see 1.7" where there is no 1.7 (any more)."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.facts.known_numbers import KnownNumbers
from curriculum_tools.facts.own_references import OwnReference
from curriculum_tools.model.content import Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span

_SENTENCE_END = re.compile(r"[.!?]\s")


class StaleReference(NamedTuple):
    """A number that is named and that nothing has; `meant` is what probably is referred to."""

    span: Span
    number: str
    what: str
    meant: Section | None


def stale_references(
    guide: Guide, references: Iterable[OwnReference], known: KnownNumbers
) -> Iterator[StaleReference]:
    """Yield the references whose number nothing has, in the order of the text."""
    names = [name.span for topic in guide.topics for name in topic.prerequisites]
    for reference in references:
        named, span = reference.named, reference.span
        if known.lacks(named) and not any(name.covers(span) for name in names):
            what = "chapter" if "." not in named.number else "topic"
            meant = known.titled(*_sentence(reference), what, span)
            yield StaleReference(span, named.number, what, meant)


def _sentence(reference: OwnReference) -> tuple[str, int]:
    """Return the sentence in which a number stands, and its place there."""
    text, named = reference.text, reference.named
    start = max((m.end() for m in _SENTENCE_END.finditer(text, 0, named.start)), default=0)
    end = _SENTENCE_END.search(text, named.end)
    return text[start : end.start() if end else len(text)], named.start - start
