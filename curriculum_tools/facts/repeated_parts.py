"""Parts of a guide that stand in it twice, word for word: topics, chapters, or all of it."""

from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple, TypeAlias

from curriculum_tools.facts.topics import title_headings
from curriculum_tools.model.content import Block, BlockKind, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span

Words: TypeAlias = tuple[object, ...]


class RepeatedPart(NamedTuple):
    """A copy of an earlier part; `topics` counts those that it repeats."""

    copy: Span
    original: Span
    topics: int


def repeated_parts(guide: Guide) -> Sequence[RepeatedPart]:
    """Return the parts that repeat earlier ones, as long as can be, in the order of the text."""
    return list(_parts(guide))


def _parts(guide: Guide) -> Iterator[RepeatedPart]:
    topics = guide.topics
    first: dict[Words, int] = {}
    run: list[tuple[int, int]] = []  # copies with their originals, by their places
    for place, topic in enumerate(topics):
        words = _words(topic)
        original = first.setdefault(words, place) if words else place
        follows = run and (place, original) == (run[-1][0] + 1, run[-1][1] + 1)
        if run and not follows:
            yield _part(guide, run)
            run = []
        if original < place:
            run.append((place, original))
    if run:
        yield _part(guide, run)


def _words(topic: Section) -> Words:
    """Return all that a topic says but its number; nothing where that is no more than a title."""
    fields = tuple(field for field in topic.fields if not field.says_nothing)
    blocks = tuple(takewhile(lambda block: not _is_title(block), topic.free_blocks))
    said = (fields, topic.questions, blocks)
    return (topic.title, *said) if any(said) else ()


def _is_title(block: Block) -> bool:
    """Tell the title of a guide that was pasted below another; what follows is of that guide."""
    return block.kind is BlockKind.HEADING and block.text.startswith("# ")


def _part(guide: Guide, run: Sequence[tuple[int, int]]) -> RepeatedPart:
    copies = [guide.topics[place] for place, _ in run]
    originals = [guide.topics[place] for _, place in run]
    return RepeatedPart(_span(guide, copies), _span(guide, originals), len(run))


def _span(guide: Guide, topics: Sequence[Section]) -> Span:
    """Return the span of topics, with the headings above that are theirs alone."""
    start, end = topics[0].span.start, topics[-1].span.end
    chapter = next(each for each in guide.chapters if each.span.start <= start < each.span.end)
    held = {topic.span for topic in topics}
    titles = [heading.span.start for heading in title_headings(guide)]
    if chapter.is_headed and all(topic.span in held for topic in chapter.sections):
        start = chapter.span.start
        above = [heading.span for heading in guide.headings if heading.span.end <= start]
        if above and above[-1].start in titles:
            start = above[-1].start
    return Span(start, next((title for title in titles if start < title < end), end))
