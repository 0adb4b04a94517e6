"""The table of contents of a guide: lists and tables whose links lead to places in the guide.

They stand before the questions, of the guide or of the chapter or topic that they list, or below a
heading that holds nothing else.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import chain, pairwise
from typing import NamedTuple

from curriculum_tools.facts.links import MOST_BEFORE, RelativeLink, link_text
from curriculum_tools.model.content import Block, BlockKind, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.visible import visible

USER_CONTENT = "user-content-"  # what GitHub writes before each anchor
FEWEST_ENTRIES = 2  # of a table of contents; a single link is a link

_NUMBER = r"\d+(?:\.\d+)*[a-z]?(?!\w)"
_ITEM = re.compile(rf"[ \t>]*(?:[-*+]|(?P<number>{_NUMBER})[.)])[ \t]+")
_DELIMITERS = re.compile(r"(?=[ \t|:]*-)[ \t|:-]*")
_BAR = re.compile(r"(?<!\\)\|")
_TAG_OR_SHORTCODE = re.compile(r"<[^<>]*>|:[\w+-]+:")
# What may stand in front of an entry: signs, and a number with a word or none ("12", "Q3.").
_FRONT = re.compile(rf"[\W_]*(?:(?:[^\W\d_]+[ ]?)?(?P<number>{_NUMBER})[\W_]*)?")
_NUMBER_CELL = re.compile(rf"[\s*_`#]*(?P<number>{_NUMBER})[.):\s*_`]*")
_NUMBER_WITHIN = re.compile(
    rf"[*_`]*(?:[^\W\d_]+[ ]?)?(?:(?P<number>{_NUMBER})(?:[.):](?=\s)|\s+[-–—](?=\s))"
    r"|(?P<dotted>\d+(?:\.\d+)+)(?=\s))\s*"
)


class ContentsEntry(NamedTuple):
    """An entry: its text, the number in front of it or in it, and the anchor that it leads to.

    The span is that of the whole link, `destination` that of what it leads to, as written. Entries
    of one list or table have the same `block`.
    """

    text: str
    number: Text | None
    target: str
    span: Span
    destination: Span
    block: int


def lists_anchors(block: Block) -> bool:
    """Tell, by its text alone, a list or table that is mostly links into its own page."""
    lines = [line for line in block.text.split("\n") if not _DELIMITERS.fullmatch(line)]
    links = sum("](#" in line or 'href="#' in line for line in lines)
    return _may_list(block) and links >= FEWEST_ENTRIES and 2 * links >= len(lines)


class Contents(NamedTuple):
    """The entries in their order, and the anchors that anything in the contents leads to."""

    entries: tuple[ContentsEntry, ...] = ()
    targets: frozenset[str] = frozenset()


NO_CONTENTS = Contents()


def read_contents(
    guide: Guide, links: Sequence[RelativeLink], anchors: Mapping[str, int]
) -> Contents:
    """Return the contents of a guide of a dialect with templates; `anchors` have their offsets."""
    templates = guide.dialect.templates
    own = [own for link in links if (own := _within_guide(link, anchors))]
    if not templates or not templates.has_contents or len(own) < FEWEST_ENTRIES:
        return NO_CONTENTS
    starts = [link.span.start for link in own]
    entries: list[ContentsEntry] = []
    targets: set[str] = set()
    for block, section in _blocks(guide):
        first, last = (bisect_left(starts, offset) for offset in block.span)
        within = own[first:last]
        found = _entries(guide.source, block, within) if within else []
        if found and (section is None or _lead_into(section, found, anchors)):
            entries += found
            targets.update(anchor_of(link) for link in within)
    if len(entries) < FEWEST_ENTRIES:
        return NO_CONTENTS
    return Contents(tuple(sorted(entries, key=lambda entry: entry.span)), frozenset(targets))


def _within_guide(link: RelativeLink, anchors: Container[str]) -> RelativeLink | None:
    """Return a link to a place in its guide, be it that its author forgot the number sign."""
    if not link.path:
        return link if link.anchor else None
    is_meant = not link.anchor and link.path in anchors
    return link._replace(path="", anchor=link.path) if is_meant else None


def anchor_of(link: RelativeLink) -> str:
    """Return the anchor that a link leads to, without what GitHub writes before it."""
    return link.anchor.partition(":~:")[0].removeprefix(USER_CONTENT)


def _blocks(guide: Guide) -> Iterator[tuple[Block, Section | None]]:
    """Yield what may be contents; with its section, if it may list no more than that."""
    yield from ((block, None) for block in guide.blocks if _may_list(block))
    for section in chain(guide.chapters, guide.topics):
        first = next(
            (each.extent.start for part in (section, *section.sections) for each in part.questions),
            None,
        )
        for block in section.free_blocks:
            if _may_list(block) and (first is None or block.span.start < first):
                yield block, None if first is None else section


def _may_list(block: Block) -> bool:
    return block.kind in (BlockKind.LIST, BlockKind.TABLE)


def _lead_into(
    section: Section, entries: Sequence[ContentsEntry], anchors: Mapping[str, int]
) -> bool:
    """Tell whether most entries that lead anywhere lead to what stands in a section."""
    places = [anchors[entry.target] for entry in entries if entry.target in anchors]
    inside = sum(section.heading.span.end <= place < section.span.end for place in places)
    return 2 * inside > len(places)


def _entries(source: Source, block: Block, links: Sequence[RelativeLink]) -> list[ContentsEntry]:
    """Return the entries of a block; none where less than half of its lines are entries."""
    is_table = block.kind is BlockKind.TABLE
    first, last = source.line_of(block.span.start), source.line_of(block.span.end)
    lines = [source.slice(source.line_span(number)) for number in range(first, last + 1)]
    if is_table:
        filled = sum(not _DELIMITERS.fullmatch(line) for line in lines) - 1  # without the head
        lazy = False
    else:
        items = [match for line in lines if (match := _ITEM.match(line))]
        filled = len(items)
        numbers = [match["number"] for match in items if match["number"]]
        lazy = len(numbers) > 1 and len(set(numbers)) == 1  # the list counts by itself
    found = [
        entry
        for link in links
        if (entry := _entry(source, block, link, is_table=is_table, is_lazy=lazy))
    ]
    if not is_table:  # an item is one entry; further links in it are remarks
        found = list({source.line_of(e.span.start): e for e in reversed(found)}.values())[::-1]
    rows = {source.line_of(entry.span.start) for entry in found}
    return found if 2 * len(rows) >= filled else []


def _entry(
    source: Source, block: Block, link: RelativeLink, *, is_table: bool, is_lazy: bool
) -> ContentsEntry | None:
    """Return the entry that a link is; None where words stand in front of it."""
    named = link_text(source, link)
    if named is None:
        return None
    whole, text = named
    line = source.line_span(source.line_of(whole.start)).start
    if whole.start - line > MOST_BEFORE:
        return None
    front = source.text[line : whole.start]
    item = None if is_table else _ITEM.match(front)
    if not (is_table or item):
        return None
    start = item.end() if item else 0
    cells = list(_BAR.finditer(front))
    if len(cells) > 1 and visible(front[cells[-2].end() : cells[-1].start()]).text.strip():
        start = cells[-2].end()  # the cell before may have the number, those before it may not
        if not _front(front, start):
            start = cells[-1].end()
    match = _front(front, start)
    if not match:
        return None
    number = _text(match, "number", line) or _number_cell(front, cells, line)
    within = _NUMBER_WITHIN.match(source.text, text.start, text.end)
    title = text
    if within and not number:
        group = "number" if within["number"] else "dotted"
        number = Text(within[group], Span(*within.span(group)))
        title = Span(within.end(), text.end)
    elif item and item["number"] and not number and not is_lazy:
        number = _text(item, "number", line)
    words = " ".join(visible(source.slice(title)).text.split())
    if not words:
        return None
    return ContentsEntry(words, number, anchor_of(link), whole, link.span, block.span.start)


def _number_cell(front: str, bars: Sequence[re.Match[str]], offset: int) -> Text | None:
    """Return the number of a row that stands in a cell of its own."""
    for left, right in pairwise(bars):
        if match := _NUMBER_CELL.fullmatch(front, left.end(), right.start()):
            return _text(match, "number", offset)
    return None


def _front(front: str, start: int) -> re.Match[str] | None:
    """Return what stands in front of an entry, if it is no more than signs and a number."""
    plain = _TAG_OR_SHORTCODE.sub(lambda match: " " * len(match.group()), front)
    return _FRONT.fullmatch(plain, start)


def _text(match: re.Match[str], group: str, offset: int) -> Text | None:
    if match[group] is None:
        return None
    start, end = match.span(group)
    return Text(match[group], Span(offset + start, offset + end))
