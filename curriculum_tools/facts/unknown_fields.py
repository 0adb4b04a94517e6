"""Bullets with a bold label that is no field, and which field each is probably meant to be."""

from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import NamedTuple

from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Section, Text
from curriculum_tools.model.dialect import fold_label
from curriculum_tools.model.guide import Guide
from curriculum_tools.syntax.spelling import closest

# "Quesitons" is .89 like "Questions", "Overview questions" .86 like "Interview questions", and
# "Suggestions" .80 like "Questions".
MISSPELT = 0.88
ALIKE = 0.82
LONGEST_LABEL = 60  # what is longer is a sentence in bold


class UnknownField(NamedTuple):
    """A labelled bullet that is no field; `meant` is the field whose label is like its own.

    `name` is how the guide writes that field's label. `is_sure` says that the label is a mere
    misspelling of it and that the topic has no such field yet; `is_plain`, that it is not bold.
    """

    topic: Section
    label: Text
    meant: str | None = None
    name: str | None = None
    is_sure: bool = False
    is_plain: bool = False


def unknown_fields(guide: Guide, config: Config) -> Sequence[UnknownField]:
    """Give the unknown fields of a guide in the order of the text."""
    reader = _LabelReader(guide, config)
    return [unknown for topic in guide.topics for unknown in reader.read(topic)]


class _LabelReader:
    """Reads labels, each wording once."""

    def __init__(self, guide: Guide, config: Config) -> None:
        self._guide = guide
        self._own_labels = config.labels
        self._labels = guide.dialect.labels
        self._nearest_of: dict[str, tuple[str | None, float]] = {}

    def read(self, topic: Section) -> Iterator[UnknownField]:
        present = {field.name for field in topic.fields}
        for block in topic.free_blocks:
            if block.label:
                yield self._read_label(topic, block.label, present)

    def _read_label(self, topic: Section, label: Text, present: set[str]) -> UnknownField:
        folded = fold_label(label.text)
        if folded in self._labels:  # else it would be a field
            return UnknownField(topic, label, self._labels[folded], label.text, True, is_plain=True)
        if folded not in self._nearest_of:
            self._nearest_of[folded] = self._nearest(folded)
        known, ratio = self._nearest_of[folded]
        kind = self._labels[known] if known else None
        if kind is None or (kind in present and ratio < ALIKE):
            return UnknownField(topic, label)
        is_sure = ratio >= MISSPELT and kind not in present
        return UnknownField(topic, label, kind, self._names[kind], is_sure)

    def _nearest(self, label: str) -> tuple[str | None, float]:
        """Give the known label that is most like a label, and how like it is."""
        if len(label) > LONGEST_LABEL:
            return None, 0.0
        close = closest(label, self._labels, ALIKE)
        if close:
            return close, SequenceMatcher(None, close, label).ratio()
        return next((known for known in self._labels if _shares_words(label, known)), None), 0.0

    @cached_property
    def _names(self) -> Mapping[str, str]:
        """The label of each field as the guide first writes it, else as the config does."""
        names = {
            spec.name: (self._own_labels.get(spec.name) or spec.labels)[0]
            for spec in self._guide.dialect.fields
        }
        return {**names, **dict(_labels_in_use(self._guide))}


def _shares_words(label: str, known: str) -> bool:
    """Tell whether a label says more, or less, than a known one: "Review questions"."""
    words, known_words = set(label.split()), set(known.split())
    return known.split()[-1] in words and (words < known_words or known_words < words)


def _labels_in_use(guide: Guide) -> Iterator[tuple[str, str]]:
    for topic in reversed(guide.topics):
        for field in reversed(topic.fields):
            if field.label:
                yield field.name, field.label.text
