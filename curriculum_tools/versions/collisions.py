"""What two versions of one guide would give twice once they are merged, before they are.

Each side is matched with the version that both come from. What both have kept counts once, with
the number, title or wording of the side that changed it; what a side has added counts besides,
unless both have added the very same in the very same place. A number, title or question that no
side has twice by itself, but the two have together, is a collision.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations
from typing import NamedTuple, TypeAlias

from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.templates import Numbers
from curriculum_tools.versions.diff.following import readings
from curriculum_tools.versions.diff.match import match
from curriculum_tools.versions.diff.reasked import compare_questions
from curriculum_tools.versions.version import Version

#: Where a chapter, topic or question stands: its kind, its place, and that within its topic.
Place: TypeAlias = tuple[str, int, int]
#: What may be given twice: in which way, within which chapter, and what.
Mark: TypeAlias = tuple["CollisionKind", str, str]


class CollisionKind(StrEnum):
    """What is given twice."""

    NUMBER = "number"
    TITLE = "title"
    QUESTION = "question"


class Given(NamedTuple):
    """A chapter, topic or question of one version; `marks` are what nothing else may have."""

    what: str
    said: Section | Question
    marks: tuple[Mark, ...]
    line: int | None
    behind: str  # what stands before it, so that the same addition can be told

    @property
    def number(self) -> str | None:
        """The number as printed."""
        if isinstance(self.said, Section):
            return self.said.number
        return self.said.number.text if self.said.number else None

    @property
    def text(self) -> str:
        """The title, or what is asked."""
        return self.said.title if isinstance(self.said, Section) else self.said.text

    def marked(self, kind: CollisionKind) -> Mark | None:
        """Return its mark of one kind."""
        return next((mark for mark in self.marks if mark[0] is kind), None)


class Collision(NamedTuple):
    """Something that two versions give twice together: where in the one, and where in the other."""

    kind: CollisionKind
    ours: Given
    theirs: Given


@dataclass(frozen=True)
class ChangedVersion:
    """A version, and for each place in it the place in the version that it comes from."""

    version: Version
    given: Mapping[Place, Given]
    origin: Mapping[Place, Place]


def changed_version(base: Version, version: Version) -> ChangedVersion:
    """Match a version with the one that it comes from."""
    matched = match(base, version)
    origin: dict[Place, Place] = {}
    for pair in matched.chapters:
        origin["chapter", pair.after, 0] = ("chapter", pair.before, 0)
    for pair in matched.topics:
        origin["topic", pair.after, 0] = ("topic", pair.before, 0)
    asked = compare_questions(matched, readings(matched))
    for found in (*asked.kept, *asked.reworded, *asked.moved):
        before, after = matched.topics[found.before.topic], matched.topics[found.after.topic]
        origin["question", after.after, found.after.place] = (
            "question",
            before.before,
            found.before.place,
        )
    return ChangedVersion(version, dict(_given(version)), origin)


def collisions(base: Version, ours: ChangedVersion, theirs: ChangedVersion) -> Iterator[Collision]:
    """Yield what the two give twice, in the order in which the version before them has it."""
    given = dict(_given(base))
    merged: dict[Mark, list[_Merged]] = {}
    for each in _merged(given, ours, theirs):
        for mark in each.marks:
            merged.setdefault(mark, []).append(each)
    counts = _counts(given), _counts(ours.given), _counts(theirs.given)
    for mark, found in merged.items():
        if len(found) > 1 and all(count[mark] < 2 for count in counts[1:]):
            sides = _told_apart(found, mark)
            if sides and not any(_is_doubtful(each, counts) for each in sides):
                yield Collision(mark[0], *sides)


class _Merged(NamedTuple):
    """Something that a merge has: the marks it then bears, and what each side has of it."""

    marks: tuple[Mark, ...]
    ours: Given | None = None
    theirs: Given | None = None


def _told_apart(found: Sequence[_Merged], mark: Mark) -> tuple[Given, Given] | None:
    """Return what of ours and what of theirs bears one mark, as two different things."""
    for one, other in permutations(found, 2):
        if one.ours and other.theirs and mark in one.ours.marks and mark in other.theirs.marks:
            return one.ours, other.theirs
    return None


def _merged(
    base: Mapping[Place, Given], ours: ChangedVersion, theirs: ChangedVersion
) -> Iterator[_Merged]:
    """Yield all that a merge has; of what both have changed otherwise no mark is known."""
    here, there = ({origin: at for at, origin in s.origin.items()} for s in (ours, theirs))
    for place, was in base.items():
        if place in here and place in there:  # else a side has dropped it
            mine, other = ours.given[here[place]], theirs.given[there[place]]
            marks = (
                _changed(*(each.marked(kind) for each in (was, mine, other)))
                for kind in CollisionKind
            )
            yield _Merged(tuple(filter(None, marks)), mine, other)
    added = [given for at, given in ours.given.items() if at not in ours.origin]
    yield from (_Merged(given.marks, ours=given) for given in added)
    for at, given in theirs.given.items():
        if at not in theirs.origin and not any(_is_same_addition(given, own) for own in added):
            yield _Merged(given.marks, theirs=given)


def _changed(was: Mark | None, mine: Mark | None, other: Mark | None) -> Mark | None:
    """Return the mark of the side that changed it; None where both did, each otherwise."""
    if mine == was:
        return other
    return mine if other in (was, mine) else None


def _is_same_addition(one: Given, other: Given) -> bool:
    return one.behind == other.behind and one.marks == other.marks and one.said == other.said


def _counts(given: Mapping[Place, Given]) -> Counter[Mark]:
    return Counter(mark for each in given.values() for mark in each.marks)


def _is_doubtful(given: Given, counts: Sequence[Counter[Mark]]) -> bool:
    """Tell a question that some version asks twice: which of the two it comes from is a guess."""
    asked = given.marked(CollisionKind.QUESTION)
    return asked is not None and any(count[asked] > 1 for count in counts)


def _given(version: Version) -> Iterator[tuple[Place, Given]]:
    """Yield all that has a number, a title or words, by its place."""
    templates = version.dialect.templates
    numbers = templates.numbers if templates else Numbers.LIST
    behind = ""
    for place, chapter in enumerate(version.chapters):
        if chapter.is_headed:
            yield ("chapter", place, 0), _section(version, chapter, "", behind)
            behind = chapter.title
    behind = ""
    for place, topic in enumerate(version.topics):
        home = version.chapters[version.chapter_of[place]].title.casefold()
        if topic.is_headed:
            yield ("topic", place, 0), _section(version, topic, home, behind)
            behind = topic.title
        before = topic.title
        for at, question in enumerate(topic.questions):
            marks = [mark for mark in [_asked(question)] if mark]
            if question.number and numbers in (Numbers.GUIDE, Numbers.CHAPTER):
                scope = home if numbers is Numbers.CHAPTER else ""
                scope = f"question in {scope}"
                marks.append((CollisionKind.NUMBER, scope, question.number.text))
            line = version.line_of(question)
            yield (
                ("question", place, at),
                Given("question", question, tuple(marks), line, before),
            )
            before = question.text


def _section(version: Version, section: Section, home: str, behind: str) -> Given:
    what = section.role.value
    marks: list[Mark] = [(CollisionKind.TITLE, what, section.title.casefold())]
    if section.number:
        scope = home if "." not in section.number else ""  # a bare number counts in its chapter
        marks.append((CollisionKind.NUMBER, f"{what} in {scope}", section.number))
    return Given(what, section, tuple(marks), version.line_of(section), behind)


def _asked(question: Question) -> Mark | None:
    words = key(wording_of(question))
    return (CollisionKind.QUESTION, "", words) if words else None
