"""Which topics and chapters of two versions are the same, by their places."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.model.content import Section
from curriculum_tools.versions.alignment.align import TOPICS, Ref, align
from curriculum_tools.versions.alignment.linkage import Cluster, Doubt
from curriculum_tools.versions.version import Version

#: From which confidence on a doubtful pair counts as the same, and where the place speaks too.
_LIKELY = 0.4
_LIKELY_IN_PLACE = 0.2


class Pair(NamedTuple):
    """What stands in both versions, by its places; `is_sure` is False where that is a guess."""

    before: int
    after: int
    confidence: float
    is_sure: bool = True


@dataclass(frozen=True)
class Match:
    """Two versions and what stands in both; the pairs are in the order of the earlier one."""

    before: Version
    after: Version
    topics: tuple[Pair, ...]
    chapters: tuple[Pair, ...]

    @cached_property
    def chapter_after(self) -> Mapping[int, int]:
        """Where each chapter of the earlier version stands in the later one."""
        return {pair.before: pair.after for pair in self.chapters}

    def topics_of(self, pair: Pair) -> tuple[Section, Section]:
        """Return a topic as both versions have it."""
        return self.before.topics[pair.before], self.after.topics[pair.after]

    def chapters_of(self, pair: Pair) -> tuple[Section, Section]:
        """Return a chapter as both versions have it."""
        return self.before.chapters[pair.before], self.after.chapters[pair.after]

    def is_moved(self, pair: Pair) -> bool:
        """Tell whether a topic stands in another chapter, whatever that is called by now."""
        home = self.chapter_after.get(self.before.chapter_of[pair.before])
        return home != self.after.chapter_of[pair.after]

    def follow_the_same(self, pair: Pair) -> bool:
        """Tell whether two topics stand in one chapter, right after one topic or as the first."""
        if self.is_moved(pair):
            return False
        first_before = _is_first(self.before, pair.before)
        if first_before or _is_first(self.after, pair.after):
            return first_before and _is_first(self.after, pair.after)
        return self._topic_after.get(pair.before - 1) == pair.after - 1

    @cached_property
    def _topic_after(self) -> Mapping[int, int]:
        return {pair.before: pair.after for pair in self.topics}


def _is_first(version: Version, topic: int) -> bool:
    return topic == 0 or version.chapter_of[topic - 1] != version.chapter_of[topic]


def match(before: Version, after: Version) -> Match:
    """Find what stands in both versions.

    A doubtful pair counts where it is likely enough, or where both stand in the same place: to
    call a topic that was worked over removed and added would be the worse guess.
    """
    alignment = align((before, after), topic_bands=TOPICS._replace(doubtful=_LIKELY_IN_PLACE))
    chapters = _pairs(alignment.chapters)
    chapters += [
        pair
        for pair in _doubts(alignment.chapters, alignment.doubtful_chapters)
        if pair.confidence >= _LIKELY
    ]
    sure = Match(before, after, tuple(_pairs(alignment.topics)), tuple(sorted(chapters)))
    topics = [
        pair
        for pair in _doubts(alignment.topics, alignment.doubtful_topics)
        if pair.confidence >= _LIKELY or sure.follow_the_same(pair)
    ]
    return replace(sure, topics=tuple(sorted([*sure.topics, *topics])))


def _pairs(clusters: Iterable[Cluster[Ref]]) -> list[Pair]:
    """Return the pairs that clusters make."""
    return [
        Pair(cluster.members[0][1], cluster.members[1][1], cluster.confidence)
        for cluster in clusters
        if len(cluster.members) == 2
    ]


def _doubts(clusters: Sequence[Cluster[Ref]], doubts: Iterable[Doubt]) -> list[Pair]:
    """Return the doubtful pairs; what is doubtful stands in one version each."""
    pairs = []
    for doubt in doubts:
        before, after = sorted((clusters[doubt.a].members[0], clusters[doubt.b].members[0]))
        pairs.append(Pair(before[1], after[1], doubt.confidence, is_sure=False))
    return pairs
