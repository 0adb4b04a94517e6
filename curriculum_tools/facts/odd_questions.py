"""Questions that lack what nearly all have, an answer or a ticked option; for rules on answers."""

from collections.abc import Sequence
from typing import NamedTuple

from curriculum_tools.facts.answers import malformed_options, templates_with
from curriculum_tools.facts.expected import nearly_all
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.habits import HabitCount
from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.surroundings import Habit, Surroundings

FEWEST_OPEN = 5  # questions of a topic; that fewer have no answer may be by chance


class Odd(NamedTuple):
    """The questions that lack what nearly all have, how many do, and whose habit that is."""

    questions: Sequence[Question]
    tally: HabitCount
    is_of_project: bool

    @property
    def reason(self) -> str:
        """Why it is expected of the others."""
        if self.is_of_project:
            return "nearly all questions of the files in `include` have one"
        return f"{self.tally.having:,} of {self.tally.asked:,} questions have one"

    def cause(self, what: str) -> str | None:
        """Give one message for all of these questions; None where there is but one."""
        if len(self.questions) < 2:
            return None
        return f"{len(self.questions):,} of {self.tally.asked:,} questions have no {what}"


def odd_questions(facts: Facts, around: Surroundings, habit: Habit) -> Odd:
    """Return the questions that lack what nearly all have; none where that is not so."""
    asked = _asked(facts, habit)
    lacking = [question for question, has in asked if not has]
    count = HabitCount(len(asked) - len(lacking), len(asked))
    is_of_project = around.habits is not None
    is_usual = nearly_all(*count) if around.habits is None else habit in around.habits
    return Odd(lacking if is_usual else [], count, is_of_project)


def count_habits(facts: Facts) -> tuple[HabitCount, ...]:
    """Count the questions of a guide that may have something and do, for each habit."""
    asked = (_asked(facts, habit) for habit in Habit)
    return tuple(HabitCount(sum(has for _, has in each), len(each)) for each in asked)


def _asked(facts: Facts, habit: Habit) -> list[tuple[Question, bool]]:
    """Return the questions that may have something, and whether they have it."""
    templates = facts.guide.dialect.templates
    if habit is Habit.TICK:
        return _with_options(facts) if templates_with(facts.guide, "mark") else []
    if not templates or not templates.has_answers:
        return []
    asked = (q for topic in facts.guide.topics for q in topic.questions if not _is_open(topic))
    return [(question, _is_answered(question)) for question in asked]


def _is_open(topic: Section) -> bool:
    """Tell whether the questions of a topic are there to think about."""
    is_long = len(topic.questions) >= FEWEST_OPEN
    return is_long and not any(map(_is_answered, topic.questions))


def _is_answered(question: Question) -> bool:
    return question.is_answered or bool(question.answer.ticked)


def _with_options(facts: Facts) -> list[tuple[Question, bool]]:
    """Return the questions with checkboxes, and whether one is ticked or an answer names one.

    What is malformed is reported as that, and counts here as what it was meant as.
    """
    found = []
    for _, question in facts.guide.questions:
        malformed = list(malformed_options(facts.source, question, facts.regions))
        if question.options or malformed:
            is_ticked = any(option.is_ticked for option in malformed)
            has = bool(is_ticked or question.answer.ticked or question.answer.names)
            found.append((question, has))
    return found
