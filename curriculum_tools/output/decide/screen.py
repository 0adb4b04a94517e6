"""One open item as a screen of a terminal: both sides in full, and the keys that answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from curriculum_tools.model.content import Section
from curriculum_tools.output.display_width import display_width
from curriculum_tools.output.marked_words import MarkedWords, marked_words
from curriculum_tools.output.positions import shown_place
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import Word, wrap_text, wrap_words
from curriculum_tools.versions.deciding.open_item import ItemKind, ItemSide, OpenItem

MOST_QUESTIONS = 12  # of a topic that are shown; a screen holds two


@dataclass(frozen=True, slots=True)
class Key:
    """A key and what it does."""

    key: str
    label: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Where in the list an item stands, from 1, how long that is, and how many are decided.

    The `remark` is about what was pressed last.
    """

    guide: str
    place: int
    count: int
    decided: int
    remark: str = ""


def render_item(
    item: OpenItem, keys: Sequence[Key], more: Sequence[Key], progress: Progress, style: Style
) -> Iterator[str]:
    """Yield the screen of an item; `keys` answer it, `more` do something else."""
    done = f" · {progress.decided} decided" if progress.decided else ""
    head = f"{progress.guide} · {progress.place} of {progress.count}{done}"
    yield from (style.dim(line) for line in wrap_text(sanitize(head), style.width))
    for line in wrap_text(sanitize(progress.remark), style.width):
        yield style.bold(line.rstrip("\n")) + "\n"
    yield "\n"
    for line in wrap_text(sanitize(item.title), style.width):
        yield style.bold(line.rstrip("\n")) + "\n"
    yield from wrap_text(sanitize(item.why), style.width)
    yield "\n"
    marked = _marked(item)
    for place, side in enumerate(item.sides):
        number = f"{place + 1}  " if len(item.sides) > 1 else ""
        yield from _side(side, marked[place], number, item, style)
        yield "\n"
    yield from _keys(keys, style)
    yield "\n"
    yield from wrap_text(" · ".join(f"{key.key} {key.label}" for key in more), style.width)


def _marked(item: OpenItem) -> Sequence[Sequence[MarkedWords]]:
    """Return the texts of all sides; of two, with the words marked that differ."""
    if len(item.sides) == 2 and item.sides[0].text != item.sides[1].text:
        return marked_words(item.sides[0].text, item.sides[1].text)
    return [(MarkedWords(side.text, differs=False),) for side in item.sides]


def _side(
    side: ItemSide, words: Iterable[MarkedWords], lead: str, item: OpenItem, style: Style
) -> Iterator[str]:
    margin = " " * len(lead)
    text = [Word(sanitize(side.number))] if side.number else []
    for run in words:
        paint = style.differing if run.differs else style.bold
        text += [Word(sanitize(word), paint) for word in run.text.split()] or [Word("")]
    if not side.text:
        text.append(Word("(nothing)", style.dim))
    for at, line in enumerate(wrap_words(text, style.width - len(lead))):
        yield f"{margin if at else lead}{line}\n"
    where = [side.label] if side.label else []
    if side.source:
        where.append(shown_place(side.source, side.line) if side.line else sanitize(side.source))
    if item.kind in (ItemKind.SAME_QUESTION, ItemKind.REPEATED_QUESTION) and side.topic:
        where.append(f"in {side.topic.said.title}")
    for line in wrap_text(sanitize(", ".join(where)), style.width, margin) if where else ():
        yield style.dim(line)
    if side.topic and item.kind in (ItemKind.SAME_TOPIC, ItemKind.ABSENT_TOPIC):
        yield from _topic(side.topic.said, margin, style)


def _topic(topic: Section, margin: str, style: Style) -> Iterator[str]:
    """Yield what a topic says: its description, notes and questions."""
    if topic.description:
        yield from wrap_text(sanitize(topic.description.text), style.width, margin)
    for notes in topic.notes:
        yield from wrap_text(sanitize(f"notes ({notes.status}): {notes.path}"), style.width, margin)
    for question in topic.questions[:MOST_QUESTIONS]:
        yield from wrap_text(sanitize(question.text), style.width, f"{margin}- ")
    if len(topic.questions) > MOST_QUESTIONS:
        yield from wrap_text(f"… {len(topic.questions) - MOST_QUESTIONS} more", style.width, margin)


def _keys(keys: Sequence[Key], style: Style) -> Iterator[str]:
    """Yield what answers, in two columns where they fit."""
    half = style.width // 2
    if all(display_width(key.label) + 4 < half for key in keys) and len(keys) > 2:
        middle = (len(keys) + 1) // 2
        for one, other in zip_longest(keys[:middle], keys[middle:]):
            left = f"{one.key}  {sanitize(one.label)}"
            right = f"{other.key}  {sanitize(other.label)}" if other else ""
            yield f"{left}{' ' * (half - display_width(left))}{right}".rstrip() + "\n"
        return
    for key in keys:
        yield from wrap_text(sanitize(key.label), style.width, f"{key.key}  ")
