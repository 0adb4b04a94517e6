"""Topics as items to align, and how alike they are."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from math import log
from typing import Any, NamedTuple

from curriculum_tools.likeness.normalise import normalise
from curriculum_tools.model.content import Block, Question, Section
from curriculum_tools.model.dialect import Dialect, References
from curriculum_tools.versions.alignment.candidates import candidates, equality
from curriculum_tools.versions.alignment.evidence import (
    CHAPTER,
    Telling,
    confidence,
    topic_evidence,
)
from curriculum_tools.versions.alignment.items import Items, Place, gathered
from curriculum_tools.versions.alignment.profiles import (
    Bag,
    Profile,
    profiles,
    with_digits,
    words_of,
)
from curriculum_tools.versions.version import Version

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


class TopicContent(NamedTuple):
    """What a topic is: all that it says of itself, and its chapter's title."""

    said: tuple[Any, ...]
    chapter: str


def topic_items(
    versions: Sequence[Version], different: Collection[tuple[Place, Place]]
) -> Items[TopicContent]:
    """Topics with equal content in chapters of equal title are one item."""
    return gathered(_contents(versions), different)


class TopicLinks:
    """How alike topics are, by all that does not change while they are aligned."""

    def __init__(self, versions: Sequence[Version], items: Items[TopicContent]) -> None:
        """Look at the pairs of items that may be alike."""
        found = profiles([versions[v].topics[t] for (v, t), *_ in items.places])
        common = _common(found, items)
        telling = Telling(
            (version, profile.title)
            for profile, places in zip(found, items.places, strict=True)
            for version, _ in places
        )
        self._contents = items.contents
        self._evidence: dict[tuple[int, int], float] = {}
        for a, b in candidates(list(map(_keys, found)), items.columns):
            is_equal = self._contents[a].said == self._contents[b].said
            if is_equal and not _says_little(found[a], common):
                self._evidence[a, b] = EQUAL
            else:
                self._evidence[a, b] = topic_evidence(found[a], found[b], common, telling)

    def by_chapter_title(self) -> dict[tuple[int, int], float]:
        """The links where chapters are the same by their titles."""
        return self.by_chapter([frozenset([content.chapter]) for content in self._contents])

    def by_chapter(self, chapters: Sequence[frozenset[object]]) -> dict[tuple[int, int], float]:
        """The links, given for each item in which chapters it stands."""
        return {
            (a, b): confidence(found + CHAPTER.of(not chapters[a].isdisjoint(chapters[b])))
            for (a, b), found in self._evidence.items()
        }


def _contents(versions: Sequence[Version]) -> Iterator[tuple[Place, TopicContent]]:
    for v, version in enumerate(versions):
        titles = [normalise(with_digits(chapter.title)) for chapter in version.chapters]
        for t, topic in enumerate(version.topics):
            said = _said(topic, version.dialect)
            yield (v, t), TopicContent(said, titles[version.chapter_of[t]])


def _said(topic: Section, dialect: Dialect) -> tuple[Any, ...]:
    """What a topic says, less its number, and its prerequisites, which may be numbers."""
    fields = [topic.field(spec.name) for spec in dialect.fields]
    values = [
        tuple(tuple(value.as_json().values()) for value in field.values)
        for spec, field in zip(dialect.fields, fields, strict=True)
        if spec.references is not References.NAMES
    ]
    return (
        topic.title,
        *values,
        tuple(_asked(question) for question in topic.questions),
        _texts(topic.lead),
        *(_texts(field.blocks) for field in fields),
        _texts(topic.blocks),
    )


def _asked(question: Question) -> tuple[Any, ...]:
    options = tuple(option.text for option in question.options)
    answer = question.answer
    return question.text, _texts(question.prompt), options, answer.ticked, _texts(answer.blocks)


def _texts(blocks: tuple[Block, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((block.kind.value, block.text) for block in blocks)


def _says_little(profile: Profile, common: Mapping[str, float]) -> bool:
    """Whether a topic is a title only, and one that several topics of a version have."""
    return profile.title.key in common and not (
        profile.description or profile.questions or profile.paths
    )


def _common(found: Sequence[Profile], items: Items[TopicContent]) -> dict[str, float]:
    """How much less a title or path says that several topics of a version have."""
    counts: Counter[tuple[int, str]] = Counter()
    most: dict[str, int] = {}
    for profile, places in zip(found, items.places, strict=True):
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
