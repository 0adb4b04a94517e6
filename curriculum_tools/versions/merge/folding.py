"""Folding questions: which of all versions are one question, and in which topic it is asked."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from curriculum_tools.likeness import Verdict, find_pairs, key, normalise, weigh
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import NO_ANSWER, Answer, Question, Text
from curriculum_tools.versions.choice import By, Choice, settled
from curriculum_tools.versions.merge.joined_questions import (
    AskedQuestion,
    JoinedQuestion,
    JoinedQuestions,
    KeyPair,
    QuestionEdits,
    QuestionRulings,
)
from curriculum_tools.versions.version import Versions

NO_RULINGS, NO_EDITS = QuestionRulings(), QuestionEdits()

#: What decides, what was decided last first.
Steps: TypeAlias = tuple[QuestionRulings, QuestionEdits, QuestionRulings]


def join_questions(
    asked: Sequence[AskedQuestion],
    prose: Iterable[str],
    order: Mapping[int, int],
    versions: Versions,
    *,
    rulings: QuestionRulings = NO_RULINGS,
    edits: QuestionEdits = NO_EDITS,
    newer_rulings: QuestionRulings = NO_RULINGS,
) -> JoinedQuestions:
    """Fold questions into one another.

    Equal ones are folded wherever they stand; what is judged the same, in other words, only
    within a topic and never where one version asks both. What is ruled to be one is joined last
    and what is dropped weighs as before, so that a ruling changes nothing but what it is about.
    `order` gives the place in the guide of each topic that is printed. `prose` tells what
    acronyms stand for.
    """
    by_key: dict[str, list[AskedQuestion]] = {}
    unprinted: dict[str, list[AskedQuestion]] = {}
    for each in asked:
        name = key(wording_of(each.said))
        (by_key if each.topic in order else unprinted).setdefault(name, []).append(each)
    groups = _Groups(by_key, order, rulings.present)
    _join(groups, _judged_same(by_key, unprinted, prose), rulings, edits)
    every = groups.all()
    wholly_dropped = {members for members in every if not groups.asked(members)}
    names = [members for members in every if members not in wholly_dropped]
    steps = (newer_rulings, edits, rulings)
    joined, gone = [], []
    more_homes = _more_homes(names, groups)
    for place, members in enumerate(names):
        kept = (home for name, home in sorted(rulings.pinned) if name in members and home in order)
        first = (groups.home(members), *more_homes.get(members, ()), *kept)
        homes, left = _homes(members, first, order, rulings, edits)
        gone += [(place, home) for home in homes if home in left]
        homes = tuple(home for home in homes if home not in left)
        joined.append(_joined(groups.asked(members), members, homes, steps, versions))
    return JoinedQuestions(
        joined=tuple(joined),
        dropped=frozenset(unprinted).union(*wholly_dropped),
        dropped_in=frozenset(
            (key(wording_of(each.said)), each.topic)
            for members in every
            for each in groups.dropped(members)
        ),
        gone=tuple(gone),
    )


def _join(
    groups: "_Groups", same: Iterable[KeyPair], rulings: QuestionRulings, edits: QuestionEdits
) -> None:
    """Join what was reworded by hand, then what is judged the same, then what is ruled so."""
    for a, b in edits.pairs:
        groups.join(a, b)
    for a, b in same:
        if groups.may_join(a, b, rulings.different):
            groups.join(a, b)
    for a, b in sorted(rulings.same):
        groups.join(a, b)
    _join_edits_of_ruled(groups, rulings, edits)


def _homes(
    members: frozenset[str],
    homes: Iterable[int],
    order: Mapping[int, int],
    rulings: QuestionRulings,
    edits: QuestionEdits,
) -> tuple[tuple[int, ...], set[int]]:
    """Return the topics of a question, each once, and those that it was taken out of by hand.

    Where it was put elsewhere, it is there instead of where it was taken out.
    """
    left = _taken_out(members, edits, rulings)
    put = _put_elsewhere(members, edits, order)
    if put:
        homes = [home for home in (*homes, *put) if home not in left]
    return tuple(dict.fromkeys(homes)), left


def _joined(
    asked: tuple[AskedQuestion, ...],
    members: frozenset[str],
    homes: tuple[int, ...],
    steps: Steps,
    versions: Versions,
) -> JoinedQuestion:
    """Return a question with the wording and the answer that are printed."""
    printed = _printed(asked, members, steps, versions)
    answer = _answer(asked, members, printed, steps, versions)
    return JoinedQuestion(
        asked=asked,
        keys=members,
        homes=homes,
        printed=replace(printed, answer=answer.value if answer else NO_ANSWER),
        answer=answer,
        ruled=any(not members.isdisjoint(pair) for pair in steps[-1].same),
    )


def _join_edits_of_ruled(groups: "_Groups", rulings: QuestionRulings, edits: QuestionEdits) -> None:
    """Join what was reworded by hand after a ruling had put it into words that no version has."""
    for pair, text in rulings.worded.items():
        ruled = {key(wording_of(replace(each.said, text=text))) for each in groups.of(pair[0])}
        for was, now in edits.pairs:
            if was in ruled:
                groups.join(pair[0], now)


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


class _Groups:
    """Groups of wordings that are one question.

    `present` tells of wordings in a topic whether they are kept or dropped there; what is ruled
    of one of a group is ruled of all.
    """

    def __init__(
        self,
        by_key: Mapping[str, Sequence[AskedQuestion]],
        order: Mapping[int, int],
        present: Mapping[tuple[str, int], bool],
    ) -> None:
        self._by_key = by_key
        self._order = order
        self._present = present
        self._group = {name: frozenset([name]) for name in by_key}

    def join(self, a: str, b: str) -> None:
        """Make one group of those of two wordings, where both are asked."""
        if a in self._group and b in self._group:
            joined = self._group[a] | self._group[b]
            self._group.update(dict.fromkeys(joined, joined))

    def of(self, name: str) -> tuple[AskedQuestion, ...]:
        """Give everywhere that a question is asked, in whichever of its wordings."""
        return self._everywhere(self._group.get(name, frozenset()))

    def asked(self, group: frozenset[str]) -> tuple[AskedQuestion, ...]:
        """Give everywhere that a question is asked, but for the topics that it is dropped in."""
        ruled = {
            topic: is_kept
            for (name, topic), is_kept in sorted(self._present.items(), key=lambda item: item[1])
            if name in group
        }
        return tuple(each for each in self._everywhere(group) if ruled.get(each.topic, True))

    def dropped(self, group: frozenset[str]) -> tuple[AskedQuestion, ...]:
        """Give everywhere that a question is asked and dropped."""
        asked = set(self.asked(group))
        return tuple(each for each in self._everywhere(group) if each not in asked)

    def may_join(self, a: str, b: str, different: Collection[KeyPair]) -> bool:
        """Tell whether two groups have one home, no version in common, and no ruling apart."""
        one, other = self._group[a], self._group[b]
        apart = any((min(x, y), max(x, y)) in different for x in one for y in other)
        ours, theirs = self._everywhere(one), self._everywhere(other)
        together = {each.version for each in ours} & {each.version for each in theirs}
        return not apart and not together and self._most(ours) == self._most(theirs)

    def home(self, group: frozenset[str]) -> int:
        """Give the topic where most versions ask the question; of several the first."""
        return self._most(self.asked(group))

    def topics(self, group: frozenset[str]) -> set[int]:
        """Give all topics in which the question is asked and not dropped."""
        return {each.topic for each in self.asked(group)}

    def all(self) -> list[frozenset[str]]:
        """Give the groups, sorted by their wordings."""
        return sorted(set(self._group.values()), key=sorted)

    def _most(self, asked: Iterable[AskedQuestion]) -> int:
        votes = Counter(topic for topic, _ in {(each.topic, each.version) for each in asked})
        return min(votes, key=lambda topic: (-votes[topic], self._order[topic]))

    def _everywhere(self, group: frozenset[str]) -> tuple[AskedQuestion, ...]:
        return tuple(each for name in group for each in self._by_key[name])


def _judged_same(
    by_key: Mapping[str, Sequence[AskedQuestion]],
    unprinted: Mapping[str, Sequence[AskedQuestion]],
    prose: Iterable[str],
) -> list[KeyPair]:
    """Return the pairs of printed wordings that ask the same, sorted ones, best pairs first.

    Words are weighed by what is not printed, too: dropping a topic changes no judgement.
    """
    names = sorted(by_key)
    wordings = [wording_of(by_key[name][0].said) for name in names]
    dropped = [wording_of(unprinted[name][0].said) for name in sorted(unprinted.keys() - by_key)]
    weights = weigh([*wordings, *dropped], prose)
    found = find_pairs(wordings, weights, at_least=Verdict.SAME).pairs
    pairs = sorted((-pair.judgement.score, names[pair.a], names[pair.b]) for pair in found)
    return [(a, b) for _, a, b in pairs]


def _more_homes(
    groups: Iterable[frozenset[str]], known: _Groups
) -> dict[frozenset[str], tuple[int, ...]]:
    """Let a topic keep its questions where folding would leave it without any."""
    groups = list(groups)
    filled = {known.home(group) for group in groups}
    more = {group: tuple(sorted(known.topics(group) - filled)) for group in groups}
    return {group: topics for group, topics in more.items() if topics}


def _printed(
    asked: Iterable[AskedQuestion], names: frozenset[str], steps: Steps, versions: Versions
) -> Question:
    """Return the wording to print: as edited, the newest, or the most frequent, longest, first.

    A text that is ruled stands in its place; of an edit and a ruling, what was decided last holds.
    """
    newer_rulings, edits, rulings = steps
    of_versions = _of_versions(asked, versions)
    said = [(each.version, replace(each.said, answer=NO_ANSWER)) for each in of_versions]
    choice = versions.choose(said, _all_text)
    printed = choice.value if choice else said[0][1]
    text = newer_rulings.text_of(names)
    by_hand = [each.said for each in asked if each.said in edits.worded]
    if by_hand and text is None:
        return min(by_hand, key=_all_text)
    text = text or rulings.text_of(names)
    if text is None or normalise(text) == normalise(printed.text):
        return printed
    worded = [(v, each) for v, each in said if normalise(each.text) == normalise(text)]
    choice = versions.choose(worded, _all_text)
    return choice.value if choice else replace(printed, text=text)


def _answer(
    asked: Iterable[AskedQuestion],
    names: frozenset[str],
    printed: Question,
    steps: Steps,
    versions: Versions,
) -> Choice[Answer] | None:
    """Choose among the answers of versions; what was written by hand, or is ruled, wins."""
    newer_rulings, edits, rulings = steps
    answers = [
        (each.version, answer_below(printed, each.said)) for each in _of_versions(asked, versions)
    ]
    said = [(version, answer) for version, answer in answers if answer != NO_ANSWER]
    choice = versions.choose(said, lambda answer: answer.text)
    choice = _answer_of_version(choice, rulings, names)
    by_hand = [each.said for each in asked if each.said in edits.answered]
    if by_hand:
        answer = answer_below(printed, min(by_hand, key=_all_text))
        ruled = len(versions.items) in {newer_rulings.answered.get(name) for name in names}
        by = By.DECISION if ruled else By.EDITED
        choice = settled(choice, answer, by) if choice or answer != NO_ANSWER else None
    return _answer_of_version(choice, newer_rulings, names)


def _answer_of_version(
    choice: Choice[Answer] | None, rulings: QuestionRulings, names: frozenset[str]
) -> Choice[Answer] | None:
    """Choose the answer of the version that is ruled to have it, if it has one."""
    ruled = {rulings.answered[name] for name in names & rulings.answered.keys()}
    for option in choice.options if choice else ():
        if choice and not ruled.isdisjoint(option.versions):
            return choice.overruled(option.value, By.DECISION)
    return choice


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
