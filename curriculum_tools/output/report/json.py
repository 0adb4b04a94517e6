"""The format `json`: the figures of a report, in the shape of schemas/report.schema.json."""

from collections.abc import Iterator
from dataclasses import asdict

from curriculum_tools.facts.cycles import cyclic_components
from curriculum_tools.facts.prerequisites import graph_of
from curriculum_tools.likeness import Verdict
from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import GuideReport
from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.report.gathered import (
    Gathered,
    GatheredCurriculum,
    HistoryPoint,
    PrerequisiteGraph,
)
from curriculum_tools.output.style import Style
from curriculum_tools.versions.deciding.open_items import open_items
from curriculum_tools.versions.index import Index


def render(gathered: Gathered, _style: Style) -> Iterator[str]:
    """Yield the figures; what they count is told by the other commands."""
    found = gathered.duplicates
    verdicts = [pair.judgement.verdict for pair in found.pairs] if found else []
    judged: Object = {each: verdicts.count(each) for each in (Verdict.SAME, Verdict.LIKELY)}
    history = gathered.history
    return write_json(
        {
            "version": 1,
            "guides": [_guide(guide) for guide in gathered.lint.guides_read],
            "curricula": [_curriculum(curriculum) for curriculum in gathered.curricula],
            "others": [
                {"name": guides.name, **_coverage(guides.index)} for guides in gathered.others
            ],
            "duplicates": judged,
            "prerequisites": [_prerequisites(graph) for graph in gathered.prerequisites],
            "history": None if history is None else [_point(point) for point in history],
        }
    )


def _guide(guide: GuideReport) -> Object:
    severities = [finding.severity for finding in guide.findings]
    return {
        "path": guide.path,
        "chapters": guide.chapters,
        "topics": guide.topics,
        "questions": guide.questions,
        "findings": {each.value: severities.count(each) for each in Severity},
    }


def _curriculum(curriculum: GatheredCurriculum) -> Object:
    merged = curriculum.merge.merged if curriculum.merge else None
    said: Object = {
        "name": curriculum.name,
        "versions": list(curriculum.versions),
        "error": curriculum.why_not or None,
        "to_decide": None,
        "settled": None,
        "differences": [
            {
                "before": each.before.name,
                "after": each.after.name,
                "changes": len(each.changes),
            }
            for each in curriculum.differences
        ],
    }
    if merged:
        said["to_decide"] = len(open_items(merged))
        said["settled"] = len(merged.conflicts) - len(merged.open_conflicts)
    return said | (_coverage(curriculum.index) if curriculum.index else {})


def _coverage(index: Index) -> Object:
    chapters: list[Object] = [
        {
            "number": chapter.number,
            "title": chapter.title,
            "questions": chapter.questions,
            "coverage": asdict(chapter.coverage),
        }
        for chapter in index.chapters
    ]
    return {
        "title": index.title,
        "questions": index.questions,
        "coverage": asdict(index.coverage),
        "chapters": [*chapters],
    }


def _prerequisites(graph: PrerequisiteGraph) -> Object:
    edges = tuple(dict.fromkeys(graph_of(graph.prerequisites)))
    return {
        "path": graph.name,
        "arrows": len(edges),
        "cycles": len(cyclic_components(edges)),
        "unknown": sum(not each.is_known for each in graph.prerequisites),
    }


def _point(point: HistoryPoint) -> Object:
    return {
        "commit": point.commit,
        "day": point.day,
        "subject": point.subject,
        **point.counts._asdict(),
    }
