"""Which units of two versions are the same: equal ones first, the rest as `diff` finds them."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from difflib import SequenceMatcher

from curriculum_tools.likeness import normalise
from curriculum_tools.model.content import Question, Section
from curriculum_tools.versions.diff.following import readings
from curriculum_tools.versions.diff.match import match
from curriculum_tools.versions.diff.reasked import compare_questions
from curriculum_tools.versions.threeway.sides import SECTIONS, CutVersion
from curriculum_tools.versions.threeway.units import Unit, UnitKind
from curriculum_tools.versions.version import version_of

_ONE_OF_A_KIND = (
    UnitKind.FIELD,
    UnitKind.HEADING,
    UnitKind.FRONT_MATTER,
    UnitKind.HEAD,
    UnitKind.OPTIONS,
)
_QUESTIONS = (UnitKind.QUESTION,)
Pairs = dict[Unit, Unit]
_Pair = tuple[Unit, Unit]
_Run = tuple[tuple[Unit | None, Unit | None], list[Unit]]


def pair_versions(before: CutVersion, after: CutVersion) -> Pairs:
    """Return for units of a later version the same ones of an earlier one."""
    pairing = _Pairing(before, after, {})
    pairing.pair_equal()
    pairing.pair_in_place()
    pairing.pair_alike()
    pairing.pair_replaced()
    pairing.pair_within()
    return pairing.pairs


def pair_additions(
    ours: CutVersion, theirs: CutVersion, known: Mapping[Unit, Unit], settled: Iterable[Unit]
) -> Pairs:
    """Return for units of theirs the same ones of ours, where neither is in the base.

    `known` are those that have the same unit in the base, `settled` all that have one there.
    """
    pairing = _Pairing(ours, theirs, known, settled)
    pairing.pair_same_titles()
    pairing.pair_asked_at_home()
    pairing.pair_within(only_equal=True)
    return pairing.pairs


class _Pairing:
    def __init__(
        self,
        before: CutVersion,
        after: CutVersion,
        known: Mapping[Unit, Unit],
        settled: Iterable[Unit] = (),
    ) -> None:
        self._before, self._after = before, after
        self.pairs: Pairs = {after.root: before.root, **known}
        self._taken = {*settled, *self.pairs, *self.pairs.values()}

    def pair_equal(self) -> None:
        """Pair sections and questions that say the same, or are called the same."""
        self.pair_same_titles()
        self.pair_asked_at_home()
        self._take_unique(_QUESTIONS, lambda _, unit: unit.content)
        self._take_unique(_QUESTIONS, lambda _, unit: _asked(unit))

    def pair_same_titles(self) -> None:
        """Pair sections that are called the same, or say the same."""
        self._take_unique(SECTIONS, self._titles_above)
        self._take_unique(SECTIONS, lambda _, unit: _title(unit))
        self._take_unique(SECTIONS, lambda _, unit: unit.content)

    def pair_asked_at_home(self) -> None:
        """Pair questions that are the same, in sections that are paired."""
        self._take_in_order(_QUESTIONS, lambda side, unit: (self._home(side, unit), unit.content))
        self._take_in_order(_QUESTIONS, lambda side, unit: (self._home(side, unit), _asked(unit)))

    def pair_in_place(self) -> None:
        """Pair sections and questions between the same neighbours that kept most of their words."""
        for kinds in (SECTIONS, _QUESTIONS):
            ones, others = (
                {
                    (self._same(side, above), self._same(side, below)): unit
                    for above, unit, below in _neighbours(side, kinds)
                    if unit not in self._taken
                }
                for side in self._sides
            )
            for place, unit in ones.items():
                other = others.get(place)
                if other and other.kind is unit.kind and _share_words(unit, other):
                    self._link(unit, other)

    def pair_replaced(self) -> None:
        """Pair what is left between two neighbours that both have."""
        for kinds in (SECTIONS, _QUESTIONS):
            ones, others = (dict(self._runs(side, kinds)) for side in self._sides)
            for place, units in ones.items():
                for one, other in _replaced(units, others.get(place, [])):
                    self._link(one, other)

    def _runs(self, side: CutVersion, kinds: tuple[UnitKind, ...]) -> Iterator[_Run]:
        """Yield what is not paired, run by run, with the pairs around it."""
        run: list[Unit] = []
        above: Unit | None = None
        for unit in (*(unit for unit in side.units if unit.kind in kinds), None):
            if unit and unit not in self._taken:
                run.append(unit)
                continue
            same = self._same(side, unit)
            if run:
                yield (above, same), run
            run, above = [], same

    def _same(self, side: CutVersion, unit: Unit | None) -> Unit | None:
        """Return a unit as the earlier version has it; one that it has not stands for itself."""
        return self.pairs.get(unit, unit) if unit and side is self._after else unit

    def pair_alike(self) -> None:
        """Pair what `diff` takes for the same in other words."""
        left = [self._left(side, (*SECTIONS, UnitKind.QUESTION)) for side in self._sides]
        if not (_share_kind(*left)):
            return
        ones, others = ({_key(unit): unit for unit in units} for units in left)
        for before, after in self._found_alike():
            one, other = ones.get(before), others.get(after)
            if one and other and one.kind is other.kind:
                self._link(one, other)

    def _found_alike(self) -> Iterator[tuple[object, object]]:
        matched = match(*(version_of(side.guide) for side in self._sides))
        for chapters in map(matched.chapters_of, matched.chapters):
            yield tuple(map(_said_key, chapters))  # type: ignore[misc]
        for topics in map(matched.topics_of, matched.topics):
            yield tuple(map(_said_key, topics))  # type: ignore[misc]
        asked = compare_questions(matched, readings(matched))
        for reasked in (*asked.kept, *asked.reworded, *asked.moved):
            yield _said_key(reasked.before.question), _said_key(reasked.after.question)

    def pair_within(self, *, only_equal: bool = False) -> None:
        """Pair what stands in units that are paired."""
        queue = [(one, other) for other, one in self.pairs.items()]
        while queue:
            one, other = queue.pop()
            queue += [pair for pair in self._inner(one, other, only_equal) if self._link(*pair)]

    def _inner(self, one: Unit, other: Unit, only_equal: bool) -> Iterator[tuple[Unit, Unit]]:
        kinds = (*SECTIONS, UnitKind.QUESTION)
        ones, others = (
            [u for u in unit.units if u.kind not in kinds and u not in self._taken]
            for unit in (one, other)
        )
        if [*map(_saying, ones)] == [*map(_saying, others)]:
            yield from zip(ones, others, strict=True)
            return
        named = {_name(unit): unit for unit in ones if unit.kind in _ONE_OF_A_KIND}
        for unit in others:
            if unit.kind in _ONE_OF_A_KIND and (same := named.pop(_name(unit), None)):
                yield same, unit
        ones, others = (
            [u for u in units if u.kind not in _ONE_OF_A_KIND] for units in (ones, others)
        )
        equal, replaced = _in_sequence(ones, others)
        yield from equal
        paired = {unit for pair in equal for unit in pair}
        moved = _unique([(_saying(u), u) for u in ones if u not in paired])
        for name, unit in _unique([(_saying(u), u) for u in others if u not in paired]).items():
            if name in moved:
                yield moved[name], unit
        if not only_equal:
            yield from replaced

    @property
    def _sides(self) -> tuple[CutVersion, CutVersion]:
        return self._before, self._after

    def _left(self, side: CutVersion, kinds: tuple[UnitKind, ...]) -> list[Unit]:
        return [u for u in side.units if u.kind in kinds and u not in self._taken]

    def _take_unique(
        self, kinds: tuple[UnitKind, ...], key: Callable[[CutVersion, Unit], Hashable]
    ) -> None:
        ones, others = (
            _unique([(key(side, u), u) for u in self._left(side, kinds)]) for side in self._sides
        )
        for name, unit in ones.items():
            if name in others:
                self._link(unit, others[name])

    def _take_in_order(
        self, kinds: tuple[UnitKind, ...], key: Callable[[CutVersion, Unit], Hashable]
    ) -> None:
        waiting: dict[Hashable, list[Unit]] = {}
        for unit in reversed(self._left(self._after, kinds)):
            waiting.setdefault(key(self._after, unit), []).append(unit)
        for unit in self._left(self._before, kinds):
            if same := waiting.get(key(self._before, unit)):
                self._link(unit, same.pop())

    def _link(self, one: Unit, other: Unit) -> bool:
        if one in self._taken or other in self._taken:
            return False
        self.pairs[other] = one
        self._taken |= {one, other}
        return True

    def _titles_above(self, side: CutVersion, unit: Unit) -> Hashable:
        return unit.kind, *(_title(up) for up in (unit, *side.above(unit)))

    def _home(self, side: CutVersion, unit: Unit) -> Unit:
        """Return the section of a question, as the earlier version has it."""
        section = side.section_of(unit)
        return self.pairs.get(section, section) if side is self._after else section


def _in_sequence(ones: list[Unit], others: list[Unit]) -> tuple[list[_Pair], list[_Pair]]:
    """Return the units that are equal, and those that stand in the place of another of the kind."""
    before, after = ([_saying(unit) for unit in units] for units in (ones, others))
    equal: list[_Pair] = []
    replaced: list[_Pair] = []
    for what, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            equal += zip(ones[a:b], others[c:d], strict=True)
        elif what == "replace":
            replaced += _replaced(ones[a:b], others[c:d])
    return equal, replaced


def _saying(unit: Unit) -> tuple[UnitKind, str]:
    return unit.kind, unit.content


def _replaced(ones: list[Unit], others: list[Unit]) -> Iterator[tuple[Unit, Unit]]:
    """Pair what stands in one place: in order where it is as much, else what shares most words."""
    if len(ones) == len(others):
        yield from ((a, b) for a, b in zip(ones, others, strict=True) if a.kind is b.kind)
        return
    for one in ones:
        for other in others:
            if one.kind is other.kind and _share_words(one, other):
                yield one, other
                others = others[others.index(other) + 1 :]
                break


def _share_words(one: Unit, other: Unit) -> bool:
    """Tell whether two units have most of their words in common."""
    words, more = (Counter(normalise(_words(unit)).split()) for unit in (one, other))
    return 2 * (words & more).total() > (words.total() + more.total()) / 2


def _words(unit: Unit) -> str:
    return unit.name if unit.kind in (*SECTIONS, UnitKind.QUESTION) else unit.content


def _neighbours(
    side: CutVersion, kinds: tuple[UnitKind, ...]
) -> Iterator[tuple[Unit | None, Unit, Unit | None]]:
    """Yield the units of some kinds, each with the one before and the one behind it."""
    units = [unit for unit in side.units if unit.kind in kinds]
    return zip([None, *units], units, [*units[1:], None], strict=False)


def _unique(keyed: list[tuple[Hashable, Unit]]) -> dict[Hashable, Unit]:
    counts = Counter(key for key, _ in keyed)
    return {key: unit for key, unit in keyed if counts[key] == 1}


def _share_kind(ones: Iterable[Unit], others: Iterable[Unit]) -> bool:
    return not {unit.kind for unit in ones}.isdisjoint(unit.kind for unit in others)


def _title(unit: Unit) -> str:
    return " ".join(unit.name.casefold().split())


def _asked(unit: Unit) -> str:
    return unit.name


def _name(unit: Unit) -> tuple[UnitKind, str]:
    return unit.kind, unit.name


def _key(unit: Unit) -> object:
    return _said_key(unit.said) if isinstance(unit.said, Section | Question) else None


def _said_key(said: Section | Question) -> object:
    return isinstance(said, Section), said.span.start
