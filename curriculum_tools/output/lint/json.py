"""The format `json`: all that a lint found, in the shape of schemas/lint.schema.json."""

from collections.abc import Iterator

from curriculum_tools.model.finding import Finding, Fix, Related, Severity
from curriculum_tools.model.report import BaselineEntry, GuideReport, LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.json_writer import Object, OneLine, Streamed, dialect_json, write_json
from curriculum_tools.output.positions import start_and_end
from curriculum_tools.output.style import Style

VERSION = 1


def render(report: LintReport, _style: Style) -> Iterator[str]:
    """Yield the report, a finding at a time."""
    findings = (
        OneLine(_finding(guide.source, finding))
        for guide in report.guides
        for finding in guide.findings
    )
    return write_json(report_object(report, findings))


def report_object(report: LintReport, findings: Streamed) -> dict[str, Streamed]:
    """Return a report with these findings, which may be generated one at a time."""
    return {
        "version": VERSION,
        "summary": _summary(report),
        "guides": (OneLine(_guide(guide)) for guide in report.guides_read),
        "findings": findings,
        "stale_baseline": (_stale(entry) for entry in report.stale),
    }


def _guide(guide: GuideReport) -> Object:
    return {
        "path": guide.path,
        "dialect": dialect_json(guide.read_as),
        "chapters": guide.chapters,
        "topics": guide.topics,
        "questions": guide.questions,
        "answers": guide.answers,
        "options": guide.options,
    }


def _summary(report: LintReport) -> Object:
    counts = report.severities
    return {
        "guides": len(report.guides_read),
        "findings": counts.total(),
        **{severity.value: counts[severity] for severity in Severity},
        "fixable": report.fixable,
        "suppressed": report.suppressed,
        "baselined": report.baselined,
        "stale": len(report.stale),
        "not_checked_out": report.absent,
    }


def _stale(entry: BaselineEntry) -> Object:
    return {**entry._asdict(), "topic": entry.topic._asdict() if entry.topic else None}


def _finding(source: Source, finding: Finding) -> Object:
    return {
        "rule": finding.rule,
        "group": finding.group,
        "severity": finding.severity,
        "message": finding.message,
        "path": finding.path,
        **start_and_end(source, finding.span),
        "topic": finding.topic._asdict() if finding.topic else None,
        "related": [_related(source, related) for related in finding.related],
        "fix": _fix(source, finding.fix) if finding.fix else None,
        "fingerprint": finding.fingerprint,
        "help": finding.help,
    }


def _related(source: Source, related: Related) -> Object:
    where = related.source or source
    return {
        "message": related.message,
        "path": where.path,
        **start_and_end(where, related.span),
    }


def _fix(source: Source, fix: Fix) -> Object:
    return {
        "title": fix.title,
        "safe": fix.safe,
        "edits": [{**start_and_end(source, edit.span), "text": edit.text} for edit in fix.edits],
    }
