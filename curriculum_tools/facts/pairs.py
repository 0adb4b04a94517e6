"""Where the headings of a guide differ from those of the guide that it is paired with."""

from difflib import SequenceMatcher
from typing import NamedTuple

from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.visible import visible


class UnlikeHeadings(NamedTuple):
    """The first place at which the headings of two guides differ.

    `here` is what this guide has, `there` what the other has in its place; either may be None.
    `span` is the place in this guide, None where it ends before. `differing` is how many do.
    """

    here: str | None
    there: str | None
    span: Span | None
    differing: int


def unlike_headings(guide: Guide, other: Guide, config: Config) -> UnlikeHeadings | None:
    """Return where the headings of two guides first differ; None where they are the same.

    Headings are those of chapters, topics and questions; the titles of files are none. Where the
    numbers of the other guide are wrong themselves, which is reported there, numbers say nothing.
    """
    has_numbers = not Facts(other, config).numbering
    own, others = _headings(guide, has_numbers), _headings(other, has_numbers)
    before, after = ([text.casefold() for text, _ in found] for found in (others, own))
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    changes = [change for change in matcher.get_opcodes() if change[0] != "equal"]
    if not changes:
        return None
    _, there, there_end, here, here_end = changes[0]
    return UnlikeHeadings(
        own[here][0] if here < here_end else None,
        others[there][0] if there < there_end else None,
        own[here][1] if here < len(own) else None,
        sum(max(c[2] - c[1], c[4] - c[3]) for c in changes),
    )


def _headings(guide: Guide, has_numbers: bool) -> list[tuple[str, Span]]:
    """Return the headings that carry the dialect as readers see them, in the order of the text."""
    found = [
        (section.heading.number, section.heading.title)
        for chapter in guide.chapters
        for section in (chapter, *chapter.sections)
        if section.is_headed and section.heading.span != guide.root.heading.span
    ]
    found += ((each.number, Text(each.text, each.span)) for _, each in guide.questions)
    headings = []
    for number, title in sorted(found, key=lambda each: each[1].span):
        mark = f"{number.text}. " if number and has_numbers else ""
        headings.append((mark + visible(title.text).text, title.span))
    return headings
