"""The structure of a guide as JSON, in the shape of schemas/guide.schema.json."""

from collections import Counter
from collections.abc import Iterable, Iterator
from operator import attrgetter

from curriculum_tools.facts.contents import ContentsEntry
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.held import held, is_topic
from curriculum_tools.facts.sections import sections_of
from curriculum_tools.model.config import Config, Platform
from curriculum_tools.model.content import (
    Block,
    BlockKind,
    Notes,
    NotesStatus,
    Option,
    Question,
    Section,
    Value,
)
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.json_writer import (
    Json,
    Object,
    Streamed,
    dialect_json,
    json_value,
    write_json,
)
from curriculum_tools.output.positions import position, start_and_end
from curriculum_tools.syntax.home import HOME

VERSION = 1


def render(guide: Guide, platform: Platform = Platform.GITHUB) -> Iterator[str]:
    """Yield a guide as `curriculum parse` prints it, a topic at a time.

    What its table of contents is depends on the anchors that a platform gives to headings.
    """
    facts = Facts(guide, Config(anchors=platform))
    front_matter = guide.front_matter
    loose = [c for c in guide.chapters if _holds_loose(guide, c)]
    chapters = (c for c in guide.chapters if c.is_headed or any(_topics(guide, c)) or not loose)
    return write_json(
        {
            "version": VERSION,
            "path": guide.path,
            "title": guide.title,
            "dialect": dialect_json(guide.dialect.read_as),
            "front_matter": None if front_matter is None else json_value(front_matter),
            "counts": _counts(guide),
            "contents": [_entry(guide.source, entry) for entry in facts.contents.entries],
            "blocks": _blocks(guide.source, guide.blocks),
            "questions": [question for chapter in loose for question in _loose(guide, chapter)],
            "chapters": (_chapter(guide, chapter) for chapter in chapters),
        }
    )


def _entry(source: Source, entry: ContentsEntry) -> Object:
    return {
        "text": entry.text,
        "number": entry.number.text if entry.number else None,
        "target": entry.target,
        **start_and_end(source, entry.span),
    }


def _counts(guide: Guide) -> Object:
    statuses = Counter(notes.status for topic in guide.topics for notes in topic.notes)
    return {
        **held(guide)._asdict(),
        "notes": {status.value: statuses[status] for status in NotesStatus},
    }


def _topics(guide: Guide, chapter: Section) -> Iterator[Section]:
    return (topic for topic in chapter.sections if is_topic(guide, topic))


def _loose(guide: Guide, chapter: Section) -> list[Json]:
    """Return the questions of a chapter that stand in no topic."""
    return [
        _question(guide.source, question)
        for topic in chapter.sections
        if not is_topic(guide, topic)
        for question in topic.questions
    ]


def _holds_loose(guide: Guide, chapter: Section) -> bool:
    return not chapter.is_headed and any(not is_topic(guide, t) for t in chapter.sections)


def _chapter(guide: Guide, chapter: Section) -> "dict[str, Streamed]":
    source = guide.source
    return {
        "number": chapter.number,
        "title": chapter.title,
        "start": position(source, chapter.span.start),
        "blocks": _blocks(source, chapter.blocks),
        "questions": _loose(guide, chapter) if chapter.is_headed else [],
        "topics": (_topic(guide, topic) for topic in _topics(guide, chapter)),
    }


def _topic(guide: Guide, topic: Section) -> Object:
    source = guide.source
    description = topic.description
    fields = guide.dialect.fields or HOME.fields  # the shape is one, whatever the dialect has
    listed = [spec.name for spec in fields if spec.takes_lists]
    blocks = [*topic.free_blocks, *(block for field in topic.fields for block in field.blocks)]
    blocks += _further_texts(topic, fields)
    return {
        "number": topic.number,
        "title": topic.title,
        **start_and_end(source, topic.span),
        "description": description.text if description else None,
        **{name: [_value(source, value) for value in topic.values(name)] for name in listed},
        "sections": [
            {"title": title.text, **start_and_end(source, title.span)}
            for title in sections_of(guide, topic)
        ],
        "questions": [_question(source, question) for question in topic.questions],
        "blocks": _blocks(source, sorted(blocks, key=attrgetter("span"))),
    }


def _further_texts(topic: Section, fields: Iterable[FieldSpec]) -> Iterator[Block]:
    """Yield what a field says beside its one text, as where it stands there twice."""
    for spec in fields:
        values = () if spec.takes_lists else topic.values(spec.name)[1:]
        yield from (Block(BlockKind.PARAGRAPH, value.text, value.span) for value in values)


def _value(source: Source, value: Value) -> Object:
    said: Object = {**value.as_json()}
    if isinstance(value, Notes):
        said = {"path": value.path, "status": value.status.value, "remark": value.remark}
        said["manner"] = value.manner
    return {**said, **start_and_end(source, value.span)}


def _question(source: Source, question: Question) -> Object:
    return {
        "number": question.number.text if question.number else None,
        "text": question.text,
        **start_and_end(source, question.span),
        "options": [_option(source, question, option) for option in question.options],
        "answer": _answer(source, question),
        "blocks": _blocks(source, question.blocks),
    }


def _option(source: Source, question: Question, option: Option) -> Object:
    answer = question.answer
    marks = question.options if answer.ticked or not answer.names else ()
    correct: bool | None = option.text in answer.ticked if marks else None
    if answer.names and option.label:
        correct = option.letter in answer.letters
    return {
        "label": option.label.text if option.label else None,
        "text": option.text,
        "correct": correct,
        **start_and_end(source, option.span),
    }


def _answer(source: Source, question: Question) -> "Object | None":
    answer = question.answer
    if not question.is_answered:
        return None
    text = "\n\n".join(block.text for block in answer.blocks)
    spans = [block.span for block in answer.blocks]
    start, end = (spans[0].start, spans[-1].end) if spans else answer.span
    return {
        "text": text,
        "names": list(answer.letters),
        "unfinished": answer.is_unfinished,
        **start_and_end(source, Span(start, end)),
    }


def _blocks(source: Source, blocks: Iterable[Block]) -> list[Json]:
    return [
        {"kind": block.kind.value, "text": block.text, **start_and_end(source, block.span)}
        for block in blocks
    ]
