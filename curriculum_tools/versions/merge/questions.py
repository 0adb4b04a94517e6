"""Which questions of all versions are one question, and in which topic it is asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from curriculum_tools.likeness import Verdict, find_pairs, key, weigh
from curriculum_tools.versions.merge.choice import choose
from curriculum_tools.versions.version import SaidQuestion

KeyPair = tuple[str, str]


class Fold(StrEnum):
    """How a question of a version stands in the merged guide."""

    KEPT = "kept"
    EXACT = "exact"
    SAME = "same"
    DECISION = "decision"


@dataclass(frozen=True, slots=True)
class QuestionRulings:
    """What is ruled of questions, by their wordings, normalised; pairs are sorted.

    `present` tells of a wording in a joined topic whether it is kept (True) or dropped.
    """

    same: frozenset[KeyPair] = frozenset()
    different: frozenset[KeyPair] = frozenset()
    present: Mapping[tuple[str, int], bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class QuestionEdits:
    """What was done by hand to the questions of joined topics, by the topics' places.

    `reworded` are pairs of what a question was and is; the questions of `gone` are named by
    their normalised wordings.
    """

    reworded: tuple[tuple[int, SaidQuestion, SaidQuestion], ...] = ()
    added: tuple[tuple[int, SaidQuestion], ...] = ()
    gone: frozenset[tuple[str, int]] = frozenset()

    @property
    def pairs(self) -> Iterator[KeyPair]:
        """The normalised wordings of what was reworded, before and after."""
        return ((key(was.wording), key(now.wording)) for _, was, now in self.reworded)

    @property
    def asked(self) -> Iterator[tuple[int, SaidQuestion]]:
        """What was written by hand, each with its topic."""
        yield from ((topic, now) for topic, _, now in self.reworded)
        yield from self.added

    @property
    def written(self) -> frozenset[SaidQuestion]:
        """What was written by hand."""
        return frozenset(question for _, question in self.asked)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question where a version asks it; `topic` is the joined topic, by its place.

    What was written by hand has the place after the last version's.
    """

    version: int
    topic: int
    number: str | None
    said: SaidQuestion


@dataclass(frozen=True)
class JoinedQuestion:
    """Everywhere that one question is asked; `keys` are its wordings, normalised.

    `homes` are the topics it is printed in: one, but for a topic that would have none without;
    none where it was taken out by hand.
    """

    asked: tuple[Asked, ...]
    keys: frozenset[str]
    homes: tuple[int, ...]
    printed: SaidQuestion
    ruled: bool

    @cached_property
    def versions(self) -> frozenset[int]:
        """The places of the versions that ask it."""
        return frozenset(each.version for each in self.asked)

    @cached_property
    def sorted_keys(self) -> list[str]:
        """Its wordings, as a key to sort by."""
        return sorted(self.keys)

    def is_asked_in(self, version: int) -> bool:
        """Tell whether a version asks it."""
        return version in self.versions

    def fold(self, asked: Asked) -> Fold:
        """Tell how a question is folded into the printed one."""
        if key(asked.said.wording) == key(self.printed.wording):
            return Fold.EXACT
        return Fold.DECISION if self.ruled else Fold.SAME


@dataclass(frozen=True, slots=True)
class Alike:
    """Two questions that say nearly the same and were left apart, by their places."""

    a: int
    b: int
    score: float


@dataclass(frozen=True)
class Questions:
    """All questions, which of them may be the same, and the wordings of what is dropped.

    A question that is dropped in one topic may be asked in another all the same. `gone` are those
    that were taken out by hand, by their places, each with the topic.
    """

    joined: tuple[JoinedQuestion, ...]
    alike: tuple[Alike, ...]
    dropped: frozenset[str]
    gone: tuple[tuple[int, int], ...]

    @cached_property
    def place_of(self) -> dict[str, int]:
        """For each wording, normalised, the place of its question."""
        return {name: place for place, each in enumerate(self.joined) for name in each.keys}


