"""Something to decide as a page shows it: what is asked, its sides in full, and the answers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from curriculum_tools.model.content import Question, Section
from curriculum_tools.output.decisions_yaml import decision_lines
from curriculum_tools.output.report.shown_text import MarkedText, MarkedTexts, alike_sides
from curriculum_tools.versions.deciding.open_item import ItemKind, ItemSide, OpenItem, Reply

LONG = 400  # code points of a text that is folded
BEGINNING = 120  # code points of it that are shown when it is folded
MOST_QUESTIONS = 12  # of a topic that are not folded

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
_OF_QUESTIONS = (ItemKind.SAME_QUESTION, ItemKind.REPEATED_QUESTION)
_APART = ("description", "notes", "questions")  # fields that are shown in their own manner


class QuestionInFull(NamedTuple):
    """A question of a topic, and what hangs below it: code, options, its answer."""

    text: str
    below: tuple[str, ...]


class TopicInFull(NamedTuple):
    """What a topic says: `questions` at once, those in `more` on request."""

    description: str
    notes: tuple[str, ...]
    others: tuple[str, ...]
    questions: tuple[QuestionInFull, ...]
    more: tuple[QuestionInFull, ...]


class OpenSide(NamedTuple):
    """What is to be chosen from: its number, its text, where it stands, and all of a topic.

    What has more in its text than its `beginning` is folded; `length` is that of the text.
    """

    number: str
    text: MarkedTexts
    beginning: str
    length: int
    where: str
    topic: TopicInFull | None

    @property
    def is_folded(self) -> bool:
        """Whether only the beginning of its text is shown at first."""
        return self.length > LONG


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


class GroupTitle(NamedTuple):
    """The heading of items of one kind, and the chapter of which they are, or none."""

    kind: str
    chapter: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.chapter}" if self.chapter else self.kind


def by_group(items: Iterable[OpenItem]) -> Iterator[tuple[GroupTitle, tuple[OpenItem, ...]]]:
    """Yield the items of one kind, of absent topics those of one chapter, below their heading."""
    kinds = list(ItemKind)
    ordered = sorted(items, key=lambda item: kinds.index(item.kind))  # stable
    for title, members in groupby(ordered, key=_group_title):
        yield title, tuple(members)


def _group_title(item: OpenItem) -> GroupTitle:
    is_absent = item.kind is ItemKind.ABSENT_TOPIC
    return GroupTitle(_GROUPS[item.kind], item.chapter or "" if is_absent else "")


def shown_item(item: OpenItem) -> ShownItem:
    """Return an item as a page shows it."""
    texts = list(map(_text, item.sides))
    if len(item.sides) == 2:
        texts = [*alike_sides(item.sides[0].text, item.sides[1].text)]
    sides = (_side(side, text, item.kind) for side, text in zip(item.sides, texts, strict=True))
    return ShownItem(item.id, item.title, item.why, tuple(sides), tuple(map(_answer, item.answers)))


def _text(side: ItemSide) -> MarkedTexts:
    return (MarkedText(side.text),) if side.text else ()


def _side(side: ItemSide, text: MarkedTexts, kind: ItemKind) -> OpenSide:
    topic = side.topic.said if side.topic else None
    return OpenSide(
        number="" if kind in _OF_QUESTIONS else side.number or "",  # it is their topic's
        text=text,
        beginning=side.text if len(side.text) <= LONG else f"{side.text[:BEGINNING]}…",
        length=len(side.text),
        where=", ".join(_places(side, kind)),
        topic=_in_full(topic) if topic and kind in _OF_TOPICS else None,
    )


def _places(side: ItemSide, kind: ItemKind) -> Iterator[str]:
    if side.label:
        yield side.label
    if side.source:
        yield f"{side.source}:{side.line}" if side.line else side.source
    if side.topic and kind not in _OF_TOPICS:
        yield " ".join(filter(None, ("in", side.topic.said.number, side.topic.said.title)))
    if side.topic and kind is ItemKind.ABSENT_TOPIC:
        for origin in side.topic.origins:
            yield f"{origin.source}:{origin.line}" if origin.line else origin.source


def _in_full(topic: Section) -> TopicInFull:
    questions = tuple(map(_question, topic.questions))
    blocks = [*topic.field("notes").blocks, *topic.field("questions").blocks, *topic.free_blocks]
    return TopicInFull(
        topic.field("description").text,
        tuple(map(str, topic.notes)),
        (*_other_fields(topic), *(block.text for block in blocks)),
        questions[:MOST_QUESTIONS],
        questions[MOST_QUESTIONS:],
    )


def _other_fields(topic: Section) -> Iterator[str]:
    for each in topic.fields:
        if each.name not in _APART and not each.says_nothing:
            yield f"{each.label}: {each.text}" if each.label else each.text


def _question(question: Question) -> QuestionInFull:
    below = [block.text for block in question.prompt]
    below += [option.text for option in question.options]
    below += [question.answer.text] if question.answer.text else []
    return QuestionInFull(question.text, tuple(below))


def _answer(answer: Reply) -> OpenAnswer:
    return OpenAnswer(
        answer.key,
        answer.label,
        tuple(decision_lines(answer.rulings)),
        tuple(str(ruling) for ruling in answer.removed),
        answer.needs_reason,
        answer.needs_wording,
    )
