"""The closing lines of a lint: how much was looked at, what was found, what to do next."""

from collections.abc import Iterator, Mapping

from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.output.counted import counted
from curriculum_tools.output.lint.detected import detected_lines
from curriculum_tools.output.lint.no_guides import no_guides_lines
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style

_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "info"}
_NOTES_NOT_FOUND = "notes-file-not-found"


def summary(report: LintReport, style: Style, causes: Mapping[Severity, int]) -> Iterator[str]:
    """Yield the closing lines; `causes` says into how many blocks the findings were grouped."""
    if not report.guides_read:
        yield from no_guides_lines(report.no_guides)
    else:
        yield f"{_looked_at(report)}: {_found(report, causes)}"
    yield from _left_out(report, style)
    yield from detected_lines(report)
    if report.config is None and any(f.rule == _NOTES_NOT_FOUND for f in report.findings):
        yield f"{style.bold('next:')} curriculum init (writes a config that says where notes are)"


def _looked_at(report: LintReport) -> str:
    return ", ".join(
        (
            counted(len(report.guides_read), "guide"),
            counted(report.topics, "topic"),
            counted(report.questions, "question"),
        )
    )


def _found(report: LintReport, causes: Mapping[Severity, int]) -> str:
    counts = report.severities
    parts = []
    for severity in Severity:
        if count := counts[severity]:
            grouped = causes.get(severity, count)
            reason = f" from {counted(grouped, 'cause')}" if grouped < count else ""
            parts.append(f"{counted(count, severity, _PLURALS[severity])}{reason}")
    if not parts:
        return "no findings, all in good order"
    return "; ".join([", ".join(parts), *_fixable(report)])


def _fixable(report: LintReport) -> Iterator[str]:
    """Yield how many findings can be fixed, and with which flags."""
    safe = sum(f.fix is not None and f.fix.safe for f in report.findings)
    unsafe = report.fixable - safe
    if safe and unsafe:
        yield f"{safe:,} fixable with --fix, {unsafe:,} more with --unsafe-fixes"
    elif report.fixable:
        yield f"{report.fixable:,} fixable with {fix_flags(is_safe=not unsafe)}"


def fix_flags(*, is_safe: bool) -> str:
    """Return the flags with which lint applies a fix."""
    return "--fix" if is_safe else "--fix --unsafe-fixes"


def _left_out(report: LintReport, style: Style) -> Iterator[str]:
    """Yield what the counts leave out: comments and stale entries only if verbose."""
    if report.absent:
        lead = "leads" if report.absent == 1 else "lead"
        paths = counted(report.absent, "path")
        yield f"{paths} {lead} to files that git has not checked out here (sparse, or a submodule)"
    if report.baselined:
        yield f"{counted(report.baselined, 'finding')} hidden by the baseline"
    if report.older:
        yield f"{counted(report.older, 'older finding')} not shown"
    if report.stale:
        entries = counted(len(report.stale), "entry", "entries")
        yield f"{entries} of the baseline no longer needed"
    if style.verbose:
        for entry in report.stale:
            said = entry.message or entry.fingerprint
            yield f"  {sanitize(entry.path)}: {sanitize(entry.rule)} {sanitize(said)}"
        if report.suppressed:
            yield f"{counted(report.suppressed, 'finding')} hidden by comments in the guides"
