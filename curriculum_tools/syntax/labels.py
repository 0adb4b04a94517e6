"""The bold labels of fields, and the placeholders that stand for notes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from curriculum_tools.model.guide import FieldKind

DEFAULT_LABELS: dict[FieldKind, tuple[str, ...]] = {
    FieldKind.DESCRIPTION: ("Description",),
    FieldKind.PREREQUISITES: ("Prerequisites", "Prerequisite"),
    FieldKind.NOTES: ("Path to detailed notes",),
    FieldKind.QUESTIONS: ("Questions", "Interview questions", "Study questions"),
}

_BOLD_LABEL = re.compile(
    r"(?P<mark>\*\*|__)[ \t]*(?P<label>[^*_:\n]*[^*_:\s])[ \t]*(?P<inner>:?)[ \t]*(?P=mark)"
    r"(?P<space>[ \t]*)(?P<outer>:?)"
)


@dataclass(frozen=True, slots=True)
class BoldLabel:
    """A bold label at the head of a text: where it stands, and where its value begins."""

    text: str
    start: int
    end: int
    value_start: int
    has_colon: bool


@dataclass(frozen=True, slots=True)
class Labels:
    """Which labels name which field; `kinds` maps a folded label to its kind."""

    kinds: Mapping[str, FieldKind]

    @classmethod
    def of(cls, more: Mapping[FieldKind, tuple[str, ...]] | None = None) -> "Labels":
        """Give the usual labels, and more where a config has more."""
        tables = [DEFAULT_LABELS, more or {}]
        return cls(
            {_fold(label): kind for table in tables for kind in table for label in table[kind]}
        )

    def kind_of(self, label: str) -> FieldKind | None:
        """Give the kind of field that a label names, in whatever case it is written."""
        return self.kinds.get(_fold(label))


def bold_label(line: str) -> BoldLabel | None:
    """Give the bold label that a line begins with; its colon may stand inside or after the marks."""
    match = _BOLD_LABEL.match(line)
    if match is None:
        return None
    has_colon = bool(match["inner"] or match["outer"])
    value_start = match.end() if match["outer"] else match.start("space")
    return BoldLabel(
        match["label"], match.start("label"), match.end("label"), value_start, has_colon
    )


def _fold(label: str) -> str:
    return " ".join(label.casefold().split())
