"""Which forms of line are those of questions, by the evidence for each."""

from collections import Counter
from collections.abc import Iterable, Sequence

from curriculum_tools.detection.evidence import Evidence, gather
from curriculum_tools.detection.forms import Form
from curriculum_tools.detection.scan import Line
from curriculum_tools.model.templates import Carrier

FEWEST = 8  # lines of a form that recurs
FEWEST_TEXTS = 3  # that have a place of one name
FEWEST_BESIDE = 2  # beside others of their form in the folder
#: Shares of the lines of a form, from which on each is enough; set on the samples and on texts
#: generated in all families (tests/detection).
CHOOSING = 0.7
LABELLED = 0.7
NAMED = 0.8
ASKING = 0.65
ITEMS_ASKING = 0.8  # of what may stand in any list
FOLLOWED = 0.9  # by anything, where numbers alone speak for it
SOME_ASKING = 0.3  # where something else speaks for it
DISTINCT = 0.5  # of what is said, where nothing hangs below that could differ

_ITEMS = (Carrier.ITEM, Carrier.NUMBERED_ITEM)
_HEADINGS = (Carrier.HEADING, Carrier.LISTED_HEADING)


def question_forms(texts: Sequence[Sequence[Line]]) -> list[Evidence]:
    """Return the evidence for the forms of questions, the strongest first; empty where in doubt.

    Further forms are of the same carrier and level, or of both kinds of headings.
    """
    found = [evidence for evidence in gather(texts) if is_question(evidence)]
    found.sort(key=strength, reverse=True)
    return [each for each in found if _is_like(each.form, found[0].form)]


def is_question(evidence: Evidence) -> bool:
    """Tell whether the lines of a form are questions."""
    if evidence.count < FEWEST or 2 * evidence.entries > evidence.count:
        return False
    share = evidence.share
    if share(evidence.choosing) >= CHOOSING or share(evidence.named) >= NAMED:
        return True
    is_distinct = len(evidence.said) >= DISTINCT * evidence.count
    if not is_distinct:
        return False
    asking = share(evidence.asking)
    is_answered = max(share(evidence.labelled), share(evidence.choosing)) >= LABELLED
    if is_answered and asking >= SOME_ASKING:
        return True
    return asking >= (ITEMS_ASKING if evidence.form.carrier in _ITEMS else ASKING)


def is_beside(evidence: Evidence, *, is_numbered: bool = False) -> bool:
    """Tell whether the lines of a form are questions, given that others in their folder are.

    Some are enough that ask or have options; where the form `is_numbered` it is enough that all
    have something below them.
    """
    share = evidence.share
    if is_numbered:
        has_number = "{n}" in evidence.form.template and evidence.form.carrier not in _ITEMS
        is_enough = evidence.count >= FEWEST and share(evidence.followed) >= FOLLOWED
        return has_number and is_enough
    asking = max(share(evidence.asking), share(evidence.choosing), share(evidence.named))
    return evidence.count >= FEWEST_BESIDE and asking >= ITEMS_ASKING


def strength(evidence: Evidence) -> float:
    """Return how much speaks for a form, by which the strongest is chosen."""
    return evidence.asking + 2 * evidence.choosing + evidence.labelled + evidence.named


def places_of_questions(texts: Sequence[Sequence[Line]]) -> list[tuple[str, Evidence]]:
    """Return the places within which alone a form asks, each with its evidence."""
    found = []
    for place in _places(texts):
        inside = [each for each in gather(texts, place) if is_question(each) or _is_solved(each)]
        if inside:
            found.append((place, max(inside, key=strength)))
    found.sort(key=lambda pair: strength(pair[1]), reverse=True)
    return [pair for pair in found if pair[1].form == found[0][1].form]


def _is_solved(evidence: Evidence) -> bool:
    """Tell whether tasks in a div have solutions below them, whether or not they ask."""
    return evidence.count >= FEWEST and evidence.share(evidence.labelled) >= LABELLED


def _places(texts: Iterable[Sequence[Line]]) -> list[str]:
    """Return the places that several texts have, in their order."""
    counts: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for lines in texts:
        places = {line.place.casefold(): line.place for line in lines if line.place}
        counts.update(places.keys())
        spelt = {**places, **spelt}
    return [spelt[place] for place, count in counts.items() if count >= FEWEST_TEXTS]


def _is_like(form: Form, other: Form) -> bool:
    both_headings = form.carrier in _HEADINGS and other.carrier in _HEADINGS
    return form.level == other.level and (form.carrier is other.carrier or both_headings)
