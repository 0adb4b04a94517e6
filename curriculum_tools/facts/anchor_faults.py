"""Links and notes paths whose anchor their file does not have, or has in other capitals."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.links import RelativeLink, unquoted
from curriculum_tools.facts.named_notes import references
from curriculum_tools.model.content import Notes
from curriculum_tools.model.finding import Edit, Fix, Related
from curriculum_tools.model.source import Span
from curriculum_tools.model.surroundings import Surroundings

# The top of a page, lines of a file, routes of a site, and what stands for no element by its name.
_ANYWHERE = re.compile(r"(?i:top)|L\d+(?:C\d+)?(?:-L?\d+(?:C\d+)?)?|[/!:].*", re.DOTALL)
_TEXT_FRAGMENT = re.compile(r":~:.*", re.DOTALL)
MOST_SHOWN = 10  # related places of one finding

# What a bot writes into guides: each kind of contribution links to an anchor that nothing has.
_WRITTEN_BY_BOT = re.compile(
    r"<!-- *ALL-CONTRIBUTORS-LIST:START.*ALL-CONTRIBUTORS-LIST:END", re.DOTALL
)
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

    def edits(self, meant: str) -> Iterator[Edit]:
        """Yield what replaces the anchor alone; what is encoded or goes on behind it stays."""
        for prefix in ("", _USER_CONTENT):
            if self.written.endswith(f"#{prefix}{self.anchor}"):
                start = self.span.end - len(prefix) - len(self.anchor)
                yield Edit(Span(start, self.span.end), meant)


class AnchorFault(NamedTuple):
    """An anchor that its file does not have as written, and all that leads to it, the first first.

    `spelt` are the anchors that are the same but for capitals.
    """

    first: Pointer
    others: Sequence[Pointer]
    spelt: Sequence[str]

    @property
    def related(self) -> tuple[Related, ...]:
        """Other places, as many as are worth a look."""
        return tuple(Related("also here", pointer.span) for pointer in self.others[:MOST_SHOWN])

    @property
    def more(self) -> str:
        """How many places there are, for the end of a message; empty where there is one."""
        return f" ({len(self.others) + 1:,} links)" if self.others else ""

    def fix(self, meant: str, *, is_safe: bool) -> Fix | None:
        """Replace the anchor wherever it can be; None where it can not at the first place."""
        edits = [edit for each in (self.first, *self.others) for edit in each.edits(meant)]
        if not edits or not self.first.span.covers(edits[0].span):
            return None
        return Fix(f"link to #{meant}", is_safe, tuple(edits))


def anchor_faults(facts: Facts, around: Surroundings) -> Iterator[AnchorFault]:
    """Yield the anchors that are not there as they are written, each once."""
    found: dict[tuple[str, str], list[Pointer]] = {}
    for pointer in sorted(_pointers(facts, around), key=lambda pointer: pointer.span):
        anchor = _TEXT_FRAGMENT.sub("", pointer.anchor).removeprefix(_USER_CONTENT)
        if anchor and anchor not in pointer.known and not _ANYWHERE.fullmatch(anchor):
            pointer = pointer._replace(anchor=anchor)
            found.setdefault((pointer.target, anchor), []).append(pointer)
    spellings: dict[frozenset[str], Mapping[str, list[str]]] = {}
    for first, *others in found.values():
        if first.known not in spellings:
            spellings[first.known] = _by_spelling(first.known)
        yield AnchorFault(first, others, spellings[first.known].get(first.anchor.casefold(), ()))


def _by_spelling(anchors: frozenset[str]) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for anchor in sorted(anchors):
        found.setdefault(anchor.casefold(), []).append(anchor)
    return found


def _pointers(facts: Facts, around: Surroundings) -> Iterator[Pointer]:
    text = facts.source.text
    bots = [Span(*m.span()) for m in _WRITTEN_BY_BOT.finditer(text) if "ALL-CONTRIBUTORS" in text]
    for link in facts.links:
        if any(part.covers(link.span) for part in bots):
            continue
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
