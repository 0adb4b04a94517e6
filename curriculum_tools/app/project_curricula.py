"""Which guides of a project look like versions of one, in which order: guesses for a first config.

Paths are relative to the folder of the config that is to be written, with `/`.
"""

import posixpath
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.model.guide import Guide
from curriculum_tools.store.locks import lock_of

SHARED = 0.5  # of the titles of the smaller guide, for two to look like versions of one
MERGED = "curriculum.md"

BY_DATE = "by the dates of their first commits"
BY_DATE_AND_SIZE = "by the dates of their first commits, then by size"
BY_SIZE = "by size, the smallest first"


class GuessedCurriculum(NamedTuple):
    """Versions of one guide, the guide to make of them, and by what the versions are ordered."""

    versions: tuple[str, ...]
    output: str
    ordered_by: str


def guess_curricula(
    guides: Sequence[Guide], exists: Callable[[str], bool], dates: Mapping[str, int]
) -> list[GuessedCurriculum]:
    """Return the guides that share most of their titles, as curricula.

    A guide with a lock beside it was merged, and is no version. `dates` are those of the first
    commits of files; what git does not have is newer, and of equal ones the larger is.
    """
    found = []
    for group in _groups(guides):
        merged = [guide.path for guide in group if exists(lock_of(guide.path))]
        versions = [guide for guide in group if guide.path not in merged]
        if len(versions) > 1:
            paths, ordered_by = _in_order(versions, dates)
            output = merged[0] if merged else _output_for(paths)
            found.append(GuessedCurriculum(paths, output, ordered_by))
    return found


def _in_order(versions: Sequence[Guide], dates: Mapping[str, int]) -> tuple[tuple[str, ...], str]:
    """Return the paths of versions, those that seem older first, and what tells that."""
    newest = max(dates.values(), default=0) + 1
    dated = {guide.path: dates.get(guide.path, newest) for guide in versions}
    ordered = sorted(versions, key=lambda guide: (dated[guide.path], *_size(guide)))
    different = len(set(dated.values()))
    ordered_by = BY_DATE_AND_SIZE if different < len(versions) else BY_DATE
    return tuple(guide.path for guide in ordered), BY_SIZE if different == 1 else ordered_by


def _output_for(versions: Sequence[str]) -> str:
    folder = posixpath.commonpath([posixpath.dirname(path) for path in versions])
    return posixpath.join(posixpath.dirname(folder), MERGED)


def _groups(guides: Sequence[Guide]) -> list[list[Guide]]:
    """Return the guides that share most of their titles, where they are several."""
    groups: list[list[Guide]] = []
    for guide in sorted(guides, key=_size):
        near = [group for group in groups if any(_is_like(guide, other) for other in group)]
        joined = [*(member for group in near for member in group), guide]
        groups = [*(group for group in groups if group not in near), joined]
    return [group for group in groups if len(group) > 1]


def _size(guide: Guide) -> tuple[int, str]:
    return len(guide.topics), guide.path


def _is_like(guide: Guide, other: Guide) -> bool:
    ours, theirs = _titles(guide), _titles(other)
    smaller = min(len(ours), len(theirs))
    return smaller > 0 and len(ours & theirs) >= SHARED * smaller


def _titles(guide: Guide) -> set[str]:
    """Return the titles of topics; the questions of a guide may stand in none that has one."""
    titles = {" ".join(topic.title.casefold().split()) for topic in guide.topics}
    return titles - {""}
