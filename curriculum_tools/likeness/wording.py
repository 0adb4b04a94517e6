"""A question's wording, and the verdict on two of them."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

from curriculum_tools.likeness.layout import without_layout
from curriculum_tools.model.content import Block, BlockKind, Question


class Verdict(StrEnum):
    """How alike two questions are, most alike first; `<` means "more alike than"."""

    SAME = "same"
    LIKELY = "likely"
    POSSIBLE = "possible"
    DIFFERENT = "different"

    @property
    def rank(self) -> int:
        """The rank, from 0 for `same` to 3 for `different`."""
        return _RANKS[self.value]

    def __lt__(self, other: str) -> bool:
        """Return whether this verdict is the better one."""
        return self.rank < Verdict(other).rank

    def __le__(self, other: str) -> bool:
        """Return whether this verdict is at least as good."""
        return self.rank <= Verdict(other).rank

    def __gt__(self, other: str) -> bool:
        """Return whether this verdict is the worse one."""
        return self.rank > Verdict(other).rank

    def __ge__(self, other: str) -> bool:
        """Return whether this verdict is at most as good."""
        return self.rank >= Verdict(other).rank


_RANKS = {verdict.value: rank for rank, verdict in enumerate(Verdict)}


class Wording(NamedTuple):
    """A question as written, with the blocks below it.

    Both identify the question: "What is printed?" over two programs are two questions. Where
    blocks are not to be compared as written, `compared` has them as they are.
    """

    text: str
    blocks: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, blocks: Iterable[str] = ()) -> "Wording":
        """Return a wording, whose blocks may come as any iterable."""
        return cls(text, tuple(blocks))


def wording_of(question: Question) -> Wording:
    """Return what a question asks; its answer is no part of which question it is.

    The order of options makes no other question, nor does the layout of code.
    """
    options = [option.text for option in question.options]
    written = (*(block.text for block in question.prompt), "\n".join(options))
    compared = (*map(_compared, question.prompt), "\n".join(sorted(set(options))))
    return Wording(question.text, tuple(filter(None, written)), tuple(filter(None, compared)))


def _compared(block: Block) -> str:
    return without_layout(block.text) if block.kind is BlockKind.CODE else block.text