def join_questions(
    asked: Sequence[Asked],
    prose: Iterable[str],
    order: Mapping[int, int],
    *,
    declared: bool,
    rulings: QuestionRulings = QuestionRulings(),
    edits: QuestionEdits = QuestionEdits(),
) -> Questions:
    """Fold questions into one another.

    Equal ones are folded wherever they stand; what is judged the same, in other words, only
    within a topic and never where one version asks both. `order` gives the place in the guide
    of each topic that is printed. `prose` tells what acronyms stand for.
    """
    by_key: dict[str, list[Asked]] = {}
    dropped: dict[str, list[Asked]] = {}
    for each in asked:
        name = key(each.said.wording)
        is_printed = each.topic in order and rulings.present.get((name, each.topic), True)
        (by_key if is_printed else dropped).setdefault(name, []).append(each)
    groups = _Groups(by_key, order)
    for was, now in edits.pairs:
        groups.join(was, now)
    for a, b in sorted(rulings.same):
        groups.join(a, b)
    ruled = {name for pair in rulings.same for name in pair}
    pairs = [pair for pair in _judged(by_key, prose) if (pair.a, pair.b) not in rulings.different]
    for pair in pairs:
        if pair.verdict is Verdict.SAME and groups.may_join(pair.a, pair.b, rulings.different):
            groups.join(pair.a, pair.b)
    names = groups.all()
    more_homes = _more_homes(names, groups)
    joined: list[JoinedQuestion] = []
    gone = []
    for members in names:
        everywhere = tuple(each for name in members for each in by_key[name])
        homes = (groups.home(members), *more_homes.get(members, ()))
        left = {home for name, home in edits.gone if name in members} - {
            home for (name, home), is_kept in rulings.present.items() if name in members and is_kept
        }
        printed = _printed(everywhere, edits, declared=declared)
        gone += [(len(joined), home) for home in homes if home in left]
        stay = tuple(home for home in homes if home not in left)
        is_ruled = not ruled.isdisjoint(members)
        joined.append(JoinedQuestion(everywhere, members, stay, printed, is_ruled))
    return Questions(
        joined=tuple(joined),
        alike=tuple(_alike(pairs, names)),
        dropped=frozenset(dropped),
        gone=tuple(gone),
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two wordings by their keys, sorted, and what was judged of them."""

    a: str
    b: str
    score: float
    verdict: Verdict


class _Groups:
    """Groups of wordings that are one question."""

    def __init__(self, by_key: Mapping[str, Sequence[Asked]], order: Mapping[int, int]) -> None:
        self._by_key = by_key
        self._order = order
        self._group = {name: frozenset([name]) for name in by_key}

    def join(self, a: str, b: str) -> None:
        """Make one group of those of two wordings, where both are asked."""
        if a in self._group and b in self._group:
            joined = self._group[a] | self._group[b]
            self._group.update(dict.fromkeys(joined, joined))

    def may_join(self, a: str, b: str, different: Collection[KeyPair]) -> bool:
        """Tell whether two groups have one home, no version in common, and no ruling apart."""
        one, other = self._group[a], self._group[b]
        apart = any((min(x, y), max(x, y)) in different for x in one for y in other)
        together = self._versions(one) & self._versions(other)
        return not apart and not together and self.home(one) == self.home(other)

    def home(self, group: frozenset[str]) -> int:
        """Give the topic where most versions ask the question; of several the first."""
        places = {(each.topic, each.version) for name in group for each in self._by_key[name]}
        votes = Counter(topic for topic, _ in places)
        return min(votes, key=lambda topic: (-votes[topic], self._order[topic]))

    def topics(self, group: frozenset[str]) -> set[int]:
        """Give all topics in which the question is asked."""
        return {each.topic for name in group for each in self._by_key[name]}

    def all(self) -> list[frozenset[str]]:
        """Give the groups, sorted by their wordings."""
        return sorted(set(self._group.values()), key=sorted)

    def _versions(self, group: frozenset[str]) -> set[int]:
        return {each.version for name in group for each in self._by_key[name]}


def _judged(by_key: Mapping[str, Sequence[Asked]], prose: Iterable[str]) -> list[_Pair]:
    """Judge all wordings that are not equal; best pairs first."""
    names = sorted(by_key)
    wordings = [by_key[name][0].said.wording for name in names]
    found = find_pairs(wordings, weigh(wordings, prose))
    pairs = [
        _Pair(names[pair.a], names[pair.b], pair.judgement.score, pair.judgement.verdict)
        for pair in found.pairs
        if pair.judgement.verdict <= Verdict.LIKELY
    ]
    return sorted(pairs, key=lambda pair: (-pair.score, pair.a, pair.b))


def _more_homes(
    groups: Iterable[frozenset[str]], known: _Groups
) -> dict[frozenset[str], tuple[int, ...]]:
    """Let a topic keep its questions where folding would leave it without any."""
    groups = list(groups)
    filled = {known.home(group) for group in groups}
    more = {group: tuple(sorted(known.topics(group) - filled)) for group in groups}
    return {group: topics for group, topics in more.items() if topics}


def _printed(asked: Iterable[Asked], edits: QuestionEdits, *, declared: bool) -> SaidQuestion:
    """Give the wording to print: as edited, the newest, or the most frequent, longest, first."""
    said = [(each.version, each.said) for each in asked]
    by_hand = [question for _, question in said if question in edits.written]
    if by_hand:
        return min(by_hand, key=_all_text)
    return choose(said, _all_text, declared=declared).value


def _all_text(question: SaidQuestion) -> str:
    return "\n".join([question.text, *question.wording.blocks])


def _alike(pairs: Iterable[_Pair], groups: Sequence[frozenset[str]]) -> list[Alike]:
    """Give the pairs of groups that any two of their wordings make, best first."""
    place = {name: number for number, group in enumerate(groups) for name in group}
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        a, b = sorted((place[pair.a], place[pair.b]))
        if a != b:
            best.setdefault((a, b), pair.score)
    return [Alike(a, b, score) for (a, b), score in best.items()]
