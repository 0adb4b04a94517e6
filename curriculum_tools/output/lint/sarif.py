"""The format `sarif`: SARIF 2.1.0, for dashboards that follow findings over time.

Findings that a baseline hides are listed too, as `unchanged` beside the `new` ones. URIs are
relative to the folder that the tool was started in; no base is named, for none is known.
Section numbers are those of the standard (OASIS, 2.1.0 with errata 01).
"""

from collections.abc import Iterator
from urllib.parse import quote

from curriculum_tools import __version__
from curriculum_tools.model.finding import Finding, Fix, Severity
from curriculum_tools.model.report import GuideReport, LintReport, RuleDescription
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.json_writer import Json, Object, Streamed, write_json
from curriculum_tools.output.lint.message import message_with_help
from curriculum_tools.output.sanitize import raw_bytes, sanitize
from curriculum_tools.output.style import Style

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "curriculumFinding/v1"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield a log of one run, a result at a time."""
    indexes = {rule.id: index for index, rule in enumerate(report.rules)}
    tool: Object = {"driver": _driver(report.rules)}
    run: dict[str, Streamed] = {
        "tool": tool,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": (
            _result(guide.source, finding, state, indexes)
            for guide in report.guides
            for finding, state in _with_states(guide, has_baseline=report.has_baseline)
        ),
    }
    return write_json({"$schema": SCHEMA, "version": VERSION, "runs": (run for _ in range(1))})


def _driver(rules: tuple[RuleDescription, ...]) -> Object:
    return {
        "name": "curriculum-tools",
        "semanticVersion": __version__,
        "rules": [_rule(rule) for rule in rules],
    }


def _rule(rule: RuleDescription) -> Object:
    return {
        "id": rule.id,
        "shortDescription": {"text": _escaped(rule.summary)},
        "fullDescription": {"text": _escaped(rule.why)},
        "help": {"text": _escaped(rule.why), "markdown": _escaped(rule.page)},
        "defaultConfiguration": {"enabled": rule.on, "level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.group]},
    }


def _with_states(guide: GuideReport, *, has_baseline: bool) -> Iterator[tuple[Finding, str | None]]:
    """Yield findings with what the baseline says of each, hidden ones in their places."""
    if not has_baseline:
        yield from ((finding, None) for finding in guide.findings)
        return
    new = ((finding, "new") for finding in guide.findings)
    old = ((finding, "unchanged") for finding in guide.hidden)
    yield from sorted((*new, *old), key=lambda pair: (pair[0].span.start, pair[0].rule))


def _result(source: Source, finding: Finding, state: str | None, indexes: dict[str, int]) -> Object:
    result: Object = {"ruleId": finding.rule}
    if finding.rule in indexes:
        result["ruleIndex"] = indexes[finding.rule]
    result["level"] = _LEVELS[finding.severity]
    result["message"] = {"text": _plain(message_with_help(finding))}
    result["locations"] = [{"physicalLocation": _place(source, finding.span)}]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(other.source or source, other.span),
                "message": {"text": _plain(sanitize(other.message))},
            }
            for number, other in enumerate(finding.related, 1)
        ]
    result["partialFingerprints"] = {FINGERPRINT: finding.fingerprint}
    if finding.fix and finding.fix.edits:
        result["fixes"] = [_fix(source, finding.fix)]
    if state:
        result["baselineState"] = state
    return result


def _fix(source: Source, fix: Fix) -> Object:
    replacements: list[Json] = [
        {
            "deletedRegion": _region(source, edit.span),
            "insertedContent": {"text": edit.text},
        }
        for edit in fix.edits
    ]
    return {
        "description": {"text": _plain(sanitize(fix.title))},
        "artifactChanges": [
            {"artifactLocation": {"uri": _uri(source.path)}, "replacements": replacements}
        ],
        "properties": {"safe": fix.safe},
    }


def _place(source: Source, span: Span) -> Object:
    return {
        "artifactLocation": {"uri": _uri(source.path)},
        "region": _region(source, span),
    }


def _region(source: Source, span: Span) -> Object:
    """Return lines and columns from 1; the end column is the one after the last (3.30.8)."""
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _uri(path: str) -> str:
    """Return a path as a relative reference, or as a `file` URI where it is absolute."""
    quoted = quote(raw_bytes(path))
    return f"file://{quoted}" if path.startswith("/") else quoted


def _plain(text: str) -> str:
    """Return a text as a message without a placeholder or link in it (3.11.5, 3.11.6)."""
    return _escaped(text.replace("](", "] ("))


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
