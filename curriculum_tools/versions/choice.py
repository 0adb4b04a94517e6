"""Which of several values wins, where versions say different things of the same."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import Generic, TypeVar

T = TypeVar("T", bound=Hashable)


class By(StrEnum):
    """What settled a choice."""

    ONLY = "only"
    MAJORITY = "majority"
    NEWEST = "newest"
    EDITED = "edited"
    EXISTS = "exists"
    DECISION = "decision"
    TIE = "tie"


@dataclass(frozen=True, slots=True)
class ChoiceOption(Generic[T]):
    """A value, and the places of the versions that have it."""

    value: T
    versions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Choice(Generic[T]):
    """Options, those of most versions first, then by text; which is chosen, and why.

    Only a tie is open: nothing but its text has settled it.
    """

    options: tuple[ChoiceOption[T], ...]
    chosen: int
    by: By

    @property
    def value(self) -> T:
        """The chosen value."""
        return self.options[self.chosen].value

    @property
    def is_open(self) -> bool:
        """Whether a maintainer has to decide."""
        return self.by is By.TIE

    @property
    def is_contested(self) -> bool:
        """Whether there was anything to choose from."""
        return len(self.options) > 1

    def overruled(self, value: T, by: By) -> "Choice[T]":
        """Choose a value, which need not be among the options, for a reason of its own."""
        for place, option in enumerate(self.options):
            if option.value == value:
                return replace(self, chosen=place, by=by)
        return Choice((*self.options, ChoiceOption(value, ())), len(self.options), by)


def choose(
    said: Iterable[tuple[int, T]],
    text: Callable[[T], str],
    *,
    newest_wins: bool,
    rank: Callable[[T], int] = lambda _value: 0,
    support: Callable[[T], int] = lambda _value: 0,
) -> Choice[T] | None:
    """Choose among what versions, given by their places, say; None where none says anything.

    The values of the lowest rank are looked at. Of these the newest wins (the version of the last
    place), or else the one that most versions have; on a tie the one with most `support`, the
    longest, the first by text.
    """
    versions: dict[T, list[int]] = {}
    for version, value in said:
        versions.setdefault(value, []).append(version)
    options = tuple(
        ChoiceOption(value, tuple(sorted(set(places))))
        for value, places in sorted(
            versions.items(), key=lambda item: (-len(set(item[1])), text(item[0]))
        )
    )
    if not options:
        return None
    if len(options) == 1:
        return Choice(options, 0, By.ONLY)
    best = min(rank(option.value) for option in options)
    ranked = [option for option in options if rank(option.value) == best]
    settle = _newest if newest_wins else partial(_majority, text=text, support=support)
    chosen, by = settle(ranked)
    if len(ranked) < len(options) and settle(options)[0] != chosen:
        by = By.EXISTS
    return Choice(options, options.index(chosen), by)


def _newest(options: Sequence[ChoiceOption[T]]) -> tuple[ChoiceOption[T], By]:
    return max(options, key=lambda option: max(option.versions)), By.NEWEST


def _majority(
    options: Sequence[ChoiceOption[T]], text: Callable[[T], str], support: Callable[[T], int]
) -> tuple[ChoiceOption[T], By]:
    def content(option: ChoiceOption[T]) -> tuple[int, int, str]:
        words = text(option.value)
        return -support(option.value), -len(words), words

    most = max(len(option.versions) for option in options)
    first = [option for option in options if len(option.versions) == most]
    return min(first, key=content), By.MAJORITY if len(first) == 1 else By.TIE


def settled(choice: Choice[T] | None, value: T, by: By) -> Choice[T]:
    """Choose a value for a reason of its own, whether or not there were any to choose from."""
    return choice.overruled(value, by) if choice else Choice((ChoiceOption(value, ()),), 0, by)
