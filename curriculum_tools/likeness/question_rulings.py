"""Rulings on pairs of questions, in which a maintainer overrules the judgement."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from curriculum_tools.likeness.normalise import block_key, normalise
from curriculum_tools.likeness.pairs import JudgedPair
from curriculum_tools.likeness.wording import Wording
from curriculum_tools.model.ruling_list import Rulings

if TYPE_CHECKING:  # few guides have rulings, and there are many kinds of them
    from curriculum_tools.model.rulings import QuestionRuling


class RuledPairs(NamedTuple):
    """The pairs that rulings leave, best first, and the rulings that match no two questions."""

    pairs: tuple[JudgedPair, ...]
    stale: "tuple[QuestionRuling, ...]"


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


def question_ruling(a: str, b: str, *, same: bool, wording: str | None = None) -> "QuestionRuling":
    """Return a ruling on two questions, given as a decisions file names them."""
    from curriculum_tools.model.rulings import QuestionRuling

    return QuestionRuling(a=a, b=b, keys=ruling_keys(a, b), same=same, wording=wording)


def apply_rulings(
    pairs: Iterable[JudgedPair], wordings: Sequence[Wording], rulings: Rulings
) -> RuledPairs:
    """Drop the pairs that are ruled on: nobody is asked about them again.

    What is ruled of one of several wordings that are ruled the same is ruled of all.
    """
    if not rulings.all:
        return RuledPairs(tuple(pairs), ())
    from curriculum_tools.model.rulings import QuestionRuling

    on_questions = rulings.of(QuestionRuling)
    keys = [ruling_key(wording) for wording in wordings]
    known = set(keys)
    is_ruled = ruled_keys(on_questions)
    return RuledPairs(
        tuple(pair for pair in pairs if not is_ruled(keys[pair.a], keys[pair.b])),
        tuple(ruling for ruling in on_questions if not known.issuperset(ruling.keys)),
    )


def ruled_keys(on_questions: "Sequence[QuestionRuling]") -> Callable[[str, str], bool]:
    """Return what tells whether two questions, by their keys, were ruled on."""
    one_of = _joined(ruling.keys for ruling in on_questions if ruling.same)
    ruled = {frozenset(one_of.get(name, name) for name in ruling.keys) for ruling in on_questions}

    def is_ruled(a: str, b: str) -> bool:
        return frozenset((one_of.get(a, a), one_of.get(b, b))) in ruled

    return is_ruled


def _joined(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return for each name the first of all that it is joined with, directly or by others."""
    groups: dict[str, frozenset[str]] = {}
    for a, b in pairs:
        both = groups.get(a, frozenset([a])) | groups.get(b, frozenset([b]))
        groups.update(dict.fromkeys(both, both))
    return {name: min(group) for name, group in groups.items()}
