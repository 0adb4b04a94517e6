"""Globs for the guides of a project, which match none of its other files."""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from curriculum_tools.app.project_layout import common_folder
from curriculum_tools.store.globs import escape, matches

MOST_NAMED = 4  # globs, before wider ones are sought
FEWEST_MATCHED = 3  # guides, for a wider glob to be worth it
_BEGIN = re.compile(r"[^\W\d_]+[-_ ]?")  # of names whose ends differ: "Questions1", "week-1"


def include_globs(guides: Sequence[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return globs that match the guides' paths and none of the other Markdown files.

    Guides beside the config are named one by one, because a README may be added there any day,
    unless they are many.
    """
    folders: dict[str, list[str]] = {}
    for guide in guides:
        folders.setdefault(posixpath.dirname(guide), []).append(guide)
    top = common_folder(folders)
    if top and (globs := _globs_below(top, guides, others)):
        return globs
    found: list[str] = []
    for folder, files in sorted(folders.items()):
        globs = _globs_below(folder, files, others) if folder else ()
        found += globs or sorted(escape(file) for file in files)
    return tuple(found) if len(found) <= MOST_NAMED else _fewer_globs(guides, others)


def _fewer_globs(guides: Iterable[str], others: Sequence[str]) -> tuple[str, ...]:
    """Return globs for guides that lie among others, the widest that match none of these."""
    found: list[str] = []
    left = sorted(guides)
    candidates = Counter(glob for guide in left for glob in _wider(guide))
    narrowest = sorted(candidates, key=lambda glob: (glob.count("*"), -len(glob), glob))
    for glob in sorted(narrowest, key=lambda glob: -candidates[glob]):
        if candidates[glob] < FEWEST_MATCHED or not left:
            break
        matched = {guide for guide in left if matches([glob], guide)}
        is_worth_it = len(matched) >= FEWEST_MATCHED
        if is_worth_it and not any(matches([glob], other) for other in others):
            found.append(glob)
            left = [guide for guide in left if guide not in matched]
    return (*sorted(found), *map(escape, left))


def _wider(path: str) -> Iterator[str]:
    """Yield globs that match a path and more: other folders, numbers and ends of a name."""
    folder, name = posixpath.split(path)
    stem, suffix = posixpath.splitext(name)
    begin = _BEGIN.match(stem)
    names = {escape(name), f"*{suffix}"}
    if begin and begin.group() != stem:
        names.add(f"{escape(begin.group())}*{suffix}")
    end = stem.rpartition("-")[2]
    if end != stem:
        names.add(f"*-{escape(end)}{suffix}")
    parts = [escape(part) for part in folder.split("/")] if folder else []
    folders = {"/".join(parts), *("/".join((*parts[:n], "**")) for n in range(len(parts)))}
    folders |= {"/".join((*parts[:n], "*", *parts[n + 1 :])) for n in range(len(parts))}
    for place in folders:
        for each in names:
            yield f"{place}/{each}" if place else each


def _globs_below(folder: str, guides: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    suffixes = sorted({posixpath.splitext(guide)[1] for guide in guides})
    globs = tuple(f"{escape(folder)}/**/*{suffix}" for suffix in suffixes)
    return () if any(matches(globs, other) for other in others) else globs
