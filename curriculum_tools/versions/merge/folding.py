"""Folding questions: which of all versions are one question, and in which topic it is asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from curriculum_tools.likeness import Verdict, find_pairs, key, normalise, weigh
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import NO_ANSWER, Answer, Question, Text
from curriculum_tools.versions.choice import By, Choice, settled
from curriculum_tools.versions.merge.joined_questions import (
    Alike,
    AskedQuestion,
    JoinedQuestion,
    JoinedQuestions,
    KeyPair,
    QuestionEdits,
    QuestionRulings,
)
from curriculum_tools.versions.version import Versions

NO_RULINGS, NO_EDITS = QuestionRulings(), QuestionEdits()


def join_questions(
    asked: Sequence[AskedQuestion],
    prose: Iterable[str],
    order: Mapping[int, int],
    versions: Versions,
    *,
    rulings: QuestionRulings = NO_RULINGS,
    edits: QuestionEdits = NO_EDITS,
) -> JoinedQuestions:
    """Fold questions into one another.

    Equal ones are folded wherever they stand; what is judged the same, in other words, only
    within a topic and never where one version asks both. `order` gives the place in the guide
    of each topic that is printed. `prose` tells what acronyms stand for.
    """
    by_key: dict[str, list[AskedQuestion]] = {}
    dropped: dict[str, list[AskedQuestion]] = {}
    for each in asked:
        name = key(wording_of(each.said))
        is_printed = each.topic in order and rulings.present.get((name, each.topic), True)
        (by_key if is_printed else dropped).setdefault(name, []).append(each)
    pairs = [pair for pair in _judged(by_key, prose) if (pair.a, pair.b) not in rulings.different]
    groups = _Groups(by_key, order)
    for a, b in (*edits.pairs, *sorted(rulings.same)):
        groups.join(a, b)
    for pair in pairs:
        if pair.verdict is Verdict.SAME and groups.may_join(pair.a, pair.b, rulings.different):
            groups.join(pair.a, pair.b)
    names = groups.all()
    more_homes = _more_homes(names, groups)
    ruled = {name for pair in rulings.same for name in pair}
    joined, gone = [], []
    for place, members in enumerate(names):
        homes = (groups.home(members), *more_homes.get(members, ()))
        left = _taken_out(members, edits, rulings)
        put = _put_elsewhere(members, edits, order)
        if put:
            homes = tuple(dict.fromkeys(home for home in (*homes, *put) if home not in left))
        gone += [(place, home) for home in homes if home in left]
        everywhere = tuple(each for name in members for each in by_key[name])
        printed = _printed(everywhere, edits, versions)
        answer = _answer(everywhere, printed, edits, versions)
        joined.append(
            JoinedQuestion(
                asked=everywhere,
                keys=members,
                homes=tuple(home for home in homes if home not in left),
                printed=replace(printed, answer=answer.value if answer else NO_ANSWER),
                answer=answer,
                ruled=not ruled.isdisjoint(members),
            )
        )
    return JoinedQuestions(
        joined=tuple(joined),
        alike=tuple(_alike(pairs, names)),
        dropped=frozenset(dropped),
        gone=tuple(gone),
    )


def _taken_out(members: frozenset[str], edits: QuestionEdits, rulings: QuestionRulings) -> set[int]:
    """Return the topics that a question was taken out of by hand, less those it is to stay in.

    Where it was written anew in other words it stays, too.
    """
    kept = {home for (name, home), stays in rulings.present.items() if stays and name in members}
    kept |= {home for home, question in edits.asked if key(wording_of(question)) in members}
    return {home for name, home in edits.gone if name in members} - kept


def _put_elsewhere(
    members: frozenset[str], edits: QuestionEdits, order: Mapping[int, int]
) -> list[int]:
    """Return the printed topics to which a question was added by hand, word for word."""
    added = {topic for topic, each in edits.added if key(wording_of(each)) in members}
    return sorted(added & order.keys(), key=lambda topic: order[topic])


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two wordings by their keys, sorted, and what was judged of them."""

    a: str
    b: str
    score: float
    verdict: Verdict


