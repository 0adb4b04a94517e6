"""Which forms of line are those of questions, by the evidence for each."""

from collections.abc import Sequence

from curriculum_tools.detection.evidence import FormEvidence, gather, gather_by_place
from curriculum_tools.detection.scan import Scanned
from curriculum_tools.model.templates import Carrier

FEWEST = 8  # lines of a form that recurs
FEWEST_A_TEXT = 1.5  # lines of a form, on average
FEWEST_APART = 40  # where there are fewer in each
FEWEST_TEXTS = 3  # that have a place of one name
USUAL_PLACE = 0.2  # of the questions in the place that has most
FEWEST_BESIDE = 2  # beside others of their form in the folder
#: Shares of the lines of a form, from which on each is enough; set on the samples and on texts
#: generated in all families (tests/detection).
CHOOSING = 0.7
LABELLED = 0.7
NAMED = 0.8
ASKING = 0.8
EXPECTED_ASKING = 0.5  # in files that are called questions, or where answers stand below
EXPECTED_ITEMS_ASKING = 0.6  # which may stand in any list
FOLLOWED = 0.9  # by anything, where numbers alone speak for it
SOME_ASKING = 0.3  # where something else speaks for it
DISTINCT = 0.5  # of what is said, where nothing hangs below that could differ

_ITEMS = (Carrier.ITEM, Carrier.NUMBERED_ITEM)
_HEADINGS = (Carrier.HEADING, Carrier.LISTED_HEADING)


def question_forms(texts: Sequence[Scanned]) -> list[FormEvidence]:
    """Return the evidence for the forms of questions, the strongest first; empty where in doubt.

    Further forms are of the same carrier and level, or of both kinds of headings. Those that are
    named count together, because authors write "Question 5" in one place and "Question 6:" in
    another.
    """
    gathered = gather(texts)
    found = [evidence for evidence in gathered if is_question(evidence)]
    named = sorted(filter(is_named, gathered), key=strength, reverse=True)
    alike = [each for each in named if _is_like(each, named[0])]
    if sum(each.count for each in alike) >= FEWEST:
        found += [each for each in alike if each not in found]
    found.sort(key=strength, reverse=True)
    return [each for each in found if _is_like(each, found[0])]


def is_question(evidence: FormEvidence) -> bool:
    """Tell whether the lines of a form are questions."""
    if 2 * evidence.entries > evidence.count or not recurs(evidence):
        return False
    if is_named(evidence):
        return True
    share = evidence.share
    asking = _asking(evidence)
    if share(evidence.choosing) >= CHOOSING and (_is_called(evidence) or asking >= SOME_ASKING):
        return True
    if len(evidence.said) < DISTINCT * evidence.count:
        return False
    if share(evidence.labelled) >= LABELLED and asking >= SOME_ASKING:
        return True
    if not _is_expected(evidence):
        return asking >= ASKING
    is_item = evidence.form.carrier in _ITEMS
    return asking >= (EXPECTED_ITEMS_ASKING if is_item else EXPECTED_ASKING)


def _asking(evidence: FormEvidence) -> float:
    """Return the share of the lines that ask; where questions are expected, of those that may."""
    return evidence.share(evidence.maybe_asking if _is_expected(evidence) else evidence.asking)


def _is_expected(evidence: FormEvidence) -> bool:
    """Tell whether questions are expected: by the names of files, or as answers stand below."""
    answered = max(evidence.labelled, evidence.folded, evidence.choosing)
    return _is_called(evidence) or evidence.share(answered) >= LABELLED


def _is_called(evidence: FormEvidence) -> bool:
    return 2 * evidence.called > evidence.count


def is_beside(evidence: FormEvidence) -> bool:
    """Tell whether the lines of a form are questions, given that others in their folder are.

    Where there are few, nearly all must ask or have options; else half of them, or most must have
    answers.
    """
    share = evidence.share
    asking = max(_asking(evidence), share(evidence.choosing), share(evidence.named))
    if evidence.count >= FEWEST:
        answered = max(evidence.labelled, evidence.folded)
        return asking >= EXPECTED_ASKING or share(answered) >= LABELLED
    is_enough = evidence.count >= FEWEST_BESIDE or evidence.named > 0
    return is_enough and asking >= ASKING


def is_numbered(evidence: FormEvidence) -> bool:
    """Tell whether the lines of a form count up, and nearly all have something below them."""
    counts = "{n}" in evidence.form.template and evidence.form.carrier not in _ITEMS
    is_run = min(evidence.share(evidence.followed), evidence.share(evidence.steps)) >= FOLLOWED
    return counts and is_run and evidence.count >= FEWEST


def strength(evidence: FormEvidence) -> float:
    """Return how much speaks for a form, by which the strongest is chosen."""
    asking = evidence.count * _asking(evidence)
    return asking + 2 * evidence.choosing + evidence.labelled + evidence.named


def places_of_questions(texts: Sequence[Scanned]) -> dict[str, list[FormEvidence]]:
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
    counts = {place: sum(e.count for e in forms) for place, forms in alike.items()}
    fewest = USUAL_PLACE * max(counts.values())
    return {place: forms for place, forms in alike.items() if counts[place] >= max(fewest, 1)}


def is_solved(evidence: FormEvidence) -> bool:
    """Tell whether tasks in a div have solutions below them, whether or not they ask."""
    return recurs(evidence) and evidence.share(evidence.labelled) >= LABELLED


def recurs(evidence: FormEvidence) -> bool:
    """Tell whether a form has enough lines, and not by chance one in each of some files."""
    several = evidence.count >= FEWEST_A_TEXT * len(evidence.paths)
    return evidence.count >= (FEWEST if several else FEWEST_APART)


def _is_like(one: FormEvidence, other: FormEvidence) -> bool:
    """Tell whether both forms can be of one guide: headings of one level, or that say so."""
    form, strongest = one.form, other.form
    if form.carrier not in _HEADINGS or strongest.carrier not in _HEADINGS:
        both_items = form.carrier in _ITEMS and strongest.carrier in _ITEMS
        return both_items or form.carrier is strongest.carrier
    return form.level == strongest.level or (is_named(one) and is_named(other))


def is_named(evidence: FormEvidence) -> bool:
    """Tell whether words in front of the lines of a form say that they are questions."""
    return evidence.share(evidence.named) >= NAMED
