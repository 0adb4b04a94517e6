"""Quizzes made by chance, and how the families of public curricula would write them.

What is asked is nonsense in plain words, so that no two questions are alike unless they are meant
to be.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from random import Random

WORDS = """
anvil apron arrow attic axle bagpipe balcony barrel basket beacon bellows bench blanket bobbin
bridge bucket buoy cabin candle canoe carpet cellar chain chimney chisel cobweb compass copper
cradle crate cushion dagger dormer drum easel elbow ember engine fence ferry fiddle flask flute
fountain funnel garden gate glacier glove gutter hammer harbour harness hatch hedge helmet hinge
hoof icicle inkwell island jacket jetty kettle kiln ladder lantern lever locket loom magnet
mallet marble mast meadow mitten mortar needle nozzle oar orchard oven paddle palette parasol
pebble pillow pistol plough pocket pulley pyramid quarry quill rafter ribbon rivet rudder saddle
sail satchel scaffold shovel shutter siphon sledge spindle sponge stable stirrup tankard
tapestry tassel thimble timber torch trellis trowel tunnel turret umbrella urn valve veil velvet
violin wagon wardrobe whistle willow windmill wrench yarn zipper
"""
NOUNS = WORDS.split()
ASKING = (
    "Why does the {} need a {}?",
    "How is a {} fixed to its {}?",
    "Which {} can carry the heaviest {}?",
    "When was the first {} built without a {}?",
    "Who would trade one {} against a {}?",
    "Where should you keep the {} of a {}?",
)
PLACEHOLDER = "To be written."


ASKED = 5  # questions of each part


@dataclass(frozen=True)
class Item:
    """A question; `right` is the place of its right option."""

    number: int
    text: str
    options: tuple[str, ...]
    right: int
    answer: str

    @property
    def letter(self) -> str:
        return "ABCD"[self.right]


@dataclass(frozen=True)
class Part:
    """A chapter, or a file of a project that has many."""

    name: str
    items: tuple[Item, ...]

    @property
    def title(self) -> str:
        return f"The {self.name}"


Quiz = tuple[Part, ...]


def slug(text: str) -> str:
    return re.sub(r"[^\w -]", "", text.lower()).replace(" ", "-")


def quiz_of(chance: Random, parts: int = 4) -> Quiz:
    """Make a quiz without defects."""
    words = chance.sample(NOUNS, len(NOUNS))

    def item(number: int) -> Item:
        text = chance.choice(ASKING).format(words.pop(), words.pop())
        options = (f"{word} number {chance.randrange(90)}" for word in chance.sample(NOUNS, 4))
        answer = f"It is {chance.choice(NOUNS)} work, and takes {chance.randrange(2, 99)} days."
        return Item(number, text, tuple(options), chance.randrange(4), answer)

    return tuple(
        Part(words.pop(), tuple(item(place * ASKED + n) for n in range(1, ASKED + 1)))
        for place in range(parts)
    )


def items_of(quiz: Quiz) -> list[Item]:
    return [item for part in quiz for item in part.items]


Files = dict[str, str]
Write = Callable[[Quiz], Files]


def joined(parts: Sequence[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"


def lettered(item: Item, mark: str = ":") -> str:
    return "\n".join(f"- {'ABCDEF'[n]}{mark} {text}" for n, text in enumerate(item.options))


def boxes(item: Item) -> str:
    return "\n".join(
        f"- [{'x' if n == item.right else ' '}] {o}" for n, o in enumerate(item.options)
    )


def listed(quiz: Quiz, line: str) -> str:
    """Give a table of contents."""
    items = items_of(quiz)
    return "\n".join(line.format(item.number, item.text, slug(item.text)) for item in items)


def folded(item: Item) -> str:
    return f"<details>\n<summary>{item.text}</summary>\n\n{item.answer}\n\n</details>"


def asked(part: Part) -> str:
    return "\n".join(f"- {item.text}" for item in part.items)
