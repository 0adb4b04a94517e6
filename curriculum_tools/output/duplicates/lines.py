"""Pairs and clusters of a bank as JSON Lines, in the shape of schemas/bank-*.schema.json."""

from collections.abc import Iterable, Iterator

from curriculum_tools.facts.bank_pair import BankCluster, BankPair, BankQuestion
from curriculum_tools.output.json_writer import Object, write_json_lines


def render_pairs(pairs: Iterable[BankPair]) -> Iterator[str]:
    """Yield a line for each pair."""
    return write_json_lines(
        {
            "a": {**_place(pair.a), "text": pair.a.wording.text},
            "b": {**_place(pair.b), "text": pair.b.wording.text},
            "score": round(pair.score, 4),
            "verdict": pair.verdict.value,
            "guard": pair.guard,
        }
        for pair in pairs
    )


def render_clusters(clusters: Iterable[BankCluster]) -> Iterator[str]:
    """Yield a line for each cluster."""
    return write_json_lines(
        {"keep": _place(each.keep), "members": [_place(member) for member in each.members]}
        for each in clusters
    )


def _place(question: BankQuestion) -> Object:
    return {"path": question.path, "line": question.line, "id": question.id}
