"""Leaving out of a report what is not new since a revision."""

from dataclasses import replace

from curriculum_tools.app.check import check
from curriculum_tools.app.guides import Candidate, Candidates, with_rulings
from curriculum_tools.engine.new_findings import (
    FindingLine,
    changed_files_by_group,
    finding_lines,
    new_findings,
)
from curriculum_tools.model.changes import FileChange
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.store.changes import changes_since


def only_new(report: LintReport, revision: str, candidates: Candidates) -> LintReport:
    """Give a report with the findings that are due to changes since a revision.

    Raises RevisionError.
    """
    changes = changes_since(revision, [candidate.shown_as for candidate in candidates.files])
    causes = changed_files_by_group(changes.moved, changes.edited)
    candidate_of = {candidate.shown_as: candidate for candidate in candidates.files}
    guides = []
    for guide in report.guides:
        before = None
        if change := changes.files.get(guide.path):
            [candidate] = with_rulings([candidate_of[guide.path]], candidates.decisions)
            before = _found_before(candidate, change)
        new = new_findings(guide.findings, guide.source, changes.files, before, causes)
        guides.append(replace(guide, findings=tuple(new)))
    kept = sum(len(guide.findings) for guide in guides)
    older = sum(len(guide.findings) for guide in report.guides) - kept
    return replace(report, guides=tuple(guides), older=older)


def _found_before(candidate: Candidate, change: FileChange) -> frozenset[FindingLine] | None:
    """Give where findings were in the text of before; None where no line is another."""
    if not change.hunks or change.before is None:
        return None
    source = Source(candidate.shown_as, change.before)
    report = check(candidate, source).report
    return finding_lines(report.findings, source) if report else frozenset()
