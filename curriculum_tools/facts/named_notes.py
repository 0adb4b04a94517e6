"""The references to notes that a guide makes."""

from collections.abc import Iterator

from curriculum_tools.model.content import Notes, NotesStatus, Section
from curriculum_tools.model.guide import Guide

REFERENCES = {NotesStatus.WRITTEN, NotesStatus.COVERED}


def named_notes(guide: Guide) -> Iterator[tuple[Section, Notes]]:
    """Yield all notes that are named, planned ones too, each with its topic."""
    return ((topic, notes) for topic in guide.topics for notes in topic.notes)


def references(guide: Guide) -> Iterator[tuple[Section, Notes]]:
    """Yield the notes that must be there: written ones, and those that cover another topic."""
    return (pair for pair in named_notes(guide) if pair[1].status in REFERENCES)
