"""Which topics and chapters of two versions are the same, by their places."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.versions.align import Alignment, Cluster, Doubt, align
from curriculum_tools.versions.version import SaidChapter, SaidTopic, Version


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

    def topics_of(self, pair: Pair) -> tuple[SaidTopic, SaidTopic]:
        """Give a topic as both versions have it."""
        return self.before.topics[pair.before], self.after.topics[pair.after]

    def chapters_of(self, pair: Pair) -> tuple[SaidChapter, SaidChapter]:
        """Give a chapter as both versions have it."""
        return self.before.chapters[pair.before], self.after.chapters[pair.after]

    def is_moved(self, pair: Pair) -> bool:
        """Tell whether a topic stands in another chapter, whatever that is called by now."""
        home = self.chapter_after.get(self.before.chapter_of[pair.before])
        return home != self.after.chapter_of[pair.after]


def match(before: Version, after: Version) -> Match:
    """Find what stands in both versions.

    A doubtful pair counts where neither side could be anything else: to call a topic that was
    worked over dropped and added would be the worse guess.
    """
    alignment = align((before, after))
    return Match(
        before,
        after,
        topics=_pairs(alignment.topics, alignment.doubtful_topics),
        chapters=_pairs(alignment.chapters, alignment.doubtful_chapters),
    )
