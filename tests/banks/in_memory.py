"""The pairs of a bank as they are found in memory, and as a database finds them."""

from collections.abc import Sequence

from curriculum_tools.facts.bank_pair import BankQuestion
from curriculum_tools.likeness import Wording, find_pairs, weigh

Found = list[tuple[int, int, float, str, str | None]]


def found_in_memory(wordings: Sequence[Wording]) -> tuple[Found, int]:
    """Return places, score, verdict and guard of each pair, and how many were not compared."""
    found = find_pairs(wordings, weigh(wordings))
    pairs = [(p.a, p.b, p.judgement.score, p.judgement.verdict.value, p.judgement.guard)
             for p in found.pairs]  # fmt: skip
    return pairs, found.uncompared


def found_by(engine: str, wordings: Sequence[Wording]) -> tuple[Found, int]:
    """Return the same as a database finds it."""
    from curriculum_tools.store.banks.bank_pairs import bank_pairs

    questions = (BankQuestion("bank", n, None, each) for n, each in enumerate(wordings, 1))
    with bank_pairs(engine, questions) as found:
        pairs = [(p.a_place, p.b_place, p.score, p.verdict.value, p.guard) for p in found]
        return pairs, found.uncompared
