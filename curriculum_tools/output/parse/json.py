"""The structure of a guide as JSON, in the shape of schemas/guide.schema.json."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter

from curriculum_tools.model.content import Block, Notes, NotesStatus, Question, Section, Value
from curriculum_tools.model.guide import Guide
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
            "chapters": (_chapter(guide, chapter) for chapter in guide.chapters),
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


def _chapter(guide: Guide, chapter: Section) -> "dict[str, Streamed]":
    source = guide.source
    return {
        "number": chapter.number,
        "title": chapter.title,
        "start": position(source, chapter.span.start),
        "blocks": _blocks(source, chapter.blocks),
        "topics": (_topic(guide, topic) for topic in chapter.sections),
    }


def _topic(guide: Guide, topic: Section) -> Object:
    source = guide.source
    description = topic.description
    listed = [spec.name for spec in guide.dialect.fields if spec.takes_lists]
    blocks = [*topic.free_blocks, *(block for field in topic.fields for block in field.blocks)]
    return {
        "number": topic.number,
        "title": topic.title,
        **start_and_end(source, topic.span),
        "description": description.text if description else None,
        **{name: [_value(source, value) for value in topic.values(name)] for name in listed},
        "questions": [_question(source, question) for question in topic.questions],
        "blocks": _blocks(source, sorted(blocks, key=attrgetter("span"))),
    }


def _value(source: Source, value: Value) -> Object:
    said: Object = {**value.as_json()}
    if isinstance(value, Notes):
        said = {"path": value.path, "status": value.status.value, "remark": value.remark}
    return {**said, **start_and_end(source, value.span)}


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
