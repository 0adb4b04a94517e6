"""Chapters as items to align, and how alike they are: by title, and by the topics they share."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from curriculum_tools.likeness.normalise import normalise
from curriculum_tools.versions.candidates import candidates, equality
from curriculum_tools.versions.evidence import Says, confidence, telling_words, title_evidence
from curriculum_tools.versions.items import Content, Items, Place, gathered
from curriculum_tools.versions.profiles import Vocabulary, with_digits, words_of
from curriculum_tools.versions.version import Version

#: Before anything is looked at.
PRIOR = -0.5
TITLE = Says(-1.5, 3.5)
TOPICS = Says(-2.5, 5.0)
#: Topics that stand before any chapter are nothing but that.
NO_CHAPTER = 12.0


def chapter_items(
    versions: Sequence[Version],
    family_of: Mapping[Place, int],
    different: Collection[tuple[Place, Place]],
) -> Items:
    """Chapters with equal titles and the same topics are one item."""
    return gathered(_contents(versions, family_of), different)


def chapter_links(
    versions: Sequence[Version], items: Items, family_of: Mapping[Place, int]
) -> dict[tuple[int, int], float]:
    """How alike chapters are, given which topics are the same."""
    titles = [versions[v].chapters[c].title for (v, c), *_ in items.members]
    vocabulary = Vocabulary(words_of(with_digits(title or "")) for title in titles)
    weighed = [vocabulary.title(title or "") for title in titles]
    telling = telling_words(
        (v, title) for title, places in zip(weighed, items.members, strict=True) for v, _ in places
    )
    said = dict(_contents(versions, family_of))
    topics = [frozenset(said[places[0]][2]) for places in items.members]
    whole = [
        frozenset(family_of[v, t] for t in range(len(version.topics)))
        for v, version in enumerate(versions)
    ]
    around = [frozenset().union(*(whole[v] for v, _ in places)) for places in items.members]
    keys = [
        dict(
            [
                equality("title", title.key),
                *title.bag.weights.items(),
                *(equality("topic", str(topic)) for topic in sorted(held)),
            ]
        )
        for title, held in zip(weighed, topics, strict=True)
    ]
    links = {}
    for a, b in candidates(keys, items.columns):
        if (titles[a] is None) != (titles[b] is None):
            continue
        found = NO_CHAPTER
        if titles[a] is not None:
            found = PRIOR + title_evidence(TITLE, weighed[a], weighed[b], telling)
            found += _topic_evidence(topics[a], topics[b], around[a], around[b])
        links[a, b] = confidence(found)
    return links


def _topic_evidence(
    a: frozenset[int], b: frozenset[int], around_a: frozenset[int], around_b: frozenset[int]
) -> float:
    """What the topics say that both versions have; the more there are, the more it is."""
    known_a, known_b = a & around_b, b & around_a
    known = len(known_a | known_b)
    if not known:
        return 0.0
    shared = len(a & b)
    share = (shared / max(1, len(known_a)) + shared / max(1, len(known_b))) / 2
    return TOPICS.of(share) * known / (known + 1)


def _contents(
    versions: Sequence[Version], family_of: Mapping[Place, int]
) -> Iterator[tuple[Place, Content]]:
    for v, version in enumerate(versions):
        topics: dict[int, list[int]] = {}
        for t, c in enumerate(version.chapter_of):
            topics.setdefault(c, []).append(family_of[v, t])
        for c, chapter in enumerate(version.chapters):
            title = normalise(with_digits(chapter.title)) if chapter.title is not None else ""
            yield (v, c), (chapter.title is not None, title, tuple(sorted(topics.get(c, ()))))
