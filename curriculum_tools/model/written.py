"""How an author wrote something: its source, with gaps for what a merge may change."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from itertools import pairwise
from typing import Any, NamedTuple


class GapKind(StrEnum):
    """What belongs into a gap."""

    NUMBER = "number"
    TITLE = "title"
    TICK = "tick"  # between the brackets of a checkbox
    LETTER = "letter"  # of an option that an answer names


class Gap(NamedTuple):
    """A gap, its offset in the text around it, and the width of the number that was there."""

    kind: GapKind
    at: int
    width: int = 0


class Passage(NamedTuple):
    """A part of a source from which was taken out what belongs into the gaps."""

    text: str = ""
    gaps: tuple[Gap, ...] = ()

    @property
    def parts(self) -> tuple[str, ...]:
        """The texts between the gaps: one more than there are gaps."""
        cuts = (0, *(gap.at for gap in self.gaps), len(self.text))
        return tuple(self.text[first:last] for first, last in pairwise(cuts))

    def has(self, kind: GapKind) -> bool:
        """Tell whether there is a gap of a kind."""
        return any(gap.kind is kind for gap in self.gaps)

    def filled(self, values: Mapping[GapKind, Iterable[str]]) -> str:
        """Return the source with the values of each kind put into its gaps, one after another."""
        left = {kind: iter(texts) for kind, texts in values.items()}
        first, *others = self.parts
        filled = [next(left.get(gap.kind, iter(())), "") for gap in self.gaps]
        return first + "".join(map("".join, zip(filled, others, strict=True)))

    def as_json(self) -> Any:
        """Return the passage as a lock keeps it."""
        if not self.gaps:
            return self.text
        gaps = [[gap.kind.value, gap.at, *([gap.width] * bool(gap.width))] for gap in self.gaps]
        return {"text": self.text, "gaps": gaps}

    @classmethod
    def of_json(cls, said: Any) -> "Passage":
        """Read a passage back; raises KeyError, TypeError or ValueError."""
        if isinstance(said, str):
            return cls(said)
        text = str(said["text"])
        gaps = tuple(Gap(GapKind(kind), int(at), *width) for kind, at, *width in said["gaps"])
        offsets = [0, *(gap.at for gap in gaps), len(text)]
        if offsets != sorted(offsets):
            raise ValueError("the gaps of a passage are not in its text")
        return cls(text, gaps)


class WrittenQuestion(NamedTuple):
    """A question: what asks, with its options, and the rest of it, which answers."""

    head: Passage
    rest: Passage

    def as_json(self) -> Any:
        """Return it as a lock keeps it."""
        return {"head": self.head.as_json(), "rest": self.rest.as_json()}

    @classmethod
    def of_json(cls, said: Any) -> "WrittenQuestion":
        """Read it back; raises KeyError, TypeError or ValueError."""
        return cls(Passage.of_json(said["head"]), Passage.of_json(said["rest"]))


class WrittenSection(NamedTuple):
    """A section: what stands before all it holds, and what follows after some of its questions.

    `after` has texts by the places of questions, from 0; at most one each.
    """

    head: Passage
    after: tuple[tuple[int, str], ...] = ()

    def as_json(self) -> Any:
        """Return it as a lock keeps it."""
        return {"head": self.head.as_json(), "after": [list(each) for each in self.after]}

    @classmethod
    def of_json(cls, said: Any) -> "WrittenSection":
        """Read it back; raises KeyError, TypeError or ValueError."""
        after = tuple((int(place), str(text)) for place, text in said["after"])
        return cls(Passage.of_json(said["head"]), after)
