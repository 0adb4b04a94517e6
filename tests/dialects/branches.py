"""What two people make of one quiz: edits apart from each other, to be written by any family."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from tests.dialects.families import Family
from tests.dialects.quizzes import NOUNS, Files, Item, Part, Quiz, joined

Edit = Callable[[list["Draft"]], None]


@dataclass
class Draft:
    """A part in the making."""

    part: Part
    items: list[Item]


def edited(quiz: Quiz, edits: Sequence[Edit]) -> Quiz:
    """Apply edits, and number the questions anew."""
    drafts = [Draft(part, list(part.items)) for part in quiz]
    for edit in edits:
        edit(drafts)
    number = 0
    done: list[Part] = []
    for draft in drafts:
        numbered = [replace(item, number=number + n) for n, item in enumerate(draft.items, 1)]
        number += len(numbered)
        done.append(replace(draft.part, items=tuple(numbered)))
    return tuple(done)


def edits_apart(quiz: Quiz, chance: Random) -> tuple[list[Edit], list[Edit]]:
    """Return edits of each side, of questions and parts that are no neighbours."""
    used = {word for part in quiz for word in (part.name, *_words(part))}
    words = iter(chance.sample([word for word in NOUNS if word not in used], 20))
    edits = list(_edits(quiz, chance, words))
    chance.shuffle(edits)
    middle = max(1, min(len(edits) - 1, chance.randrange(len(edits))))
    return edits[:middle], edits[middle:]


def _edits(quiz: Quiz, chance: Random, words: Iterator[str]) -> Iterator[Edit]:
    """Yield edits that do not touch: of two questions of a part, or one, or one of its place."""
    kinds = [_added, _reworded, _deleted, _moved, _answered, _offered]
    quiet = chance.randrange(len(quiz))
    taken = quiet + 1 if quiet + 1 < len(quiz) else quiet - 1
    rest = [place for place in range(len(quiz)) if place not in (quiet, taken)]
    for part in (quiz[place] for place in rest):
        items = [part.items[0], part.items[-2]]  # the last stands before those of the next part
        if chance.random() < 0.4:
            items = [chance.choice(part.items[:-1])]
        for item in items[: chance.choice([0, 1, 2, 2])]:
            yield chance.choice(kinds)(item, next(words))
    if chance.random() < 0.4:
        yield _moved_away(chance.choice(quiz[taken].items), quiz[quiet])
    else:
        yield chance.choice(kinds)(quiz[taken].items[2], next(words))
        yield _reworded(quiz[quiet].items[0], next(words))
        yield _reworded(quiz[quiet].items[-1], next(words))
        if chance.random() < 0.6 and quiet + 1 < len(quiz):  # the last part stays so
            yield _part_added(quiet, quiz, next(words))


def _words(part: Part) -> list[str]:
    return [word for item in part.items for word in item.text.strip("?").split()]


def _find(drafts: list[Draft], item: Item) -> tuple[list[Item], int]:
    return next(
        (draft.items, place)
        for draft in drafts
        for place, each in enumerate(draft.items)
        if each.number == item.number and each.right == item.right
    )


def _added(item: Item, word: str) -> Edit:
    def edit(drafts: list[Draft]) -> None:
        items, place = _find(drafts, item)
        items.insert(place + 1, _new(item, word))

    return edit


def _new(item: Item, word: str) -> Item:
    options = tuple(f"{option}, or a {word}" for option in item.options)
    text, answer = f"What {word}s are new?", f"Any {word}."
    return replace(item, number=-1, text=text, options=options, answer=answer)


def _changed(item: Item, new: Item) -> Edit:
    def edit(drafts: list[Draft]) -> None:
        items, place = _find(drafts, item)
        items[place] = new

    return edit


def _reworded(item: Item, word: str) -> Edit:
    return _changed(item, replace(item, text=item.text.replace("?", f" of {word}?")))


def _answered(item: Item, word: str) -> Edit:
    return _changed(item, replace(item, answer=f"{item.answer} Like a {word}."))


def _offered(item: Item, word: str) -> Edit:
    options = tuple(f"{each} or {word}" if n == 1 else each for n, each in enumerate(item.options))
    return _changed(item, replace(item, options=options))


def _deleted(item: Item, word: str) -> Edit:
    def edit(drafts: list[Draft]) -> None:
        items, place = _find(drafts, item)
        del items[place]

    return edit


def _moved(item: Item, word: str) -> Edit:
    def edit(drafts: list[Draft]) -> None:
        items, place = _find(drafts, item)
        items.insert(1 if place == 0 else place - 1, items.pop(place))

    return edit


def _moved_away(item: Item, to: Part) -> Edit:
    def edit(drafts: list[Draft]) -> None:
        items, place = _find(drafts, item)
        moved = items.pop(place)
        next(draft for draft in drafts if draft.part == to).items.append(moved)

    return edit


def _part_added(place: int, quiz: Quiz, word: str) -> Edit:
    def edit(drafts: list[Draft]) -> None:
        at = next(n for n, draft in enumerate(drafts) if draft.part == quiz[place])
        first = quiz[place].items[0]
        new = [_new(first, word), _new(first, f"{word} kit")]
        drafts.insert(at + 1, Draft(Part(word, ()), new))

    return edit


def _guide(quiz: Quiz) -> Files:
    """Write a quiz as a guide of the default dialect: questions are topics, options ask."""
    parts = ["# Crafts"]
    for chapter, part in enumerate(quiz, 1):
        parts.append(f"## {chapter}. {part.title}")
        for topic, item in enumerate(part.items, 1):
            asked = "\n".join(f"  - What is a {option}?" for option in item.options)
            fields = f"- **Description**: {item.answer}\n- **Questions**:\n{asked}"
            parts.append(f"### {chapter}.{topic} {item.text.rstrip('?')}\n\n{fields}")
    return {"guide.md": joined(parts)}


DEFAULT = Family("", _guide)
