"""What two people make of one quiz: edits of single questions, to be written by any family."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

from tests.dialects.quizzes import ASKED, NOUNS, Item, Part, Quiz

Edit = Callable[[list[list[Item]]], None]


def edited(quiz: Quiz, edits: Sequence[Edit]) -> Quiz:
    """Apply edits, and number the questions anew."""
    parts = [list(part.items) for part in quiz]
    for edit in edits:
        edit(parts)
    number = 0
    done: list[Part] = []
    for part, items in zip(quiz, parts, strict=True):
        numbered = [replace(item, number=number + n) for n, item in enumerate(items, 1)]
        number += len(items)
        done.append(replace(part, items=tuple(numbered)))
    return tuple(done)


def edits_apart(quiz: Quiz, chance: Random) -> tuple[Edit, Edit]:
    """Return an edit of each side, of questions that are no neighbours, in one part or two."""
    kinds = [_added, _reworded, _deleted, _moved, _answered]
    one, other = chance.sample(range(len(quiz)), 2)
    places = [(one, chance.randrange(ASKED)), (other, chance.randrange(ASKED))]
    if chance.random() < 0.5:
        places = [(one, 0), (one, ASKED - 1)]
    first, second = (
        chance.choice(kinds)(quiz[part].items[place], words)
        for (part, place), words in zip(places, chance.sample(NOUNS, 2), strict=True)
    )
    return first, second


def _find(parts: list[list[Item]], item: Item) -> tuple[list[Item], int]:
    return next(
        (items, place)
        for items in parts
        for place, each in enumerate(items)
        if each.answer == item.answer and each.options == item.options
    )


def _added(item: Item, word: str) -> Edit:
    options = tuple(f"{option}, or a {word}" for option in item.options)
    new = replace(item, text=f"What {word}s are new?", options=options, answer=f"Any {word}.")

    def edit(parts: list[list[Item]]) -> None:
        items, place = _find(parts, item)
        items.insert(place + 1, new)

    return edit


def _changed(item: Item, new: Item) -> Edit:
    def edit(parts: list[list[Item]]) -> None:
        items, place = _find(parts, item)
        items[place] = new

    return edit


def _reworded(item: Item, word: str) -> Edit:
    return _changed(item, replace(item, text=item.text.replace("?", f" of {word}?")))


def _answered(item: Item, word: str) -> Edit:
    return _changed(item, replace(item, answer=f"{item.answer} Like a {word}.", right=0))


def _deleted(item: Item, word: str) -> Edit:
    def edit(parts: list[list[Item]]) -> None:
        items, place = _find(parts, item)
        del items[place]

    return edit


def _moved(item: Item, word: str) -> Edit:
    def edit(parts: list[list[Item]]) -> None:
        items, place = _find(parts, item)
        items.insert(1 if place == 0 else place - 1, items.pop(place))

    return edit
