"""What a topic is compared by, worked out once: its words, weighed, and its equality keys."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt
from typing import NamedTuple

from curriculum_tools.likeness.analysis import Analysis, analyse
from curriculum_tools.likeness.normalise import fragments, key, normalise
from curriculum_tools.likeness.tokens import Role, tokens
from curriculum_tools.likeness.wording import Wording, wording_of
from curriculum_tools.model.content import Block, Section

_WORDS = frozenset((Role.CONTENT, Role.EMPHASIS, Role.CODE, Role.NEGATION, Role.SYMBOL))
_BRACKETED = re.compile(r"\(([^()]+)\)")
#: "I" is a pronoun in a question, and mostly a number in a title; so are "V" and "X".
_ROMAN = re.compile(r"(?<=\w )(I|V|X)(?=$|[\s:.,)–—-])")
_ROMAN_VALUES = {"I": "1", "V": "5", "X": "10"}


class Bag(NamedTuple):
    """Weighed words of a text."""

    weights: dict[str, float]
    total: float  #: their sum
    length: float  #: the root of the sum of their squares


class Title(NamedTuple):
    """A title: its equality key, and its words."""

    key: str
    form: Analysis
    bag: Bag
    readings: tuple[Bag, ...]  #: the words outside of brackets, and an abbreviation in them


class Profile(NamedTuple):
    """What of a topic is compared."""

    title: Title
    description: str  #: its equality key
    description_bag: Bag
    questions: frozenset[str]  #: equality keys
    questions_bag: Bag
    paths: frozenset[str]


class Vocabulary:
    """How much each word counts among the texts at hand: a rare one is heavy."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        """`documents`: the words of each text."""
        counts: Counter[str] = Counter()
        number = 0
        for words in documents:
            counts.update(set(words))
            number += 1
        self._counts = counts
        self._most = log(1 + 2 * (number + 1))
        self._number = number

    def of(self, word: str) -> float:
        """The weight of a word, in (0, 1]."""
        return log(1 + (self._number + 1) / (self._counts[word] + 0.5)) / self._most

    def bag(self, words: Iterable[str]) -> Bag:
        """Words with their weights."""
        weights = {word: self.of(word) for word in sorted(set(words))}
        return Bag(
            weights, sum(weights.values()), sqrt(sum(each * each for each in weights.values()))
        )

    def title(self, text: str) -> Title:
        """A title, weighed."""
        text = with_digits(text)
        readings: list[str] = []
        if (bracketed := _BRACKETED.findall(text)) and (
            outside := _BRACKETED.sub("", text).strip()
        ):
            readings = [outside, *(each for each in bracketed if len(each.split()) == 1)]
        return Title(
            normalise(text),
            analyse(Wording(text)),
            self.bag(words_of(text)),
            tuple(self.bag(words_of(reading)) for reading in readings),
        )


def profiles(topics: Sequence[Section]) -> list[Profile]:
    """The profiles of topics, weighed by the topics themselves."""
    texts = [_texts(topic) for topic in topics]
    parts = [[words_of(text) for text in three] for three in texts]
    vocabulary = Vocabulary([word for words in three for word in words] for three in parts)
    return [
        Profile(
            vocabulary.title(topic.title),
            normalise(description) if description else "",
            vocabulary.bag(described),
            frozenset(key(wording_of(question)) for question in topic.questions),
            vocabulary.bag(asked),
            frozenset(path_key(notes.path) for notes in topic.notes) - {""},
        )
        for topic, (_, description, _), (_, described, asked) in zip(
            topics, texts, parts, strict=True
        )
    ]


def words_of(text: str) -> list[str]:
    """The canonical words of a text that have content; all where none has."""
    found = tokens(fragments(text))
    content = [each.canon for each in found if each.role in _WORDS and each.surface != "&"]
    return content or [each.canon for each in found]


def with_digits(title: str) -> str:
    """A title with its single Roman numerals as digits: "Part I" is not "Part II"."""
    return _ROMAN.sub(lambda found: _ROMAN_VALUES[found[1]], title)


def path_key(path: str) -> str:
    """A notes path as it is compared: no anchor, no leading `./`, no case."""
    return path.partition("#")[0].removeprefix("./").strip("/").casefold()


def _texts(topic: Section) -> tuple[str, str, str]:
    """Title, description (what else is said where there is none) and questions."""
    described = " ".join(each.text for each in topic.field("description").texts)
    if not described:
        described = " ".join(block.text for block in _blocks(topic))
    return with_digits(topic.title), described, " ".join(_asked(topic))


def _blocks(topic: Section) -> Iterator[Block]:
    yield from topic.lead
    yield from (block for field in topic.fields for block in field.blocks)
    yield from topic.blocks


def _asked(topic: Section) -> Iterator[str]:
    for question in topic.questions:
        yield question.text
        yield from wording_of(question).blocks
