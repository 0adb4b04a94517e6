"""What became of all that guides, chapters and topics hold, but for questions."""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.model.content import Block, Field, Notes, Role, Section, Text, Value
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.versions.diff.changes import (
    NOTES_STEPS,
    Change,
    Kind,
    Order,
    Said,
    Side,
    changed_in,
)
from curriculum_tools.versions.diff.following import Reading
from curriculum_tools.versions.diff.match import Match
from curriculum_tools.versions.diff.remaining import Remaining, in_order

#: A value with its place in its field, from 0.
_Placed = tuple[int, Value]
#: A block with its place and the field it stands in; of None one parts lead and other blocks.
_PlacedBlock = tuple[int, tuple[Block, str] | None]


class _Home(NamedTuple):
    """Where both versions say something: in a topic, in a chapter, or before them all."""

    before: Section | None = None
    after: Section | None = None

    def change(self, kind: str, before: Said | None, after: Said | None) -> Change:
        """Return a change that is here."""
        return Change(kind, _side(before, self.before), _side(after, self.after))


def _side(said: Said | None, home: Section | None) -> Side | None:
    if said is None:
        return None
    is_topic = home is not None and home.role is Role.TOPIC
    return Side(said, topic=home) if is_topic else Side(said, chapter=home)


def content_changes(match: Match, readings: tuple[Reading, Reading]) -> Iterator[Change]:
    """Yield what changed beside the outline and the questions."""
    before, after = match.before, match.after
    guide = _Home()
    if before.title != after.title:
        yield guide.change(Kind.TITLE_CHANGED, before.title, after.title)
    if before.front_matter != after.front_matter:
        yield guide.change(Kind.FRONT_MATTER_CHANGED, before.front_matter, after.front_matter)
    yield from _block_changes(_free(before.prose), _free(after.prose), guide, readings)
    for pair in match.chapters:
        chapters = match.chapters_of(pair)
        blocks = _free(chapters[0].blocks), _free(chapters[1].blocks)
        yield from _block_changes(*blocks, _Home(*chapters), readings)
    for pair in match.topics:
        home = _Home(*match.topics_of(pair))
        for spec in after.dialect.fields:
            yield from _field_changes(spec, *match.topics_of(pair), readings)
        one, other = map(_blocks_of, match.topics_of(pair))
        yield from _block_changes(one, other, home, readings)


def _free(blocks: Sequence[Block]) -> list[tuple[Block, str] | None]:
    return [(block, "") for block in blocks]


def _blocks_of(topic: Section) -> list[tuple[Block, str] | None]:
    """Return the blocks of a topic: those before its fields, None, those in fields, the others."""
    held = [(block, field.name) for field in topic.fields for block in field.blocks]
    return [*_free(topic.lead), None, *held, *_free(topic.blocks)]


def _field_changes(
    spec: FieldSpec, before: Section, after: Section, readings: tuple[Reading, Reading]
) -> Iterator[Change]:
    home = _Home(before, after)
    one, other = before.field(spec.name), after.field(spec.name)
    if not spec.is_text:
        yield from _item_changes(spec, one.values, other.values, home)
    elif _read(spec, one, readings[0]) != _read(spec, other, readings[1]):
        yield home.change(changed_in(spec.name, "changed"), _as_text(one), _as_text(other))


def _read(spec: FieldSpec, field: Field, reading: Reading) -> list[str]:
    return [reading.value(spec, value.text) for value in field.values]


def _as_text(field: Field) -> Text | None:
    """Return the values of a field as one text; None where it has none."""
    if not field.values:
        return None
    return Text("; ".join(value.text for value in field.values), field.values[0].span)


def _item_changes(
    spec: FieldSpec, before: Sequence[Value], after: Sequence[Value], home: _Home
) -> Iterator[Change]:
    """Yield what became of the values of a field, each by itself."""
    pairs, left = pair_items(before, after)
    for (_, one), (_, other) in pairs:
        if one != other:
            yield home.change(changed_in(spec.name, _step(one, other)), one, other)
    removed, added = changed_in(spec.name, "removed"), changed_in(spec.name, "added")
    yield from (home.change(removed, value, None) for _, value in left.before)
    yield from (home.change(added, None, value) for _, value in left.after)
    if not in_order((one, other) for (one, _), (other, _) in pairs):
        orders = (Order(tuple(v.text for v in values), values[0]) for values in (before, after))
        yield home.change(changed_in(spec.name, "reordered"), *orders)


def _step(before: Value, after: Value) -> str:
    """Tell a step of notes, such as from planned to written, from another change."""
    if isinstance(before, Notes) and isinstance(after, Notes):
        step = before.status.value, after.status.value
        if step in NOTES_STEPS:
            return f"{step[0]}-to-{step[1]}"
    return "changed"


def pair_items(
    before: Sequence[Value], after: Sequence[Value]
) -> tuple[list[tuple[_Placed, _Placed]], Remaining[_Placed]]:
    """Pair values by text, else by file name, else where each version has one left."""
    left: Remaining[_Placed] = Remaining(enumerate(before), enumerate(after))
    pairs = left.take_equal(lambda placed: placed[1])
    pairs += left.take_equal(lambda placed: placed[1].text)
    pairs += left.take_equal(lambda placed: placed[1].text.rpartition("/")[2])
    if len(left.before) == len(left.after) == 1:
        pairs += left.take_equal(lambda _placed: None)
    return pairs, left


def _block_changes(
    before: Sequence[tuple[Block, str] | None],
    after: Sequence[tuple[Block, str] | None],
    home: _Home,
    readings: tuple[Reading, Reading],
) -> Iterator[Change]:
    """Yield what became of blocks; those that are not equal are paired in their order."""
    if before == after:
        return
    left: Remaining[_PlacedBlock] = Remaining(enumerate(before), enumerate(after))
    pairs = left.take_equal(lambda placed: placed[1])
    pairs += left.take_equal(_reader(readings[0]), _reader(readings[1]))
    if not in_order((one, other) for (one, _), (other, _) in pairs):
        orders = (_order_of([each[0] for each in blocks if each]) for blocks in (before, after))
        yield home.change(Kind.CONTENT_REORDERED, *orders)
    gone = [placed[1][0] for placed in left.before if placed[1]]
    come = [placed[1][0] for placed in left.after if placed[1]]
    for one, other in zip(gone, come, strict=False):
        yield home.change(Kind.CONTENT_CHANGED, one, other)
    common = min(len(gone), len(come))
    yield from (home.change(Kind.CONTENT_REMOVED, block, None) for block in gone[common:])
    yield from (home.change(Kind.CONTENT_ADDED, None, block) for block in come[common:])


def _reader(reading: Reading) -> Callable[[_PlacedBlock], Hashable]:
    return lambda placed: placed[1] and (reading.block(placed[1][0]), placed[1][1])


def _order_of(blocks: Sequence[Block]) -> Order:
    return Order(tuple(block.text for block in blocks), blocks[0])
