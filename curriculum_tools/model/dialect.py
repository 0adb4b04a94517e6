"""How a guide writes what it says: a dialect, whose forms each read and write one kind of thing."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, NamedTuple

from curriculum_tools.model.content import Field, Question, Role, Section, Value
from curriculum_tools.model.leaves import Mark
from curriculum_tools.model.read_as import DEFAULT, ReadAs
from curriculum_tools.model.source import Piece
from curriculum_tools.model.templates import Templates

#: Yields the values in the lines of a field, and marks their leaves.
ReadValues = Callable[[list[Piece], list[Mark]], Iterator[Value]]
#: Yields the lines of a field that has values or blocks, without indentation.
WriteField = Callable[["FieldSpec", Field], Iterator[str]]
#: Ranks a value among those of other versions, the best lowest; asks whether a file is there.
RankValue = Callable[[Value, Callable[[str], bool]], int]


class References(StrEnum):
    """What in a field names other topics by their numbers, and follows them to new ones."""

    NONE = "none"
    TEXT = "text"  # as prose does: "see 3.2"
    NAMES = "names"  # each value is a name, which may be a bare number


class FieldSpec(NamedTuple):
    """Everything that is particular to one field of topics.

    A field has values, or `holds_questions`: then its questions are the topic's. All its values
    are one text to compare (`is_text`), or each stands by itself.
    """

    name: str  # what configs, JSON and locks call it
    item: str  # what locks and reports call one of its values
    counted: str  # what a summary of changes calls its values
    labels: tuple[str, ...]  # the first is the one that is written
    value: type[Value]
    read: ReadValues
    write: WriteField
    is_text: bool = False
    takes_lists: bool = True  # the items of a list below it are values
    references: References = References.NONE
    is_placeholder: Callable[[str], bool] | None = None  # tells a text that is it without a label
    rank: RankValue | None = None
    repeatable: bool = False  # in one topic
    expected: bool = False  # where most topics have it, the others lack it
    holds_questions: bool = False

    @property
    def is_listed(self) -> bool:
        """Whether its values stand each by itself."""
        return not (self.is_text or self.holds_questions)


class Recogniser(NamedTuple):
    """Claims the blocks of one kind; `claims` takes a reader and a block, and tells whether."""

    name: str
    claims: Callable[[Any, Any], bool]


class HeadingForm(NamedTuple):
    """How the headings of one kind of section are written.

    `number` matches the number and what parts it from the title, at the start of a heading's text;
    one of its groups is the number itself.
    """

    role: Role
    level: int
    number: re.Pattern[str]
    write: Callable[[Section], str]


@dataclass(frozen=True)
class Dialect:
    """How a family of guides writes chapters, topics, fields and questions.

    A block is what the first of the `recognisers` that claims it makes of it; a dialect with
    `templates` is read by these. The `fields` are in their usual order.
    """

    recognisers: tuple[Recogniser, ...]
    headings: tuple[HeadingForm, ...]
    fields: tuple[FieldSpec, ...]
    write_question: Callable[[Question], Iterable[str]]
    templates: Templates | None = None

    @property
    def read_as(self) -> ReadAs:
        """How guides are read by it, as reports say it."""
        templates = self.templates
        if not templates:
            return DEFAULT
        kinds = (templates.chapters, templates.topics, templates.questions)
        texts = (tuple(template.text for template in kind) for kind in kinds)
        return ReadAs("detected" if templates.is_detected else "config", *texts)

    def heading_of(self, role: Role) -> HeadingForm:
        """Return the form of the headings of a kind of section."""
        return next(form for form in self.headings if form.role is role)

    def spec(self, name: str) -> FieldSpec:
        """Return the field of a name; raises KeyError where there is none."""
        return self._specs[name]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the fields in their usual order."""
        return tuple(self._specs)

    @cached_property
    def _specs(self) -> Mapping[str, FieldSpec]:
        return {spec.name: spec for spec in self.fields}

    def field_held(self, text: str) -> FieldSpec | None:
        """Return the field whose placeholder a text without a label is."""
        return next((s for s in self.fields if s.is_placeholder and s.is_placeholder(text)), None)

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The name of the field for each label, folded."""
        return {fold_label(label): spec.name for spec in self.fields for label in spec.labels}

    def field_labelled(self, label: str) -> FieldSpec | None:
        """Return the field that a label names, in whatever case it is written."""
        name = self.labels.get(fold_label(label))
        return self._specs[name] if name else None

    def with_labels(self, more: Mapping[str, tuple[str, ...]]) -> "Dialect":
        """Return the dialect with more labels for some fields, which no other field keeps."""
        if not more:
            return self
        claimed = {fold_label(label) for labels in more.values() for label in labels}

        def labelled(spec: FieldSpec) -> FieldSpec:
            kept = (label for label in spec.labels if fold_label(label) not in claimed)
            return spec._replace(labels=(*kept, *more.get(spec.name, ())))

        return replace(self, fields=tuple(map(labelled, self.fields)))


def fold_label(label: str) -> str:
    """Return a label without regard to case and blanks, as labels are compared."""
    return " ".join(label.casefold().split())
