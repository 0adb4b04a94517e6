"""Rulings on pairs of questions, in which a maintainer overrules the judgement."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from curriculum_tools.likeness.judge import Judgement
from curriculum_tools.likeness.normalise import block_key, normalise
from curriculum_tools.likeness.pairs import JudgedPair
from curriculum_tools.likeness.wording import Verdict, Wording
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import QuestionRuling

RULED_SAME = 0.999  # below 1, the score of equal questions


class RuledPairs(NamedTuple):
    """The pairs that rulings leave, best first, and the rulings that match no two questions."""

    pairs: tuple[JudgedPair, ...]
    stale: tuple[QuestionRuling, ...]


def ruling_wording(text: str) -> Wording:
    """Return the question that a decisions file names: its text, then code on further lines."""
    first, _, rest = text.strip("\n").partition("\n")
    return Wording(first, (rest,) if rest.strip() else ())


def ruling_text(wording: Wording) -> str:
    """Return the text by which a decisions file names a question."""
    return "\n".join((wording.text, *(block.strip("\n") for block in wording.blocks)))


def ruling_key(wording: Wording) -> str:
    """Return a key that is equal for a question and for the ruling that names it."""
    # A decisions file cannot tell where one block ends and the next begins.
    lines = "\n".join([normalise(wording.text), *map(block_key, wording.blocks)]).split("\n")
    return "\n".join(line for line in lines if line.strip())


def ruling_keys(a: str, b: str) -> tuple[str, str]:
    """Return the sorted keys of a ruling on two questions."""
    first, second = sorted(ruling_key(ruling_wording(text)) for text in (a, b))
    return first, second


def question_ruling(a: str, b: str, *, same: bool) -> QuestionRuling:
    """Return a ruling on two questions, given as a decisions file names them."""
    return QuestionRuling(a=a, b=b, keys=ruling_keys(a, b), same=same)


def apply_rulings(
    pairs: Iterable[JudgedPair], wordings: Sequence[Wording], rulings: Rulings
) -> RuledPairs:
    """Drop the pairs ruled different, and add those ruled the same."""
    on_questions = rulings.of(QuestionRuling)
    if not on_questions:
        return RuledPairs(tuple(pairs), ())
    keys = [ruling_key(wording) for wording in wordings]
    places: dict[str, int] = {}
    for place, name in enumerate(keys):
        places.setdefault(name, place)
    same = {ruling.keys: ruling.same for ruling in on_questions}
    kept = [pair for pair in pairs if _names(keys, pair) not in same]
    stale = []
    for ruling in on_questions:
        a, b = (places.get(name) for name in ruling.keys)
        if a is None or b is None:
            stale.append(ruling)
        elif ruling.same and a != b:
            judgement = Judgement(
                RULED_SAME, Verdict.SAME, None, wordings[min(a, b)], wordings[max(a, b)]
            )
            kept.append(JudgedPair(min(a, b), max(a, b), judgement))
    kept.sort(key=lambda pair: (-pair.judgement.score, pair.a, pair.b))
    return RuledPairs(tuple(kept), tuple(stale))


def _names(keys: Sequence[str], pair: JudgedPair) -> tuple[str, str]:
    first, second = sorted((keys[pair.a], keys[pair.b]))
    return first, second
