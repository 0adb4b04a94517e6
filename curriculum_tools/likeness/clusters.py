"""Clusters of questions that ask the same: one is kept, the others can go."""

from collections.abc import Iterable
from typing import NamedTuple

from curriculum_tools.likeness.pairs import JudgedPair
from curriculum_tools.likeness.wording import Verdict


class QuestionCluster(NamedTuple):
    """Questions that ask the same, by their places in the sequence; `keep` is a member."""

    keep: int
    members: tuple[int, ...]


def clusters(pairs: Iterable[JudgedPair]) -> tuple[QuestionCluster, ...]:
    """Return clusters joined by `same` and `likely` pairs, by the place of the kept question.

    Chaining alone never joins: each member is at least `possible` to the one that is kept. The
    question with the most such pairs is kept first; what it cannot take is clustered again.
    """
    pairs = list(pairs)
    copies: dict[int, list[int]] = {}
    for a, b, judgement in pairs:
        if judgement.score == 1.0:  # equal questions stay together
            copies.setdefault(a, []).append(b)
    near: dict[int, set[int]] = {place: set() for place in copies}
    joined: dict[int, set[int]] = {place: set() for place in copies}
    for a, b, judgement in pairs:
        if judgement.score < 1.0 and judgement.verdict <= Verdict.POSSIBLE:
            _link(near, a, b)
            if judgement.verdict <= Verdict.LIKELY:
                _link(joined, a, b)
    found: list[QuestionCluster] = []
    left = set(joined)
    for keep in sorted(joined, key=lambda place: (-len(joined[place]), place)):
        if keep in left:
            firsts = _reached(keep, joined, near[keep] & left | {keep})
            members = sorted([*firsts, *(copy for one in firsts for copy in copies.get(one, ()))])
            if len(members) > 1:
                found.append(QuestionCluster(keep, tuple(members)))
                left -= firsts
    return tuple(sorted(found))


def _link(links: dict[int, set[int]], a: int, b: int) -> None:
    links.setdefault(a, set()).add(b)
    links.setdefault(b, set()).add(a)


def _reached(start: int, joined: dict[int, set[int]], allowed: set[int]) -> set[int]:
    """Return the places that `start` reaches by joins, among those allowed."""
    reached = {start}
    edge = [start]
    while edge:
        for place in joined[edge.pop()] & allowed - reached:
            reached.add(place)
            edge.append(place)
    return reached
