"""Leaving out of a report what is not new since a revision."""

from collections.abc import Mapping

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.lint_guide import lint_text
from curriculum_tools.engine.new_findings import (
    FindingLine,
    changed_files_by_group,
    finding_lines,
    new_findings,
)
from curriculum_tools.model.file_change import FileChange
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.store.since import changes_since


def only_new(report: LintReport, revision: str, candidates: Mapping[str, Candidate]) -> LintReport:
    """Return a report with the findings that are due to changes since a revision.

    `candidates` has the files that were linted, by the path shown. Raises RevisionError.
    """
    changes = changes_since(revision, candidates)
    causes = changed_files_by_group(changes.moved, changes.edited)
    guides = []
    for guide in report.guides:
        change = changes.files.get(guide.path)
        before = _found_before(candidates[guide.path], change) if change else None
        new = new_findings(guide.findings, guide.source, changes.files, before, causes)
        guides.append(guide._replace(findings=tuple(new)))
    kept = sum(len(guide.findings) for guide in guides)
    older = sum(len(guide.findings) for guide in report.guides) - kept
    return report._replace(guides=tuple(guides), older=older)


def _found_before(candidate: Candidate, change: FileChange) -> frozenset[FindingLine] | None:
    """Return where findings were in the text of before; None where no line has changed."""
    if not change.hunks or change.before is None:
        return None
    source = Source(candidate.shown_as, change.before)
    result = lint_text(candidate, source)
    report = result.report if result else None
    return finding_lines(report.findings, source) if report else frozenset()
