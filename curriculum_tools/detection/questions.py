"""Which forms of line are those of questions, by the evidence for each."""

from collections.abc import Sequence

from curriculum_tools.detection.evidence import Evidence, gather, gather_by_place
from curriculum_tools.detection.scan import Text
from curriculum_tools.model.templates import Carrier

FEWEST = 8  # lines of a form that recurs
FEWEST_A_TEXT = 1.5  # lines of a form, on average
FEWEST_APART = 40  # where there are fewer in each
FEWEST_TEXTS = 3  # that have a place of one name
FEWEST_BESIDE = 2  # beside others of their form in the folder
#: Shares of the lines of a form, from which on each is enough; set on the samples and on texts
#: generated in all families (tests/detection).
CHOOSING = 0.7
LABELLED = 0.7
NAMED = 0.8
ASKING = 0.65
ITEMS_ASKING = 0.8  # of what may stand in any list
CALLED_ASKING = 0.5  # in files that are called questions
CALLED_ITEMS_ASKING = 0.6
FOLLOWED = 0.9  # by anything, where numbers alone speak for it
SOME_ASKING = 0.3  # where something else speaks for it
DISTINCT = 0.5  # of what is said, where nothing hangs below that could differ

_ITEMS = (Carrier.ITEM, Carrier.NUMBERED_ITEM)
_HEADINGS = (Carrier.HEADING, Carrier.LISTED_HEADING)


def question_forms(texts: Sequence[Text]) -> list[Evidence]:
    """Return the evidence for the forms of questions, the strongest first; empty where in doubt.

    Further forms are of the same carrier and level, or of both kinds of headings.
    """
    found = [evidence for evidence in gather(texts) if is_question(evidence)]
    found.sort(key=strength, reverse=True)
    return [each for each in found if _is_like(each, found[0])]


def is_question(evidence: Evidence) -> bool:
    """Tell whether the lines of a form are questions."""
    if 2 * evidence.entries > evidence.count or not recurs(evidence):
        return False
    share = evidence.share
    if share(evidence.choosing) >= CHOOSING or is_named(evidence):
        return True
    is_distinct = len(evidence.said) >= DISTINCT * evidence.count
    if not is_distinct:
        return False
    asking = share(evidence.asking)
    is_answered = max(share(evidence.labelled), share(evidence.choosing)) >= LABELLED
    if is_answered and asking >= SOME_ASKING:
        return True
    is_item = evidence.form.carrier in _ITEMS
    if 2 * evidence.called > evidence.count:
        return asking >= (CALLED_ITEMS_ASKING if is_item else CALLED_ASKING)
    return asking >= (ITEMS_ASKING if is_item else ASKING)


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


def places_of_questions(texts: Sequence[Text]) -> dict[str, list[Evidence]]:
    """Return the places within which alone lines ask, with the evidence for their forms.

    These are of one carrier, the strongest first.
    """
    found = {}
    for place, gathered in gather_by_place(texts).items():
        is_div = place.startswith(":::")
        asking = [each for each in gathered if is_question(each) or (is_div and is_solved(each))]
        if max((len(each.paths) for each in asking), default=0) >= FEWEST_TEXTS:
            found[place] = sorted(asking, key=strength, reverse=True)
    best = max((forms[0] for forms in found.values()), key=strength, default=None)
    if best is None:
        return {}
    alike = {place: [e for e in forms if _is_like(e, best)] for place, forms in found.items()}
    return {place: forms for place, forms in alike.items() if forms}


def is_solved(evidence: Evidence) -> bool:
    """Tell whether tasks in a div have solutions below them, whether or not they ask."""
    return recurs(evidence) and evidence.share(evidence.labelled) >= LABELLED


def recurs(evidence: Evidence) -> bool:
    """Tell whether a form has enough lines, and not by chance one in each of some files."""
    several = evidence.count >= FEWEST_A_TEXT * len(evidence.paths)
    return evidence.count >= (FEWEST if several else FEWEST_APART)


def _is_like(one: Evidence, other: Evidence) -> bool:
    """Tell whether both forms can be of one guide: headings of one level, or that say so."""
    form, strongest = one.form, other.form
    if form.carrier not in _HEADINGS or strongest.carrier not in _HEADINGS:
        both_items = form.carrier in _ITEMS and strongest.carrier in _ITEMS
        return both_items or form.carrier is strongest.carrier
    return form.level == strongest.level or (is_named(one) and is_named(other))


def is_named(evidence: Evidence) -> bool:
    """Tell whether words in front of the lines of a form say that they are questions."""
    return evidence.share(evidence.named) >= NAMED
