"""The references to notes that a guide makes, and what stands in their place."""

from collections.abc import Iterator

from curriculum_tools.model.content import Block, BlockKind, Field, Notes, NotesStatus, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.notes import QUOTES

REFERENCES = {NotesStatus.WRITTEN, NotesStatus.COVERED}


def named_notes(guide: Guide) -> Iterator[tuple[Section, Notes]]:
    """Yield all notes that are named, planned ones too, each with its topic."""
    return ((topic, notes) for topic in guide.topics for notes in topic.notes)


def references(guide: Guide) -> Iterator[tuple[Section, Notes]]:
    """Yield the notes that must be there: written ones, and those that cover another topic."""
    return (pair for pair in named_notes(guide) if pair[1].status in REFERENCES)


def is_quoted(notes: Notes, source: Source) -> bool:
    """Tell whether a path stands in quotes, where back-ticks are usual, and in no HTML tag."""
    before, after = notes.span.start - 1, notes.span.end
    around = source.text[before : before + 1], source.text[after : after + 1]
    return all(mark and mark in QUOTES for mark in around) and source.text[before - 1] != "="


def without_path(field: Field) -> Iterator[Block]:
    """Yield the texts below a label for notes that are no path: all items, else the first text."""
    if field.name == "notes" and field.label:
        items = [block for block in field.blocks if block.kind is BlockKind.LIST]
        yield from items or (() if field.values else field.blocks[:1])
