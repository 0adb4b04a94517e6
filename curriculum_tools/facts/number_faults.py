"""What can be wrong with the number of a heading."""

from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.model.content import Heading
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.number_style import NumberStyle


class NumberFaultKind(StrEnum):
    """What can be wrong with a number; each kind is one rule."""

    DUPLICATE = "duplicate-number"
    SKIPPED = "skipped-number"
    OUT_OF_ORDER = "number-out-of-order"
    WRONG_CHAPTER = "wrong-chapter-number"
    MISSING = "missing-number"


class NumberFault(NamedTuple):
    """A chapter, topic, sub-heading or question whose number is wrong.

    `what` is "chapter", "topic", "sub-heading" or "question". `expected` is the number it should
    have, in the `style` of its kind, where that can be told; `is_sure` says that its place leaves
    no other. `first` is the heading that has the same number. `skipped` are the first and last of
    the numbers that are nowhere. `home` is what it stands in, such as "chapter 8", where its number
    is one of another; `last` is the last of all that stand there, where none has a right number.
    `before` and `after` are its neighbours.
    """

    kind: NumberFaultKind
    what: str
    heading: Heading
    style: NumberStyle
    expected: str | None = None
    is_sure: bool = False
    first: Heading | None = None
    skipped: tuple[str, str] | None = None
    last: Heading | None = None
    home: str | None = None
    before: Heading | None = None
    after: Heading | None = None

    @property
    def advice(self) -> str | None:
        """The number it should have, and why; None where that cannot be told."""
        if self.expected is None:
            return None
        above = self.before.number.text if self.before and self.before.number else None
        below = self.after.number.text if self.after and self.after.number else None
        if above and below:
            return f"should be {self.expected}: it stands between {above} and {below}"
        if above or below:
            side = f"after {above}" if above else f"before {below}"
            return f"should be {self.expected}: it stands {side}"
        return f"should be {self.expected}"

    @property
    def number(self) -> str | None:
        """The number as printed."""
        return self.heading.number.text if self.heading.number else None

    @property
    def span(self) -> Span:
        """The number's span; the title's where there is no number."""
        return (self.heading.number or self.heading.title).span
