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
    DistinctiveWords,
    confidence,
    topic_evidence,
)
from curriculum_tools.versions.alignment.items import Items, VersionPlace, gathered
from curriculum_tools.versions.alignment.profiles import (
    Bag,
    Profile,
    profiles,
    with_digits,
    words_of,
)
from curriculum_tools.versions.version import Version

#: The number of heaviest words of the description, and of the questions, that are keys.
HEAVIEST = 6
#: A title of such words alone names a part of a chapter, whatever the chapter is about.
GENERIC = frozenset(
    words_of(
        "introduction intro overview summary conclusion conclusions basics fundamentals background "
        "motivation example exercise practice project quiz review recap reference resource further "
        "reading getting started next step setup goal"
    )
)
#: How many topics of a version have such a title, at least.
GENERIC_COUNT = 5
#: The log-odds of equal topics, which join before all others.
EQUAL = 12.0


class TopicContent(NamedTuple):
    """The content of a topic, and its chapter's title."""

    said: tuple[Any, ...]
    chapter: str


def topic_items(
    versions: Sequence[Version], different: Collection[tuple[VersionPlace, VersionPlace]]
) -> Items[TopicContent]:
    """Return topics as items; those of equal content in chapters of equal title are one."""
    return gathered(_contents(versions), different)


class TopicLinks:
    """How alike topics are; all but their chapters is compared once."""

    def __init__(self, versions: Sequence[Version], items: Items[TopicContent]) -> None:
        """Compare the pairs of items that may be alike."""
        found = profiles([versions[v].topics[t] for (v, t), *_ in items.places])
        common = _common(found, items)
        distinctive = DistinctiveWords(
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
                self._evidence[a, b] = topic_evidence(found[a], found[b], common, distinctive)

    def by_chapter_title(self) -> dict[tuple[int, int], float]:
        """Return the links if chapters of one title are the same."""
        return self.by_chapter([frozenset([content.chapter]) for content in self._contents])

    def by_chapter(self, chapters: Sequence[frozenset[object]]) -> dict[tuple[int, int], float]:
        """Return the links if each item stands in these chapters."""
        return {
            (a, b): confidence(found + CHAPTER.at(not chapters[a].isdisjoint(chapters[b])))
            for (a, b), found in self._evidence.items()
        }


def _contents(versions: Sequence[Version]) -> Iterator[tuple[VersionPlace, TopicContent]]:
    for v, version in enumerate(versions):
        titles = [normalise(with_digits(chapter.title)) for chapter in version.chapters]
        for t, topic in enumerate(version.topics):
            said = _said(topic, version.dialect)
            yield (v, t), TopicContent(said, titles[version.chapter_of[t]])


def _said(topic: Section, dialect: Dialect) -> tuple[Any, ...]:
    """Return what a topic says, without its number, and prerequisites, which may be numbers."""
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
    names = (*answer.ticked, *answer.letters)
    return question.text, _texts(question.prompt), options, names, _texts(answer.blocks)


def _texts(blocks: tuple[Block, ...]) -> tuple[tuple[str, str], ...]:
    return tuple((block.kind.value, block.text) for block in blocks)


def _says_little(profile: Profile, common: Mapping[str, float]) -> bool:
    """Return whether a topic has only a title, which several topics of a version have."""
    return profile.title.key in common and not (
        profile.description or profile.questions or profile.paths
    )


def _common(found: Sequence[Profile], items: Items[TopicContent]) -> dict[str, float]:
    """Return by how much, in log-odds, titles and paths of several topics in a version say less."""
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
    """Return the keys of a topic with their weights."""
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
