"""The structure of a guide as JSON, in the shape of schemas/guide.schema.json."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter

from curriculum_tools.model.guide import (
    Block,
    Chapter,
    Guide,
    Notes,
    NotesStatus,
    Question,
    Text,
    Topic,
)
from curriculum_tools.model.source import Source
from curriculum_tools.output.json_writer import Json, Object, Streamed, json_value, write_json
from curriculum_tools.output.positions import position, start_and_end

VERSION = 1


def render(guide: Guide) -> Iterator[str]:
    """Yield a guide as `curriculum parse` prints it, a topic at a time."""
    front_matter = guide.front_matter
    return write_json(
        {
            "version": VERSION,
            "path": guide.path,
            "title": guide.title,
            "front_matter": None if front_matter is None else json_value(front_matter),
            "counts": _counts(guide),
            "blocks": _blocks(guide.source, guide.blocks),
            "chapters": (_chapter(guide.source, chapter) for chapter in guide.chapters),
        }
    )


def _counts(guide: Guide) -> Object:
    statuses = Counter(notes.status for topic in guide.topics for notes in topic.notes)
    return {
        "chapters": len(guide.chapters),
        "topics": len(guide.topics),
        "questions": len(guide.questions),
        "notes": {status.value: statuses[status] for status in NotesStatus},
    }


def _chapter(source: Source, chapter: Chapter) -> "dict[str, Streamed]":
    return {
        "number": chapter.number,
        "title": chapter.title,
        "start": position(source, chapter.span.start),
        "blocks": _blocks(source, chapter.blocks),
        "topics": (_topic(source, topic) for topic in chapter.topics),
    }


def _topic(source: Source, topic: Topic) -> Object:
    description = topic.description
    blocks = [*topic.blocks, *(block for field in topic.fields for block in field.blocks)]
    return {
        "number": topic.number,
        "title": topic.title,
        **start_and_end(source, topic.span),
        "description": description.text if description else None,
        "prerequisites": [_text(source, name) for name in topic.prerequisites],
        "notes": [_notes(source, notes) for notes in topic.notes],
        "questions": [_question(source, question) for question in topic.questions],
        "blocks": _blocks(source, sorted(blocks, key=attrgetter("span"))),
    }


def _text(source: Source, text: Text) -> Object:
    return {"text": text.text, **start_and_end(source, text.span)}


def _notes(source: Source, notes: Notes) -> Object:
    return {
        "path": notes.path,
        "status": notes.status.value,
        "remark": notes.remark,
        **start_and_end(source, notes.span),
    }


def _question(source: Source, question: Question) -> Object:
    return {
        "text": question.text,
        **start_and_end(source, question.span),
        "blocks": _blocks(source, question.blocks),
    }


def _blocks(source: Source, blocks: Iterable[Block]) -> list[Json]:
    return [
        {"kind": block.kind.value, "text": block.text, **start_and_end(source, block.span)}
        for block in blocks
    ]
