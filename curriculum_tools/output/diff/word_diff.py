"""Texts of two versions as segments: which words both have, which went and which came."""

from collections.abc import Iterator
from enum import Enum
from typing import NamedTuple

from curriculum_tools.likeness.word_runs import WordRun, word_runs
from curriculum_tools.model.content import Notes, Question, Section
from curriculum_tools.syntax.questions import blocks_of
from curriculum_tools.versions.diff.changes import Order, Said

ARROW = "->"
NEAR = 4  # words shown on each side of words that changed, in a long text
LONG = 16  # words that are shown whole
LEAST_KEPT = 0.4  # share of the words; with less, texts stand whole beside each other
ELISION = "…"


class SegmentKind(Enum):
    """Whose words a segment has: both versions', the earlier's, the later's, or the tool's."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"
    REMARK = "remark"


class Segment(NamedTuple):
    """Words, at least one; those from guides as they stand there, harmful characters included."""

    text: str
    kind: SegmentKind = SegmentKind.SAME


Segments = tuple[Segment, ...]


def remark(text: str) -> Segment:
    """Return words of the tool."""
    return Segment(text, SegmentKind.REMARK)


def text_of(said: Said) -> str:
    """Return what a side of a change says, as one text."""
    match said:
        case Section():
            return said.title or "(no title)"
        case Question():
            named = [f"({', '.join(said.answer.letters)})"] if said.answer.letters else []
            return "\n".join([said.text, *(block.text for block in blocks_of(said)), *named])
        case Notes():
            status = "" if said.status == "written" else f" ({said.status})"
            return f"{said.path}{status}{f' {said.remark}' if said.remark else ''}"
        case Order():
            return " · ".join(said.names)
    return said.text


def word_diff(before: Said | None, after: Said | None) -> Segments:
    """Return a text in which the words that went and those that came are marked."""
    one, other = (text_of(said) if said else "" for said in (before, after))
    segments = tuple(_runs(one.split(), other.split()))
    if one != other and all(segment.kind is SegmentKind.SAME for segment in segments):
        return (*segments, remark("(only blanks and line ends differ)"))
    return segments


def _runs(before: list[str], after: list[str]) -> Iterator[Segment]:
    runs = list(word_runs(before, after))
    kept = sum(len(run.a) for run in runs if not run.differs)
    if kept < LEAST_KEPT * max(len(before), len(after)):
        runs = [WordRun(before, after, differs=True)]
    for run in runs:
        if not run.differs:
            yield Segment(" ".join(run.a))
            continue
        if run.a:
            yield Segment(" ".join(run.a), SegmentKind.GONE)
        if run.b:
            yield Segment(" ".join(run.b), SegmentKind.NEW)


def shorten(segments: Segments) -> Segments:
    """Return a long text without the words that are far from what changed, if anything did."""
    words = sum(len(segment.text.split()) for segment in segments)
    changed = (SegmentKind.GONE, SegmentKind.NEW)
    if words <= LONG or not any(segment.kind in changed for segment in segments):
        return segments
    last = len(segments) - 1
    return tuple(
        Segment(_near(segment.text.split(), place > 0, place < last))
        if segment.kind is SegmentKind.SAME
        else segment
        for place, segment in enumerate(segments)
    )


def _near(words: list[str], is_after: bool, is_before: bool) -> str:
    """Return the words beside a neighbour, which may be before them, after them, or both."""
    if len(words) <= NEAR * (is_after + is_before) + 1:
        return " ".join(words)
    head = words[:NEAR] if is_after else []
    tail = words[-NEAR:] if is_before else []
    return " ".join([*head, ELISION, *tail])
