"""Links and notes paths whose anchor their file does not have, or has in other capitals."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import RelativeLink, unquoted
from curriculum_tools.facts.notes import references
from curriculum_tools.model.content import Notes
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.source import Span
from curriculum_tools.model.surroundings import Surroundings

# The top of a page, lines of a file, routes of a site, and what stands for no element by its name.
_ANYWHERE = re.compile(r"(?i:top)|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|[/!:].*", re.DOTALL)
_TEXT_FRAGMENT = re.compile(r":~:.*", re.DOTALL)
_USER_CONTENT = "user-content-"  # what GitHub writes before each anchor


class Pointer(NamedTuple):
    """A link or path that leads to an anchor: as written, the anchor, and those its file has.

    `span` is that of the whole link or path; `target` names the file for people.
    """

    span: Span
    written: str
    anchor: str
    target: str
    known: frozenset[str]

    def fix(self, meant: str, *, is_safe: bool) -> Fix | None:
        """Replace the anchor alone; what is encoded or goes on behind it is left to people."""
        for prefix in ("", _USER_CONTENT):
            if self.written.endswith(f"#{prefix}{self.anchor}"):
                start = self.span.end - len(prefix) - len(self.anchor)
                return Fix(f"link to #{meant}", is_safe, (Edit(Span(start, self.span.end), meant),))
        return None


class AnchorFaults(NamedTuple):
    """What leads to no anchor, and what does but for capitals, each with the anchors so spelt."""

    dead: Sequence[Pointer]
    misspelt: Sequence[tuple[Pointer, Sequence[str]]]


def anchor_faults(facts: Facts, around: Surroundings) -> AnchorFaults:
    """Return what leads to anchors that are not there as they are written."""
    dead, misspelt = [], []
    spellings: dict[frozenset[str], Mapping[str, list[str]]] = {}
    for pointer in _pointers(facts, around):
        anchor = _TEXT_FRAGMENT.sub("", pointer.anchor).removeprefix(_USER_CONTENT)
        if not anchor or anchor in pointer.known or _ANYWHERE.fullmatch(anchor):
            continue
        if pointer.known not in spellings:
            spellings[pointer.known] = _by_spelling(pointer.known)
        spelt = spellings[pointer.known].get(anchor.casefold())
        pointer = pointer._replace(anchor=anchor)
        if spelt:
            misspelt.append((pointer, spelt))
        else:
            dead.append(pointer)
    return AnchorFaults(dead, misspelt)


def _by_spelling(anchors: frozenset[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for anchor in sorted(anchors):
        found.setdefault(anchor.casefold(), []).append(anchor)
    return found


def _pointers(facts: Facts, around: Surroundings) -> Iterator[Pointer]:
    for link in facts.links:
        known = _anchors_behind(facts, around, link) if link.anchor else None
        if known is not None:
            target = link.path or "this guide"
            yield Pointer(link.span, link.destination, link.anchor, target, known)
    for _topic, notes in references(facts.guide):
        yield from _of_notes(notes, around)


def _anchors_behind(
    facts: Facts, around: Surroundings, link: RelativeLink
) -> frozenset[str] | None:
    """Return the anchors of the file to which a link leads; None where they are not known."""
    if not link.path:
        return facts.anchors
    place = around.links.get(link.destination)
    return around.anchors.get(place.file) if place and place.file is not None else None


def _of_notes(notes: Notes, around: Surroundings) -> Iterator[Pointer]:
    """Yield the anchor of a notes path, unless it is part of the file's name."""
    path, _, fragment = notes.path.partition("#")
    place = around.notes.get(notes.path) if fragment else None
    if place is None or place.file is None or place.file.endswith(f"#{fragment}"):
        return
    known = around.anchors.get(place.file)
    if known is not None:
        yield Pointer(notes.span, notes.path, unquoted(fragment), path, known)
