"""What changed, as a change log: sections of items, for the formats that people read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.content import Role, Section, Text
from curriculum_tools.output.counted import counted
from curriculum_tools.output.diff.word_diff import (
    ARROW,
    Segment,
    SegmentKind,
    Segments,
    remark,
    text_of,
    word_diff,
)
from curriculum_tools.versions.diff.changes import Change, Difference, Kind, Side, changed_in
from curriculum_tools.versions.diff.front_matter_keys import changed_keys


class LogItem(NamedTuple):
    """A line of a change log: what it is about, such as a topic's number, and what changed."""

    label: str
    segments: Segments


@dataclass(frozen=True, slots=True)
class LogSection:
    """A section: its title, what there is to say in one line, and the items.

    The items of a minor section are what was hoped for, and need not be listed.
    """

    title: str
    headline: str
    items: tuple[LogItem, ...] = ()
    is_minor: bool = False


#: What is counted in one section, with the words for it: one, and several.
_TOPICS = {
    "Dropped": {Kind.TOPIC_REMOVED: ("topic", "topics")},
    "Added": {Kind.TOPIC_ADDED: ("topic", "topics")},
    "Renamed": {Kind.TOPIC_RENAMED: ("topic", "topics")},
    "Moved": {Kind.TOPIC_MOVED: ("topic to another chapter", "topics to other chapters")},
    "Renumbered": {Kind.TOPIC_RENUMBERED: ("topic", "topics")},
}
_CHAPTERS: Mapping[str, str] = {
    Kind.CHAPTER_REMOVED: "dropped",
    Kind.CHAPTER_ADDED: "added",
    Kind.CHAPTER_RENAMED: "renamed",
    Kind.CHAPTER_RENUMBERED: "renumbered",
}
_NOW_WRITTEN = {
    "notes-planned-to-written": ("was planned", "were planned"),
    "notes-covered-to-written": ("was covered elsewhere", "were covered elsewhere"),
}
_NOTES = {
    "notes-removed": "dropped",
    "notes-written-to-planned": "no longer written",
    "notes-changed": "changed",
}
_QUESTIONS: Mapping[str, str] = {
    Kind.QUESTION_REWORDED: "reworded",
    Kind.QUESTION_MOVED: "moved to another topic",
    Kind.ANSWER_CHANGED: "answered otherwise",
}
_ITEMS = {
    "removed": "dropped",
    "added": "added",
    "changed": "changed",
    "reordered": "in another order",
}
_OTHER_TEXT: Mapping[str, str] = {
    Kind.CONTENT_REMOVED: "dropped",
    Kind.CONTENT_ADDED: "added",
    Kind.CONTENT_CHANGED: "changed",
}
_ORDER = {
    Kind.CHAPTERS_REORDERED: ("the chapters", ""),
    Kind.TOPICS_REORDERED: ("the topics of 1 chapter", "the topics of {} chapters"),
    Kind.QUESTIONS_REORDERED: ("the questions of 1 topic", "the questions of {} topics"),
    "notes-reordered": ("the notes of 1 topic", "the notes of {} topics"),
    Kind.CONTENT_REORDERED: ("other text in 1 place", "other text in {} places"),
}


def change_log(difference: Difference) -> Iterator[LogSection]:
    """Yield what changed, the outline first."""
    yield _outline(difference)
    yield from _counted(difference, "Chapters", _CHAPTERS)
    yield from _topics(difference)
    yield from _notes(difference)
    yield from _questions(difference)
    yield from _fields(difference)
    yield from _counted(difference, "Other text", _OTHER_TEXT)
    for change in difference.of(Kind.TITLE_CHANGED):
        yield LogSection("Title", "changed", (_item(change),))
    yield from _front_matter(difference)
    yield from _order(difference)


def _outline(difference: Difference) -> LogSection:
    chapters, topics = difference.summary["chapters"], difference.summary["topics"]
    held = [("chapter", chapters["kept"]), ("topic", topics["kept"])]
    named = [counted(count, name) for name, count in held if count] or ["nothing"]
    kept = f"{' and '.join(named)} kept"
    changed = [chapters[name] for name in ("added", "removed", "renumbered")]
    changed += [topics[name] for name in ("added", "removed", "moved", "renumbered")]
    changed += [difference.summary["order"][name] for name in ("chapters", "topics")]
    if any(changed):
        return LogSection("Outline", kept)
    return LogSection("Same outline", f"{kept}, none added, dropped, moved or renumbered")


def _counted(difference: Difference, title: str, words: Mapping[str, str]) -> Iterator[LogSection]:
    """Yield a section that says how many changes there are of each kind, and lists them."""
    counts = [
        f"{difference.counts[kind]:,} {words[kind]}" for kind in words if difference.counts[kind]
    ]
    if counts:
        yield LogSection(title, ", ".join(counts), _items(difference, *words))


def _topics(difference: Difference) -> Iterator[LogSection]:
    for title, kinds in _TOPICS.items():
        for kind, words in kinds.items():
            if count := difference.counts[kind]:
                headline = counted(count, *words) + _with_topics(difference, kind)
                yield LogSection(title, headline, _items(difference, kind))


def _with_topics(difference: Difference, kind: Kind) -> str:
    """Return how many questions came or went with topics."""
    names = {Kind.TOPIC_ADDED: "added_with_topic", Kind.TOPIC_REMOVED: "removed_with_topic"}
    count = difference.summary["questions"][names[kind]] if kind in names else 0
    return f" with {counted(count, 'question')}" if count else ""


