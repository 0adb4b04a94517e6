"""The format `sarif`: SARIF 2.1.0, for dashboards that follow findings over time.

Findings that a baseline hides are listed too, as `unchanged` beside the `new` ones. URIs are
relative to wherever the tool was started, as the paths are; no base is named, for none is known.
Section numbers are those of the standard (OASIS, 2.1.0 with errata 01).
"""

from collections.abc import Iterator
from urllib.parse import quote

from curriculum_tools import __version__
from curriculum_tools.model.finding import Finding, Fix, Severity
from curriculum_tools.model.report import GuideReport, LintReport, RuleDescription
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.harmless import harmless, raw_bytes
from curriculum_tools.output.json_writer import Json, Object, Streamed, write_json
from curriculum_tools.output.message import with_help
from curriculum_tools.output.style import Style

VERSION = "2.1.0"
SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
FINGERPRINT = "curriculumFinding/v1"

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def render_sarif(report: LintReport, style: Style) -> Iterator[str]:  # noqa: ARG001
    """Give a log of one run, a result at a time."""
    places = {rule.id: place for place, rule in enumerate(report.rules)}
    tool: Object = {"driver": _driver(report.rules)}
    run: dict[str, Streamed] = {
        "tool": tool,
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": (
            _result(guide.source, finding, state, places)
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
    """Yield findings with what the baseline says of them, hidden ones in their places."""
    if not has_baseline:
        yield from ((finding, None) for finding in guide.findings)
        return
    new = ((finding, "new") for finding in guide.findings)
    old = ((finding, "unchanged") for finding in guide.hidden)
    yield from sorted((*new, *old), key=lambda pair: (pair[0].span.start, pair[0].rule))


def _result(source: Source, finding: Finding, state: str | None, places: dict[str, int]) -> Object:
    result: Object = {"ruleId": finding.rule}
    if finding.rule in places:
        result["ruleIndex"] = places[finding.rule]
    result["level"] = _LEVELS[finding.severity]
    result["message"] = {"text": _plain(with_help(finding))}
    result["locations"] = [{"physicalLocation": _place(source, finding.span)}]
    if finding.related:
        result["relatedLocations"] = [
            {
                "id": number,
                "physicalLocation": _place(other.source or source, other.span),
                "message": {"text": _plain(harmless(other.message))},
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
        "description": {"text": _plain(harmless(fix.title))},
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
    """Give lines and columns from 1; the end column is the one after the last (3.30.8)."""
    start, end = source.position(span.start), source.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _uri(path: str) -> str:
    """Give a path as a relative reference, or a `file` URI where the path is absolute."""
    quoted = quote(raw_bytes(path))
    return f"file://{quoted}" if path.startswith("/") else quoted


def _plain(text: str) -> str:
    """Give a text that is no message of SARIF's own: no placeholder, no link (3.11.5, 3.11.6)."""
    return _escaped(text.replace("](", "] ("))


def _escaped(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
