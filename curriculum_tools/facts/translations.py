"""What a translation lacks of its original, and where the answers of the two differ.

Questions of both are the same where their numbers are, as long as these run alike: a question that
was put between others moves all numbers after it, and what follows cannot be compared.
"""

import re
from collections.abc import Iterator, Sequence
from math import log
from typing import NamedTuple, TypeVar

from curriculum_tools.model.content import BlockKind, Question
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.model.templates import Numbers

# Translators err seldom. Of questions that were moved three in four have another answer.
WINDOW = 5
MOST_IN_WINDOW = 2
# The spread of logarithms of how much longer translations are. In quizzes that people translated
# it is below 0.3 where options stand in the same order, and mostly above 0.4 where they do not.
MOST_SPREAD = 0.35
SHORT = 10  # characters that are added, as the length of a word or two says little

_NEUTRAL = re.compile(r"`[^`]+`|\d+")

_Name = TypeVar("_Name", str, int)


class QuestionNumber(NamedTuple):
    """The number of a question; that of its chapter counts where each chapter begins anew."""

    text: str
    chapter: int | None = None

    def __str__(self) -> str:
        return self.text if self.chapter is None else f"{self.text} (chapter {self.chapter})"


class OtherAnswer(NamedTuple):
    """A question with another answer than in the original, where it stands in both.

    `here` and `there` say which answer each has, and `span` is the place of that in the
    translation.
    """

    number: QuestionNumber
    span: Span
    here: str
    there: str
    question: Question
    original: Question


def lacking_numbers(guide: Guide, original: Guide) -> tuple[QuestionNumber, ...]:
    """Return the numbers of questions in the original that a translation lacks, in their order."""
    own = {number for number, _ in numbered_questions(guide)}
    if not own:  # it is written otherwise, and nothing can be said of it
        return ()
    return tuple(dict.fromkeys(n for n, _ in numbered_questions(original) if n not in own))


def other_answers(guide: Guide, original: Guide) -> Iterator[OtherAnswer]:
    """Yield the questions whose answers differ, as far as the numbers of both run alike."""
    compared = list(_compared(guide, original))
    for place, other in enumerate(compared):
        if other is None:
            continue
        if sum(map(bool, compared[place : place + WINDOW])) > MOST_IN_WINDOW:
            return
        if _run_alike(other.question, other.original):
            yield other


def _compared(guide: Guide, original: Guide) -> Iterator[OtherAnswer | None]:
    """Yield for each pair of the same question how it differs, None where it does not."""
    theirs = dict(reversed(list(numbered_questions(original))))
    codes = {code for question in theirs.values() if (code := _code(question))}
    counts: dict[QuestionNumber, int] = {}
    for number, _ in numbered_questions(original):
        counts[number] = counts.get(number, 0) + 1
    seen: set[QuestionNumber] = set()
    for number, question in numbered_questions(guide):
        if number in seen or counts.get(number) != 1:
            return
        seen.add(number)
        other = theirs[number]
        code = _code(question)
        if code == _code(other):
            yield _difference(number, question, other)
        elif code in codes:  # it is another question of the original
            return


def numbered_questions(guide: Guide) -> Iterator[tuple[QuestionNumber, Question]]:
    """Yield the questions that have numbers of their own, each with it."""
    templates = guide.dialect.templates
    numbers = templates.numbers if templates else Numbers.GUIDE
    if numbers is Numbers.LIST:
        return
    for place, chapter in enumerate(guide.chapters, 1):
        within = place if numbers is Numbers.CHAPTER else None
        for topic in chapter.sections:
            for question in topic.questions:
                if question.number:
                    yield QuestionNumber(question.number.text, within), question


def _code(question: Question) -> tuple[str, ...]:
    """Return the code that a question asks about."""
    return tuple(
        "\n".join(line.rstrip() for line in block.text.splitlines())
        for block in question.prompt
        if block.kind is BlockKind.CODE
    )


def _difference(
    number: QuestionNumber, question: Question, original: Question
) -> OtherAnswer | None:
    """Return how the answers of a question differ; None where they do not, or nobody can tell."""
    if len(question.options) != len(original.options):
        return None
    if question.answer.letters and original.answer.letters:
        here, there = _letters(question), _letters(original)
        if not here or not there or _are_same(question, original, here, there):
            return None
        if here == there:  # these letters have options that are other ones
            here, there = sorted(_by_name(question, here)), sorted(_by_name(original, there))
        return OtherAnswer(
            number, question.answer.span, _listed(here), _listed(there), question, original
        )
    own, others = _ticked(question), _ticked(original)
    if not own or not others or _are_same(question, original, own, others):
        return None
    place = next((each for each in own if each not in others), own[0])
    here, there = ([f"option {each + 1}" for each in places] for places in (own, others))
    span = question.options[place].span
    return OtherAnswer(number, span, _listed(here), _listed(there), question, original)


def _run_alike(question: Question, original: Question) -> bool:
    """Tell whether options of two questions, which have as many, stand in the same order.

    What needs no translation, code and numbers, must stand in the same places; and where a text is
    longer than another, so is its translation.
    """
    pairs = list(zip(question.options, original.options, strict=True))
    if sorted(option.text for option, _ in pairs) == sorted(option.text for _, option in pairs):
        return True
    for option, other in pairs:
        own, theirs = (sorted(_NEUTRAL.findall(each.text)) for each in (option, other))
        if own and theirs and own != theirs:
            return False
    ratios = [log((len(a.text) + SHORT) / (len(b.text) + SHORT)) for a, b in pairs]
    from statistics import pstdev  # few guides have translations

    return not ratios or pstdev(ratios) <= MOST_SPREAD


def _letters(question: Question) -> list[str]:
    """Return the letters that an answer names; none where one of them is no option."""
    letters = sorted(set(question.answer.letters))
    known = {option.letter for option in question.options}
    return letters if not known or known.issuperset(letters) else []


def _are_same(
    question: Question, original: Question, here: Sequence[_Name], there: Sequence[_Name]
) -> bool:
    """Tell whether two answers name the same options, by letters or by places.

    Options that say the same in both languages, such as numbers, may stand in another order.
    """
    own, others = _by_name(question, here), _by_name(original, there)
    texts = sorted(option.text for option in question.options)
    if own and others and texts == sorted(option.text for option in original.options):
        return own == others
    return list(here) == list(there)


def _by_name(question: Question, names: Sequence[_Name]) -> set[str]:
    """Return the texts of the options that are named, as far as letters tell them apart."""
    letters = [option.letter for option in question.options]
    if len(set(letters)) < len(letters) and any(isinstance(name, str) for name in names):
        return set()
    return {
        option.text
        for place, option in enumerate(question.options)
        if place in names or option.letter in names
    }


def _ticked(question: Question) -> list[int]:
    """Return the places of the options that are ticked; none where two options are alike."""
    texts = [option.text for option in question.options]
    if len(set(texts)) < len(texts):
        return []
    return [place for place, text in enumerate(texts) if text in question.answer.ticked]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
