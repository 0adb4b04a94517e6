"""All mutants of the rooms, and a sample of them that is the same for the same seed."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple

from bench.mutants.rooms import ROOMS, ROOT, sources

if TYPE_CHECKING:
    from libcst import Module
    from mutmut.mutation.file_mutation import Mutation


class Mutant(NamedTuple):
    """A source file with one mistake: where, the lines before and after, and the whole text."""

    room: str
    file: Path  # from the root of the checkout
    line: int  # from 1
    before: str
    after: str
    text: str

    @property
    def name(self) -> tuple[str, str, str]:
        """What names the mutant, also when lines above it come and go."""
        return str(self.file), self.before, self.after


def draw(size: int, seed: int) -> Iterator[Mutant]:
    """Yield so many mutants, each of all that there are as likely as any other."""
    everything = [
        (room, file, number)
        for room in ROOMS
        for file in sources(room)
        for number in range(len(_mutations(file)[1]))
    ]
    for room, file, number in Random(seed).sample(everything, min(size, len(everything))):
        module, mutations = _mutations(file)
        changed = module.deep_replace(
            mutations[number].original_node, mutations[number].mutated_node
        )
        text = changed.code  # type: ignore[union-attr]
        yield Mutant(room, file, *_difference(module.code, text), text)


@cache
def _mutations(file: Path) -> "tuple[Module, list[Mutation]]":
    """Return a file and its mutations: of its functions, not of what it does when imported."""
    from mutmut.mutation.file_mutation import create_mutations

    module, mutations, *_ = create_mutations(str(file), (ROOT / file).read_text("utf-8"))
    return module, [each for each in mutations if each.contained_by_top_level_function]


def _difference(source: str, text: str) -> tuple[int, str, str]:
    """Return the first line that differs, and the lines that do, before and after."""
    before, after = source.splitlines(), text.splitlines()
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    differing = [change for change in changes if change[0] != "equal"]
    first, last = differing[0], differing[-1]
    lines = before[first[1] : last[2]], after[first[3] : last[4]]
    return first[1] + 1, *(" ".join(line.strip() for line in part) for part in lines)
