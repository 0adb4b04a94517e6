"""What changed between two versions, as a change log on a terminal."""

from collections.abc import Iterator, Sequence

from curriculum_tools.output.cells import ELLIPSIS, width
from curriculum_tools.output.change_log import Item, Section, change_log
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.segments import Mark, Segment, shortened
from curriculum_tools.output.style import Style
from curriculum_tools.output.summary import counted
from curriculum_tools.output.wrapping import Paint, Word, wrapped
from curriculum_tools.versions.diff.changes import Difference

MOST_ITEMS = 5  # of a section, unless all were asked for
_TITLES = 14  # cells for the titles of sections
_LABELS = 16  # cells for the label of an item
_INDENT = "  "
_SIGNS = {Mark.GONE: "-", Mark.NEW: "+"}
_BRACKETS = {Mark.GONE: ("[-", "-]"), Mark.NEW: ("{+", "+}")}


def diff_text(difference: Difference, style: Style) -> Iterator[str]:
    """Give the change log; long lists are folded unless the style is verbose."""
    if not difference.changes:
        if not style.quiet:
            words = map(Word, _no_change(difference).split())
            yield "".join(f"{line}\n" for line in wrapped(words, style.width))
        return
    for section in change_log(difference):
        yield "".join(f"{line}\n" for line in _section(section, style))


def _no_change(difference: Difference) -> str:
    chapters, topics, questions = difference.kept
    parts = (counted(chapters, "chapter"), counted(topics, "topic"), counted(questions, "question"))
    return f"No change: {', '.join(parts)} say the same"


def _section(section: Section, style: Style) -> Iterator[str]:
    title = section.title.ljust(_TITLES)
    words = [Word(word) for word in harmless(section.headline).split()]
    margin = " " * _TITLES
    for number, line in enumerate(wrapped(words, style.width - len(title))):
        yield f"{margin if number else style.bold(title)}{line}"
    shown = (
        section.items if style.verbose else section.items[: 0 if section.is_minor else MOST_ITEMS]
    )
    widest = min(max((width(harmless(item.label)) for item in shown), default=0), _LABELS)
    for item in shown:
        yield from _item(item, widest, style)
    if not section.is_minor and len(shown) < len(section.items):
        yield style.dim(f"{_INDENT}({len(section.items) - len(shown):,} more: -v)")


def _item(item: Item, widest: int, style: Style) -> Iterator[str]:
    label = _cut(harmless(item.label), widest)
    head = f"{_INDENT}{' ' * (widest - width(label))}{label}{_INDENT if widest else ''}"
    segments = item.segments if style.verbose else shortened(item.segments)
    margin = " " * width(head)
    lines = wrapped(_words(segments, style), max(1, style.width - len(margin)))
    for number, line in enumerate(lines):
        yield f"{margin if number else head}{line}"


def _words(segments: Sequence[Segment], style: Style) -> Iterator[Word]:
    """Yield the words of an item: what went or came as a whole after a sign, else in brackets."""
    paints: dict[Mark, Paint] = {
        Mark.GONE: style.gone,
        Mark.NEW: style.new,
        Mark.REMARK: style.dim,
        Mark.SAME: str,
    }
    is_whole = sum(segment.mark is not Mark.REMARK for segment in segments) == 1
    previous = None
    for text, mark in segments:
        words = harmless(" ".join(text.split())).split(" ")
        if mark in _SIGNS and is_whole:
            yield Word(_SIGNS[mark], paints[mark])
        elif mark in _BRACKETS:
            opening, closing = _BRACKETS[mark]
            words[0] = opening + words[0]
            words[-1] += closing
        is_glued = mark is Mark.NEW and previous is Mark.GONE
        for place, word in enumerate(words):
            yield Word(word, paints[mark], is_glued=is_glued and not place)
        previous = mark


def _cut(text: str, room: int) -> str:
    """Cut a text that is too wide."""
    if width(text) <= room:
        return text
    while text and width(text) > room - 1:
        text = text[:-1]
    return text + ELLIPSIS
