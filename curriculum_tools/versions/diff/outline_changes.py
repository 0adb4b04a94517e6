"""What became of chapters and topics: added, removed, renamed, renumbered, moved, reordered."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from curriculum_tools.model.content import Section
from curriculum_tools.versions.diff.changes import Change, Kind, Order, Side
from curriculum_tools.versions.diff.match import Match, Pair
from curriculum_tools.versions.diff.remaining import in_order
from curriculum_tools.versions.version import Version


def outline_changes(match: Match) -> Iterator[Change]:
    """Yield the changes of the outline; what topics hold is not looked at."""
    yield from _chapters(match)
    yield from _topics(match)
    yield from _chapter_order(match)
    yield from _topic_order(match)


def _chapters(match: Match) -> Iterator[Change]:
    before, after = match.before.chapters, match.after.chapters
    pairs = {pair.before: pair for pair in match.chapters}
    for place, chapter in enumerate(before):
        pair = pairs.get(place)
        if pair is None:
            yield from _one_sided(Kind.CHAPTER_REMOVED, chapter)
            continue
        later = after[pair.after]
        if chapter.is_headed and later.is_headed:
            sides = Side(chapter), Side(later)
            if chapter.title != later.title:
                yield _change(Kind.CHAPTER_RENAMED, sides, pair)
            if chapter.number != later.number:
                yield _change(Kind.CHAPTER_RENUMBERED, sides, pair)
    kept = {pair.after for pair in match.chapters}
    for place, chapter in enumerate(after):
        if place not in kept:
            yield from _one_sided(Kind.CHAPTER_ADDED, chapter)


def _one_sided(kind: Kind, chapter: Section) -> Iterator[Change]:
    """Yield a chapter that came or went; what holds topics before any chapter is none."""
    if chapter.is_headed:
        side = Side(chapter)
        yield Change(kind, *((side, None) if kind is Kind.CHAPTER_REMOVED else (None, side)))


def _topics(match: Match) -> Iterator[Change]:
    pairs = {pair.before: pair for pair in match.topics}
    for place in range(len(match.before.topics)):
        pair = pairs.get(place)
        if pair is None:
            yield Change(Kind.TOPIC_REMOVED, _topic_side(match.before, place))
            continue
        sides = _topic_side(match.before, place), _topic_side(match.after, pair.after)
        before, after = match.topics_of(pair)
        if before.title != after.title:
            yield _change(Kind.TOPIC_RENAMED, sides, pair)
        if match.is_moved(pair):
            yield _change(Kind.TOPIC_MOVED, sides, pair)
        elif before.number != after.number:
            yield _change(Kind.TOPIC_RENUMBERED, sides, pair)
    kept = {pair.after for pair in match.topics}
    for place in range(len(match.after.topics)):
        if place not in kept:
            yield Change(Kind.TOPIC_ADDED, None, _topic_side(match.after, place))


def _topic_side(version: Version, place: int) -> Side:
    chapter = version.chapters[version.chapter_of[place]]
    return Side(version.topics[place], chapter=chapter)


def _change(kind: Kind, sides: tuple[Side, Side], pair: Pair) -> Change:
    return Change(kind, *sides, pair.confidence, pair.is_sure)


def _chapter_order(match: Match) -> Iterator[Change]:
    if not in_order((pair.before, pair.after) for pair in match.chapters):
        places = sorted(pair.after for pair in match.chapters)
        before = [match.before.chapters[pair.before] for pair in match.chapters]
        after = [match.after.chapters[place] for place in places]
        yield from _reordered(Kind.CHAPTERS_REORDERED, before, after)


def _topic_order(match: Match) -> Iterator[Change]:
    """Yield the chapters in which the topics that stayed stand in another order."""
    stayed: dict[int, list[Pair]] = {}
    for pair in match.topics:
        if not match.is_moved(pair):
            stayed.setdefault(match.before.chapter_of[pair.before], []).append(pair)
    for chapter in match.chapters:
        pairs = stayed.get(chapter.before, [])
        if not in_order((pair.before, pair.after) for pair in pairs):
            before = [match.before.topics[pair.before] for pair in pairs]
            after = [match.after.topics[place] for place in sorted(pair.after for pair in pairs)]
            yield from _reordered(Kind.TOPICS_REORDERED, before, after, match.chapters_of(chapter))


def _reordered(
    kind: Kind,
    before: Sequence[Section],
    after: Sequence[Section],
    chapters: tuple[Section, Section] | tuple[None, None] = (None, None),
) -> Iterator[Change]:
    """Yield a change of order, unless the numbers tell it: in order before, and in order after."""
    if not (_ascending(before) and _ascending(after)):
        one, other = (
            Side(Order(tuple(map(_name, headed)), headed[0]), chapter=chapter)
            for headed, chapter in zip((before, after), chapters, strict=True)
        )
        yield Change(kind, one, other)


def _ascending(headed: Sequence[Section]) -> bool:
    numbers = [_parts(each.number) for each in headed if each.number]
    return len(numbers) == len(headed) and all(a < b for a, b in pairwise(numbers))


def _parts(number: str) -> list[tuple[int, str]]:
    """Return the parts of a number so that they sort as numbers do, however long they are."""
    parts = (part.lstrip("0") for part in number.split("."))
    return [(len(part), part) for part in parts]


def _name(headed: Section) -> str:
    return " ".join(filter(None, (headed.number, headed.title)))
