"""Finding the pairs that are worth judging, without comparing all of them.

A prefix filter (Chaudhuri, Ganti & Kaushik 2006; weighted, as in Xiao et al. 2008): two
questions that share LEAST_SHARED of the heavier one's weight share one of the heaviest words of
each, so only those words are indexed. A word with a crowded list is looked up together with a
second word (2-prefix, Wang, Li & Feng 2012), which loses no pair. Only if that list is crowded
too is each question compared just with its nearest in the list, and the result says so.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.likeness.closeness import Closeness
from curriculum_tools.likeness.judge import Judgement, judge_prepared
from curriculum_tools.likeness.vocabulary import LEAST_SHARED
from curriculum_tools.likeness.weights import Prepared, Weights
from curriculum_tools.likeness.wording import Verdict, Wording

#: A word's list of more questions than this is split by a second word, which loses no pair.
CROWD = 16
#: In a list of two words, or of one that is enough, the cap applies above this many questions.
MOST_COMPARED = 96
#: Where the cap applies, each question is compared with this many after it.
NEAREST = 32
#: A question of more weight has too many second words, so on a crowded list it is compared with
#: all questions of its size.
LONG = 40.0
#: LEAST_SHARED for sums of weights, which are rounded.
ENOUGH_SHARED = LEAST_SHARED * (1 - 1e-9)

Progress = Callable[[int, int], None]


class JudgedPair(NamedTuple):
    """Two questions by their places in the sequence, `a` before `b`, and their judgement."""

    a: int
    b: int
    judgement: Judgement


class CrowdedWords(NamedTuple):
    """Words that too many questions share for all pairs of them to be compared."""

    words: tuple[str, ...]  #: canonical
    questions: int  #: how many share them


class FoundPairs(NamedTuple):
    """The pairs found, best first, and what a cap left uncompared."""

    pairs: tuple[JudgedPair, ...]
    crowded: tuple[CrowdedWords, ...] = ()
    uncompared: int = 0  #: at most this many pairs were not compared


def find_pairs(
    wordings: Sequence[Wording],
    weights: Weights,
    *,
    at_least: Verdict = Verdict.POSSIBLE,
    progress: Progress | None = None,
    closeness: Closeness | None = None,
) -> FoundPairs:
    """Return all pairs judged `at_least`; a copy of a question is paired only with the first one.

    With `closeness` what is nearest in meaning is judged, too, whatever words it shares. No other
    pair is missing except those that `crowded` and `uncompared` account for. Apart from the places,
    the result does not depend on the order of the questions.
    """
    wanted = frozenset(verdict for verdict in Verdict if verdict <= at_least)
    firsts: dict[Wording, int] = {}
    kept: dict[str, int] = {}
    found: list[JudgedPair] = []
    prepared: list[tuple[int, Prepared]] = []
    for place, wording in enumerate(wordings):
        first = firsts.setdefault(wording, place)
        if first == place:
            item = weights.prepare(wording)
            first = kept.setdefault(item.analysis.key, place)
            firsts[wording] = first
        if first != place:
            equal = Judgement(1.0, Verdict.SAME, None, wordings[first], wording)
            found.append(JudgedPair(first, place, equal))
            continue
        prepared.append((place, item))
    index = _Index([item for _, item in prepared], closeness)
    for done, (x, others) in enumerate(index.candidates(), 1):
        if progress is not None:
            progress(done, len(prepared))
        for y in others:
            pair = _judged(prepared[x], prepared[y], wanted, closeness)
            if pair is not None:
                found.append(pair)
    found.sort(key=lambda pair: (-pair.judgement.score, pair.a, pair.b))
    return FoundPairs(tuple(found), tuple(index.crowded), index.uncompared)


def _judged(
    x: tuple[int, Prepared],
    y: tuple[int, Prepared],
    wanted: frozenset[Verdict],
    closeness: Closeness | None,
) -> JudgedPair | None:
    (i, a), (j, b) = (x, y) if x[0] < y[0] else (y, x)
    score, verdict, guard = judge_prepared(a, b, closeness)
    if verdict not in wanted:
        return None
    return JudgedPair(i, j, Judgement(score, verdict, guard, a.wording, b.wording))


class _Index:
    """Lists of questions by the words that they may be found by; and what is near in meaning."""

    def __init__(self, items: list[Prepared], closeness: Closeness | None) -> None:
        self.items = items
        self._closeness = closeness
        self.crowded: list[CrowdedWords] = []
        self.uncompared = 0
        #: Ordered by content, so that the cap hits the same questions in any order of input.
        self._order = sorted(range(len(items)), key=lambda i: _content_order(items[i]))
        self._heaviest = [_heaviest_first(item) for item in items]

    def candidates(self) -> Iterator[tuple[int, set[int]]]:
        """Yield each question with those that it may be like, each pair once."""
        found: list[set[int]] = [set() for _ in self.items]
        self._recased(found)
        self._neighbours(found)
        lists: dict[str, list[int]] = {}
        for x in self._order:
            words = self._heaviest[x]
            for _, word in words[: _prefix(words, self._least(x))]:
                lists.setdefault(word, []).append(x)
        for word in sorted(lists):
            if len(lists[word]) <= CROWD:
                _all_pairs(lists[word], found)
            else:
                self._by_second_word(word, lists[word], found)
        return zip(range(len(self.items)), found, strict=True)

    def _least(self, x: int) -> float:
        return ENOUGH_SHARED * self.items[x].total

    def _recased(self, found: list[set[int]]) -> None:
        """Add pairs that differ only in case, whose words of code are not equal."""
        by_key: dict[str, list[int]] = {}
        for x in self._order:
            if self.items[x].analysis.codes:
                by_key.setdefault(self.items[x].analysis.key.casefold(), []).append(x)
        for same in by_key.values():
            self._near(("`…`",), same, found)

    def _neighbours(self, found: list[set[int]]) -> None:
        """Add pairs that are near in meaning."""
        if self._closeness is not None:
            wordings = [self.items[x].wording for x in self._order]
            for x, y in self._closeness.neighbours(wordings):
                found[self._order[x]].add(self._order[y])

    def _by_second_word(self, word: str, crowd: list[int], found: list[set[int]]) -> None:
        """Add pairs that share a crowded word and a second one, or for which this one is enough."""
        alone: list[int] = []
        seconds: dict[str, list[int]] = {}
        totals = [self.items[x].total for x in crowd]
        if max(totals) > LONG:
            sizes = zip(crowd, totals, strict=True)
            self._near((word,), [x for x, total in sizes if total > LEAST_SHARED * LONG], found)
        for x, total in zip(crowd, totals, strict=True):
            if total > LONG:
                continue
            words = self._heaviest[x]
            rest = self._least(x) - self.items[x].bag[word]
            if rest <= 0:
                alone.append(x)
                rest = 0.0
            for _, second in words[: _prefix(words, rest)]:
                if second != word:
                    seconds.setdefault(second, []).append(x)
        self._near((word,), alone, found)
        for second in sorted(seconds):
            self._near((word, second), seconds[second], found)

    def _near(self, words: tuple[str, ...], same: list[int], found: list[set[int]]) -> None:
        """Add all pairs of a list; in a crowded one, each question with its nearest."""
        if len(same) <= MOST_COMPARED:
            _all_pairs(same, found)
            return
        for place, x in enumerate(same):
            found[x].update(same[place + 1 : place + 1 + NEAREST])
        left = len(same) - NEAREST - 1
        self.uncompared += left * (left + 1) // 2
        self.crowded.append(CrowdedWords(words, len(same)))


def _all_pairs(same: list[int], found: list[set[int]]) -> None:
    for place, x in enumerate(same):
        found[x].update(same[place + 1 :])


def _content_order(item: Prepared) -> tuple[list[str], str]:
    return sorted(item.bag), item.analysis.key


def _heaviest_first(item: Prepared) -> list[tuple[float, str]]:
    """Return the words of a question with their negative weights, heaviest first."""
    return sorted([(-weight, word) for word, weight in item.bag.items()])


def _prefix(words: list[tuple[float, str]], least: float) -> int:
    """Return how many of the heaviest words leave less than `least` of weight behind them."""
    rest = 0.0
    for place in range(len(words), 0, -1):
        rest -= words[place - 1][0]
        if rest >= least:
            return place
    return 0
