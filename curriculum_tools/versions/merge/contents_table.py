"""The table of contents of a merged guide follows what the guide now holds."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_tools.facts.contents import ContentsEntry
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.places import GuidePlace, bare
from curriculum_tools.model.content import Text
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.visible import visible

#: For titles that versions have, those that are printed; None for what is not printed.
Renamed = Mapping[str, str | None]

#: Contents list a kind of places where they list one in so many.
LISTED = 4
_BEHIND_NUMBER = re.compile(r"[.):\s*_`–—-]*")


@dataclass(slots=True)
class _Line:
    """A line of the contents; an entry leads to a `place`, by a link on that line."""

    text: str
    entry: ContentsEntry | None = None
    start: int = 0
    place: GuidePlace | None = None


def contents_rewritten(facts: Facts, renamed: Renamed) -> str:
    """Return the text of a guide with its contents brought up to date.

    An entry leads to the heading that its words are the title of. What is listed beside others of
    its kind and has no entry gets one, written as the one before it.
    """
    if not facts.contents.entries:
        return facts.source.text
    return _Rewriting(facts, renamed).text()


class _Rewriting:
    def __init__(self, facts: Facts, renamed: Renamed) -> None:
        self._facts = facts
        self._source = facts.source
        self._places = facts.places
        self._renamed = {bare(old): new for old, new in renamed.items()}
        self._lines = self._read()

    def text(self) -> str:
        """Return the whole text."""
        self._relink()
        counted = self._are_counted()
        for place in self._lacking():
            self._insert(place)
        if counted:
            self._count()
        lines = [line.text for line in self._lines]
        return "\n".join(lines)

    def _read(self) -> list[_Line]:
        lines = [_Line(text) for text in self._source.text.split("\n")]
        for entry in self._facts.contents.entries:
            number = self._source.line_of(entry.span.start)
            line = lines[number - 1]
            if line.entry is None:
                line.entry, line.start = entry, self._source.line_starts[number - 1]
                line.place = self._places.by_anchor.get(entry.target)
        return lines

    def _entries(self) -> list[_Line]:
        return [line for line in self._lines if line.entry]

    def _relink(self) -> None:
        """Lead entries to what their words name; those of what is gone are left out."""
        kept = []
        for line in self._lines:
            entry = line.entry
            if entry is None:
                kept.append(line)
                continue
            name = bare(entry.text)
            title = self._renamed.get(name, entry.text)
            named = self._places.titled(title) if title else ()
            is_dead = line.place is None and name in self._renamed
            if is_dead and not named:
                continue
            if len(named) == 1 and named[0] is not line.place and (is_dead or line.place):
                line.place = named[0]
                line.text = self._written(line, named[0])
            elif line.place and entry.number and line.place.number:
                line.text = self._written(line, line.place, only_number=True)
            kept.append(line)
        self._lines = kept

    def _lacking(self) -> Iterator[GuidePlace]:
        """Yield what has no entry, and is of a kind that has entries."""
        listed = {line.place.order for line in self._entries() if line.place}
        linked = {
            place.order
            for t in self._facts.contents.targets
            if (place := self._places.by_anchor.get(t))
        }
        kinds = Counter(place.what for place in self._places.all)
        found = Counter(self._places.all[order].what for order in listed)
        for place in self._places.all:
            is_usual = found[place.what] > 1 and LISTED * found[place.what] >= kinds[place.what]
            is_there = place.order in listed | linked
            if is_usual and not is_there and place.order in self._places.anchor_of and place.asks:
                yield place

    def _insert(self, place: GuidePlace) -> None:
        """Put a new entry behind that of what stands before it, or before that of what follows."""
        entries = [(line, line.place) for line in self._entries() if line.place]
        above = max((e for e in entries if e[1].order < place.order), key=_order, default=None)
        below = min((e for e in entries if e[1].order > place.order), key=_order, default=None)
        near = [e for e in (above, below, *entries) if e and e[1].what == place.what]
        alike = (line for line, each in near if each.parent == place.parent)
        model = next(alike, near[0][0] if near else None)
        if model is None or not _is_one_list(model, self._entries(), place):
            return
        new = _Line("", model.entry, model.start, place)
        new.text = self._written(model, place)
        is_first = above is None or place.parent not in (above[1].order, above[1].parent)
        if below and below[1].parent == place.parent and is_first:
            self._lines.insert(self._lines.index(below[0]), new)
        elif above:
            self._lines.insert(self._lines.index(above[0]) + 1, new)

    def _written(self, line: _Line, place: GuidePlace, *, only_number: bool = False) -> str:
        """Return the line of an entry as it is for a place: with its number, title and anchor."""
        entry = line.entry
        if entry is None:
            return line.text
        original = self._source.line(self._source.line_of(entry.span.start))
        edits = []
        if entry.number and place.number:
            edits.append((entry.number.span, place.number.text))
        if not only_number:
            anchor = self._places.anchor_of[place.order]
            edits.append((self._title(entry), _shown(place.title)))
            edits.append((_fragment(self._source, entry.destination), f"#{anchor}"))
        for span, text in sorted(edits, reverse=True):
            first, last = span.start - line.start, span.end - line.start
            original = original[:first] + text + original[last:]
        return original

    def _title(self, entry: ContentsEntry) -> Span:
        """Return where the title stands in the link of an entry."""
        text = self._source.text
        if text[entry.span.start] == "[":
            first, end = entry.span.start + 1, text.rindex("](", *entry.span)
        else:
            first, end = text.index(">", entry.destination.end) + 1, text.rindex("<", *entry.span)
        if entry.number and first <= entry.number.span.start < end:
            match = _BEHIND_NUMBER.match(text, entry.number.span.end, end)
            first = match.end() if match else entry.number.span.end
        return Span(first, end)

    def _are_counted(self) -> bool:
        """Tell whether the numbers of entries only count them, as the places have none."""
        numbered = [line for line in self._entries() if line.entry and line.entry.number]
        numbers = [line.entry.number.text for line in numbered if line.entry and line.entry.number]
        has_own = any(line.place and line.place.number for line in numbered)
        return not has_own and numbers == [str(n) for n in range(1, len(numbers) + 1)] != []

    def _count(self) -> None:
        for number, line in enumerate(self._entries(), 1):
            if line.entry and line.entry.number and line.place:
                span = line.entry.number.span
                at = span.start - line.start
                old = len(line.entry.number.text)
                line.text = line.text[:at] + str(number) + line.text[at + old :]


def _order(entry: tuple[_Line, GuidePlace]) -> int:
    return entry[1].order


def _is_one_list(model: _Line, entries: list[_Line], place: GuidePlace) -> bool:
    """Tell whether a list has entries of several chapters, or of that of the place."""
    block = model.entry.block if model.entry else 0
    within = [line.place for line in entries if line.entry and line.entry.block == block]
    parents = {each.parent for each in within if each and each.what == place.what}
    return len(parents) > 1 or place.parent in parents


def _fragment(source: Source, destination: Span) -> Span:
    at = source.text.find("#", *destination)
    return Span(at if at >= 0 else destination.start, destination.end)


def _shown(title: Text) -> str:
    """Return a title as the text of a link: without links in it."""
    plain = visible(title.text).text if "[" in title.text or "<" in title.text else title.text
    return " ".join(plain.split())
