"""What became of all that guides, chapters and topics hold, but for questions."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.model.guide import NotesStatus
from curriculum_tools.versions.diff.changes import Change, Kind, Said, SaidOrder, Side
from curriculum_tools.versions.diff.following import Reading
from curriculum_tools.versions.diff.match import Match
from curriculum_tools.versions.diff.remaining import Remaining, in_order
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidText,
    SaidTopic,
)

_STATUS_CHANGES = {
    (NotesStatus.PLANNED, NotesStatus.WRITTEN): Kind.NOTES_PLANNED_TO_WRITTEN,
    (NotesStatus.COVERED, NotesStatus.WRITTEN): Kind.NOTES_COVERED_TO_WRITTEN,
    (NotesStatus.WRITTEN, NotesStatus.PLANNED): Kind.NOTES_WRITTEN_TO_PLANNED,
}
_PlacedNotes = tuple[int, SaidNotes]
_PlacedBlock = tuple[int, SaidBlock | None]  # None parts the blocks before the fields from others


class _Home(NamedTuple):
    """Where both versions say something: in a topic, in a chapter, or before them all."""

    before: SaidTopic | SaidChapter | None = None
    after: SaidTopic | SaidChapter | None = None

    def change(self, kind: Kind, before: Said | None, after: Said | None) -> Change:
        """Give a change that is here."""
        return Change(kind, _side(before, self.before), _side(after, self.after))


def _side(said: Said | None, home: SaidTopic | SaidChapter | None) -> Side | None:
    if said is None:
        return None
    return Side(said, topic=home) if isinstance(home, SaidTopic) else Side(said, chapter=home)


def content_changes(match: Match, readings: tuple[Reading, Reading]) -> Iterator[Change]:
    """Yield what changed beside the outline and the questions."""
    before, after = match.before, match.after
    guide = _Home()
    if before.title != after.title:
        yield guide.change(Kind.TITLE_CHANGED, before.title, after.title)
    if before.front_matter != after.front_matter:
        yield guide.change(Kind.FRONT_MATTER_CHANGED, before.front_matter, after.front_matter)
    yield from _block_changes(before.prose, after.prose, guide, readings)
    for pair in match.chapters:
        chapters = match.chapters_of(pair)
        blocks = chapters[0].blocks, chapters[1].blocks
        yield from _block_changes(*blocks, _Home(*chapters), readings)
    for pair in match.topics:
        yield from _topic_changes(_Home(*match.topics_of(pair)), *match.topics_of(pair), readings)


def _topic_changes(
    home: _Home, before: SaidTopic, after: SaidTopic, readings: tuple[Reading, Reading]
) -> Iterator[Change]:
    descriptions = before.descriptions, after.descriptions
    if not _same_texts(*descriptions, readings):
        yield home.change(Kind.DESCRIPTION_CHANGED, *map(_joined, descriptions))
    prerequisites = before.prerequisites, after.prerequisites
    if not _same_texts(*prerequisites, readings, are_names=True):
        yield home.change(Kind.PREREQUISITES_CHANGED, *map(_joined, prerequisites))
    yield from _notes_changes(before.notes, after.notes, home)
    one, other = ((*topic.lead, None, *topic.blocks) for topic in (before, after))
    yield from _block_changes(one, other, home, readings)


def _same_texts(
    before: Sequence[SaidText],
    after: Sequence[SaidText],
    readings: tuple[Reading, Reading],
    *,
    are_names: bool = False,
) -> bool:
    if before == after:
        return True
    read, read_after = (
        [reading.text(each.text, is_name=are_names) for each in texts]
        for reading, texts in zip(readings, (before, after), strict=True)
    )
    return read == read_after


def _joined(texts: Sequence[SaidText]) -> SaidText | None:
    """Give several texts as one; None where there are none."""
    return SaidText("; ".join(each.text for each in texts), texts[0].line) if texts else None


def _notes_changes(
    before: Sequence[SaidNotes], after: Sequence[SaidNotes], home: _Home
) -> Iterator[Change]:
    """Yield what became of the notes of a topic."""
    pairs, left = pair_notes(before, after)
    for (_, one), (_, other) in pairs:
        if one != other:
            kind = _STATUS_CHANGES.get((one.status, other.status), Kind.NOTES_CHANGED)
            yield home.change(kind, one, other)
    yield from (home.change(Kind.NOTES_REMOVED, notes, None) for _, notes in left.before)
    yield from (home.change(Kind.NOTES_ADDED, None, notes) for _, notes in left.after)
    if not in_order((one, other) for (one, _), (other, _) in pairs):
        orders = (
            SaidOrder(tuple(n.path for n in notes), notes[0].line) for notes in (before, after)
        )
        yield home.change(Kind.NOTES_REORDERED, *orders)


def pair_notes(
    before: Sequence[SaidNotes], after: Sequence[SaidNotes]
) -> tuple[list[tuple[_PlacedNotes, _PlacedNotes]], Remaining[_PlacedNotes]]:
    """Pair notes by path, else by file name, else where each version has one left."""
    left: Remaining[_PlacedNotes] = Remaining(enumerate(before), enumerate(after))
    pairs = left.take_equal(lambda placed: placed[1])
    pairs += left.take_equal(lambda placed: placed[1].path)
    pairs += left.take_equal(lambda placed: placed[1].path.rpartition("/")[2])
    if len(left.before) == len(left.after) == 1:
        pairs += left.take_equal(lambda _placed: None)
    return pairs, left


def _block_changes(
    before: Sequence[SaidBlock | None],
    after: Sequence[SaidBlock | None],
    home: _Home,
    readings: tuple[Reading, Reading],
) -> Iterator[Change]:
    """Yield what became of blocks; those that are not equal are paired in their order."""
    if before == after:
        return
    read, read_after = (reading.block for reading in readings)
    left: Remaining[_PlacedBlock] = Remaining(enumerate(before), enumerate(after))
    pairs = left.take_equal(lambda placed: placed[1])
    pairs += left.take_equal(
        lambda placed: placed[1] and read(placed[1]),
        lambda placed: placed[1] and read_after(placed[1]),
    )
    if not in_order((one, other) for (one, _), (other, _) in pairs):
        orders = (_order_of([b for b in blocks if b]) for blocks in (before, after))
        yield home.change(Kind.CONTENT_REORDERED, *orders)
    for (_, one), (_, other) in zip(left.before, left.after, strict=False):
        yield home.change(Kind.CONTENT_CHANGED, one, other)
    common = min(len(left.before), len(left.after))
    yield from (home.change(Kind.CONTENT_REMOVED, b, None) for _, b in left.before[common:])
    yield from (home.change(Kind.CONTENT_ADDED, None, b) for _, b in left.after[common:])


def _order_of(blocks: Sequence[SaidBlock]) -> SaidOrder:
    return SaidOrder(tuple(block.text for block in blocks), blocks[0].line)
