"""Rulings that contradict each other: no one can tell which of them is meant."""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import replace

from curriculum_tools.likeness import normalise
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    DescriptionRuling,
    FromRuling,
    HomeRuling,
    NotesRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionRuling,
    Ruling,
    TitleRuling,
    TopicName,
)


def consistent(rulings: Iterable[Ruling]) -> Iterator[Ruling]:
    """Yield rulings, equal ones once; raises ConfigError where two contradict each other."""
    known: dict[Hashable, tuple[Hashable, Ruling]] = {}
    found = []
    for ruling in rulings:
        for subject, verdict in _ruled(ruling):
            before, first = known.setdefault(subject, (verdict, ruling))
            if before != verdict:
                raise _contradiction(ruling, first)
        if any(known[subject][1] is ruling for subject, _ in _ruled(ruling)):
            found.append(ruling)
        elif ruling.over is not None:  # it was confirmed: see what is said of `over`
            found = [replace(each, over=ruling.over) if each is first else each for each in found]
    _refuse_broken_chains(found)
    yield from found


def _contradiction(ruling: Ruling, first: Ruling) -> ConfigError:
    message = f"{ruling}: line {first.line} rules otherwise: {first}"
    return ConfigError(ruling.path, message, ruling.line, "take one of the two out")


def _refuse_broken_chains(rulings: Sequence[Ruling]) -> None:
    """Raise ConfigError where two are ruled different that other rulings make one."""
    groups: dict[Hashable, dict[Hashable, Ruling]] = {}  # with a ruling that joined each member
    pairs = [each for each in rulings if isinstance(each, PairRuling | QuestionRuling)]
    for pair in sorted(pairs, key=lambda each: not each.same):
        a, b = _sides(pair)
        if pair.same:
            joined = {a: pair, b: pair, **groups.get(a, {}), **groups.get(b, {})}
            groups.update(dict.fromkeys(joined, joined))
        elif b in groups.get(a, ()):
            first, last = sorted((pair, groups[a][b]), key=lambda each: each.line)
            raise _contradiction(last, first)


def _sides(ruling: PairRuling | QuestionRuling) -> tuple[Hashable, Hashable]:
    if isinstance(ruling, QuestionRuling):
        return ruling.keys
    return _name(ruling.a), _name(ruling.b)


def _ruled(ruling: Ruling) -> Iterator[tuple[Hashable, Hashable]]:
    """Yield what a ruling is about, and what it says of that."""
    match ruling:
        case PairRuling(same=same, wording=wording) | QuestionRuling(same=same, wording=wording):
            sides = frozenset(_sides(ruling))
            yield ("pair", sides), same
            if wording is not None:
                yield ("wording", sides), wording
        case OrderRuling(what=what, other=other, is_before=is_before):
            names = _name(what), _name(other)
            yield ("order", frozenset(names)), names if is_before else names[::-1]
        case PresenceRuling(what=AbsentFromNewest() as what, is_kept=is_kept):
            yield ("presence", what), is_kept
        case PresenceRuling(what=what, is_kept=is_kept):
            yield ("presence", _name(what)), is_kept
        case _:
            yield _ruled_value(ruling)


def _ruled_value(ruling: Ruling) -> tuple[Hashable, Hashable]:
    """Return the field of what a ruling is about, and its value."""
    match ruling:
        case TitleRuling(what=what, title=title):
            return ("title", _name(what)), title
        case HomeRuling(topic=topic, chapter=chapter):
            return ("chapter", _name(topic)), _name(chapter)
        case DescriptionRuling(topic=topic, text=text):
            return ("description", _name(topic)), text
        case NotesRuling(topic=topic, notes=notes, status=status):
            return ("notes", _name(topic)), (notes, status)
        case FromRuling(what=what, field=field, source=source):
            return (field, _name(what)), ("from", source)
    return ruling, True


def _name(named: object) -> Hashable:
    """Return a name as it is compared: without regard to case and marks."""
    if isinstance(named, TopicName):
        return "topic", normalise(named.title), named.chapter and normalise(named.chapter)
    return type(named).__name__, normalise(str(named))
