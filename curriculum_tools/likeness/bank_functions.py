"""What a query over a bank of questions calls: functions of whole columns of values.

They are what `weigh` and `find_pairs` do to one question, or to one pair, so that a database
comes to the same pairs. Each takes lists of equal length, one for each argument, and returns a list
of that length. All can be sent to another process.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from curriculum_tools.likeness.analysis import Abbreviations, analyse
from curriculum_tools.likeness.judge import judge_prepared
from curriculum_tools.likeness.weights import Weights, letter_words, may_be_joined, parted
from curriculum_tools.likeness.wording import Wording

#: Questions that are kept ready to be judged again: one that has a pair often has several.
_KEPT_READY = 1 << 14

Texts = Sequence[str]
Blocks = Sequence[Sequence[str]]


class IndexedWording(NamedTuple):
    """What a wording is found by."""

    key: str  #: equal for equal questions
    folded: str  #: the same without any case
    has_code: bool
    words: tuple[str, ...]  #: its canonical content words


class RatedPair(NamedTuple):
    """A judgement, as a row of a table."""

    score: float
    verdict: str
    guard: str | None


def long_words(texts: Texts) -> list[list[str]]:
    """Return for each text its words that may be two in one; of all texts, each word once."""
    seen: set[str] = set()
    found = []
    for text in texts:
        new = {word for word in letter_words(text) if may_be_joined(word)} - seen
        seen |= new
        found.append(sorted(new))
    return found


class PartedWords:
    """Finds two words that the bank also writes as one."""

    def __init__(self, known: Collection[str]) -> None:
        """Take all long words of the bank."""
        self._known = known

    def __call__(self, texts: Texts) -> list[list[str]]:
        """Return for each text such pairs of words, with a space between them."""
        known = self._known
        return [[" ".join(pair) for pair in parted(letter_words(text), known)] for text in texts]


class IndexWordings:
    """Analyses wordings as far as they are found by it."""

    def __init__(self, given: Mapping[tuple[str, ...], str]) -> None:
        """Take what the bank writes in two ways."""
        self._given = Abbreviations(dict(given))

    def __call__(self, texts: Texts, blocks: Blocks, compared: Blocks) -> list[IndexedWording]:
        """Return what each wording is found by."""
        given = self._given
        found = []
        for text, written, same in zip(texts, blocks, compared, strict=True):
            analysis = analyse(Wording(text, tuple(written), tuple(same)), given)
            key = analysis.key
            found.append(
                IndexedWording(key, key.casefold(), bool(analysis.codes), analysis.content)
            )
        return found


class BankWeights:
    """The weights of a bank, for words and for pairs of questions."""

    def __init__(
        self, frequency: Mapping[str, int], questions: int, given: Mapping[tuple[str, ...], str]
    ) -> None:
        """Take in how many of the distinct questions each word is, and what is written twice."""
        self._made_of = dict(frequency), questions, dict(given)
        weights = Weights(Counter(self._made_of[0]), questions, Abbreviations(dict(given)), {})
        self._weights = weights
        self._prepare = lru_cache(_KEPT_READY)(weights.prepare)

    def __reduce__(self) -> tuple[object, ...]:
        """Send what it was made of: workers make the rest once."""
        return BankWeights, self._made_of

    def weigh_words(self, words: Texts) -> list[float]:
        """Return the weight of each word."""
        return [self._weights.of(word) for word in words]

    def judge_pairs(
        self,
        a_texts: Texts, a_blocks: Blocks, a_compared: Blocks,
        b_texts: Texts, b_blocks: Blocks, b_compared: Blocks,
    ) -> list[RatedPair]:  # fmt: skip
        """Return the judgement on each pair of questions."""
        found = []
        for a, a_written, a_same, b, b_written, b_same in zip(
            a_texts, a_blocks, a_compared, b_texts, b_blocks, b_compared, strict=True
        ):
            one = self._prepare(Wording(a, tuple(a_written), tuple(a_same)))
            other = self._prepare(Wording(b, tuple(b_written), tuple(b_same)))
            score, verdict, guard = judge_prepared(one, other)
            found.append(RatedPair(score, verdict.value, guard))
        return found
