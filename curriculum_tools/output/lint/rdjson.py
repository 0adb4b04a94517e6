"""The format `rdjson`: reviewdog's, which comments on pull requests wherever they are.

Columns count bytes of UTF-8 from 1 and ends are exclusive, as its reviewdog.proto has it; a byte
order mark is no column, as everywhere. A fix is one suggestion: reviewers accept them one by one,
and half a fix would be wrong.
"""

from collections.abc import Iterator

from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.model.finding import Finding, Fix
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import BYTE_ORDER_MARK, Source, Span
from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.lint.message import message_with_help
from curriculum_tools.output.sanitize import raw_bytes, sanitize
from curriculum_tools.output.style import Style


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield all diagnostics, one at a time."""
    tool: Object = {"name": "curriculum-tools"}
    diagnostics = (
        _diagnostic(guide.source, finding) for guide in report.guides for finding in guide.findings
    )
    return write_json({"source": tool, "diagnostics": diagnostics})


def _diagnostic(source: Source, finding: Finding) -> Object:
    diagnostic: Object = {
        "message": message_with_help(finding),
        "location": {"path": sanitize(source.path), "range": _range(source, finding.span)},
        "severity": finding.severity.upper(),
        "code": {"value": finding.rule},
    }
    if finding.fix and finding.fix.edits:
        diagnostic["suggestions"] = [_suggestion(source, finding.fix)]
    return diagnostic


def _suggestion(source: Source, fix: Fix) -> Object:
    """Return everything from the first edit to the last as one replacement."""
    start, end = min(e.span.start for e in fix.edits), max(e.span.end for e in fix.edits)
    mended = apply_fixes(source.text, [fix])
    text = mended[start : len(mended) - (len(source.text) - end)]
    return {"range": _range(source, Span(start, end)), "text": text}


def _range(source: Source, span: Span) -> Object:
    return {"start": _position(source, span.start), "end": _position(source, span.end)}


def _position(source: Source, offset: int) -> Object:
    line = source.line_of(offset)
    before = source.text[source.line_starts[line - 1] : offset]
    return {"line": line, "column": len(raw_bytes(before.removeprefix(BYTE_ORDER_MARK))) + 1}