def _notes(difference: Difference) -> Iterator[LogSection]:
    counts = difference.counts
    written = [
        f"{counts[kind]:,} {words[counts[kind] > 1]}"
        for kind, words in _NOW_WRITTEN.items()
        if counts[kind]
    ]
    if written:
        total = sum(counts[kind] for kind in _NOW_WRITTEN)
        items = _items(difference, *_NOW_WRITTEN)
        yield LogSection(
            "Notes", f"{total:,} now written: {', '.join(written)}", items, is_minor=True
        )
    if added := counts["notes-added"]:
        items = _items(difference, "notes-added")
        yield LogSection("Notes", f"{counted(added, 'path')} added", items, is_minor=True)
    yield from _counted(difference, "Notes", _NOTES)


def _fields(difference: Difference) -> Iterator[LogSection]:
    """Yield the sections of the fields that have none of their own."""
    for spec in difference.after.dialect.fields:
        hows = {"changed": "changed"} if spec.is_text else _ITEMS
        if spec.name not in ("notes", "questions"):
            words = {changed_in(spec.name, how): word for how, word in hows.items()}
            yield from _counted(difference, spec.counted.capitalize(), words)


def _questions(difference: Difference) -> Iterator[LogSection]:
    counts, kept = difference.counts, difference.kept.questions
    added, dropped = counts[Kind.QUESTION_ADDED], counts[Kind.QUESTION_REMOVED]
    if added or dropped:
        had = any(topic.questions for topic in difference.before.topics)
        gone = f"{dropped:,} dropped" if dropped else "none dropped"
        why = "" if had else f" ({_short(difference.before.name)} had none)"
        unchanged = f", {kept:,} as they were" if kept else ""
        items = _items(difference, Kind.QUESTION_REMOVED, Kind.QUESTION_ADDED)
        yield LogSection("Questions", f"+{added:,}, {gone}{why}{unchanged}", items)
    words = {**_QUESTIONS, Kind.QUESTION_MOVED: f"moved to another {_home(difference)}"}
    yield from _counted(difference, "Questions", words)


def _home(difference: Difference) -> str:
    """Return what questions have moved to."""
    sides = [change.after for change in difference.of(Kind.QUESTION_MOVED)]
    return "chapter" if sides and all(side and side.chapter for side in sides) else "topic"


def _short(name: str) -> str:
    """Return the name of a version without its folders."""
    return name.rpartition("/")[2]


def _front_matter(difference: Difference) -> Iterator[LogSection]:
    for change in difference.of(Kind.FRONT_MATTER_CHANGED):
        before, after = (_text_on(side) for side in (change.before, change.after))
        if before and after:
            keys = ", ".join(changed_keys(before, after))
            headline = f"{keys} changed" if keys else "changed"
        else:
            headline = "added" if after else "dropped"
        yield LogSection("Front matter", headline, (_item(change),), is_minor=True)


def _order(difference: Difference) -> Iterator[LogSection]:
    told = [
        (words[count > 1] or words[0]).format(count)
        for kind, words in _ORDER.items()
        if (count := difference.counts[kind])
    ]
    if told:
        items = _items(difference, *_ORDER)
        yield LogSection("Order", f"changed: {', '.join(told)}", items, is_minor=True)


def _items(difference: Difference, *kinds: str) -> tuple[LogItem, ...]:
    """Return the changes of some kinds as items, kind by kind."""
    return tuple(_item(change) for kind in kinds for change in difference.of(kind))


def _item(change: Change) -> LogItem:
    before, after = change.before, change.after
    if before is None or after is None:
        side = before or after
        if side is None:
            raise ValueError("a change has a side")
        kind = SegmentKind.GONE if before else SegmentKind.NEW
        return LogItem(_label(side), (Segment(text_of(side.said), kind), *_holding(side)))
    doubt = () if change.is_sure else (remark(f"(probably; {change.confidence:.2f})"),)
    arrow = remark(ARROW)
    if isinstance(after.said, Section):
        title = Segment(text_of(after.said))
        if change.kind in (Kind.TOPIC_RENAMED, Kind.CHAPTER_RENAMED):
            return LogItem(_label(after), (Segment(text_of(before.said)), arrow, title, *doubt))
        return LogItem(f"{_label(before)} {ARROW} {_label(after)}", (title, *doubt))
    label = _label(after)
    if change.kind is Kind.QUESTION_MOVED:
        label = f"{_label(before)} {ARROW} {label}"
    if change.kind in _ORDER:
        return LogItem(label, (Segment(text_of(before.said)), arrow, Segment(text_of(after.said))))
    return LogItem(label, word_diff(before.said, after.said))


def _label(side: Side) -> str:
    """Return what an item is about: the number of its topic or chapter, else the title."""
    if isinstance(side.said, Section):
        return side.said.number or "·"
    home = side.topic if side.topic and side.topic.is_headed else side.chapter
    return (home.number or home.title or "") if home else ""


def _holding(side: Side) -> tuple[Segment, ...]:
    """Return how much came or went with a topic or chapter."""
    match side.said:
        case Section(role=Role.TOPIC) as topic if topic.questions:
            return (remark(f"({counted(len(topic.questions), 'question')})"),)
        case Section(role=Role.CHAPTER) as chapter if chapter.sections:
            return (remark(f"({counted(len(chapter.sections), 'topic')})"),)
    return ()


def _text_on(side: Side | None) -> Text | None:
    return side.said if side and isinstance(side.said, Text) else None
