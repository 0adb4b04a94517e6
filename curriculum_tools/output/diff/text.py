"""The format `text`: a change log on a terminal."""

from collections.abc import Iterator, Sequence

from curriculum_tools.output.counted import counted
from curriculum_tools.output.diff.change_log import LogItem, LogSection, change_log
from curriculum_tools.output.diff.word_diff import Segment, SegmentKind, shorten
from curriculum_tools.output.display_width import ELLIPSIS, display_width
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import Paint, Word, wrap_text, wrap_words
from curriculum_tools.versions.diff.by_number import diff_by_number
from curriculum_tools.versions.diff.changes import Difference

MOST_ITEMS = 5  # of a section, unless all were asked for
MOST_LINES = 6  # of an item, likewise
_TITLES = 14  # columns for the titles of sections
_LABELS = 16  # columns for the label of an item
_INDENT = "  "
_SIGNS = {SegmentKind.GONE: "-", SegmentKind.NEW: "+"}
_BRACKETS = {SegmentKind.GONE: ("[-", "-]"), SegmentKind.NEW: ("{+", "+}")}


def render(difference: Difference, style: Style) -> Iterator[str]:
    """Yield the change log; long lists are folded unless the style is verbose."""
    if not difference.changes:
        if not style.quiet:
            yield from wrap_text(_no_change(difference), style.width)
        return
    for section in change_log(difference):
        yield "".join(f"{line}\n" for line in _section(section, style))
    if hint := _hint(difference):
        yield from wrap_text(hint, style.width)


def _hint(difference: Difference) -> str:
    """Return what to try where no words are the same, but most numbers are; else nothing."""
    if difference.kept.topics or difference.kept.questions:
        return ""
    numbers = diff_by_number(difference.before, difference.after)
    if 2 * numbers.shared <= numbers.numbers:
        return ""
    before, after = sanitize(difference.before.name), sanitize(difference.after.name)
    return f"Two languages of one guide? curriculum diff --by-number {before} {after}"


def _no_change(difference: Difference) -> str:
    chapters, topics, questions = difference.kept
    parts = (counted(chapters, "chapter"), counted(topics, "topic"), counted(questions, "question"))
    return f"No change: {', '.join(parts)} say the same"


def _section(section: LogSection, style: Style) -> Iterator[str]:
    title = section.title.ljust(_TITLES)
    words = [Word(word) for word in sanitize(section.headline).split()]
    margin = " " * _TITLES
    for number, line in enumerate(wrap_words(words, style.width - len(title))):
        yield f"{margin if number else style.bold(title)}{line}"
    shown = (
        section.items if style.verbose else section.items[: 0 if section.is_minor else MOST_ITEMS]
    )
    widest = min(max((display_width(sanitize(item.label)) for item in shown), default=0), _LABELS)
    for item in shown:
        yield from _item(item, widest, style)
    if not section.is_minor and len(shown) < len(section.items):
        yield style.dim(f"{_INDENT}({len(section.items) - len(shown):,} more: -v)")


def _item(item: LogItem, widest: int, style: Style) -> Iterator[str]:
    label = _cut(sanitize(item.label), widest)
    head = f"{_INDENT}{' ' * (widest - display_width(label))}{label}{_INDENT if widest else ''}"
    segments = item.segments if style.verbose else shorten(item.segments)
    margin = " " * display_width(head)
    lines = wrap_words(_words(segments, style), max(1, style.width - len(margin)))
    for number, line in enumerate(lines):
        if number == MOST_LINES and not style.verbose:
            yield f"{margin}{ELLIPSIS}"
            return
        yield f"{margin if number else head}{line}"


def _words(segments: Sequence[Segment], style: Style) -> Iterator[Word]:
    """Yield the words of an item: what went or came as a whole has a sign, else brackets."""
    paints: dict[SegmentKind, Paint] = {
        SegmentKind.GONE: style.gone,
        SegmentKind.NEW: style.new,
        SegmentKind.REMARK: style.dim,
        SegmentKind.SAME: str,
    }
    is_whole = sum(segment.kind is not SegmentKind.REMARK for segment in segments) == 1
    previous = None
    for text, kind in segments:
        words = sanitize(" ".join(text.split())).split(" ")
        if kind in _SIGNS and is_whole:
            yield Word(_SIGNS[kind], paints[kind])
        elif kind in _BRACKETS:
            opening, closing = _BRACKETS[kind]
            words[0] = opening + words[0]
            words[-1] += closing
        is_glued = kind is SegmentKind.NEW and previous is SegmentKind.GONE
        for place, word in enumerate(words):
            yield Word(word, paints[kind], is_glued=is_glued and not place)
        previous = kind


def _cut(text: str, room: int) -> str:
    """Return a text cut to the columns there are."""
    if display_width(text) <= room:
        return text
    while text and display_width(text) > room - 1:
        text = text[:-1]
    return text + ELLIPSIS
