"""The format `json`: what changed, in the shape of schemas/diff.schema.json."""

from collections.abc import Iterator

from curriculum_tools.output.json_writer import Json, Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.diff.changes import Change, Difference, SaidOrder, Side
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidQuestion,
    SaidTopic,
)


def render(difference: Difference, _style: Style) -> Iterator[str]:
    """Yield the summary and the changes, a change at a time."""
    summary: Object = {what: dict(counts) for what, counts in difference.summary.items()}
    return write_json(
        {
            "version": 1,
            "before": difference.before.name,
            "after": difference.after.name,
            "summary": summary,
            "changes": (_change(change) for change in difference.changes),
        }
    )


def _change(change: Change) -> Object:
    confidence = change.confidence
    return {
        "kind": change.kind.value,
        "before": _side(change.before),
        "after": _side(change.after),
        "confidence": None if confidence is None else round(confidence, 4),
    }


def _side(side: Side | None) -> Json:
    if side is None:
        return None
    value = {**_said(side), "line": side.said.line}
    if side.topic:
        value["topic"] = {"number": side.topic.number, "title": side.topic.title}
    if side.chapter:
        value["chapter"] = {"number": side.chapter.number, "title": side.chapter.title}
    return value


def _said(side: Side) -> Object:
    said = side.said
    match said:
        case SaidTopic():
            held = {"questions": len(said.questions), "notes": len(said.notes)}
            return {"number": said.number, "title": said.title, **held}
        case SaidChapter():
            return {"number": said.number, "title": said.title, "topics": len(said.topics)}
        case SaidNotes():
            return {"path": said.path, "status": said.status.value, "remark": said.remark}
        case SaidQuestion():
            return {"text": said.text, "blocks": [_block(block) for block in said.blocks]}
        case SaidBlock():
            return _block(said)
        case SaidOrder():
            return {"names": list(said.names)}
    return {"text": said.text}


def _block(block: SaidBlock) -> Object:
    return {"kind": block.kind.value, "text": block.text}
