"""Planning a merge: from what many versions say to everything that is printed.

A pure function of a set of versions: the result does not depend on where they were read from
nor, without an order of theirs, on the order in which they are named.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise, permutations
from typing import NamedTuple, TypeVar

from curriculum_tools.likeness import normalise
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import Ruling
from curriculum_tools.versions.alignment.align import Alignment, ChapterRef, TopicRef, align
from curriculum_tools.versions.hand_edits.store import Edited, HandEdit, News
from curriculum_tools.versions.merge.apply_edits import EditApplier
from curriculum_tools.versions.merge.apply_rulings import Pairs, RulingApplier
from curriculum_tools.versions.merge.folding import join_questions
from curriculum_tools.versions.merge.introductions import introductions
from curriculum_tools.versions.merge.joined_questions import AskedQuestion, QuestionEdits
from curriculum_tools.versions.merge.merged_outline import OrderConstraints, Outline, outline
from curriculum_tools.versions.merge.names import Names
from curriculum_tools.versions.merge.parts import (
    Exists,
    JoinedChapter,
    JoinedTopic,
    blocks_text,
    join_chapters,
    join_topics,
)
from curriculum_tools.versions.merge.plan import JoinedParts, OfGuide, Plan
from curriculum_tools.versions.merge.topic_numbers import topic_numbers
from curriculum_tools.versions.observations.placed import fingerprint, title_of
from curriculum_tools.versions.version import Version, Versions

Ref = TypeVar("Ref", ChapterRef, TopicRef)


@dataclass(frozen=True, slots=True)
class Decided:
    """What people have decided: by rulings, and by editing the merged guide.

    Of the rulings, those that `ruled_before` the edits give way to them. The `news` are what
    versions have changed since under edits, `overruled` what they said when values were ruled.
    """

    rulings: Rulings = Rulings()  # noqa: RUF009 - immutable
    edits: tuple[HandEdit, ...] = ()
    ruled_before: Rulings = Rulings()  # noqa: RUF009
    news: tuple[News, ...] = ()
    overruled: Mapping[Ruling, str] = field(default_factory=dict)


def make_plan(versions: Versions, name: str, exists: Exists, decided: Decided) -> Plan:
    """Join versions to the plan of a guide of this name.

    `exists` tells whether there is a file of notes at a path.
    """
    versions = distinct(versions)
    steps = _Steps.of(decided, versions.items, name)
    alignment = _aligned(versions.items, steps.rulings.pairs)
    unruled = _joined_parts(versions, alignment, exists)
    chapters, topics = _decided_parts(unruled, steps)
    names = Names(chapters, topics)
    absent = _absent(topics, len(versions.items) - 1) if versions.in_order else frozenset()
    present = steps.rulings.present(topics, names, absent)
    gone = steps.edits.gone(names) - present.keys()
    count = len(versions.items)
    ordered = partial(
        outline,
        chapters,
        topics,
        _rankings([cluster.members for cluster in alignment.chapters], count, chapters),
        _rankings([cluster.members for cluster in alignment.topics], count, topics),
        oldest_first=versions.in_order,
        numbers=topic_numbers(versions, topics),
        dropped=gone | {place for place, is_kept in present.items() if not is_kept},
        beside=[(doubt.a, doubt.b) for doubt in alignment.doubtful_topics],
    )
    lines = ordered(constraints=steps.rulings.constraints(names))
    if steps.edits.has_order:
        lines = ordered(constraints=steps.constraints(names, lines))
    edits = steps.edits.questions(topics, names)
    asked = list(_asked(topics, edits, by_hand=count))
    rulings = steps.rulings.questions(asked, names)
    prose = [
        text.text
        for version in versions.items
        for topic in version.topics
        for text in topic.field("description").texts
    ]
    return Plan(
        name=name,
        versions=versions,
        alignment=alignment,
        chapters=chapters,
        topics=topics,
        outline=lines,
        questions=join_questions(
            asked,
            prose,
            lines.place_of_topic,
            versions,
            rulings=rulings,
            edits=edits,
            newer_rulings=steps.newer_rulings.questions(asked, names),
        ),
        of_guide=_decided_of_guide(unruled.of_guide, steps),
        absent=absent,
        present=present,
        gone=gone,
        kept_questions=[name for name, is_kept in rulings.present.items() if is_kept],
        names=names,
        rulings=decided.rulings,
        unruled=unruled,
        overruled=decided.overruled,
        stale=steps.rulings.stale(lines),
        edited=steps.edits.sections,
        moved_questions=edits.moved,
        news=decided.news,
    )


class _Steps(NamedTuple):
    """What decides, each after the one before: rulings, then edits, then newer rulings."""

    rulings: RulingApplier
    edits: EditApplier
    newer_rulings: RulingApplier

    @classmethod
    def of(cls, decided: Decided, versions: Sequence[Version], own: str) -> "_Steps":
        rulings, before = decided.rulings, tuple(decided.ruled_before)
        newer = RulingApplier(rulings, versions, own, passed=before)
        return cls(RulingApplier(rulings, versions, own), EditApplier(decided.edits), newer)

    def constraints(self, names: Names, unedited: Outline) -> OrderConstraints:
        """Return the ordering constraints; those of the last step hold first."""
        return (
            self.newer_rulings.constraints(names)
            + self.edits.constraints(names, unedited)
            + self.rulings.constraints(names)
        )


def _joined_parts(versions: Versions, alignment: Alignment, exists: Exists) -> JoinedParts:
    """Return what the versions say, and what is chosen of it without rulings or edits."""
    chapters = join_chapters(versions, alignment)
    topics = join_topics(versions, alignment, chapters, exists)
    return JoinedParts(chapters, topics, _of_guide(versions))


def _decided_parts(
    unruled: JoinedParts, steps: _Steps
) -> tuple[Sequence[JoinedChapter], Sequence[JoinedTopic]]:
    """Return chapters and topics, with what was decided of them."""
    chapters, topics = unruled.chapters, unruled.topics
    for step in steps:
        names = Names(chapters, topics)
        chapters = step.chapters(chapters, names)
        topics = step.topics(topics, names, chapters)
    return chapters, topics


def _asked(
    topics: Iterable[JoinedTopic], edits: QuestionEdits, *, by_hand: int
) -> Iterator[AskedQuestion]:
    """Yield all questions, those of the versions first."""
    for place, topic in enumerate(topics):
        for member in topic.members:
            for question in member.said.questions:
                yield AskedQuestion(member.version, place, member.said.number, question)
    for place, question in edits.asked:
        yield AskedQuestion(by_hand, place, None, question)


def _of_guide(versions: Versions) -> OfGuide:
    """Choose what is said of the guide as a whole."""
    said = list(enumerate(versions.items))
    prose = introductions([(v, each.prose) for v, each in said], versions.dialect.templates)
    return OfGuide(
        title=versions.choose([(v, each.title.text) for v, each in said if each.title], str),
        front_matter=versions.choose(
            [(v, each.front_matter.text) for v, each in said if each.front_matter], str
        ),
        prose=versions.choose(prose, blocks_text),
    )


def _decided_of_guide(said: OfGuide, steps: _Steps) -> OfGuide:
    rulings, edits, newer = steps
    title = edits.of_guide(Edited.GUIDE_TITLE, rulings.guide_title(said.title))
    front_matter = rulings.of_guide("front-matter", said.front_matter)
    front_matter = edits.of_guide(Edited.FRONT_MATTER, front_matter)
    prose = edits.prose(rulings.of_guide("introduction", said.prose))
    return OfGuide(
        title=newer.guide_title(title),
        front_matter=newer.of_guide("front-matter", front_matter),
        prose=newer.of_guide("introduction", prose),
    )


def _aligned(versions: Sequence[Version], pairs: Pairs) -> Alignment:
    """Align versions; chapters of one title are one, or the guide would have it twice."""
    return align(
        versions,
        same_topics=pairs.same_topics | _without_headings(versions) - pairs.different_topics,
        different_topics=pairs.different_topics,
        same_chapters=pairs.same_chapters | _of_one_title(versions) - pairs.different_chapters,
        different_chapters=pairs.different_chapters,
    )


def _of_one_title(versions: Sequence[Version]) -> set[tuple[ChapterRef, ChapterRef]]:
    """Return the pairs of chapters of one title, where no version has two of it."""
    titled: dict[str, list[ChapterRef]] = {}
    for v, version in enumerate(versions):
        for c, chapter in enumerate(version.chapters):
            if chapter.is_headed:
                titled.setdefault(normalise(chapter.title), []).append(ChapterRef(v, c))
    return {
        pair
        for refs in titled.values()
        if len({ref.version for ref in refs}) == len(refs)
        for pair in permutations(refs, 2)
    }


def _without_headings(versions: Sequence[Version]) -> set[tuple[TopicRef, TopicRef]]:
    """Return the pairs of topics without a heading that stand in chapters of one title."""
    found: dict[str | None, list[TopicRef]] = {}
    for v, version in enumerate(versions):
        for t, (topic, c) in enumerate(zip(version.topics, version.chapter_of, strict=True)):
            if not topic.is_headed:
                title = title_of(version.chapters[c])
                found.setdefault(title and normalise(title), []).append(TopicRef(v, t))
    return {
        pair
        for refs in found.values()
        if len({ref.version for ref in refs}) == len(refs)
        for pair in pairwise(refs)
    }


def _absent(topics: Iterable[JoinedTopic], newest: int) -> frozenset[int]:
    """Return the topics that one of several versions does not have."""
    return frozenset(
        place
        for place, topic in enumerate(topics)
        if newest > 0
        and topic.members
        and all(member.version != newest for member in topic.members)
    )


def distinct(versions: Versions) -> Versions:
    """Count versions of the same content once: as the newest of them.

    A version that takes back a change is newer than what it takes back. Without an order the first
    by name counts, and they are sorted by content, so that their places settle nothing.
    """
    found: dict[str, Version] = {}
    for version in versions.items:
        content = fingerprint(version)
        same = found.pop(content, version)
        found[content] = (
            version if versions.in_order else min(same, version, key=lambda each: each.name)
        )
    contents = found if versions.in_order else sorted(found)
    return Versions(tuple(found[content] for content in contents), versions.in_order)


def _rankings(
    members: Iterable[Iterable[tuple[int, int]]], versions: int, joined: Sequence[object]
) -> list[list[int]]:
    """Return for each version its joined chapters or topics in its own order.

    What was added by hand stands in a ranking of its own, which says nothing of its place.
    """
    members = list(members)
    rankings: list[list[tuple[int, int]]] = [[] for _ in range(versions)]
    for number, refs in enumerate(members):
        for version, place in refs:
            rankings[version].append((place, number))
    added = ([place] for place in range(len(members), len(joined)))
    return [*added, *([number for _, number in sorted(ranking)] for ranking in rankings)]
