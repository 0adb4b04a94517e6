"""Which topics and chapters of several versions are the same, and which may be.

Topics are compared by title, description, questions and notes path together, never by number;
chapters by title and by how many of their topics are the same. Another order of the versions gives
the same clusters, and a version given twice adds members to clusters but changes nothing else.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from curriculum_tools.versions.alignment.chapter_links import (
    ChapterContent,
    chapter_items,
    chapter_links,
)
from curriculum_tools.versions.alignment.items import Content, Items
from curriculum_tools.versions.alignment.linkage import (
    Bands,
    Cluster,
    Doubt,
    Linked,
    PairRulings,
    linked,
)
from curriculum_tools.versions.alignment.topic_links import TopicLinks, topic_items
from curriculum_tools.versions.version import Version

TOPICS = Bands(sure=0.8, doubtful=0.2)
CHAPTERS = Bands(sure=0.7, doubtful=0.3)


class TopicRef(NamedTuple):
    """A topic: the place of its version, and its own in `Version.topics`, from 0."""

    version: int
    topic: int


class ChapterRef(NamedTuple):
    """A chapter: the place of its version, and its own in `Version.chapters`, from 0."""

    version: int
    chapter: int


Ref = TypeVar("Ref", TopicRef, ChapterRef)


@dataclass(frozen=True)
class Alignment:
    """All topics and chapters in clusters, sorted by their members, and doubts, best first."""

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
    """Return which topics and chapters of several versions of a curriculum are the same.

    What is ruled `same` is in one cluster, even where both stand in one version; what is ruled
    `different` never is, unless other rulings together make it the same.
    """
    items = topic_items(versions, different_topics)
    rulings = PairRulings(items.pairs(same_topics), items.pairs(different_topics))
    links = TopicLinks(versions, items)

    def chapters_by(topics: Linked) -> tuple[Items[ChapterContent], Linked]:
        found = chapter_items(versions, items.family_of(topics), different_chapters)
        ruled = PairRulings(found.pairs(same_chapters), found.pairs(different_chapters))
        return found, linked(found.versions, chapter_links(found), CHAPTERS, ruled)

    # Topics show which chapters are the same, and chapters which of five introductions are. So
    # topics are aligned by the titles of their chapters first, and again once chapters are aligned.
    first = linked(items.versions, links.by_chapter_title(), topic_bands, rulings)
    chapters, aligned = chapters_by(first)
    chapter_of = chapters.cluster_of(aligned)
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
    """Return clusters of topics or chapters, sorted, and the doubts about them."""
    clusters = [
        Cluster(
            tuple(sorted(ref(*place) for item in members for place in items.places[item])),
            confidence,
        )
        for members, confidence in found.clusters
    ]
    order = sorted(range(len(clusters)), key=lambda place: clusters[place].members)
    new_place = {old: new for new, old in enumerate(order)}
    doubts = []
    for doubt in found.doubts:
        a, b = sorted((new_place[doubt.a], new_place[doubt.b]))
        doubts.append(Doubt(a, b, doubt.confidence))
    doubts.sort(key=lambda doubt: (-doubt.confidence, doubt.a, doubt.b))
    return tuple(clusters[place] for place in order), tuple(doubts)
