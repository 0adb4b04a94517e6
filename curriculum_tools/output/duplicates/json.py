"""The format `json`: duplicate questions, in the shape of schemas/duplicates.schema.json."""

from collections.abc import Iterable, Iterator

from curriculum_tools.facts.duplicates import Duplicates, PlacedQuestion
from curriculum_tools.likeness import EmbeddingModel, JudgedPair, Judgement
from curriculum_tools.output.json_writer import (
    Object,
    OneLine,
    write_json,
    write_json_lines,
)
from curriculum_tools.output.style import Style

VERSION = 1


def render(found: Duplicates, _style: Style) -> Iterator[str]:
    """Yield the report; each pair, cluster and ruling stands on one line."""
    words = sorted({word for crowded in found.crowded for word in crowded.words})
    return write_json(
        {
            "version": VERSION,
            "pairs": (OneLine(_pair(found, pair)) for pair in found.pairs),
            "clusters": (
                OneLine(
                    {
                        "keep": _place(found.questions[cluster.keep]),
                        "members": [_place(found.questions[member]) for member in cluster.members],
                    }
                )
                for cluster in found.clusters
            ),
            "stale_rulings": (
                OneLine(
                    {"path": ruling.path, "line": ruling.line, "questions": [ruling.a, ruling.b]}
                )
                for ruling in found.stale_rulings
            ),
            "uncompared": OneLine({"pairs": found.uncompared, "words": [*words]}),
            "semantic": OneLine(_model(found.model)) if found.model else None,
        }
    )


def render_judgements(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Yield a line of JSON for each pair that was given to be judged."""
    return write_json_lines(
        {
            "score": _score(judgement),
            "verdict": judgement.verdict.value,
            "guard": judgement.guard,
        }
        for judgement in judgements
    )


def _model(model: EmbeddingModel) -> Object:
    return {"model": model.name, "package": model.package, "version": model.version}


def _pair(found: Duplicates, pair: JudgedPair) -> Object:
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


def _question(placed: PlacedQuestion) -> Object:
    return {
        **_place(placed),
        "topic": placed.topic.number,
        "topic_title": placed.topic.title,
        "text": placed.question.text,
    }


def _place(placed: PlacedQuestion) -> Object:
    return {"path": placed.guide.path, "line": placed.line}
