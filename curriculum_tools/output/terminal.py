"""The format `text`: findings as a person reads them, with the lines they stand in."""

import textwrap
from collections import Counter
from collections.abc import Iterator

from curriculum_tools.model.finding import Finding, Fix, Related, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.excerpt import Excerpt, Place
from curriculum_tools.output.fold import Block, fold
from curriculum_tools.output.harmless import harmless
from curriculum_tools.output.style import Style
from curriculum_tools.output.summary import flags_of, summary

MOST_RELATED = 4
MOST_LINES = 10


def render_text(report: LintReport, style: Style) -> Iterator[str]:
    """Give each finding as a block of lines, those of one cause as one, and a summary."""
    causes: Counter[Severity] = Counter()
    for guide in report.guides:
        for block in fold(guide.findings):
            causes[block.head.severity] += 1
            for told in _unfolded(block) if style.verbose else (block,):
                yield "".join(f"{line}\n" for line in _block(told, guide.source, style)) + "\n"
    if not style.quiet:
        yield "".join(f"{line}\n" for line in summary(report, style, causes))


def _unfolded(block: Block) -> Iterator[Block]:
    return (Block((finding,)) for finding in block.findings)


def _block(block: Block, source: Source, style: Style) -> Iterator[str]:
    finding = block.head
    related = finding.related if style.verbose else finding.related[:MOST_RELATED]
    excerpt = Excerpt(style, _last_line(finding, related, source))
    yield _header(block, source, style)
    places = [Place(finding.span, severity=finding.severity)]
    places += (Place(other.span, other.message) for other in related if other.source is None)
    yield from excerpt.lines(source, places)
    for other in related:
        if other.source is not None:
            yield f"{excerpt.margin}{style.gutter('-->')} {_where(other.source, other.span.start)}"
            yield from excerpt.lines(other.source, [Place(other.span, other.message)])
    remarks = [f"and {len(finding.related) - len(related)} more places; -v shows them"] * (
        len(finding.related) > len(related)
    )
    room = style.width - len(excerpt.margin) - len("= ")
    for remark in (*remarks, *_remarks(block, source)):
        first, *rest = textwrap.wrap(remark, room, break_long_words=False, break_on_hyphens=False)
        yield f"{excerpt.margin}{style.gutter('=')} {first}"
        yield from (f"{excerpt.margin}  {harmless(line)}" for line in rest)


def _header(block: Block, source: Source, style: Style) -> str:
    finding = block.head
    where = style.path(_where(source, finding.span.start))
    kind = style.severity(f"{finding.severity}[{finding.rule}]", finding.severity)
    return f"{where} {kind}: {harmless(block.message)}"


def _where(source: Source, offset: int) -> str:
    line, column = source.position(offset)
    return f"{harmless(source.path)}:{line}:{column}"


def _last_line(finding: Finding, related: tuple[Related, ...], source: Source) -> int:
    lines = [(other.source or source).line_of(other.span.start) for other in related]
    return max([source.line_of(finding.span.start), *lines])


def _remarks(block: Block, source: Source) -> Iterator[str]:
    """Say where else this is, what to do about it, and whether the tool can do it."""
    if len(block.findings) > 1:
        yield _also(block, source)
    if block.help:
        yield f"help: {harmless(block.help)}"
    if block.head.fix:
        yield _fix(block, block.head.fix)


def _fix(block: Block, fix: Fix) -> str:
    """Say what would be done, and which flags do it."""
    fixes = [finding.fix for finding in block.findings if finding.fix]
    others = ", and the others likewise" if len(fixes) == len(block.findings) > 1 else ""
    safe = sum(fix.safe for fix in fixes)
    if 0 < safe < len(fixes):
        how = f"{safe:,} with --fix, {len(fixes):,} with --fix --unsafe-fixes"
    else:
        how = flags_of(is_safe=fix.safe)
    return f"fix: {harmless(fix.title)}{others} ({how})"


def _also(block: Block, source: Source) -> str:
    """List the lines of the other findings, the first ones where they are many."""
    lines = list(dict.fromkeys(source.line_of(f.span.start) for f in block.findings[1:]))
    word = "line" if len(lines) == 1 else "lines"
    listed = ", ".join(map(str, lines[:MOST_LINES]))
    more = len(lines) - MOST_LINES
    rest = f" and {more:,} more (-v shows each)" if more > 0 else ""
    return f"also on {word} {listed}{rest}"
