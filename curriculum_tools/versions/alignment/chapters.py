"""Chapters as items to align, and how alike they are: by title, and by the topics they share."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.likeness.normalise import normalise
from curriculum_tools.versions.alignment.candidates import candidates, equality
from curriculum_tools.versions.alignment.evidence import Says, Telling, confidence, title_evidence
from curriculum_tools.versions.alignment.items import Items, Place, gathered
from curriculum_tools.versions.alignment.profiles import Title, Vocabulary, with_digits, words_of
from curriculum_tools.versions.version import Version

#: Before anything is looked at.
PRIOR = -0.5
TITLE = Says(-1.5, 3.5)
TOPICS = Says(-2.5, 5.0)
#: Topics that stand before any chapter are nothing but that.
NO_CHAPTER = 12.0


class ChapterContent(NamedTuple):
    """What a chapter is; its topics under the numbers of those that are, or may be, the same."""

    has_title: bool
    title: str
    topics: tuple[int, ...]


def chapter_items(
    versions: Sequence[Version],
    family_of: Mapping[Place, int],
    different: Collection[tuple[Place, Place]],
) -> Items[ChapterContent]:
    """Chapters with one title and the same topics are one item.

    `family_of` gives for each topic a number that it has in common with its likes.
    """
    return gathered(_contents(versions, family_of), different)


def chapter_links(items: Items[ChapterContent]) -> dict[tuple[int, int], float]:
    """How alike chapters are."""
    contents = items.contents
    vocabulary = Vocabulary(words_of(content.title) for content in contents)
    titles = [vocabulary.title(content.title) for content in contents]
    telling = Telling(
        (version, title)
        for title, places in zip(titles, items.places, strict=True)
        for version, _ in places
    )
    topics = [frozenset(content.topics) for content in contents]
    around = _topics_around(items)
    links = {}
    for a, b in candidates(list(map(_keys, titles, topics)), items.columns):
        if contents[a].has_title != contents[b].has_title:
            continue
        found = NO_CHAPTER
        if contents[a].has_title:
            found = PRIOR + title_evidence(TITLE, titles[a], titles[b], telling)
            found += _topic_evidence(topics[a] & around[b], topics[b] & around[a])
        links[a, b] = confidence(found)
    return links


def _contents(
    versions: Sequence[Version], family_of: Mapping[Place, int]
) -> Iterator[tuple[Place, ChapterContent]]:
    for v, version in enumerate(versions):
        topics: dict[int, list[int]] = {}
        for t, c in enumerate(version.chapter_of):
            topics.setdefault(c, []).append(family_of[v, t])
        for c, chapter in enumerate(version.chapters):
            title = normalise(with_digits(chapter.title))
            held = tuple(sorted(topics.get(c, ())))
            yield (v, c), ChapterContent(chapter.is_headed, title, held)


def _topics_around(items: Items[ChapterContent]) -> list[frozenset[int]]:
    """For each chapter all topics of the versions that it stands in."""
    whole: dict[int, set[int]] = {}
    for content, places in zip(items.contents, items.places, strict=True):
        for version, _ in places:
            whole.setdefault(version, set()).update(content.topics)
    return [frozenset().union(*(whole[v] for v in versions)) for versions in items.versions]


def _topic_evidence(a: frozenset[int], b: frozenset[int]) -> float:
    """What the topics say, of two chapters, that both versions have; more of them say more."""
    known = len(a | b)
    if not known:
        return 0.0
    shared = len(a & b)
    share = (shared / max(1, len(a)) + shared / max(1, len(b))) / 2
    return TOPICS.of(share) * known / (known + 1)


def _keys(title: Title, topics: frozenset[int]) -> dict[str, float]:
    """What a chapter is found by, with its weight."""
    found = dict(title.bag.weights)
    found.update([equality("title", title.key)])
    found.update(equality("topic", str(topic)) for topic in sorted(topics))
    return found
