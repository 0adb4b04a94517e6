"""The bold labels of fields, and the placeholders that stand for notes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from curriculum_tools.model.guide import FieldKind
from curriculum_tools.syntax.blocks import BLANKS

DEFAULT_LABELS: dict[FieldKind, tuple[str, ...]] = {
    FieldKind.DESCRIPTION: ("Description",),
    FieldKind.PREREQUISITES: ("Prerequisites", "Prerequisite"),
    FieldKind.NOTES: ("Path to detailed notes",),
    FieldKind.QUESTIONS: ("Questions", "Interview questions", "Study questions"),
}

_NO_LABEL = re.compile(r"[*_:\n]")
_BOLD_MARKS = ("**", "__")


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
    """Give the bold label that a line begins with; its colon stands inside or after the marks."""
    mark = line[:2]
    close = line.find(mark, 2) if mark in _BOLD_MARKS else -1
    if close < 0:
        return None
    inner = line[2:close].rstrip()
    label = inner.removesuffix(":").strip()
    if not label or _NO_LABEL.search(label):
        return None
    start = 2 + inner.index(label)
    after = line[close + 2 :].lstrip(BLANKS)
    has_colon_after = after.startswith(":")
    value_start = len(line) - len(after) + 1 if has_colon_after else close + 2
    has_colon = has_colon_after or inner.endswith(":")
    return BoldLabel(label, start, start + len(label), value_start, has_colon)


def _fold(label: str) -> str:
    return " ".join(label.casefold().split())
