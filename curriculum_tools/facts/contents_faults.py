"""What is wrong with a table of contents; each defect once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby, islice
from typing import NamedTuple

from curriculum_tools.facts.contents import Contents, ContentsEntry
from curriculum_tools.facts.increasing import heaviest_increasing
from curriculum_tools.facts.places import GuidePlace, Places, bare
from curriculum_tools.model.templates import Numbers

MOST_WRONG = 3  # numbers by themselves; if these and most others are wrong, one cause has them all
MOST_BETWEEN = 100  # entries and places around an entry among which its own is looked for
MOST_OUT_OF_ORDER = 3  # one entry in so many; else the contents have an order of their own


class SharedTarget(NamedTuple):
    """Two entries that lead to one place, the second after the first, and the place that has none.

    `wrong` is the one of the two that is meant for it.
    """

    first: ContentsEntry
    second: ContentsEntry
    wrong: ContentsEntry
    forgotten: GuidePlace


class WrongNumber(NamedTuple):
    """An entry with another number than what it leads to, and those after it that err alike."""

    entry: ContentsEntry
    place: GuidePlace
    others: tuple[tuple[ContentsEntry, GuidePlace], ...] = ()


class OutOfOrder(NamedTuple):
    """An entry that stands elsewhere than what it leads to, which the guide has after `before`."""

    entry: ContentsEntry
    before: ContentsEntry | None
    after: ContentsEntry | None


@dataclass(slots=True)
class ContentsFaults:
    """All that is wrong with the contents of a guide."""

    missing: list[GuidePlace] = field(default_factory=list)
    shared: list[SharedTarget] = field(default_factory=list)
    numbers: list[WrongNumber] = field(default_factory=list)
    order: list[OutOfOrder] = field(default_factory=list)


def contents_faults(
    contents: Contents, places: Places, anchors: Mapping[str, int], numbers: Numbers
) -> ContentsFaults:
    """Return what is wrong with the contents; `anchors` have their offsets."""
    if not contents.entries:
        return ContentsFaults()
    return _Diagnosis(contents, places, anchors, numbers).faults()


class _Diagnosis:
    def __init__(
        self, contents: Contents, places: Places, anchors: Mapping[str, int], numbers: Numbers
    ) -> None:
        self._entries = contents.entries
        self._places = places
        self._anchors = anchors
        self._numbers = numbers
        self._spelt = {anchor.casefold(): anchor for anchor in reversed(list(anchors))}
        led_to = (self._place(target) for target in contents.targets)
        self._listed = {place.order for place in led_to if place}
        self._free = {p.order: p for p in places.all if p.order not in self._listed}
        self._blocks: dict[int, list[ContentsEntry]] = defaultdict(list)
        for entry in contents.entries:
            self._blocks[entry.block].append(entry)
        self._position = {
            entry.span: at for block in self._blocks.values() for at, entry in enumerate(block)
        }
        self._title_words: dict[int, frozenset[str]] = {}
        self._misled: set[ContentsEntry] = set()

    def faults(self) -> ContentsFaults:
        """Return all faults: what is told by one of them is left out of those after it."""
        shared = list(self._shared())
        dead = [entry for entry in self._entries if self._known(entry.target) is None]
        for entry in dead:  # those first that say what they are meant for
            self._take(self._named(entry))
        for entry in dead:
            if not self._places.titled(entry.text):
                self._take(self._meant(entry))
        missing = list(self._missing())
        order = [fault for block in self._blocks.values() for fault in self._order(block)]
        moved = {fault.entry.block for fault in order}
        wrong = [
            fault
            for block in self._blocks.values()
            for fault in self._wrong_numbers(block, missing, is_moved=block[0].block in moved)
        ]
        return ContentsFaults(missing, shared, wrong, order)

    # Where entries lead.

    def _known(self, target: str) -> str | None:
        """Return an anchor as the guide has it, in whatever capitals; None where it has none."""
        return target if target in self._anchors else self._spelt.get(target.casefold())

    def _place(self, target: str) -> GuidePlace | None:
        known = self._known(target)
        return self._places.by_anchor.get(known) if known is not None else None

    def _take(self, place: GuidePlace | None) -> None:
        if place:
            self._free.pop(place.order, None)

    # Entries that lead elsewhere than they should.

    def _shared(self) -> Iterator[SharedTarget]:
        """Yield entries that lead where another does, and are meant for a place without one."""
        groups: dict[int, list[ContentsEntry]] = defaultdict(list)
        for entry in self._entries:
            if place := self._place(entry.target):
                groups[place.order].append(entry)
        for order, group in groups.items():
            if len(group) < 2:
                continue
            place = self._places.all[order]
            named = [entry for entry in group if bare(entry.text) == bare(place.title.text)]
            right = named[0] if named else group[0]
            for wrong in group:
                if wrong is right or not (meant := self._meant(wrong, place)):
                    continue
                self._take(meant)
                self._misled.add(wrong)
                is_first = wrong is group[0]
                first, second = (wrong, right) if is_first else (group[0], wrong)
                yield SharedTarget(first, second, wrong, meant)

    def _meant(self, entry: ContentsEntry, shared: GuidePlace | None = None) -> GuidePlace | None:
        """Return the place without an entry that one which leads elsewhere is meant for."""
        if named := self._named(entry):
            return named
        if shared and bare(entry.text) == bare(shared.title.text):
            return None  # it says where it leads
        between = self._between(entry)
        if entry.number:
            number = entry.number.text
            numbered = [p for p in between if p.number and _same(p.number.text, number)]
            if numbered:
                return numbered[0]
        if shared and len(between) != 1:
            return None
        words = {*bare(entry.text).split(), *bare(entry.target).split()}
        return max(between, key=lambda p: len(words & self._words(p)), default=None)

    def _words(self, place: GuidePlace) -> frozenset[str]:
        if place.order not in self._title_words:
            self._title_words[place.order] = frozenset(bare(place.title.text).split())
        return self._title_words[place.order]

    def _named(self, entry: ContentsEntry) -> GuidePlace | None:
        """Return the place without an entry that has the title of one."""
        number = f"{entry.number.text} " if entry.number else ""
        named = (*self._places.titled(entry.text), *self._places.titled(number + entry.text))
        return next((place for place in named if place.order in self._free), None)

    def _between(self, entry: ContentsEntry) -> list[GuidePlace]:
        """Return the places without entries between those of the entries around an entry."""
        block = self._blocks[entry.block]
        at = self._position[entry.span]
        near = (block[max(0, at - MOST_BETWEEN) : at][::-1], block[at + 1 : at + 1 + MOST_BETWEEN])
        above, below = (next(filter(None, map(self._found, part)), None) for part in near)
        kinds = {place.what for place in (above, below) if place}
        first = above.order if above else -1
        last = below.order if below else len(self._places.all)
        orders = range(first + 1, last)
        if len(orders) > len(self._free):
            found = (place for order, place in self._free.items() if order in orders)
        else:
            found = (self._free[order] for order in orders if order in self._free)
        return list(islice((p for p in found if not kinds or p.what in kinds), MOST_BETWEEN))

    def _found(self, entry: ContentsEntry) -> GuidePlace | None:
        return None if entry in self._misled else self._place(entry.target)

    # What has no entry.

    def _missing(self) -> Iterator[GuidePlace]:
        """Yield the places without an entry whose siblings have one."""
        groups: dict[tuple[str, int | None], list[GuidePlace]] = defaultdict(list)
        for place in self._places.all:
            if place.order in self._places.anchor_of and place.asks:
                groups[place.what, place.parent].append(place)
        sizes: dict[str, int] = defaultdict(int)
        listed: dict[str, int] = defaultdict(int)
        for (what, _), group in groups.items():
            sizes[what] += len(group)
            listed[what] += sum(place.order not in self._free for place in group)
        lost: set[int] = set()
        for (what, parent), group in groups.items():
            absent = [place for place in group if place.order in self._free]
            present = len(group) - len(absent)
            is_usual = 2 * listed[what] > sizes[what]
            if 2 * present > len(group) or (2 * present == len(group) and is_usual):
                lost.update(place.order for place in absent)
            elif not present and is_usual and self._is_forgotten(what, parent):
                lost.add(group[0].order)
        yield from (place for place in self._places.all if place.order in lost)

    def _is_forgotten(self, what: str, parent: int | None) -> bool:
        """Tell whether contents that list what stands in chapters, not these, pass one over."""
        if parent is None:
            return False
        kind = self._places.all[parent].what
        if any(p.what == kind and p.order not in self._free for p in self._places.all):
            return False
        for block in self._blocks.values():
            found = [place for entry in block if (place := self._found(entry))]
            if len({place.parent for place in found if place.what == what}) > 1:
                return True
        return False

    # Order and numbers.

    def _order(self, block: Sequence[ContentsEntry]) -> Iterator[OutOfOrder]:
        led: list[tuple[ContentsEntry, int]] = []
        seen: set[int] = set()
        for entry in block:
            known = self._known(entry.target)
            if known is None or entry in self._misled or self._anchors[known] in seen:
                continue
            led.append((entry, self._anchors[known]))
            seen.add(self._anchors[known])
        behind = sum(offset < entry.span.start for entry, offset in led)
        if 2 * behind > len(led):
            return  # a list behind what it lists has an order of its own
        kept = heaviest_increasing([offset for _, offset in led])
        if (len(led) - len(kept)) * MOST_OUT_OF_ORDER > len(led):
            return
        for at, (entry, offset) in enumerate(led):
            if at not in kept:
                above = [e for p, (e, o) in enumerate(led) if p in kept and o < offset]
                below = [e for p, (e, o) in enumerate(led) if p in kept and o > offset]
                yield OutOfOrder(entry, above[-1] if above else None, below[0] if below else None)

    def _wrong_numbers(
        self, block: Sequence[ContentsEntry], missing: Sequence[GuidePlace], *, is_moved: bool
    ) -> Iterator[WrongNumber]:
        found = [
            (entry, place, _difference(entry.number.text, place.number.text))
            for entry in block
            if entry.number and (place := self._found(entry)) and place.number
            if not self._counts_by_itself(place)
        ]
        if self._numbers is Numbers.CHAPTER and 2 * sum(not d for _, _, d in found) < len(found):
            return  # the contents count on where the chapters begin anew
        if _is_count(block):  # it is not the number that is wrong where an entry lacks or strays
            if is_moved:
                return
            before = [(place.what, place.order) for place in missing]
            found = [
                (entry, place, difference)
                for entry, place, difference in found
                if difference
                != str(sum(what == place.what and order < place.order for what, order in before))
            ]
        runs = [
            [(entry, place) for entry, place, _ in run]
            for difference, run in groupby(found, key=lambda each: each[2])
            if difference
        ]
        if len(runs) > MOST_WRONG and 2 * len(runs) > len(found):
            runs = [[each for run in runs for each in run]]  # numbered in another manner
        for first, *others in runs:
            yield WrongNumber(*first, tuple(others))

    def _counts_by_itself(self, place: GuidePlace) -> bool:
        """Tell whether a number is that of a list, which counts by itself, and says nothing."""
        return place.what == "question" and (self._numbers is Numbers.LIST or self._is_lazy)

    @cached_property
    def _is_lazy(self) -> bool:
        numbers = [p.number.text for p in self._places.all if p.what == "question" and p.number]
        return len(numbers) > 1 and len(set(numbers)) == 1


def _parts(number: str) -> tuple[str, ...]:
    return tuple(part.lstrip("0") or "0" for part in number.casefold().split("."))


def _same(one: str, other: str) -> bool:
    return _parts(one) == _parts(other)


def _difference(said: str, printed: str) -> str:
    """Return by how much a number is another one; empty where it is the same, or of another kind.

    4.2 of a chapter's second topic and 2 of its second question are numbers of two kinds.
    """
    one, other = _parts(said), _parts(printed)
    if one == other or len(one) != len(other):
        return ""
    if one[:-1] == other[:-1] and one[-1].isdigit() and other[-1].isdigit():
        return str(int(other[-1]) - int(one[-1]))
    return f"{said} {printed}"


def _is_count(block: Iterable[ContentsEntry]) -> bool:
    """Tell whether the numbers of entries are no more than a count of them."""
    numbers = [entry.number.text for entry in block if entry.number]
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]
