"""Headings whose numbers should count up by one: chapters, or what stands in one of them."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.facts.number_faults import NumberFault, NumberFaultKind
from curriculum_tools.facts.sequence import Oddity, OddityKind, RunItem, oddities
from curriculum_tools.model.content import Heading
from curriculum_tools.syntax.number_style import NumberStyle, Parts
from curriculum_tools.syntax.numbers import parts_of

_KINDS = {
    OddityKind.DUPLICATE: NumberFaultKind.DUPLICATE,
    OddityKind.OUT_OF_ORDER: NumberFaultKind.OUT_OF_ORDER,
    OddityKind.MISSING: NumberFaultKind.MISSING,
    OddityKind.SKIPPED: NumberFaultKind.SKIPPED,
}


class Numbered(NamedTuple):
    """A heading with its number in parts: 9.12 is (9, 12); empty where it has none."""

    heading: Heading
    parts: Parts

    @classmethod
    def of(cls, heading: Heading) -> "Numbered":
        """Read the number of a heading."""
        return cls(heading, parts_of(heading.number.text) if heading.number else ())


class RunKind(NamedTuple):
    """What is numbered, how, and in what it stands; `printed` are all numbers of this kind."""

    what: str
    within: str
    style: NumberStyle
    printed: Collection[Parts]


def usual_depth(run: Sequence[Numbered]) -> int:
    """Return how many parts most numbers have; 0 where there are none."""
    depths = Counter(len(each.parts) for each in run if each.parts)
    return max(depths, key=lambda length: (depths[length], length), default=0)


def run_faults(
    headings: Sequence[Numbered], own: Parts | None, kind: RunKind, previous: int = 0
) -> Iterator[NumberFault]:
    """Yield what is wrong with the numbers of headings that stand in one place.

    `own` is the number of that place, with which theirs should begin; numbers of one part may count
    on from the `previous` one.
    """
    depth = usual_depth(headings)
    if not depth:
        return
    run = [each for each in headings if len(each.parts) in (0, depth)]
    own = own if depth > 1 else None
    foreign = {
        index
        for index, each in enumerate(run)
        if own is not None and each.parts[:-1] not in (own, ())
    }
    if own is not None and len(foreign) == len(run) > 1:
        yield _all_foreign(run, own, kind)
        foreign = set()
        own = run[0].parts[:-1]
    prefix = own or ()
    counts_on = not prefix and bool(run[0].parts) and run[0].parts[-1] == previous + 1
    items = [
        RunItem(each.parts[-1] if each.parts else None, 0 if index in foreign else 1)
        for index, each in enumerate(run)
    ]
    elsewhere = _printed_elsewhere(prefix, kind.printed, run) if prefix else frozenset()
    found = oddities(items, previous + 1 if counts_on else 1, elsewhere)
    odd_ones = {odd.index for odd in found}
    for index in foreign - odd_ones:  # only the first part of their number is wrong
        found.append(Oddity(index, OddityKind.OUT_OF_ORDER, run[index].parts[-1], is_sure=True))
    titles = [each.heading for each in run]
    for odd in found:
        fault = number_fault(odd, kind, titles, prefix)
        if odd.index in foreign:
            home = f"{kind.within} {kind.style.number(prefix)}"
            fault = fault._replace(kind=NumberFaultKind.WRONG_CHAPTER, first=None, home=home)
        yield fault


def _all_foreign(run: Sequence[Numbered], own: Parts, kind: RunKind) -> NumberFault:
    return NumberFault(
        NumberFaultKind.WRONG_CHAPTER,
        kind.what,
        run[0].heading,
        kind.style,
        kind.style.number((*own, run[0].parts[-1])),
        last=run[-1].heading,
        home=f"{kind.within} {kind.style.number(own)}",
    )


def _printed_elsewhere(
    prefix: Parts, printed: Collection[Parts], run: Sequence[Numbered]
) -> frozenset[int]:
    """Return the numbers of a place that headings in other places bear."""
    here = {each.parts[-1] for each in run if each.parts}
    candidates = range(1, min(max(here), len(printed) + len(run) + 1))
    return frozenset(n for n in candidates if n not in here and (*prefix, n) in printed)


def number_fault(
    odd: Oddity, kind: RunKind, headings: Sequence[Heading], prefix: Parts
) -> NumberFault:
    """Return what is odd in a run of headings as a fault, with numbers as they are printed."""

    def written(number: int) -> str:
        return kind.style.number((*prefix, number))

    return NumberFault(
        _KINDS[odd.kind],
        kind.what,
        headings[odd.index],
        kind.style,
        written(odd.expected) if odd.expected is not None else None,
        odd.is_sure,
        headings[odd.twin] if odd.twin is not None else None,
        (written(odd.skipped[0]), written(odd.skipped[1])) if odd.skipped else None,
        before=headings[odd.index - 1] if odd.index else None,
        after=headings[odd.index + 1] if odd.index + 1 < len(headings) else None,
    )
