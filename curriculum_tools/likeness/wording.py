"""The values of this room: a question's wording, and what was judged of two of them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.model.content import Question


class Verdict(StrEnum):
    """How alike two questions are, best first; `<` means "better than"."""

    SAME = "same"
    LIKELY = "likely"
    POSSIBLE = "possible"
    DIFFERENT = "different"

    @property
    def rank(self) -> int:
        """0 for `same` to 3 for `different`."""
        return _RANKS[self.value]

    def __lt__(self, other: str) -> bool:
        """Whether this verdict is the better one."""
        return self.rank < Verdict(other).rank

    def __le__(self, other: str) -> bool:
        """Whether this verdict is at least as good."""
        return self.rank <= Verdict(other).rank

    def __gt__(self, other: str) -> bool:
        """Whether this verdict is the worse one."""
        return self.rank > Verdict(other).rank

    def __ge__(self, other: str) -> bool:
        """Whether this verdict is at most as good."""
        return self.rank >= Verdict(other).rank


_RANKS = {verdict.value: rank for rank, verdict in enumerate(Verdict)}


class Wording(NamedTuple):
    """A question as it stands, with what hangs below it.

    Both are part of which question it is: "What is printed?" over two programs are two questions.
    """

    text: str
    blocks: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, blocks: Iterable[str] = ()) -> "Wording":
        """A wording whose blocks may come as any iterable."""
        return cls(text, tuple(blocks))


def wording_of(question: Question) -> Wording:
    """Return what a question asks; its answer is no part of which question it is."""
    options = "\n".join(option.text for option in question.options)
    blocks = (*(block.text for block in question.prompt), options)
    return Wording(question.text, tuple(filter(None, blocks)))
