"""The format `json` of `decide --list`, in the shape of schemas/decide.schema.json."""

from collections.abc import Iterator

from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.style import Style
from curriculum_tools.versions.deciding.open_item import ItemSide, OpenItem, Reply
from curriculum_tools.versions.deciding.open_list import OpenInGuide, OpenList

VERSION = 1


def render(found: OpenList, _style: Style) -> Iterator[str]:
    """Yield the list, a guide at a time."""
    return write_json({"version": VERSION, "guides": (_guide(guide) for guide in found.guides)})


def _guide(guide: OpenInGuide) -> Object:
    return {
        "guide": guide.guide,
        "decisions": guide.decisions,
        "open": len(guide.items),
        "items": [_item(item) for item in guide.items],
    }


def _item(item: OpenItem) -> Object:
    return {
        "id": item.id,
        "kind": item.kind.value,
        "title": item.title,
        "why": item.why,
        "chapter": item.chapter,
        "sides": [_side(side) for side in item.sides],
        "answers": [_answer(answer) for answer in item.answers],
    }


def _side(side: ItemSide) -> Object:
    return {
        "text": side.text,
        "label": side.label,
        "source": side.source,
        "line": side.line,
        "number": side.number,
        "topic": side.topic.said.title if side.topic else None,
    }


def _answer(answer: Reply) -> Object:
    return {
        "key": answer.key,
        "label": answer.label,
        "rulings": decisions_yaml(answer.rulings),
        "needs_reason": answer.needs_reason,
        "needs_wording": answer.needs_wording,
    }
