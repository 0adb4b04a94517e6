"""The section `differences`: what neighbouring versions say, side by side, chapter by chapter."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.content import Role, Section
from curriculum_tools.output.counted import counted
from curriculum_tools.output.diff.change_log import change_log
from curriculum_tools.output.diff.word_diff import word_diff
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.shown_text import MarkedText, MarkedTexts, Sides, sides
from curriculum_tools.versions.diff.changes import Change, Difference, Kind, Order, Side
from curriculum_tools.versions.version import Version

MOST_CHANGES = 600  # of one pair of versions
WHOLE_GUIDE = "The guide as a whole"


class ShownChange(NamedTuple):
    """A change: its kind in words, of which topic, and what both versions say."""

    kind: str
    about: str
    before_line: int | None
    after_line: int | None
    said: Sides


class ChangesOfChapter(NamedTuple):
    """What changed in a chapter."""

    title: str
    changes: tuple[ShownChange, ...]


@dataclass(frozen=True, slots=True)
class VersionsBeside:
    """What changed between two versions: in a few lines, and all of it by chapter."""

    before: str
    after: str
    log: tuple[tuple[str, str], ...]
    chapters: tuple[ChangesOfChapter, ...]
    left_out: LeftOut | None


def differences_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where no curriculum is declared."""
    if not gathered.curricula:
        return None
    found = [each for curriculum in gathered.curricula for each in curriculum.differences]
    count = sum(len(difference.changes) for difference in found)
    pairs = counted(len(found), "pair of neighbouring versions", "pairs of neighbouring versions")
    lead = f"{counted(count, 'change')} between {pairs}." if found else "There is one version."
    parts = tuple(map(_beside, found))
    return ReportSection("differences", "Differences", lead, parts, count)


def _beside(difference: Difference) -> VersionsBeside:
    before, after = difference.before, difference.after
    where = f"curriculum diff -v {before.name} {after.name}"
    changes, left_out = limited(difference.changes, MOST_CHANGES, where)
    homes = {**_homes(before), **_homes(after)}
    titles = [_title(chapter) for version in (after, before) for chapter in version.chapters]
    by_chapter: dict[str, list[ShownChange]] = {
        title: [] for title in dict.fromkeys([WHOLE_GUIDE, *titles])
    }
    for change in changes:
        by_chapter[_chapter_of(change, homes)].append(_shown(change, difference))
    return VersionsBeside(
        before.name,
        after.name,
        tuple((section.title, section.headline) for section in change_log(difference)),
        tuple(ChangesOfChapter(*item) for item in _filled(by_chapter)),
        left_out,
    )


def _filled(
    by_chapter: dict[str, list[ShownChange]],
) -> Iterator[tuple[str, tuple[ShownChange, ...]]]:
    return ((title, tuple(changes)) for title, changes in by_chapter.items() if changes)


def _homes(version: Version) -> dict[int, Section]:
    """Return the chapter of each topic, by the identity of the topic."""
    return {id(topic): chapter for chapter in version.chapters for topic in chapter.sections}


def _chapter_of(change: Change, homes: dict[int, Section]) -> str:
    side = _side(change)
    if side.chapter:
        return _title(side.chapter)
    if isinstance(side.said, Section) and side.said.role is Role.CHAPTER:
        return _title(side.said)
    home = homes.get(id(side.topic))
    return _title(home) if home else WHOLE_GUIDE


def _title(chapter: Section) -> str:
    return chapter.title or "Outside any chapter"


def _side(change: Change) -> Side:
    side = change.after or change.before
    if side is None:
        raise ValueError("a change has a side")
    return side


def _shown(change: Change, difference: Difference) -> ShownChange:
    before, after = change.before, change.after
    said = sides(word_diff(before and before.said, after and after.said))
    if _is_headed(before) or _is_headed(after):
        said = said._replace(
            before=(*_number(before, after, "del"), *said.before),
            after=(*_number(after, before, "ins"), *said.after),
        )
    if change.kind == Kind.TOPIC_MOVED and before and after and before.chapter and after.chapter:
        chapters = f"from “{_title(before.chapter)}” to “{_title(after.chapter)}”"
        said = said._replace(remarks=(*said.remarks, chapters))
    if not change.is_sure:
        said = said._replace(remarks=(*said.remarks, f"probably; {change.confidence:.2f}"))
    return ShownChange(
        change.kind.replace("-", " "),
        _about(_side(change)),
        _line(before, difference.before),
        _line(after, difference.after),
        said,
    )


def _is_headed(side: Side | None) -> bool:
    return side is not None and isinstance(side.said, Section)


def _number(side: Side | None, other: Side | None, mark: str) -> MarkedTexts:
    """Return the number of a chapter or topic, marked where the other side has another one."""
    own, others = (
        each.said.number if each and isinstance(each.said, Section) else None
        for each in (side, other)
    )
    return (MarkedText(own, mark if others not in (None, own) else ""),) if own else ()


def _about(side: Side) -> str:
    home = side.said if isinstance(side.said, Section) else side.topic or side.chapter
    if home is None:
        return ""
    if home is side.said:
        return ""
    return f"{home.number or ''} {home.title}".strip()


def _line(side: Side | None, version: Version) -> int | None:
    if side is None:
        return None
    return version.line_of(side.said.first if isinstance(side.said, Order) else side.said)
