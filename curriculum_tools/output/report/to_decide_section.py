"""The section `to_decide`: what a merge has left open, with the lines that settle it."""

from collections.abc import Iterator
from dataclasses import dataclass

from curriculum_tools.output.counted import counted
from curriculum_tools.output.report.gathered import Gathered, GatheredCurriculum
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.shown_item import ShownItem, by_group, shown_item
from curriculum_tools.versions.deciding.open_item import ItemKind, OpenItem
from curriculum_tools.versions.deciding.open_items import open_items

MOST_OPEN = 400
MOST_UNFOLDED = 8  # items of a group that is open from the start


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
    for title, members in by_group(items):
        is_absent = members[0].kind is ItemKind.ABSENT_TOPIC
        is_unfolded = len(members) <= MOST_UNFOLDED and not is_absent
        yield OpenGroup(str(title), tuple(map(shown_item, members)), is_unfolded)
