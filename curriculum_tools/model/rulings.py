"""What maintainers have decided, once, so that they are not asked again."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class QuestionRuling(NamedTuple):
    """Whether two questions are the same; keyed by their words, not by where they stand.

    `a` and `b` are as written in the decisions file, `keys` normalised and sorted. `line` is
    where the ruling stands in its file, from 1.
    """

    a: str
    b: str
    keys: tuple[str, str]
    same: bool
    reason: str
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Rulings:
    """The rulings of one or several decisions files."""

    questions: tuple[QuestionRuling, ...] = ()

    def __iter__(self) -> Iterator[QuestionRuling]:
        """Go through the rulings in their order."""
        return iter(self.questions)
