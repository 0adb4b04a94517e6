"""Making text from guides safe inside Markdown that a forge shows, such as a comment."""

import re

from curriculum_tools.output.harmless import harmless

_HTML = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS = re.compile(r"([\\`*_{}\[\]|~^$])")
# What a forge makes a link of, or tells somebody: @user, #12, GH-12, !12, %milestone, www., http://
_REFERENCE = re.compile(r"([@#!%])(?=\w)|(\bGH-)(?=\d)|(:)(?=//)|(\bwww)(?=\.)", re.IGNORECASE)
NOTHING = "&#8203;"  # a blank without width


def escaped(text: str) -> str:
    """Give a text for the inside of a line of Markdown: it means itself, and calls nobody."""
    line = _one_line(text).translate(_HTML)
    return _parted(_MARKS.sub(r"\\\1", line))


def escaped_html(text: str) -> str:
    """Give a text in one line for a place where Markdown is not read, as in a summary."""
    return _parted(_one_line(text).translate(_HTML))


def _one_line(text: str) -> str:
    return harmless(" ".join(text.split()))


def _parted(text: str) -> str:
    return _REFERENCE.sub(lambda match: match[0] + NOTHING, text)
