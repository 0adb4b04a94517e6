"""Text from guides, made safe inside Markdown: in a page, and in a comment on a forge."""

import re

from curriculum_tools.output.sanitize import sanitize

ZERO_WIDTH = "&#8203;"  # a blank that takes no room

_MARKS = re.compile(r"[\\`*_\[\]<>&|~$]")
_CLOSING = re.compile(r"(?<!#)#+$")
_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS_BESIDE_HTML = re.compile(r"[\\`*_{}\[\]|~^$]")
# What a forge makes a link, a picture or a notice of, once it is HTML: @user, #12, &12, GH-12, !12,
# %milestone, :tada:, www., http://
_REFERENCE = re.compile(
    r"[@#!%](?=\w)|&amp;(?=\d)|\bGH-(?=\d)|:(?=//|[a-z+-][\w+-]*:)|\bwww(?=\.)", re.IGNORECASE
)


def escape_markdown(text: str) -> str:
    """Return a text of one line that Markdown shows as it is, in a cell of a table too."""
    return _MARKS.sub(r"\\\g<0>", sanitize(text))


def escape_heading(text: str) -> str:
    """Return a text of one line for a heading, where a # at the end is part of it."""
    return _CLOSING.sub(lambda signs: r"\#" * len(signs[0]), escape_markdown(text))


def escape_comment(text: str) -> str:
    """Return a text in one line for a comment on a forge: it means itself and notifies nobody."""
    return _without_references(_MARKS_BESIDE_HTML.sub(r"\\\g<0>", _as_html(text)))


def escape_comment_html(text: str) -> str:
    """Return a text in one line for HTML in a comment, where Markdown is not read."""
    return _without_references(_as_html(text))


def _as_html(text: str) -> str:
    return sanitize(" ".join(text.split())).translate(_HTML)


def _without_references(text: str) -> str:
    return _REFERENCE.sub(lambda match: match[0] + ZERO_WIDTH, text)