class _Groups:
    """Groups of wordings that are one question."""

    def __init__(
        self, by_key: Mapping[str, Sequence[AskedQuestion]], order: Mapping[int, int]
    ) -> None:
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


def _judged(by_key: Mapping[str, Sequence[AskedQuestion]], prose: Iterable[str]) -> list[_Pair]:
    """Judge all wordings that are not equal; best pairs first."""
    names = sorted(by_key)
    wordings = [wording_of(by_key[name][0].said) for name in names]
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


def _printed(asked: Iterable[AskedQuestion], edits: QuestionEdits, versions: Versions) -> Question:
    """Return the wording to print: as edited, the newest, or the most frequent, longest, first."""
    by_hand = [each.said for each in asked if each.said in edits.worded]
    if by_hand:
        return min(by_hand, key=_all_text)
    asked = _of_versions(asked, versions)
    said = [(each.version, replace(each.said, answer=NO_ANSWER)) for each in asked]
    choice = versions.choose(said, _all_text)
    return choice.value if choice else said[0][1]


def _answer(
    asked: Iterable[AskedQuestion],
    printed: Question,
    edits: QuestionEdits,
    versions: Versions,
) -> Choice[Answer] | None:
    """Choose among the answers of versions; what was written by hand wins."""
    answers = [
        (each.version, answer_below(printed, each.said)) for each in _of_versions(asked, versions)
    ]
    said = [(version, answer) for version, answer in answers if answer != NO_ANSWER]
    choice = versions.choose(said, lambda answer: answer.text)
    by_hand = [each.said for each in asked if each.said in edits.answered]
    if not by_hand:
        return choice
    answer = answer_below(printed, min(by_hand, key=_all_text))
    return settled(choice, answer, By.EDITED) if choice or answer != NO_ANSWER else None


def answer_below(printed: Question, asked: Question) -> Answer:
    """Return the answer to a question as it may stand below the printed one.

    Its ticks are at the options of that one, and it names their letters; where those are others,
    they have no place there.
    """
    texts = [option.text for option in printed.options]
    answer = _lettered(printed, asked)
    if set(texts).issuperset(answer.ticked):
        return answer
    ticked = {normalise(text) for text in answer.ticked}
    return replace(answer, ticked=tuple(text for text in texts if normalise(text) in ticked))


def _lettered(printed: Question, asked: Question) -> Answer:
    """Return an answer that names options by the letters that the printed question has for them."""
    texts = {option.letter: option.text for option in asked.options}
    letters = {normalise(option.text): option.letter for option in printed.options}
    names = [letters.get(normalise(texts.get(letter, ""))) for letter in asked.answer.letters]
    if None in names or len(letters) < len(printed.options):
        return asked.answer
    return replace(asked.answer, names=tuple(Text(letter) for letter in names if letter))


def _of_versions(asked: Iterable[AskedQuestion], versions: Versions) -> list[AskedQuestion]:
    """Return where versions ask a question; where it was written by hand, if none asks it."""
    asked = list(asked)
    return [each for each in asked if each.version < len(versions.items)] or asked


def _all_text(question: Question) -> str:
    return "\n".join([question.text, *wording_of(question).blocks])


def _alike(pairs: Iterable[_Pair], groups: Sequence[frozenset[str]]) -> list[Alike]:
    """Give the pairs of groups that any two of their wordings make, best first."""
    place = {name: number for number, group in enumerate(groups) for name in group}
    best: dict[tuple[int, int], float] = {}
    for pair in pairs:
        a, b = sorted((place[pair.a], place[pair.b]))
        if a != b:
            best.setdefault((a, b), pair.score)
    return [Alike(a, b, score) for (a, b), score in best.items()]
