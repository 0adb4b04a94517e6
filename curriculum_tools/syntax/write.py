"""Writing a guide from what it says, in its dialect; reading it back gives the same content."""

import re
from collections.abc import Iterator

from curriculum_tools.model.content import Role, Section, Text
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.syntax.layout import apart
from curriculum_tools.syntax.questions import write_questions_field
from curriculum_tools.syntax.write_page import write_page

_CLOSING = re.compile(r"(?:^|\s)#+$")


def write_guide(guide: Section, front_matter: Text | None, dialect: Dialect) -> str:
    """Return a guide as Markdown; lines end with LF."""
    if dialect.templates:
        return write_page(guide, front_matter, dialect.templates)
    lines: list[str] = []
    if front_matter:
        lines += ["---", *front_matter.text.split("\n"), "---", ""]
    if guide.is_headed:
        lines += [_heading(1, guide.title), ""]
    lines += apart(guide.blocks)
    for chapter in guide.sections:
        lines += _chapter(chapter, dialect)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join([*lines, ""]) if lines else ""


def _chapter(chapter: Section, dialect: Dialect) -> Iterator[str]:
    if chapter.is_headed:
        form = dialect.heading_of(Role.CHAPTER)
        yield _heading(form.level, form.write(chapter))
        yield ""
    yield from apart(chapter.blocks)
    for topic in chapter.sections:
        yield from _topic(topic, dialect)


def _topic(topic: Section, dialect: Dialect) -> Iterator[str]:
    form = dialect.heading_of(Role.TOPIC)
    yield _heading(form.level, form.write(topic))
    if topic.lead:
        yield ""
        yield from apart(topic.lead)
    fields = [*_fields(topic, dialect)]
    yield from fields
    if fields or not topic.lead:
        yield ""
    yield from apart(topic.blocks)


def _fields(topic: Section, dialect: Dialect) -> Iterator[str]:
    for spec in dialect.fields:
        field = topic.field(spec.name)
        if spec.holds_questions:
            yield from write_questions_field(spec, field, topic.questions, dialect.write_question)
        elif not field.says_nothing:
            yield from spec.write(spec, field)


def _heading(level: int, text: str) -> str:
    """Write a heading; `C #` is closed once more, for its own mark would be taken for that."""
    closed = " #" if _CLOSING.search(text) else ""
    return f"{'#' * level} {text}{closed}".rstrip()
