"""How many questions a guide says there are, and how many there are."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.facts.anchors.written import heading_text
from curriculum_tools.facts.contents import anchor_of
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.moved_links import moved_links
from curriculum_tools.facts.places import bare
from curriculum_tools.model.content import Block, BlockKind, Section
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.model.templates import Carrier, Template
from curriculum_tools.syntax.visible import visible

MOST_CHARACTERS = 2_000  # of a line that is read; no longer one says how many questions there are

_COUNTED = (BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.TABLE, BlockKind.QUOTE, BlockKind.HTML)
_MARKS = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?#{1,6}[ \t]+")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_CLOSING = re.compile(r"(?<![ \t])(?:[ \t]+#+)?[ \t]*\Z")
_BAR = re.compile(r"(?<!\\)\|")
_DIGIT = re.compile(r"\d")
_AT_LEAST = re.compile(r"\s*\+")


class SaidCount(NamedTuple):
    """A number of questions that a guide names: the number as said and as it is.

    `section` is what it counts: the guide, a chapter or a topic. `edits` write the right number.
    """

    span: Span
    said: int
    actual: int
    section: Section
    edits: tuple[Edit, ...]


def said_counts(facts: Facts) -> Iterator[SaidCount]:
    """Yield the numbers of questions that a guide names, where its dialect says how."""
    templates = facts.guide.dialect.templates
    if templates:
        sections = (*templates.chapters, *templates.topics)
        named = [t for t in sections if "count" in t.placeholders]
        if named or templates.counts:
            yield from _in_headings(facts, [*named, *templates.counts])
        if templates.counts:
            yield from _in_text(facts, templates.counts)


def question_count(section: Section) -> int:
    """Return how many questions stand in a section and all below it."""
    return len(section.questions) + sum(map(question_count, section.sections))


def _in_headings(facts: Facts, templates: Sequence[Template]) -> Iterator[SaidCount]:
    levels = {template.level for template in templates if template.level}
    guide = facts.guide
    for section in (guide.root, *guide.chapters, *guide.topics):
        if section.heading.level not in levels:
            continue
        line = guide.source.line_span(guide.source.line_of(section.heading.title.span.start))
        text = guide.source.slice(line)
        marks = _MARKS.match(text)
        part = Span(marks.end() if marks else 0, len(_CLOSING.sub("", text)))
        alike = [each for each in templates if each.level == section.heading.level]
        if match := next(filter(None, (_matched(each, text, part) for each in alike)), None):
            yield from _counted(facts, section, match.moved(line.start), is_heading=True)


def _in_text(facts: Facts, templates: Sequence[Template]) -> Iterator[SaidCount]:
    source = facts.source
    for block, home in _blocks(facts.guide):
        for number in range(source.line_of(block.span.start), source.line_of(block.span.end) + 1):
            line = source.line_span(number)
            text = source.slice(line)
            if len(text) > MOST_CHARACTERS or not _DIGIT.search(text):
                continue
            if facts.regions.kind_at(line.start) is LeafKind.CODE:
                continue
            is_row = block.kind is BlockKind.TABLE
            match = next(_matches(templates, text, is_row=is_row), None)
            if match:
                match = match.moved(line.start)
                section = _meant(facts, match, home)
                yield from _counted(facts, section, match) if section else ()


def _blocks(guide: Guide) -> Iterator[tuple[Block, Section]]:
    """Yield what is text and no question, with the section that it stands in."""
    for section in (guide.root, *guide.chapters, *guide.topics):
        home = section if section.is_headed else guide.root
        yield from ((block, home) for block in section.free_blocks if block.kind in _COUNTED)


class _Match(NamedTuple):
    """A count in a line: where the number stands, the title that it names, and all of it."""

    number: Span
    title: str | None
    part: Span

    def moved(self, offset: int) -> "_Match":
        number, part = (Span(s.start + offset, s.end + offset) for s in (self.number, self.part))
        return _Match(number, self.title, part)


def _matches(templates: Sequence[Template], text: str, *, is_row: bool) -> Iterator[_Match]:
    """Yield the counts that a line may hold, the first the best."""
    marker = _ITEM.match(text)
    for template in templates:
        if template.carrier is Carrier.ROW:
            yield from _in_row(template, text) if is_row else ()
        elif template.carrier in (Carrier.ITEM, Carrier.NUMBERED_ITEM):
            if marker and (match := _matched(template, text, Span(marker.end(), len(text)))):
                yield match
        elif template.carrier is Carrier.LINE:
            part = Span(marker.end() if marker else 0, len(text))
            if match := _matched(template, text, part, is_whole=False):
                yield match


def _in_row(template: Template, text: str) -> Iterator[_Match]:
    """Yield the neighbouring cells of a row that a template matches; the row may have more."""
    inner = text.strip().strip("|")
    at = text.index(inner)
    bars = [at - 1, *(at + bar.start() for bar in _BAR.finditer(inner)), at + len(inner)]
    width = len(_BAR.findall(template.text.strip().strip("|"))) + 1
    for first, last in zip(bars, bars[width:], strict=False):
        if match := _matched(template, text, Span(first + 1, last)):
            yield match


def _matched(template: Template, text: str, part: Span, *, is_whole: bool = True) -> _Match | None:
    """Return the count of a part of a line."""
    seen = visible(text[part.start : part.end], keeps_bold=template.keeps_bold)
    match = template.pattern.fullmatch(seen.text)
    if not match and not is_whole:
        is_open = template.text.lstrip().startswith("{text}")  # a title begins where the line does
        found = (template.pattern.match if is_open else template.pattern.search)(seen.text)
        match = found and (template.pattern.fullmatch(seen.text, found.start()) or found)
    if not match or "count" not in template.placeholders:
        return None
    number = Span(*(part.start + place for place in seen.span(*match.span("count"))))
    said = text[number.start : number.end].rstrip(".,")
    title = match["text"] if "text" in template.placeholders else None
    return _Match(Span(number.start, number.start + len(said)), title, part)


def _meant(facts: Facts, match: _Match, home: Section) -> Section | None:
    """Return what a count is of: what the line links to or names, else what it stands in."""
    if match.title is None:
        return home
    guide = facts.guide
    sections = (*guide.chapters, *guide.topics)
    for link in facts.links:
        if match.part.covers(link.span) and not link.path:
            place = facts.places.by_anchor.get(anchor_of(link))
            return next(
                (s for s in sections if place and s.heading.span.start == place.start), None
            )
    title = bare(match.title)
    named = [section for section in sections if section.is_headed and bare(section.title) == title]
    if len(named) == 1:
        return named[0]
    return guide.root if not named and bare(guide.title or "") == title else None


def _counted(
    facts: Facts, section: Section, match: _Match, *, is_heading: bool = False
) -> Iterator[SaidCount]:
    """Yield a count of a section; one that says "30+" where there are more is no number."""
    source = facts.source
    written = source.slice(match.number)
    said = int(re.sub(r"[.,]", "", written))
    actual = question_count(section)
    if _AT_LEAST.match(source.text, match.number.end) and said <= actual:
        return
    right = f"{actual:,}" if "," in written else str(actual)
    edits = [Edit(match.number, right)]
    if is_heading:  # its anchor has the number, and links to it follow
        start = section.heading.span.start
        old = heading_text(facts.guide, section.heading)
        at = source.text.find(old, start) if old else -1
        if 0 <= at <= match.number.start:
            new = old[: match.number.start - at] + right + old[match.number.end - at :]
            edits += (edit for _, edit in moved_links(facts, section.heading, new))
    yield SaidCount(match.number, said, actual, section, tuple(edits))
