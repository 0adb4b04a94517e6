"""A guide as a short text: one line a node, with its place and its text."""

import json
from collections.abc import Iterable, Iterator

from curriculum_tools.model.content import Block, Field, Notes, Question, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span


def outline(guide: Guide) -> str:
    """Give the outline of a guide; nodes stand in the order of their places."""
    return "".join(f"{line}\n" for line in _Outline(guide.source).guide(guide))


class _Outline:
    """The lines of an outline; a child stands two blanks to the right of its parent."""

    def __init__(self, source: Source) -> None:
        self.source = source

    def guide(self, guide: Guide) -> Iterator[str]:
        if guide.front_matter_span:
            values = json.dumps(guide.front_matter, ensure_ascii=False)
            yield f"front matter {self.at(guide.front_matter_span)} {values}"
        for fault in guide.faults:
            yield f"fault {self.at(fault.span)} {fault.message}"
        yield f"title {_quoted(guide.title)}"
        for block in guide.blocks:
            yield self.block(block)
        for chapter in guide.chapters:
            yield from self.chapter(chapter)

    def chapter(self, chapter: Section) -> Iterator[str]:
        title = _quoted(chapter.title if chapter.is_headed else None)
        yield f"chapter {chapter.number} {title} {self.at(chapter.span)}"
        for block in chapter.blocks:
            yield f"  {self.block(block)}"
        for topic in chapter.sections:
            yield from self.topic(topic)

    def topic(self, topic: Section) -> Iterator[str]:
        yield f"  topic {topic.number} {_quoted(topic.title)} {self.at(topic.heading.title.span)}"
        nodes: list[Field | Block] = [*topic.fields, *topic.free_blocks]
        for node in sorted(nodes, key=lambda node: node.span):
            if isinstance(node, Block):
                yield f"    {self.block(node)}"
            else:
                questions = topic.questions_in(node)
                yield from (f"    {line}" for line in self.field(node, questions))

    def field(self, field: Field, questions: Iterable[Question]) -> Iterator[str]:
        label = f" {_quoted(field.label.text)}" if field.label else ""
        yield f"{field.name}{label} {self.at(field.span)}"
        for text in field.texts:
            yield f"  text {self.at(text.span)} {_quoted(text.text)}"
        yield from (f"  {self.notes(notes)}" for notes in field.notes)
        for question in questions:
            yield from self.question(question)
        yield from (f"  {self.block(block)}" for block in field.blocks)

    def notes(self, notes: Notes) -> str:
        remark = f" remark {_quoted(notes.remark)}" if notes.remark else ""
        return f"{notes.status} {self.at(notes.span)} {notes.path}{remark}"

    def question(self, question: Question) -> Iterator[str]:
        yield f"  question {self.at(question.span)} {_quoted(question.text)}"
        for block in question.blocks:
            yield f"    {_part(question, block)} {self.block(block)}"
        yield from (f"    ticked {_quoted(text)}" for text in question.answer.ticked)

    def block(self, block: Block) -> str:
        label = f" label {_quoted(block.label.text)}" if block.label else ""
        return f"{block.kind} {self.at(block.span)}{label} {_quoted(block.text)}"

    def at(self, span: Span) -> str:
        start, end = self.source.position(span.start), self.source.position(span.end)
        last = f"{end.column}" if start.line == end.line else f"{end.line}:{end.column}"
        return f"{start.line}:{start.column}-{last}"


def _part(question: Question, block: Block) -> str:
    """Tell what of a question one of its blocks is."""
    parts = {"prompt": question.prompt, "answer": question.answer.blocks}
    return next((name for name, blocks in parts.items() if _holds(blocks, block)), "options")


def _holds(blocks: Iterable[Block], block: Block) -> bool:
    return any(each is block for each in blocks)


def _quoted(text: str | None) -> str:
    return json.dumps(text, ensure_ascii=False)
