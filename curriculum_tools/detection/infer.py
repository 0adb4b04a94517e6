"""From the lines of texts to the table of the dialect in which they are written."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from curriculum_tools.detection.asking import calls_for_checks
from curriculum_tools.detection.evidence import FormEvidence, gather
from curriculum_tools.detection.forms import CHECKBOX
from curriculum_tools.detection.questions import (
    is_named,
    places_of_questions,
    question_forms,
    strength,
)
from curriculum_tools.detection.scan import Scanned
from curriculum_tools.detection.sections import section_templates
from curriculum_tools.model.templates import Carrier

MOST_ANSWERED = 0.5  # of the questions, for an answer of one form
WITHIN = 0.7  # of the lines that ask, by places in which alone questions stand
RUNNING = 0.5  # of the numbers, by those that count up, for these to be looked at
USUAL = 0.05  # of the options, by each of several forms


@dataclass(frozen=True, slots=True)
class Inferred:
    """The table of a dialect as a config has it, and how many questions were seen.

    They are `named` where a word in front of each says that it is a question.
    """

    table: Mapping[str, object]
    questions: int
    named: bool


def infer(texts: Sequence[Scanned]) -> Inferred | None:
    """Return how some texts are written in one way; None where in doubt."""
    found = question_forms(texts)
    return inferred_from(texts, found) if found else None


def infer_lessons(texts: Sequence[Scanned]) -> Inferred | None:
    """Return how lessons are written that ask in places of the same names; None where in doubt.

    Outside of these places hardly any line of the same form asks.
    """
    places = places_of_questions(texts)
    found = _joined(evidence for forms in places.values() for evidence in forms)
    if not found:
        return None
    forms = {evidence.form for evidence in found}
    asking = sum(each.asking for each in gather(texts) if each.form in forms)
    is_called = any(map(calls_for_checks, places))
    if not is_called and sum(each.count for each in found) < WITHIN * asking:
        return None
    spelt = {line.place.casefold(): line.place for text in texts for line in text.lines}
    return inferred_from(texts, found, tuple(spelt[place] for place in places))


def inferred_from(
    texts: Sequence[Scanned], found: Sequence[FormEvidence], within: tuple[str, ...] = ()
) -> Inferred:
    """Return how texts are written whose questions have some forms, `within` places or anywhere."""
    forms = {evidence.form for evidence in found}
    templates = [evidence.form.template for evidence in found]
    table: dict[str, object] = {}
    if within:
        table["topic"] = "file"
    else:
        chapter, topic = section_templates(texts, forms)
        table |= {k: v for k, v in (("chapter", chapter), ("topic", topic)) if v}
    table["question"] = templates[0] if len(templates) == 1 else templates
    if within:
        table["within"] = list(within)
    count = sum(evidence.count for evidence in found)
    if option := _option(found, count):
        table["option"] = option
    if answer := _answer(found, count, option):
        table["answer"] = answer
    numbered = sum(evidence.numbered for evidence in found)
    if numbered > RUNNING * count and sum(each.steps for each in found) < RUNNING * numbered:
        table["numbers"] = "free"
    return Inferred(table, count, is_named(found[0]))


def _joined(found: Iterable[FormEvidence]) -> list[FormEvidence]:
    """Return one evidence for each form, of all places, the strongest first."""
    joined: list[FormEvidence] = []
    for evidence in found:
        same = next((each for each in joined if each.form == evidence.form), None)
        if same:
            same.join(evidence)
        else:
            joined.append(evidence)
    return sorted(joined, key=strength, reverse=True)


def _option(found: Sequence[FormEvidence], count: int) -> str | list[str] | None:
    """Return the templates of options, the usual first; None where hardly any question has any."""
    options = sum((evidence.options for evidence in found), Counter[str]())
    if 2 * sum(evidence.choosing for evidence in found) < count:
        return None
    usual = [t for t, count in options.most_common() if count >= USUAL * options.total()]
    return usual[0] if len(usual) == 1 else usual


def _answer(
    found: Sequence[FormEvidence], count: int, option: str | list[str] | None
) -> str | list[str] | None:
    """Return how answers are written; None where questions have none of their own."""
    answers = sum((evidence.answers for evidence in found), Counter[str]())
    named = [template for template, _ in answers.most_common() if template]
    if named and answers[named[0]] >= MOST_ANSWERED * count:
        return named[0]
    is_summary = found[0].form.carrier is Carrier.SUMMARY
    folded = sum(evidence.folded for evidence in found)
    if not is_summary and folded >= MOST_ANSWERED * count:
        return "<details>"
    if option == CHECKBOX:
        return None
    if 2 * sum(evidence.posed for evidence in found) > count:
        return None
    followed = sum(evidence.followed or evidence.labelled for evidence in found)
    return "rest" if followed >= MOST_ANSWERED * count else None
