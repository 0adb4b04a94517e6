"""All mutants of the rooms, and a sample of them that is the same for the same seed."""

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from bench.mutants.rooms import ROOT, room_of, sources

if TYPE_CHECKING:
    from libcst import Module
    from mutmut.mutation.file_mutation import Mutation

Name: TypeAlias = tuple[str, str, str]
"""A file, and the lines of it before and after, which stay when lines above them come and go."""


class Mutant(NamedTuple):
    """A source file with one mistake: the lines before and after, and the whole text."""

    room: str
    file: Path  # from the root of the checkout
    before: str
    after: str
    text: str

    @property
    def name(self) -> Name:
        """What names the mutant."""
        return str(self.file), self.before, self.after


def draw(size: int, seed: int, rooms: Iterable[str]) -> Iterator[Mutant]:
    """Yield so many mutants of rooms, each of all that there are as likely as any other."""
    everything = [
        (room, file, number)
        for room in rooms
        for file in sources(room)
        for number in range(len(_mutations(file)[1]))
    ]
    for room, file, number in Random(seed).sample(everything, min(size, len(everything))):
        yield _mutant(room, file, number)


def named(names: Iterable[Name]) -> Iterator[Mutant]:
    """Yield the mutants of these names that the source has."""
    wanted = set(names)
    for file in sorted({Path(name[0]) for name in wanted}):
        room = room_of(str(file))
        mutants = (_mutant(room, file, number) for number in range(len(_mutations(file)[1])))
        yield from {each.name: each for each in mutants if each.name in wanted}.values()


def _mutant(room: str, file: Path, number: int) -> Mutant:
    from libcst import Module

    module, mutations = _mutations(file)
    changed = module.deep_replace(mutations[number].original_node, mutations[number].mutated_node)
    assert isinstance(changed, Module)
    return Mutant(room, file, *_difference(module.code, changed.code), changed.code)


@cache
def _mutations(file: Path) -> "tuple[Module, list[Mutation]]":
    """Return a file and its mutations: of its functions, not of what it does when imported."""
    from mutmut.mutation.file_mutation import create_mutations

    module, mutations, *_ = create_mutations(str(file), (ROOT / file).read_text("utf-8"))
    return module, [each for each in mutations if each.contained_by_top_level_function]


def _difference(source: str, text: str) -> tuple[str, str]:
    """Return the lines that differ, before and after."""
    before, after = source.splitlines(), text.splitlines()
    changes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    differing = [change for change in changes if change[0] != "equal"]
    if not differing:
        return "", ""
    old = before[differing[0][1] : differing[-1][2]]
    new = after[differing[0][3] : differing[-1][4]]
    return " ".join(line.strip() for line in old), " ".join(line.strip() for line in new)
