"""The section `to_decide`: what a merge has left open, with the lines that settle it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from curriculum_tools.model.content import Section
from curriculum_tools.output.counted import counted
from curriculum_tools.output.decisions_yaml import decision_lines
from curriculum_tools.output.report.gathered import Gathered, GatheredCurriculum
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.shown_text import MarkedText, MarkedTexts, alike_sides
from curriculum_tools.versions.deciding.open_item import Answer, ItemKind, OpenItem, Side
from curriculum_tools.versions.deciding.open_items import open_items

MOST_OPEN = 400
MOST_UNFOLDED = 8  # items of a group that is open from the start
MOST_QUESTIONS = 12  # of a topic

_GROUPS = {
    ItemKind.SAME_TOPIC: "Topics that may be one",
    ItemKind.SAME_CHAPTER: "Chapters that may be one",
    ItemKind.SAME_QUESTION: "Questions that may be one",
    ItemKind.REPEATED_QUESTION: "Questions asked in several topics",
    ItemKind.ABSENT_TOPIC: "Topics that the newest version does not have",
    ItemKind.TAKEN_OUT: "Taken out by hand",
    ItemKind.TIE: "Ties",
    ItemKind.CHANGED_UNDER_EDIT: "Edited by hand, and changed since",
    ItemKind.CHANGED_UNDER_RULING: "Ruled on, and changed since",
    ItemKind.STALE_RULING: "Rulings that match nothing",
}
_OF_TOPICS = (ItemKind.SAME_TOPIC, ItemKind.ABSENT_TOPIC)


class TopicInFull(NamedTuple):
    """What a topic says; `left_out` counts the questions that are not shown."""

    description: str
    notes: tuple[str, ...]
    questions: tuple[str, ...]
    left_out: int


class OpenSide(NamedTuple):
    """What is to be chosen from: its number, its text, where it stands, and all of a topic."""

    number: str
    text: MarkedTexts
    where: str
    topic: TopicInFull | None


class OpenAnswer(NamedTuple):
    """An answer: its key, what it means, and the lines of the decisions file that give it."""

    key: str
    label: str
    lines: tuple[str, ...]
    removed: tuple[str, ...]
    needs_reason: bool
    needs_wording: bool


@dataclass(frozen=True, slots=True)
class ShownItem:
    """Something to decide."""

    id: str
    title: str
    why: str
    sides: tuple[OpenSide, ...]
    answers: tuple[OpenAnswer, ...]


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """What is open of one kind, of absent topics those of one chapter; a short list is unfolded."""

    title: str
    items: tuple[ShownItem, ...]
    is_unfolded: bool


@dataclass(frozen=True, slots=True)
class OpenInMerge:
    """All that is to decide about a curriculum, and the file in which it is decided."""

    name: str
    decisions: str
    groups: tuple[OpenGroup, ...]
    left_out: LeftOut | None
    why_not: str = ""


def to_decide_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where no curriculum is declared."""
    if not gathered.curricula:
        return None
    parts = tuple(filter(None, map(_part, gathered.curricula)))
    count = sum(open_count(curriculum) for curriculum in gathered.curricula)
    lead = "" if parts else "Nothing is left to decide."
    if count:
        lead = f"{counted(count, 'thing is', 'things are')} open. None of it blocks you."
    return ReportSection("to_decide", "To decide", lead, parts, count)


def open_count(curriculum: GatheredCurriculum) -> int:
    """Return how many things are open."""
    return len(open_items(curriculum.merge.merged)) if curriculum.merge else 0


def _part(curriculum: GatheredCurriculum) -> OpenInMerge | None:
    report = curriculum.merge
    if report is None:
        return OpenInMerge(curriculum.name, "", (), None, curriculum.why_not)
    where = f"curriculum decide --list {curriculum.name}"
    items, left_out = limited(open_items(report.merged), MOST_OPEN, where)
    groups = tuple(_groups(items))
    return OpenInMerge(curriculum.name, report.decisions, groups, left_out) if groups else None


def _groups(items: tuple[OpenItem, ...]) -> Iterator[OpenGroup]:
    def kind_and_title(item: OpenItem) -> tuple[ItemKind, str]:
        return item.kind, group_title(item)

    kinds = list(ItemKind)
    ordered = sorted(items, key=lambda item: kinds.index(item.kind))  # stable
    for (kind, title), members in groupby(ordered, key=kind_and_title):
        shown = tuple(map(shown_item, members))
        is_unfolded = len(shown) <= MOST_UNFOLDED and kind != ItemKind.ABSENT_TOPIC
        yield OpenGroup(title, shown, is_unfolded)


def group_title(item: OpenItem) -> str:
    """Return the heading of the items like this one."""
    is_absent = item.kind is ItemKind.ABSENT_TOPIC and item.chapter
    return f"{_GROUPS[item.kind]}: {item.chapter}" if is_absent else _GROUPS[item.kind]


def shown_item(item: OpenItem) -> ShownItem:
    """Return an item as a page shows it."""
    texts = list(map(_text, item.sides))
    if len(item.sides) == 2:
        texts = [*alike_sides(item.sides[0].text, item.sides[1].text)]
    sides = (_side(side, text, item.kind) for side, text in zip(item.sides, texts, strict=True))
    return ShownItem(item.id, item.title, item.why, tuple(sides), tuple(map(_answer, item.answers)))


def _text(side: Side) -> MarkedTexts:
    return (MarkedText(side.text),) if side.text else ()


def _side(side: Side, text: MarkedTexts, kind: ItemKind) -> OpenSide:
    places = [side.label] if side.label else []
    if side.source:
        places.append(f"{side.source}:{side.line}" if side.line else side.source)
    topic = side.topic.said if side.topic else None
    if topic and kind not in _OF_TOPICS:
        places.append(f"in {topic.number or ''} {topic.title}".replace("  ", " "))
    in_full = _in_full(topic) if topic and kind in _OF_TOPICS else None
    if side.topic and kind is ItemKind.ABSENT_TOPIC:
        places += (f"{origin.source}:{origin.line}" for origin in side.topic.origins)
    return OpenSide(side.number or "", text, ", ".join(places), in_full)


def _in_full(topic: Section) -> TopicInFull:
    texts = [question.text for question in topic.questions]
    return TopicInFull(
        topic.description.text if topic.description else "",
        tuple(f"{notes.path} ({notes.status})" for notes in topic.notes),
        tuple(texts[:MOST_QUESTIONS]),
        len(texts[MOST_QUESTIONS:]),
    )


def _answer(answer: Answer) -> OpenAnswer:
    return OpenAnswer(
        answer.key,
        answer.label,
        tuple(decision_lines(answer.rulings)),
        tuple(str(ruling) for ruling in answer.removed),
        answer.needs_reason,
        answer.needs_wording,
    )
