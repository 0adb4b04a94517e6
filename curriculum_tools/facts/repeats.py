"""Questions of one guide that ask the same in other words."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from curriculum_tools.facts.asked_wording import asked_wording
from curriculum_tools.likeness import JudgedPair, Verdict, find_pairs, weigh
from curriculum_tools.likeness.question_rulings import apply_rulings
from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.ruling_list import Rulings

#: A pair that is less probable is left to those who ask for duplicates. An author who lints has
#: not asked, and guesses would be in the way of what is certain.
LEAST_TOLD = 2 / 3


class AlikePair(NamedTuple):
    """Two unequal questions of a guide, the earlier first, and what was judged."""

    earlier: Question
    later: Question
    pair: JudgedPair


def alike_questions(guide: Guide, rulings: Rulings) -> Sequence[AlikePair]:
    """Give the pairs that are told unasked, by the word weights of this guide alone."""
    questions = [question for _, question in guide.questions]
    return [
        AlikePair(questions[pair.a], questions[pair.b], pair)
        for pair in alike_pairs(questions, guide.topics, rulings)
        if pair.judgement.score >= LEAST_TOLD
    ]


def alike_pairs(
    questions: Sequence[Question], topics: Iterable[Section], rulings: Rulings
) -> list[JudgedPair]:
    """Give the pairs of a guide's unequal questions, by their places, that nobody has ruled on.

    They are `likely` or better. What acronyms stand for is read from the descriptions of its
    topics, too.
    """
    wordings = [asked_wording(question) for question in questions]
    prose = (topic.description.text for topic in topics if topic.description)
    found = find_pairs(wordings, weigh(wordings, prose), at_least=Verdict.LIKELY)
    ruled = apply_rulings(found.pairs, wordings, rulings)
    return [pair for pair in ruled.pairs if pair.judgement.score < 1.0]
