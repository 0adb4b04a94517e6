"""Which topics and chapters of several versions are the same, and which may be.

Topics by title, description, questions and notes path together, never by number; chapters by
title and by how many of their topics are the same. The result does not depend on the order of the
versions, but for their places in it, and a version given twice changes nothing but the members.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from curriculum_tools.versions.alignment.chapters import (
    ChapterContent,
    chapter_items,
    chapter_links,
)
from curriculum_tools.versions.alignment.items import Content, Items
from curriculum_tools.versions.alignment.linkage import Bands, Linked, PairRulings, linked
from curriculum_tools.versions.alignment.topics import TopicLinks, topic_items
from curriculum_tools.versions.version import Version

#: From which mean likeness on clusters join, and from which on they may be the same.
TOPICS = Bands(sure=0.8, doubtful=0.2)
CHAPTERS = Bands(sure=0.7, doubtful=0.3)


class TopicRef(NamedTuple):
    """A topic by its place in `Version.topics`, and its version's, from 0."""

    version: int
    topic: int


class ChapterRef(NamedTuple):
    """A chapter by its place in `Version.chapters`, and its version's, from 0."""

    version: int
    chapter: int


Ref = TypeVar("Ref", TopicRef, ChapterRef)


class Cluster(NamedTuple, Generic[Ref]):
    """What is the same; `confidence` is the weakest mean likeness at which something joined."""

    members: tuple[Ref, ...]  #: sorted
    confidence: float  #: in [0, 1]; 1 where nothing had to join


class Doubt(NamedTuple):
    """Two clusters, by their places, that may be the same."""

    a: int
    b: int
    confidence: float


@dataclass(frozen=True)
class Alignment:
    """Clusters sorted by their members, each topic and chapter in one; doubts best first."""

    topics: tuple[Cluster[TopicRef], ...]
    chapters: tuple[Cluster[ChapterRef], ...]
    doubtful_topics: tuple[Doubt, ...]
    doubtful_chapters: tuple[Doubt, ...]


def align(
    versions: Sequence[Version],
    *,
    same_topics: Collection[tuple[TopicRef, TopicRef]] = (),
    different_topics: Collection[tuple[TopicRef, TopicRef]] = (),
    same_chapters: Collection[tuple[ChapterRef, ChapterRef]] = (),
    different_chapters: Collection[tuple[ChapterRef, ChapterRef]] = (),
    topic_bands: Bands = TOPICS,
) -> Alignment:
    """Align versions of one curriculum.

    `topic_bands` say from which mean likeness on topics are the same, and from which on a doubt.
    Rulings: `same` are in one cluster, also where they stand in one version; `different` never
    are, unless other rulings say by a detour that they are the same.
    """
    items = topic_items(versions, different_topics)
    rulings = PairRulings(items.pairs(same_topics), items.pairs(different_topics))
    links = TopicLinks(versions, items)

    def chapters_by(topics: Linked) -> tuple[Items[ChapterContent], Linked]:
        found = chapter_items(versions, items.family_of(topics), different_chapters)
        ruled = PairRulings(found.pairs(same_chapters), found.pairs(different_chapters))
        return found, linked(found.versions, chapter_links(found), CHAPTERS, ruled)

    # Topics tell which chapter is which, and chapters which of five introductions: so topics go
    # by the titles of their chapters first, and are aligned again once the chapters are.
    first = linked(items.versions, links.by_chapter_title(), topic_bands, rulings)
    chapters, aligned = chapters_by(first)
    chapter_of = chapters.group_of(aligned)
    standing = [
        frozenset(chapter_of[v, versions[v].chapter_of[t]] for v, t in places)
        for places in items.places
    ]
    topics = linked(items.versions, links.by_chapter(standing), topic_bands, rulings)
    chapters, aligned = chapters_by(topics)
    topic_clusters, doubtful_topics = _named(items, topics, TopicRef)
    chapter_clusters, doubtful_chapters = _named(chapters, aligned, ChapterRef)
    return Alignment(topic_clusters, chapter_clusters, doubtful_topics, doubtful_chapters)


def _named(
    items: Items[Content], found: Linked, ref: type[Ref]
) -> tuple[tuple[Cluster[Ref], ...], tuple[Doubt, ...]]:
    """Clusters and doubts in the places of the result."""
    clusters = [
        Cluster(
            tuple(sorted(ref(*place) for item in group.items for place in items.places[item])),
            group.confidence,
        )
        for group in found.groups
    ]
    order = sorted(range(len(clusters)), key=lambda group: clusters[group].members)
    place_of = {group: place for place, group in enumerate(order)}
    doubts = [
        Doubt(min(a, b), max(a, b), maybe.confidence)
        for maybe in found.maybes
        for a, b in [(place_of[maybe.a], place_of[maybe.b])]
    ]
    return (
        tuple(clusters[group] for group in order),
        tuple(sorted(doubts, key=lambda doubt: (-doubt.confidence, doubt.a, doubt.b))),
    )
