"""The words that a reader of a guide sees, by another Markdown library than the parser's."""

import html
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import mistune

from curriculum_tools.model.guide import Guide
from curriculum_tools.output.parse.json import render
from curriculum_tools.versions.unread import PLACEHOLDERS

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_HIDDEN = re.compile(r"<!--.*?-->|<[^<>]*>|\[[ xX]\]", re.DOTALL)
#: Letters and figures apart: "1.3Salt" may be a number and a title.
_WORD = re.compile(r"\d+|[^\W\d_]+")
_page = mistune.create_markdown(escape=False, plugins=["table"])


def seen(markdown: str) -> Counter[str]:
    """Count the words that a reader sees of a text as Markdown."""
    return Counter(_WORD.findall(html.unescape(_HIDDEN.sub(" ", str(_page(markdown))))))


def unseen(guide: Guide) -> Counter[str]:
    """Count the words that a reader sees of a guide and `curriculum parse` does not print.

    Labels of fields, and what stands before the titles of headings, name what they belong to.
    """
    text = guide.source.text.replace("\r\n", "\n").replace("\r", "\n")
    lost = seen(_FRONT_MATTER.sub("", text))
    if not lost:
        return lost
    held: Counter[str] = Counter()
    for said in _strings(json.loads("".join(render(guide)))):
        held.update(seen(said) | Counter(_WORD.findall(said)))
    for label in _labels(guide):
        held.update(_WORD.findall(label))
    return lost - held


def _labels(guide: Guide) -> Iterator[str]:
    for heading in guide.headings:
        yield guide.source.text[heading.span.start : heading.title.span.start]
        if guide.dialect.templates:  # how many questions there are
            yield guide.source.text[heading.title.span.end : heading.span.end]
    for topic in guide.topics:
        for field in topic.fields:
            yield field.label.text if field.label else ""
            yield from (PLACEHOLDERS for each in field.notes if each.status != "written")
            yield from ("and or" for _ in field.notes[1:])  # between two paths
    for _, question in guide.questions:
        if question.answer.names:
            yield guide.source.slice(question.answer.span)
    yield from (div.text for div in guide.divs)


def _strings(said: Any) -> Iterator[str]:
    if isinstance(said, str):
        yield said
    elif isinstance(said, dict | list):
        for each in said.values() if isinstance(said, dict) else said:
            yield from _strings(each)
