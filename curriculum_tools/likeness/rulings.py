"""Rulings on pairs of questions: a maintainer's word against the judgement."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from curriculum_tools.likeness.candidates import Pair
from curriculum_tools.likeness.judge import Judgement
from curriculum_tools.likeness.normalise import key
from curriculum_tools.likeness.wording import Verdict, Wording
from curriculum_tools.model.rulings import QuestionRuling, Rulings

RULED_SAME = 0.999  # below 1, which is for equal questions alone


class Ruled(NamedTuple):
    """Pairs after the rulings, best first, and the rulings that match no two questions."""

    pairs: tuple[Pair, ...]
    stale: tuple[QuestionRuling, ...]


def ruling_wording(text: str) -> Wording:
    """Give the question a decisions file names: its text, and code on the lines below it."""
    first, _, rest = text.strip("\n").partition("\n")
    return Wording(first, (rest,) if rest.strip() else ())


def ruling_text(wording: Wording) -> str:
    """Give the text by which a decisions file names a question."""
    return "\n".join((wording.text, *(block.strip("\n") for block in wording.blocks)))


def ruling_key(wording: Wording) -> str:
    """Give what is equal for a question and for the wording of a ruling that names it."""
    return _joined(key(wording))


def ruling_keys(a: str, b: str) -> tuple[str, str]:
    """Give the sorted keys of a ruling on two questions."""
    first, second = sorted(ruling_key(ruling_wording(text)) for text in (a, b))
    return first, second


def question_ruling(a: str, b: str, *, same: bool) -> QuestionRuling:
    """Give a ruling on two questions, as a decisions file would name them."""
    return QuestionRuling(a=a, b=b, keys=ruling_keys(a, b), same=same)


def apply_rulings(pairs: Iterable[Pair], wordings: Sequence[Wording], rulings: Rulings) -> Ruled:
    """Drop the pairs ruled different, and add those ruled the same."""
    on_questions = rulings.questions
    if not on_questions:
        return Ruled(tuple(pairs), ())
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
            kept.append(Pair(min(a, b), max(a, b), judgement))
    kept.sort(key=lambda pair: (-pair.judgement.score, pair.a, pair.b))
    return Ruled(tuple(kept), tuple(stale))


def _names(keys: Sequence[str], pair: Pair) -> tuple[str, str]:
    first, second = sorted((keys[pair.a], keys[pair.b]))
    return first, second


def _joined(name: str) -> str:
    """Make one block of several: a decisions file cannot tell where one ends."""
    return "\n".join(line for line in name.replace("\x1e", "\n").split("\n") if line.strip())
