"""Questions of a bank, which may be too many for memory, and pairs and clusters of them."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.likeness import JudgedPair, Judgement, Verdict, Wording, clusters


class BankQuestion(NamedTuple):
    """A question of a bank: its file, its line or row from 1, its own name if it has one."""

    path: str
    line: int
    id: str | None
    wording: Wording


class BankPair(NamedTuple):
    """Two questions of a bank by their places, from 0, and the judgement on them."""

    a_place: int
    b_place: int
    a: BankQuestion
    b: BankQuestion
    score: float
    verdict: Verdict
    guard: str | None


class BankCluster(NamedTuple):
    """Questions of a bank that ask the same; `keep` is a member."""

    keep: BankQuestion
    members: tuple[BankQuestion, ...]


def bank_clusters(pairs: Iterable[BankPair]) -> list[BankCluster]:
    """Return the clusters of pairs, as `likeness.clusters` makes them; texts are left out."""
    none = Wording("")
    places: dict[int, BankQuestion] = {}

    def judged() -> Iterator[JudgedPair]:
        for pair in pairs:
            for place, question in ((pair.a_place, pair.a), (pair.b_place, pair.b)):
                places.setdefault(place, question._replace(wording=none))
            judgement = Judgement(pair.score, pair.verdict, pair.guard, none, none)
            yield JudgedPair(pair.a_place, pair.b_place, judgement)

    return [
        BankCluster(places[found.keep], tuple(places[member] for member in found.members))
        for found in clusters(judged())
    ]
