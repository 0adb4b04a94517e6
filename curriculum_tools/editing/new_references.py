"""References that follow their headings to new numbers: "see 2.1", prerequisites, contents."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from curriculum_tools.editing.new_numbers import NewNumber
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.known_numbers import KnownNumbers
from curriculum_tools.facts.own_references import OwnReference
from curriculum_tools.facts.stale_references import stale_references
from curriculum_tools.model.errors import AmbiguousReferenceError
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.numbers import parts_of

if TYPE_CHECKING:
    from curriculum_tools.syntax.number_style import Parts

_ENTRY = re.compile(
    r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<number>\d+(?:\.\d+)*)[.:)]?[ \t]+(?P<title>\S.*?)"
    r"(?:(?<![ \t])[ \t]+)?$",
    re.MULTILINE,
)


class MovedReferences:
    """What the numbers of a guide name before it is numbered anew."""

    def __init__(self, facts: Facts, numbers: Sequence[NewNumber]) -> None:
        """Take the facts of the guide as it stands, and its new numbers."""
        self._facts = facts
        self._bearers: dict[tuple[str, Parts], list[NewNumber]] = {}
        for each in numbers:
            if each.old is not None and each.is_named:
                kind = "chapter" if each.what == "chapter" else "topic"
                self._bearers.setdefault((kind, parts_of(each.old)), []).append(each)
        self._given = {each.parts for each in numbers if each.is_named}

    def edits(self) -> Iterator[Edit]:
        """Yield the new numbers of references; raises AmbiguousReferenceError."""
        self._refuse_stale()
        for reference in self._facts.own_references:
            named = reference.named
            bearers = self._named(reference)
            if not bearers:
                continue
            if len({each.parts for each in bearers}) > 1:
                lines = [self._line(each.heading.span) for each in bearers]
                raise self._refused(
                    reference.span,
                    f"{named.number} could mean the one on line {lines[0]} or on line {lines[1]}",
                    "write which is meant, with its title: 2.1 Joins",
                )
            if edit := _edit(reference.span, named.number, bearers[0]):
                yield edit
        yield from self._entries()

    def _named(self, reference: OwnReference) -> Sequence[NewNumber]:
        """Return the headings that a reference may name: the one with the title behind it, or all.

        A bare number, as prerequisites have it, may be of a topic or else of a chapter.
        """
        named = reference.named
        parts = parts_of(named.number)
        kinds = (named.what,) if named.what else ("topic", "chapter")
        bearers = next((b for kind in kinds if (b := self._bearers.get((kind, parts)))), [])
        behind = _key(reference.text[named.end :].lstrip(" \t.:)–—-"))
        titled = [each for each in bearers if _begins_with(behind, each.heading.title.text)]
        return titled[:1] or bearers

    def _refuse_stale(self) -> None:
        """Refuse a number that nothing has now, but another heading than was meant would have."""
        facts = self._facts
        known = KnownNumbers(facts.guide, facts.sub_headings, facts.numbering)
        for stale in stale_references(facts.guide, facts.own_references, known):
            if parts_of(stale.number) in self._given:
                raise self._refused(
                    stale.span,
                    f"no {stale.what} has the number {stale.number}, and another one would get it",
                    "write the number that is meant, or leave it out",
                )

    def _entries(self) -> Iterator[Edit]:
        """Yield the new numbers of the lines of a table of contents: a number and its title."""
        topics = [topic.heading.span.start for topic in self._facts.guide.topics]
        end = min(topics, default=len(self._facts.source.text))
        for leaf in self._facts.prose.leaves:
            if leaf.start >= end or leaf.kind not in (LeafKind.TEXT, LeafKind.OTHER):
                continue
            for entry in _ENTRY.finditer(leaf.text):
                parts = parts_of(entry["number"])
                bearers = self._bearers.get(("topic" if len(parts) > 1 else "chapter", parts), [])
                title = _key(entry["title"])
                titled = [each for each in bearers if _key(each.heading.title.text) == title]
                start, stop = entry.span("number")
                span = Span(leaf.start + start, leaf.start + stop)
                if titled and (edit := _edit(span, entry["number"], titled[0])):
                    yield edit

    def _refused(self, span: Span, message: str, hint: str) -> AmbiguousReferenceError:
        return AmbiguousReferenceError(
            self._facts.guide.path, self._line(span), f"not numbered anew: {message}", hint
        )

    def _line(self, span: Span) -> int:
        return self._facts.source.line_of(span.start)


def _edit(span: Span, printed: str, named: NewNumber) -> Edit | None:
    """Return a reference's edit, written as its heading where the old one was written so."""
    if named.parts == parts_of(printed):
        return None
    is_written_so = printed == named.old
    return Edit(span, named.new if is_written_so else ".".join(map(str, named.parts)))


def _begins_with(text: str, title: str) -> bool:
    key = _key(title)
    return bool(key) and text.startswith(key) and not text[len(key) : len(key) + 1].isalnum()


def _key(text: str) -> str:
    return re.sub(r"[*_`\[\]]", "", " ".join(text.split())).casefold()
