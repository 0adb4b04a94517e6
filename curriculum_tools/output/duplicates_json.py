"""Duplicate questions as JSON, and judged pairs as JSON Lines."""

import json
from collections.abc import Iterable, Iterator

from curriculum_tools.facts.duplicates import Duplicates, PlacedQuestion
from curriculum_tools.likeness import JudgedPair, Judgement
from curriculum_tools.output.harmless import harmless_json


def duplicates_json(found: Duplicates) -> Iterator[str]:
    """Give the report, a pair at a time."""
    yield '{\n  "version": 1,\n  "pairs": ['
    yield from _listed(_pair(found, pair) for pair in found.pairs)
    yield '],\n  "clusters": ['
    yield from _listed(
        {
            "keep": _place(found.questions[cluster.keep]),
            "members": [_place(found.questions[member]) for member in cluster.members],
        }
        for cluster in found.clusters
    )
    yield '],\n  "stale_rulings": ['
    yield from _listed(
        {"path": ruling.path, "line": ruling.line, "questions": [ruling.a, ruling.b]}
        for ruling in found.stale_rulings
    )
    words = sorted({word for crowded in found.crowded for word in crowded.words})
    uncompared = {"pairs": found.uncompared, "words": words}
    yield f'],\n  "uncompared": {_dump(uncompared)}\n}}\n'


def judgements_jsonl(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Give one line for each judged pair."""
    for judgement in judgements:
        values = {
            "score": _score(judgement),
            "verdict": judgement.verdict.value,
            "guard": judgement.guard,
        }
        yield _dump(values) + "\n"


def _listed(values: Iterable[object]) -> Iterator[str]:
    separator = "\n    "
    for value in values:
        yield separator + _dump(value)
        separator = ",\n    "
    if separator.startswith(","):
        yield "\n  "


def _pair(found: Duplicates, pair: JudgedPair) -> dict[str, object]:
    judgement = pair.judgement
    return {
        "a": _question(found.questions[pair.a]),
        "b": _question(found.questions[pair.b]),
        "score": _score(judgement),
        "verdict": judgement.verdict.value,
        "differs": [list(runs) for runs in judgement.differs],
        "guard": judgement.guard,
    }


def _score(judgement: Judgement) -> float:
    return round(judgement.score, 4)


def _question(placed: PlacedQuestion) -> dict[str, object]:
    return {
        **_place(placed),
        "topic": placed.topic.number,
        "topic_title": placed.topic.title,
        "text": placed.question.text,
    }


def _place(placed: PlacedQuestion) -> dict[str, object]:
    return {"path": placed.guide.path, "line": placed.line}


def _dump(value: object) -> str:
    return harmless_json(json.dumps(value, ensure_ascii=False))
