"""Rulings that contradict each other: no one can tell which of them is meant."""

from collections.abc import Hashable, Iterable, Iterator

from curriculum_tools.likeness import normalise
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.rulings import (
    AbsentFromNewest,
    DescriptionRuling,
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
    for ruling in rulings:
        subject, verdict = _ruled(ruling)
        before, first = known.setdefault(subject, (verdict, ruling))
        if before != verdict:
            message = f"{ruling}: line {first.line} rules otherwise: {first}"
            raise ConfigError(ruling.path, message, ruling.line, "take one of the two out")
        if first is ruling:
            yield ruling


def _ruled(ruling: Ruling) -> tuple[Hashable, Hashable]:
    """Return what a ruling is about, and what it says of that."""
    match ruling:
        case PairRuling(a=a, b=b, same=same):
            return ("pair", frozenset((_name(a), _name(b)))), same
        case QuestionRuling(keys=keys, same=same):
            return ("questions", keys), same
        case OrderRuling(what=what, other=other, is_before=is_before):
            names = _name(what), _name(other)
            return ("order", frozenset(names)), names if is_before else names[::-1]
        case TitleRuling(what=what, title=title):
            return ("title", _name(what)), title
        case HomeRuling(topic=topic, chapter=chapter):
            return ("home", _name(topic)), _name(chapter)
        case DescriptionRuling(topic=topic, text=text):
            return ("description", _name(topic)), text
        case NotesRuling(topic=topic, notes=notes, status=status):
            return ("notes", _name(topic)), (notes, status)
        case PresenceRuling(what=AbsentFromNewest() as what, is_kept=is_kept):
            return ("presence", what), is_kept
        case PresenceRuling(what=what, is_kept=is_kept):
            return ("presence", _name(what)), is_kept
    return ruling, True


def _name(named: object) -> Hashable:
    """Return a name as it is compared: without regard to case and marks."""
    if isinstance(named, TopicName):
        return "topic", normalise(named.title), named.chapter and normalise(named.chapter)
    return type(named).__name__, normalise(str(named))
