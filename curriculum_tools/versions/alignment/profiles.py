"""What of a topic is compared: its weighted words and its equality keys, worked out once."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from math import log, sqrt
from typing import NamedTuple

from curriculum_tools.likeness.analysis import Analysis, analyse
from curriculum_tools.likeness.normalise import fragments, key, normalise
from curriculum_tools.likeness.tokens import TokenRole, tokens
from curriculum_tools.likeness.wording import Wording, wording_of
from curriculum_tools.model.content import Block, Section

_WORDS = frozenset(
    (TokenRole.CONTENT, TokenRole.EMPHASIS, TokenRole.CODE, TokenRole.NEGATION, TokenRole.SYMBOL)
)
_BRACKETED = re.compile(r"\(([^()]+)\)")
#: "I" is a pronoun in a question, and mostly a number in a title; so are "V" and "X".
_ROMAN = re.compile(r"(?<=\w )(I|V|X)(?=$|[\s:.,)–—-])")
_ROMAN_VALUES = {"I": "1", "V": "5", "X": "10"}


class Bag(NamedTuple):
    """The words of a text with their weights."""

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
    """The parts of a topic that are compared."""

    title: Title
    description: str  #: its equality key
    description_bag: Bag
    questions: frozenset[str]  #: equality keys
    questions_bag: Bag
    paths: frozenset[str]


class Vocabulary:
    """Weights of words: the fewer of the texts at hand have a word, the more it weighs."""

    def __init__(self, documents: Iterable[Iterable[str]]) -> None:
        """Count words; `documents` are the words of each text."""
        counts: Counter[str] = Counter()
        number = 0
        for words in documents:
            counts.update(set(words))
            number += 1
        self._counts = counts
        self._most = log(1 + 2 * (number + 1))
        self._number = number

    def of(self, word: str) -> float:
        """Return the weight of a word, in (0, 1]."""
        return log(1 + (self._number + 1) / (self._counts[word] + 0.5)) / self._most

    def bag(self, words: Iterable[str]) -> Bag:
        """Return words with their weights."""
        weights = {word: self.of(word) for word in sorted(set(words))}
        return Bag(
            weights, sum(weights.values()), sqrt(sum(each * each for each in weights.values()))
        )

    def title(self, text: str) -> Title:
        """Return a title with the weights of its words."""
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
    """Return the profiles of topics, with the weights that words have among them."""
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
    """Return the canonical words of a text that have content, or all if none has."""
    found = tokens(fragments(text))
    content = [each.canon for each in found if each.role in _WORDS and each.surface != "&"]
    return content or [each.canon for each in found]


def with_digits(title: str) -> str:
    """Return a title with Roman numerals I, V and X as digits: "Part I" is not "Part II"."""
    return _ROMAN.sub(lambda found: _ROMAN_VALUES[found[1]], title)


def path_key(path: str) -> str:
    """Return a notes path as it is compared, without anchor, leading `./` and case."""
    return path.partition("#")[0].removeprefix("./").strip("/").casefold()


def _texts(topic: Section) -> tuple[str, str, str]:
    """Return title, description (all other blocks if there is none) and questions."""
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
