"""The kinds of fields; in a file of its own, for a config is read without a guide."""

from enum import StrEnum


class FieldKind(StrEnum):
    """The fields a topic may have, in their usual order."""

    DESCRIPTION = "description"
    PREREQUISITES = "prerequisites"
    NOTES = "notes"
    QUESTIONS = "questions"
