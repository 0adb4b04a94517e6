"""Merging: from what many versions say to everything that is printed, and where it comes from.

A pure function of a set of versions: the result does not depend on where they were read from
nor, without a declared order, on the order in which they are named.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import NamedTuple, TypeVar

from curriculum_tools.likeness import normalise
from curriculum_tools.model.rulings import Rulings
from curriculum_tools.versions.alignment.align import Alignment, ChapterRef, TopicRef, align
from curriculum_tools.versions.merge.choice import choose
from curriculum_tools.versions.merge.editing import Editing
from curriculum_tools.versions.merge.edits import Edit, Edited
from curriculum_tools.versions.merge.folding import join_questions
from curriculum_tools.versions.merge.joined import (
    Exists,
    JoinedChapter,
    JoinedTopic,
    blocks_text,
    join_chapters,
    join_topics,
)
from curriculum_tools.versions.merge.names import Names
from curriculum_tools.versions.merge.outline import Wishes, outline
from curriculum_tools.versions.merge.questions import Asked, QuestionEdits
from curriculum_tools.versions.merge.settle import Pairs, Settling
from curriculum_tools.versions.merge.whole import Joined, OfGuide
from curriculum_tools.versions.observations import fingerprint
from curriculum_tools.versions.version import Version

Ref = TypeVar("Ref", ChapterRef, TopicRef)


@dataclass(frozen=True, slots=True)
class Decided:
    """What people have decided: by rulings, and by editing the merged guide.

    Of the rulings, those that `ruled_before` the edits give way to them.
    """

    rulings: Rulings = Rulings()  # noqa: RUF009 - immutable
    edits: tuple[Edit, ...] = ()
    ruled_before: Rulings = Rulings()  # noqa: RUF009


def join(
    versions: Iterable[Version],
    name: str,
    exists: Exists,
    *,
    declared: bool,
    decided: Decided = Decided(),
) -> Joined:
    """Join versions, the oldest first if their order is `declared`, for a guide of this name.

    `exists` tells whether there is a file of notes at a path.
    """
    versions = distinct(versions, declared=declared)
    hands = _Hands.of(decided)
    alignment = _aligned(versions, hands.settling.pairs(versions))
    chapters, topics = _parts(versions, alignment, exists, hands, declared=declared)
    names = Names(chapters, topics)
    absent = _absent(topics, len(versions) - 1) if declared else frozenset()
    present = hands.settling.present(topics, names, absent)
    gone = hands.editing.gone(names) - present.keys()
    lines = outline(
        chapters,
        topics,
        _rankings([cluster.members for cluster in alignment.chapters], len(versions), chapters),
        _rankings([cluster.members for cluster in alignment.topics], len(versions), topics),
        declared=declared,
        dropped=gone | {place for place, is_kept in present.items() if not is_kept},
        wishes=hands.wishes(names),
        beside=[(doubt.a, doubt.b) for doubt in alignment.doubtful_topics],
    )
    edits = hands.editing.questions(topics, names)
    asked = list(_asked(topics, edits, by_hand=len(versions)))
    rulings = hands.settling.questions(asked, names)
    prose = [said.text for v in versions for topic in v.topics for said in topic.descriptions]
    return Joined(
        name=name,
        versions=versions,
        declared=declared,
        alignment=alignment,
        chapters=chapters,
        topics=topics,
        outline=lines,
        questions=join_questions(
            asked, prose, lines.place_of_topic, declared=declared, rulings=rulings, edits=edits
        ),
        of_guide=_of_guide(versions, hands, declared=declared),
        absent=absent,
        present=present,
        gone=gone,
        kept_questions=[name for name, is_kept in rulings.present.items() if is_kept],
        names=names,
        stale=hands.settling.stale(lines),
    )


class _Hands(NamedTuple):
    """Those who decide, each after the one before: rulings, then edits, then newer rulings."""

    settling: Settling
    editing: Editing
    again: Settling

    @classmethod
    def of(cls, decided: Decided) -> "_Hands":
        newer = Settling(decided.rulings, passed=tuple(decided.ruled_before))
        return cls(Settling(decided.rulings), Editing(decided.edits), newer)

    def wishes(self, names: Names) -> Wishes:
        """Give what stands before what; the last word comes first."""
        ordered = (hand.wishes(names) for hand in reversed(self))
        return sum(ordered, Wishes())


def _parts(
    versions: Sequence[Version],
    alignment: Alignment,
    exists: Exists,
    hands: _Hands,
    *,
    declared: bool,
) -> tuple[Sequence[JoinedChapter], Sequence[JoinedTopic]]:
    """Give chapters and topics, with what was decided of them."""
    chapters: Sequence[JoinedChapter] = join_chapters(versions, alignment, declared=declared)
    topics: Sequence[JoinedTopic] = join_topics(
        versions, alignment, chapters, exists, declared=declared
    )
    for hand in hands:
        names = Names(chapters, topics)
        chapters = hand.chapters(chapters, names)
        topics = hand.topics(topics, names, chapters)
    return chapters, topics


def _asked(topics: Iterable[JoinedTopic], edits: QuestionEdits, *, by_hand: int) -> Iterator[Asked]:
    """Yield all questions, those of the versions first."""
    for place, topic in enumerate(topics):
        for member in topic.members:
            for question in member.said.questions:
                yield Asked(member.version, place, member.said.number, question)
    for place, question in edits.asked:
        yield Asked(by_hand, place, None, question)


def _of_guide(versions: Sequence[Version], hands: _Hands, *, declared: bool) -> OfGuide:
    """Choose what is said of the guide as a whole."""
    titles = [(place, v.title.text) for place, v in enumerate(versions) if v.title]
    matter = [(place, v.front_matter.text) for place, v in enumerate(versions) if v.front_matter]
    proses = [(place, v.prose) for place, v in enumerate(versions) if v.prose]
    title = choose(titles, str, declared=declared) if titles else None
    front_matter = choose(matter, str, declared=declared) if matter else None
    prose = choose(proses, blocks_text, declared=declared) if proses else None
    title = hands.editing.of_guide(Edited.GUIDE_TITLE, hands.settling.guide_title(title))
    return OfGuide(
        title=hands.again.guide_title(title),
        front_matter=hands.editing.of_guide(Edited.FRONT_MATTER, front_matter),
        prose=hands.editing.prose(prose),
    )


def _aligned(versions: Sequence[Version], pairs: Pairs) -> Alignment:
    """Align versions; chapters of one title are one, or the guide would have it twice."""
    return align(
        versions,
        same_topics=pairs.same_topics,
        different_topics=pairs.different_topics,
        same_chapters=pairs.same_chapters | _of_one_title(versions) - pairs.different_chapters,
        different_chapters=pairs.different_chapters,
    )


def _of_one_title(versions: Sequence[Version]) -> set[tuple[ChapterRef, ChapterRef]]:
    """Give the pairs of chapters of one title, where no version has two of it."""
    titled: dict[str, list[ChapterRef]] = {}
    for v, version in enumerate(versions):
        for c, chapter in enumerate(version.chapters):
            if chapter.title is not None:
                titled.setdefault(normalise(chapter.title), []).append(ChapterRef(v, c))
    return {
        pair
        for refs in titled.values()
        if len({ref.version for ref in refs}) == len(refs)
        for pair in permutations(refs, 2)
    }


def _absent(topics: Iterable[JoinedTopic], newest: int) -> frozenset[int]:
    """Give the topics that one of several versions does not have."""
    return frozenset(
        place
        for place, topic in enumerate(topics)
        if newest > 0
        and topic.members
        and all(member.version != newest for member in topic.members)
    )


def distinct(versions: Iterable[Version], *, declared: bool) -> tuple[Version, ...]:
    """Count versions of the same content once: where they first stand, by the first of their names.

    Without a declared order they are sorted by content, so that their order settles nothing.
    """
    found: dict[str, Version] = {}
    for version in versions:
        content = fingerprint(version)
        same = found.get(content, version)
        found[content] = min(same, version, key=lambda each: each.name)
    return tuple(found.values() if declared else (found[content] for content in sorted(found)))


def _rankings(
    members: Iterable[Iterable[tuple[int, int]]], versions: int, joined: Sequence[object]
) -> list[list[int]]:
    """Give for each version its joined chapters or topics in its own order.

    What was added by hand stands in a ranking of its own, which says nothing of its place.
    """
    members = list(members)
    rankings: list[list[tuple[int, int]]] = [[] for _ in range(versions)]
    for number, refs in enumerate(members):
        for version, place in refs:
            rankings[version].append((place, number))
    added = ([place] for place in range(len(members), len(joined)))
    return [*added, *([number for _, number in sorted(ranking)] for ranking in rankings)]
