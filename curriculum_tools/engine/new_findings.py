"""Which findings are new since an earlier version: those that a change has caused."""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TypeAlias

from curriculum_tools.engine.rule import Group
from curriculum_tools.model.file_change import FileChange
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.source import Source, Span

_AFTER_PATH = re.compile(r"[#?].*", re.DOTALL)
_CLIMBING = re.compile(r"\A(?:\.{0,2}/)+")

NO_FILES: Mapping[str, Collection[str]] = {}

FindingLine: TypeAlias = tuple[str, int]
"""A rule, and the line of its finding as git counts lines."""


def new_findings(
    findings: Iterable[Finding],
    source: Source,
    changes: Mapping[str, FileChange],
    before: Collection[FindingLine] | None = None,
    causes: Mapping[str, Collection[str]] = NO_FILES,
) -> Iterator[Finding]:
    """Yield the findings of a guide that a change has caused, by one of four signs.

    A line of the finding has changed, or a line of a related place; `changes` maps the path under
    which a file is shown to its change. Or the finding is about a file that changed; `causes` are
    such paths by group. Or its line is old, but the finding is new; `before` are the findings of
    the earlier version.
    """
    change = changes.get(source.path)
    for finding in findings:
        places = [(source, finding.span)]
        places += ((related.source or source, related.span) for related in finding.related)
        if (
            any(_is_touched(changes.get(where.path), where, span) for where, span in places)
            or _is_consequence(finding, source, change, before)
            or _is_about(finding, source, causes.get(finding.group, ()))
        ):
            yield finding


def changed_files_by_group(
    moved: Iterable[str], edited: Iterable[str]
) -> Mapping[str, Collection[str]]:
    """Return the paths that may have caused a finding, by group, in every way to write them.

    `moved` are files that were added or removed, which can cause any finding about files. Files
    that were `edited` may have other anchors.
    """
    names_moved = frozenset(name for file in moved for name in _ways_to_write(file))
    names_edited = frozenset(name for file in edited for name in _ways_to_write(file))
    return {Group.NOTES: names_moved, Group.LINKS: names_moved | names_edited}


def finding_lines(findings: Iterable[Finding], source: Source) -> frozenset[FindingLine]:
    """Return the rules and lines of findings."""
    return frozenset((f.rule, _line(source, f.span.start)) for f in findings)


def _is_touched(change: FileChange | None, source: Source, span: Span) -> bool:
    if change is None:
        return False
    last = _line(source, max(span.start, span.end - 1))
    return change.touches(_line(source, span.start), last)


def _is_consequence(
    finding: Finding,
    source: Source,
    change: FileChange | None,
    before: Collection[FindingLine] | None,
) -> bool:
    """Return whether a finding on an old line is a new one.

    Never for characters: their defects are always on the changed line, and git does not know the
    line ends that the earlier version had on disk.
    """
    if change is None or before is None or finding.group == Group.CHARACTERS:
        return False
    line = change.line_before(_line(source, finding.span.start))
    return (finding.rule, line) not in before


def _is_about(finding: Finding, source: Source, named: Collection[str]) -> bool:
    """Return whether a finding is at the path of such a file, or its message ends with one."""
    if not named:
        return False
    written = _AFTER_PATH.sub("", source.slice(finding.span)).replace("\\", "/")
    return _CLIMBING.sub("", written) in named or finding.message.rpartition(" ")[2] in named


def _ways_to_write(file: str) -> Iterator[str]:
    """Yield a path as seen from the top and from each folder on the way to it."""
    while file:
        yield file
        file = file.partition("/")[2]


def _line(source: Source, offset: int) -> int:
    return source.text.count("\n", 0, offset) + 1
