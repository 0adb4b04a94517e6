"""The format `json`: the report of a merge, in the shape of schemas/merge.schema.json."""

from collections.abc import Iterator

from curriculum_tools.output.json_writer import Object, Streamed, write_json
from curriculum_tools.output.merge.absent import names_of_absent
from curriculum_tools.output.style import Style
from curriculum_tools.versions.deciding.open_items import open_items
from curriculum_tools.versions.merge.result import (
    Absent,
    Conflict,
    MergedChapter,
    MergedQuestion,
    MergedTopic,
    MergeReport,
    Origin,
    ReviewItem,
)
from curriculum_tools.versions.observations.placed import fingerprint

VERSION = 1


def render(report: MergeReport, _style: Style) -> Iterator[str]:
    """Yield the report, an entry at a time."""
    merged = report.merged
    counts = merged.accounting.counts
    accounting: Object = dict(counts())
    accounting["by_kind"] = {kind: dict(counts(kind)) for kind in merged.accounting.kinds}
    topics = [topic for chapter in merged.chapters for topic in chapter.topics]
    value: dict[str, Streamed] = {
        "version": VERSION,
        "output": report.output,
        **({"lock_repaired": True} if report.is_repaired else {}),
        "open": len(open_items(merged)),
        "news": [
            {
                "source": news.source,
                "new": dict(news.new),
                "gone": dict(news.gone),
                "is_added": news.is_added,
            }
            for news in report.news
        ],
        "sources": [
            {"name": version.name, "sha256": fingerprint(version)}
            for version in merged.versions.items
        ],
        "chapters": (_chapter(chapter) for chapter in merged.chapters),
        "topics": (_topic(topic) for topic in topics if merged.guide.is_named(topic.said)),
        "questions": (
            _question(topic, question) for topic in topics for question in topic.questions
        ),
        "conflicts": (_conflict(conflict) for conflict in merged.conflicts),
        "review": (_review(item) for item in merged.review),
        "absent": (_absent(absent) for absent in merged.absent),
        "stale_rulings": [
            {
                "path": stale.ruling.path,
                "line": stale.ruling.line,
                "ruling": str(stale.ruling),
                "missing": stale.missing,
                "nearest": stale.nearest,
            }
            for stale in merged.stale
        ],
        "accounting": accounting,
    }
    return write_json(value)


def _chapter(chapter: MergedChapter) -> Object:
    return {
        "number": chapter.said.number,
        "title": chapter.said.title,
        "from": [
            {"source": origin.source, "number": origin.number, "line": origin.line}
            for origin in chapter.origins
        ],
    }


def _topic(topic: MergedTopic) -> Object:
    return {
        "number": topic.said.number,
        "title": topic.said.title,
        "from": [_origin(origin) for origin in topic.origins],
        "confidence": round(topic.confidence, 4),
    }


def _origin(origin: Origin) -> Object:
    return {
        "source": origin.source,
        "number": origin.number,
        "title": origin.title,
        "line": origin.line,
    }


def _question(topic: MergedTopic, question: MergedQuestion) -> Object:
    number = question.said.number
    return {
        "topic": topic.said.number,
        **({"number": number.text} if number else {}),
        "text": question.said.text,
        "from": [
            {
                "source": origin.source,
                "topic": origin.topic,
                "line": origin.line,
                "text": origin.text,
                "fold": origin.fold.value,
            }
            for origin in question.origins
        ],
    }


def _conflict(conflict: Conflict) -> Object:
    return {
        "kind": conflict.kind,
        "topic": conflict.number,
        "title": conflict.title,
        "options": [
            {"value": option.value, "from": list(option.sources)} for option in conflict.options
        ],
        "chosen": conflict.chosen,
        "by": conflict.by.value,
        "open": conflict.is_open,
    }


def _review(item: ReviewItem) -> Object:
    return {
        "kind": item.kind,
        "confidence": round(item.confidence, 4),
        "members": [
            {
                "source": member.source,
                "line": member.line,
                "number": member.number,
                "text": member.text,
            }
            for member in item.members
        ],
    }


def _absent(absent: Absent) -> Object:
    return {
        "chapter": absent.chapter.said.number,
        "title": absent.chapter.said.title,
        "topics": list(names_of_absent(absent)),
    }
