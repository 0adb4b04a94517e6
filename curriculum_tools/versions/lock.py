"""The lock: what every version says, one observation a line, so that git can merge it.

An observation is something said (a question, a description, …) and, for each version that says
it, where: in which chapter or topic, and after what. Nothing in it counts lines or places, so
that an edit changes the line of what was edited, the line of what follows it, and no other.
What a chapter or topic follows is named by its title, anything else by a digest of what it says;
equal ones are told apart by which of them it is, as in `["Caching", 2]`.
"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.errors import LockError
from curriculum_tools.versions.hand_edits.store import HandEdit, edit_json, read_edit
from curriculum_tools.versions.observations.placed import Json, placed_observations
from curriculum_tools.versions.observations.read_version import read_version
from curriculum_tools.versions.version import Redirect, Versions

LOCK_VERSION = 1

#: The order of the kinds among what is said of one guide, chapter or topic; others come between.
_FIRST = ("guide-title", "front-matter", "prose", "chapter", "topic", "description", "prerequisite")
_LAST = ("notes", "question", "block")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True)
class Lock:
    """The versions of a curriculum.

    The rest tells how the guide was made of them: the lines of the rulings that held, what the
    versions said where a ruling says something else, which notes were there, and what was changed
    by hand. It is needed to see what was changed since.
    """

    versions: Versions
    decisions: tuple[str, ...] = ()
    overruled: tuple[tuple[str, str], ...] = ()
    notes_found: tuple[str, ...] = ()
    edits: tuple[HandEdit, ...] = ()


def write_lock(lock: Lock) -> str:
    """Write a lock as JSON, each source, observation and edit on a line of its own."""
    versions = lock.versions.items
    if not lock.versions.in_order:
        versions = tuple(sorted(versions, key=lambda version: version.name))
    observations: dict[str, tuple[Json, dict[str, list[Json]]]] = {}
    for version in versions:
        for said, place in placed_observations(version):
            _, places = observations.setdefault(_line(said), (said, {}))
            places.setdefault(version.name, []).append(place)
    merged = [
        (_group(said), {**said, "in": dict(sorted(places.items()))})
        for said, places in sorted(observations.values(), key=lambda item: _order(item[0]))
    ]
    parts: dict[str, Sequence[Any]] = {
        "sources": [version.name for version in versions],
        "decisions": list(lock.decisions),
        **({"overruled": sorted(lock.overruled)} if lock.overruled else {}),
        "notes_found": sorted(lock.notes_found),
        "edits": sorted((edit_json(edit, lock.versions.dialect) for edit in lock.edits), key=_line),
    }
    declared = json.dumps(lock.versions.in_order)
    redirects = [
        {"source": version.name, **_redirect_json(redirect)}
        for version in versions
        for redirect in version.redirects
    ]
    if redirects:  # only where a version lies in another folder
        parts["redirects"] = sorted(redirects, key=_line)
    lists = {name: _lines(items) for name, items in parts.items()}
    lists["observations"] = _grouped_lines(merged)
    body = ",\n".join(f'"{name}": {lines}' for name, lines in lists.items())
    return f'{{\n"version": {LOCK_VERSION},\n"declared": {declared},\n{body}\n}}\n'


def read_lock(text: str, path: str, dialect: Dialect) -> Lock:
    """Read a lock of guides of a dialect; raises LockError where it is damaged or newer."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        conflicted = "<<<<<<<" in text
        what = "conflict markers stand in it" if conflicted else "it is no valid JSON"
        raise LockError(path, what, line) from None
    version = content.get("version") if isinstance(content, dict) else None
    if type(version) is not int or version < 1:
        raise LockError(path, "it is no lock of a curriculum")
    if version > LOCK_VERSION:
        raise LockError(path, f"it is of version {version}, which only a newer curriculum reads")
    try:
        if not isinstance(content["declared"], bool):
            raise ValueError("`declared` is neither true nor false")
        names = _texts(content["sources"])
        by_source = _by_source(content["observations"], names)
        redirects = _read_redirects(content.get("redirects", ()), names)
        versions = (read_version(name, by_source[name], dialect) for name in names)
        return Lock(
            versions=Versions(
                tuple(replace(each, redirects=redirects[each.name]) for each in versions),
                in_order=content["declared"],
            ),
            decisions=tuple(str(line) for line in content["decisions"]),
            overruled=tuple((str(a), str(b)) for a, b in content.get("overruled", ())),
            notes_found=tuple(str(path) for path in content["notes_found"]),
            edits=tuple(read_edit(entry, dialect) for entry in content["edits"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise LockError(path, f"something in it cannot be understood: {error}") from None


def _redirect_json(redirect: Redirect) -> Json:
    kind = "notes" if redirect.is_notes else "link"
    return {"kind": kind, "was": redirect.was, "now": redirect.now}


def _read_redirects(
    entries: Sequence[Json], names: Sequence[str]
) -> dict[str, tuple[Redirect, ...]]:
    """Return what was redirected in each source."""
    found: dict[str, tuple[Redirect, ...]] = dict.fromkeys(names, ())
    for entry in entries:
        is_notes = {"notes": True, "link": False}[entry["kind"]]
        redirect = Redirect(is_notes, str(entry["now"]), str(entry["was"]))
        found[entry["source"]] += (redirect,)
    return found


def _by_source(
    observations: Sequence[Json], names: Sequence[str]
) -> dict[str, list[tuple[Json, Json]]]:
    """Return what each source says, each with its place."""
    found: dict[str, list[tuple[Json, Json]]] = {name: [] for name in names}
    for observation in observations:
        said = {name: value for name, value in observation.items() if name != "in"}
        for name, places in observation["in"].items():
            if name not in found:
                raise ValueError(f"the source {name} is not among the sources")
            found[name] += [(said, place) for place in places]
    return found


def _texts(values: Iterable[object]) -> list[str]:
    names = [str(value) for value in values]
    if len(set(names)) != len(names):
        raise ValueError("a source is named twice")
    return names


def _order(said: Json) -> tuple[int, str, int, str]:
    """Sort by what it is said of, so that a topic's lines stand together, then by content.

    Where topics stand comes before what they say: the line of a topic changes with the title of
    the one before it, and should not be next to what another branch may have edited.
    """
    kind = said["kind"]
    if "topic" in said:
        section, title = 2 if kind == "topic" else 3, said["topic"]
    elif kind == "chapter" or "chapter" in said:
        section, title = 1, said["chapter"] or ""
    else:
        section, title = 0, ""
    return section, title, _rank(kind), _line(said)


def _rank(kind: str) -> int:
    if kind in _FIRST:
        return _FIRST.index(kind)
    return len(_FIRST) + 1 + _LAST.index(kind) if kind in _LAST else len(_FIRST)


def _group(said: Json) -> str | None:
    """Return the topic of which something is said; None where it is of something else."""
    return said["topic"] if "topic" in said and said["kind"] != "topic" else None


def _grouped_lines(items: Iterable[tuple[str | None, Json]]) -> str:
    """Write a list with a blank line between groups, so that git merges edits of neighbours."""
    groups = [
        ",\n".join(_line(item) for _, item in group)
        for _, group in groupby(items, key=lambda item: item[0])
    ]
    lines = ",\n\n".join(groups)
    return f"[\n{lines}\n]" if lines else "[]"


def _lines(items: Iterable[Any]) -> str:
    lines = ",\n".join(_line(item) for item in items)
    return f"[\n{lines}\n]" if lines else "[]"


def _line(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return _LONE_SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
