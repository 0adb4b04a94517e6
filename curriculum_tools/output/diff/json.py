"""The format `json`: what changed, in the shape of schemas/diff.schema.json."""

from collections.abc import Iterator

from curriculum_tools.model.content import Block, Notes, Question, Role, Section
from curriculum_tools.output.json_writer import Json, Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.syntax.questions import blocks_of
from curriculum_tools.versions.diff.changes import Change, Difference, Order, Side
from curriculum_tools.versions.version import Version


def render(difference: Difference, _style: Style) -> Iterator[str]:
    """Yield the summary and the changes, a change at a time."""
    summary: Object = {what: dict(counts) for what, counts in difference.summary.items()}
    return write_json(
        {
            "version": 1,
            "before": difference.before.name,
            "after": difference.after.name,
            "summary": summary,
            "changes": (_change(change, difference) for change in difference.changes),
        }
    )


def _change(change: Change, difference: Difference) -> Object:
    confidence = change.confidence
    return {
        "kind": str(change.kind),
        "before": _side(change.before, difference.before),
        "after": _side(change.after, difference.after),
        "confidence": None if confidence is None else round(confidence, 4),
    }


def _side(side: Side | None, version: Version) -> Json:
    if side is None:
        return None
    first = side.said.first if isinstance(side.said, Order) else side.said
    value = {**_said(side), "line": version.line_of(first)}
    if side.topic:
        value["topic"] = {"number": side.topic.number, "title": side.topic.title}
    if side.chapter:
        value["chapter"] = {"number": side.chapter.number, "title": side.chapter.title}
    return value


def _said(side: Side) -> Object:
    said = side.said
    match said:
        case Section(role=Role.TOPIC):
            held = {"questions": len(said.questions), "notes": len(said.notes)}
            return {"number": said.number, "title": said.title, **held}
        case Section():
            return {"number": said.number, "title": said.title, "topics": len(said.sections)}
        case Notes():
            return {"path": said.path, "status": said.status.value, "remark": said.remark}
        case Question():
            named: Object = {"letters": list(said.answer.letters)} if said.answer.letters else {}
            blocks: list[Json] = [_block(block) for block in blocks_of(said)]
            return {"text": said.text, "blocks": blocks, **named}
        case Block():
            return _block(said)
        case Order():
            return {"names": list(said.names)}
    return {"text": said.text}


def _block(block: Block) -> Object:
    return {"kind": block.kind.value, "text": block.text}
