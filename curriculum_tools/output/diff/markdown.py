"""The format `markdown`: a change log fit for a comment on a pull request."""

from collections.abc import Iterator

from curriculum_tools.output.diff.change_log import LogItem, LogSection, change_log
from curriculum_tools.output.diff.word_diff import ELISION, Segment, SegmentKind
from curriculum_tools.output.escape_markdown import (
    ZERO_WIDTH,
    escape_comment,
    escape_comment_html,
)
from curriculum_tools.output.style import Style
from curriculum_tools.versions.diff.changes import Difference

MOST_CHARACTERS = 65_536  # of a comment on GitHub
MOST_OPEN = 5  # items that are shown without a click
MOST_OF_A_SEGMENT = 1_000  # characters
MOST_OF_A_HEADLINE = 200
#: How many items of a section are listed: the first number with which the comment is not too long.
_MOST_ITEMS = (1_000, 300, 100, 30, 10, 3, 0)
_TAGS = {SegmentKind.GONE: ("<del>", "</del>"), SegmentKind.NEW: ("<ins>", "</ins>")}


def render(difference: Difference, _style: Style) -> Iterator[str]:
    """Yield the change log; where it would be too long for a comment, with fewer items."""
    sections = list(change_log(difference)) if difference.changes else []
    head = f"**{_name(difference.before.name)}** → **{_name(difference.after.name)}**\n\n"
    for most in _MOST_ITEMS:
        text = head + ("".join(_section(section, most) for section in sections) or "No change.\n")
        if len(text) <= MOST_CHARACTERS:
            break
    yield text


def _name(name: str) -> str:
    return escape_comment(name[:MOST_OF_A_HEADLINE])


def _section(section: LogSection, most: int) -> str:
    items = [_item(item) for item in section.items[:most]]
    if left := len(section.items) - len(items):
        items.append(f"- … {left:,} more, left out here; `curriculum diff -v` lists them\n")
    headline = section.headline[:MOST_OF_A_HEADLINE]
    if not section.is_minor and len(items) <= MOST_OPEN:
        listed = f"{''.join(items)}\n" if items else ""
        return f"**{section.title}**: {escape_comment(headline)}\n\n{listed}"
    summary = f"<b>{section.title}</b>: {escape_comment_html(headline)}"
    return f"<details><summary>{summary}</summary>\n\n{''.join(items)}\n</details>\n\n"


def _item(item: LogItem) -> str:
    label = f"**{escape_comment(item.label[:MOST_OF_A_HEADLINE])}** " if item.label else ZERO_WIDTH
    return f"- {label}{' '.join(map(_segment, item.segments))}\n"


def _segment(segment: Segment) -> str:
    text, kind = segment
    cut = text[:MOST_OF_A_SEGMENT] + ELISION if len(text) > MOST_OF_A_SEGMENT else text
    opening, closing = _TAGS.get(kind, ("", ""))
    return f"{opening}{escape_comment(cut)}{closing}"
