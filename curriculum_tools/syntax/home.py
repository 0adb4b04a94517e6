"""The default dialect: `## 1. Chapter`, `### 1.1 Topic`, and fields as bullets with bold labels."""

import re
from collections.abc import Iterator
from dataclasses import replace

from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Field, Notes, Role, Section, Text
from curriculum_tools.model.dialect import Dialect, FieldSpec, HeadingForm, Recogniser, References
from curriculum_tools.model.leaves import Mark
from curriculum_tools.model.source import Piece
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.layout import below, indented, labelled
from curriculum_tools.syntax.notes import is_placeholder, rank_notes, read_notes, write_notes
from curriculum_tools.syntax.prerequisites import read_prerequisites
from curriculum_tools.syntax.questions import marked_text, write_question
from curriculum_tools.syntax.recognisers import block, bullets, heading, labelled_paragraph

_TOPIC_NUMBER = re.compile(
    r"(?:(?P<number>\d++(?:\.\d++)++)[.:)]?|(?P<single>\d++)[.:)])(?:\s+[–—-])?(?:\s+|$)"
)
_CHAPTER_NUMBER = re.compile(
    r"(?:chapter\s+(?P<number>\d+)[.:)]?|(?P<single>\d+)[.:)])(?:\s*[–—-])?(?:\s+|$)",
    re.IGNORECASE,
)
_DASH = re.compile(r"[–—-](?:\s|$)")


def _write_chapter(chapter: Section) -> str:
    return f"{chapter.number}. {_behind(chapter)}" if chapter.number else chapter.title


def _write_topic(topic: Section) -> str:
    if not topic.number:
        return topic.title
    mark = "" if "." in topic.number else "."
    return f"{topic.number}{mark} {_behind(topic)}"


def _behind(section: Section) -> str:
    """Return a title as it stands behind a number; a dash at its head needs one before it."""
    return f"- {section.title}" if _DASH.match(section.title) else section.title


def _read_text(pieces: list[Piece], marks: list[Mark]) -> Iterator[Text]:
    text = marked_text(pieces, marks)
    if text:
        yield text


def _write_texts(spec: FieldSpec, field: Field) -> Iterator[str]:
    """Yield a bullet for each text of a field."""
    texts = [value.text for value in field.values] or ([""] if field.blocks else [])
    for text in texts:
        yield f"- **{spec.labels[0]}**: {text}".rstrip()
    yield from indented(below(field.blocks), 2)


def write_items(spec: FieldSpec, field: Field) -> Iterator[str]:
    """Yield a bullet for all items of a field, parted by commas."""
    items = ", ".join(value.text for value in field.values)
    yield from labelled(spec.labels[0], items, field.blocks)


DESCRIPTION = FieldSpec(
    name="description",
    item="description",
    counted="descriptions",
    labels=("Description",),
    value=Text,
    read=_read_text,
    write=_write_texts,
    is_text=True,
    takes_lists=False,
    references=References.TEXT,
    expected=True,
)
PREREQUISITES = FieldSpec(
    name="prerequisites",
    item="prerequisite",
    counted="prerequisites",
    labels=("Prerequisites", "Prerequisite"),
    value=Text,
    read=read_prerequisites,
    write=write_items,
    is_text=True,
    references=References.NAMES,
)
#: Only in data files: what a topic teaches, by whose names others may build on it.
TEACHES = PREREQUISITES._replace(name="concepts", item="concept", labels=("Concepts",))
NOTES = FieldSpec(
    name="notes",
    item="notes",
    counted="notes",
    labels=("Path to detailed notes",),
    value=Notes,
    read=read_notes,
    write=write_notes,
    is_placeholder=is_placeholder,
    rank=rank_notes,
    repeatable=True,
    expected=True,
)
QUESTIONS = FieldSpec(
    name="questions",
    item="question",
    counted="questions",
    labels=("Questions", "Interview questions", "Study questions"),
    value=Text,
    read=_read_text,
    write=write_items,
    expected=True,
    takes_lists=False,
    holds_questions=True,
)

#: The default dialect.
HOME = Dialect(
    recognisers=(
        Recogniser("heading", heading),
        Recogniser("bullets", bullets),
        Recogniser("labelled paragraph", labelled_paragraph),
        Recogniser("block", block),
    ),
    headings=(
        HeadingForm(Role.CHAPTER, 2, _CHAPTER_NUMBER, _write_chapter),
        HeadingForm(Role.TOPIC, 3, _TOPIC_NUMBER, _write_topic),
    ),
    fields=(DESCRIPTION, PREREQUISITES, NOTES, QUESTIONS),
    write_question=write_question,
)


def dialect_of(config: Config, templates: Templates | None = None) -> Dialect:
    """Return the dialect of the guides for which a config holds.

    `templates` are those of one file, where the config has others for it than for most.
    """
    dialect = HOME.with_labels(config.labels)
    templates = templates or config.templates
    return replace(dialect, templates=templates) if templates else dialect
