"""The section `to_decide`: what a merge has left open, with the lines that settle it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.rulings import AbsentFromNewest, PresenceRuling, Ruling
from curriculum_tools.output.counted import counted
from curriculum_tools.output.merge.conflict_text import kind_words
from curriculum_tools.output.merge.decisions_yaml import decision_lines
from curriculum_tools.output.report.gathered import Gathered, GatheredCurriculum
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.versions.merge.result import Absent, Conflict, Merged, ReviewItem

MOST_OPEN = 300
WHERE = "curriculum merge --check -v"  # all of it is
REVIEWS = {
    "same-topic": "May be the same topic",
    "same-chapter": "May be the same chapter",
    "same-question": "May be the same question",
}


class OpenSide(NamedTuple):
    """What is to be chosen from, or held against another: where it stands, and its text."""

    where: str
    text: str


class OpenAnswer(NamedTuple):
    """An answer in words, and the lines of the decisions file that give it."""

    words: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ShownItem:
    """Something to decide: what it is, why it is asked, the sides, and the answers."""

    title: str
    why: str
    sides: tuple[OpenSide, ...]
    answers: tuple[OpenAnswer, ...]


@dataclass(frozen=True, slots=True)
class OpenInMerge:
    """All that is to decide about a curriculum, and the file in which it is decided."""

    name: str
    decisions: str
    items: tuple[ShownItem, ...]
    left_out: LeftOut | None
    why_not: str = ""


def to_decide_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where no curriculum is declared."""
    if not gathered.curricula:
        return None
    parts = tuple(map(_part, gathered.curricula))
    count = sum(len(part.items) + (part.left_out.count if part.left_out else 0) for part in parts)
    shown = tuple(part for part in parts if part.items or part.why_not)
    lead = "None of it blocks you." if count else "" if shown else "Nothing is left to decide."
    return ReportSection("to_decide", "To decide", lead, shown, count)


def _part(curriculum: GatheredCurriculum) -> OpenInMerge:
    if curriculum.merge is None:
        return OpenInMerge(curriculum.name, "", (), None, curriculum.why_not)
    items, left_out = limited(tuple(_items(curriculum.merge.merged)), MOST_OPEN, WHERE)
    return OpenInMerge(curriculum.name, curriculum.merge.decisions, items, left_out)


def _items(merged: Merged) -> Iterator[ShownItem]:
    for item in merged.review:
        yield _review(item)
    for conflict in merged.open_conflicts:
        yield _conflict(conflict)
    for absent in merged.absent:
        yield _absent(absent, merged.versions.items[-1].name)
    for ruling in merged.stale:
        where = OpenSide(f"{ruling.path}:{ruling.line}", str(ruling))
        yield ShownItem("A decision", "It matches nothing any more.", (where,), ())


def _review(item: ReviewItem) -> ShownItem:
    sides = tuple(
        OpenSide(f"{each.source}:{each.line} {each.number or ''}".strip(), each.text)
        for each in item.members
    )
    why = f"They are alike ({item.confidence:.2f}), but not enough to join them without asking."
    return ShownItem(REVIEWS.get(item.kind, item.kind), why, sides, _answers(item.suggestion))


def _conflict(conflict: Conflict) -> ShownItem:
    sides = tuple(OpenSide(", ".join(o.sources), o.value) for o in conflict.options)
    title = f"{conflict.number or ''} {conflict.title or ''}".strip()
    what = kind_words(conflict.kind)[0].capitalize()
    answers = _answers(conflict.suggestion) if conflict.suggestion else ()
    return ShownItem(f"{what}: {title}" if title else what, str(conflict.by), sides, answers)


def _absent(absent: Absent, newest: str) -> ShownItem:
    sides = tuple(
        OpenSide(", ".join(o.source for o in topic.origins), topic.said.title)
        for topic in absent.topics
    )
    topics = counted(len(sides), "topic")
    title = absent.chapter.said.title
    ruling = PresenceRuling(what=AbsentFromNewest(title), is_kept=True)
    return ShownItem(title, f"{topics} not in {newest}, the newest; kept.", sides, _answers(ruling))


def _answers(ruling: Ruling) -> tuple[OpenAnswer, ...]:
    return (OpenAnswer("as it is now", tuple(decision_lines([ruling]))),)
