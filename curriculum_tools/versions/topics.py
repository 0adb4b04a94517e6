"""Topics as items to align, and how alike they are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log

from curriculum_tools.likeness.normalise import normalise
from curriculum_tools.versions.candidates import candidates, equality
from curriculum_tools.versions.evidence import CHAPTER, confidence, telling_words, topic_evidence
from curriculum_tools.versions.items import Content, Items, Place, gathered
from curriculum_tools.versions.profiles import Bag, Profile, profiles, with_digits, words_of
from curriculum_tools.versions.version import SaidBlock, SaidTopic, Version

#: So many of the heaviest words of a description, and of the questions, a topic is found by.
HEAVIEST = 6
#: Titles of such words alone name a part of a chapter, whichever it is about.
GENERIC = frozenset(
    words_of(
        "introduction intro overview summary conclusion conclusions basics fundamentals background "
        "motivation example exercise practice project quiz review recap reference resource further "
        "reading getting started next step setup goal"
    )
)
#: So many topics of a version have such a title, if it is not known better.
GENERIC_COUNT = 5
#: Equal topics join before all others, and whatever else is alike.
EQUAL = 12.0


def topic_items(versions: Sequence[Version], different: Collection[tuple[Place, Place]]) -> Items:
    """Topics with equal content in chapters of equal title are one item."""
    return gathered(_contents(versions), different)


class TopicLinks:
    """How alike topics are, by all that does not change while they are aligned."""

    def __init__(self, versions: Sequence[Version], items: Items) -> None:
        topics = [versions[v].topics[t] for (v, t), *_ in items.members]
        self._profiles, _ = profiles(topics)
        self._chapters = [_chapter_key(versions[v], t) for (v, t), *_ in items.members]
        common = _common(self._profiles, items)
        telling = telling_words(
            (version, profile.title)
            for profile, places in zip(self._profiles, items.members, strict=True)
            for version, _ in places
        )
        contents = [_said(topic) for topic in topics]
        self._evidence: dict[tuple[int, int], float] = {}
        for a, b in candidates(list(map(_keys, self._profiles)), items.columns):
            found = topic_evidence(self._profiles[a], self._profiles[b], common, telling)
            if contents[a] == contents[b] and not _says_little(self._profiles[a], common):
                found = EQUAL
            self._evidence[a, b] = found

    def by_chapter_title(self) -> dict[tuple[int, int], float]:
        """The links where chapters are the same by their titles."""
        return self.by_chapter([{chapter} for chapter in self._chapters])

    def by_chapter(self, chapters: Sequence[Collection[object]]) -> dict[tuple[int, int], float]:
        """The links, given for each item in which chapters it stands."""
        return {
            (a, b): confidence(found + CHAPTER.of(not set(chapters[a]).isdisjoint(chapters[b])))
            for (a, b), found in self._evidence.items()
        }


def _contents(versions: Sequence[Version]) -> Iterator[tuple[Place, Content]]:
    for v, version in enumerate(versions):
        for t, topic in enumerate(version.topics):
            yield (v, t), (_said(topic), _chapter_key(version, t))


def _chapter_key(version: Version, topic: int) -> str:
    title = version.chapters[version.chapter_of[topic]].title
    return normalise(with_digits(title)) if title is not None else ""


def _said(topic: SaidTopic) -> Content:
    """All that a topic says of itself: no number, and no prerequisites, which may be numbers."""
    return (
        topic.title,
        tuple(each.text for each in topic.descriptions),
        tuple((each.path, each.status.value, each.remark or "") for each in topic.notes),
        tuple((each.text, _texts(each.blocks)) for each in topic.questions),
        _texts(topic.lead),
        _texts(topic.blocks),
    )


def _texts(blocks: tuple[SaidBlock, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((block.kind.value, block.text) for block in blocks)


def _says_little(profile: Profile, common: Mapping[str, float]) -> bool:
    """Whether a topic is a title only, and one that several topics of a version have."""
    return profile.title.key in common and not (
        profile.description or profile.questions or profile.paths
    )


def _common(found: Sequence[Profile], items: Items) -> dict[str, float]:
    """How much less a title or path says that several topics of a version have."""
    counts: Counter[tuple[int, str]] = Counter()
    most: dict[str, int] = {}
    for profile, places in zip(found, items.members, strict=True):
        if GENERIC.issuperset(profile.title.bag.weights):
            most[profile.title.key] = GENERIC_COUNT
        for version, _ in places:
            counts.update((version, name) for name in (profile.title.key, *profile.paths))
    for (_, name), count in counts.items():
        most[name] = max(count, most.get(name, 0))
    return {name: log(count) for name, count in most.items() if count > 1}


def _keys(profile: Profile) -> dict[str, float]:
    """What a topic is found by, with its weight."""
    found = dict(profile.title.bag.weights)
    found.update(_heaviest(profile.description_bag))
    found.update(_heaviest(profile.questions_bag))
    found.update([equality("title", profile.title.key)])
    if profile.description:
        found.update([equality("description", profile.description)])
    found.update(equality("question", question) for question in sorted(profile.questions))
    found.update(equality("path", path) for path in sorted(profile.paths))
    return found


def _heaviest(bag: Bag) -> list[tuple[str, float]]:
    return sorted(bag.weights.items(), key=lambda item: (-item[1], item[0]))[:HEAVIEST]
