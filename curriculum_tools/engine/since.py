"""Which findings are new since an earlier version: those whose cause is a change."""

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

Place: TypeAlias = tuple[str, int]
"""A rule, and the line of a finding as git counts lines."""


def new_since(
    findings: Iterable[Finding],
    source: Source,
    changes: Mapping[str, FileChange],
    before: Collection[Place] | None = None,
    causes: Mapping[str, Collection[str]] = NO_FILES,
) -> Iterator[Finding]:
    """Yield the findings of a guide whose cause is a change, by one of four signs.

    A line of the finding was changed, or one of a related place (`changes` has what became of
    each file, by the path it is shown under). Or it is about a file that changed: `causes` has the
    paths by group. Or it was not there before, though its line was: `before` has the places of
    the findings of the earlier version.
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


def causes_among_files(
    moved: Iterable[str], edited: Iterable[str]
) -> Mapping[str, Collection[str]]:
    """Give the paths, in all ways they can be written, whose change may cause a finding, by group.

    `moved` are files that came or went, which may cause any finding about files; of those that
    were `edited`, the anchors may be others.
    """
    came_or_went = frozenset(name for file in moved for name in _ways_to_write(file))
    other = frozenset(name for file in edited for name in _ways_to_write(file))
    return {Group.NOTES: came_or_went, Group.LINKS: came_or_went | other}


def placed(findings: Iterable[Finding], source: Source) -> frozenset[Place]:
    """Give where findings are."""
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
    before: Collection[Place] | None,
) -> bool:
    """Tell whether a finding on an old line is a new one.

    What is wrong with characters is wrong where it stands; which line ends the earlier version
    had on the disk git does not say.
    """
    if change is None or before is None or finding.group == Group.CHARACTERS:
        return False
    line = change.line_before(_line(source, finding.span.start))
    return (finding.rule, line) not in before


def _is_about(finding: Finding, source: Source, named: Collection[str]) -> bool:
    """Tell whether a finding points at the path of a file, or its message ends with one."""
    if not named:
        return False
    written = _AFTER_PATH.sub("", source.slice(finding.span)).replace("\\", "/")
    return _CLIMBING.sub("", written) in named or finding.message.rpartition(" ")[2] in named


def _ways_to_write(file: str) -> Iterator[str]:
    """Yield a path as it is seen from the top and from each folder on the way to it."""
    while file:
        yield file
        file = file.partition("/")[2]


def _line(source: Source, offset: int) -> int:
    return source.text.count("\n", 0, offset) + 1
