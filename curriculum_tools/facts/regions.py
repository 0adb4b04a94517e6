"""What the text of a guide is at an offset: prose, code, HTML, front matter."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Source, Span

_UNREAD = {LeafKind.CODE, LeafKind.HTML, LeafKind.FRONT_MATTER, LeafKind.BOM}

# Blanks, quote marks and bullets before the text of a line.
_LEAD = re.compile(r"[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t][ \t>]*)*")
_FENCED = re.compile(
    rf"(?<![^\r\n]){_LEAD.pattern}(?P<code>(?P<fence>`{{3,}}(?![^\r\n]*`)|~{{3,}})"
    r"(?:.*?(?<=[\r\n])[ \t>]*(?P=fence)[`~]*[ \t]*(?![^\r\n])|.*))",
    re.DOTALL,
)
_QUOTE_MARKS = re.compile(r"[ \t>]*")
_BREAK = r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$"
_NO_PARAGRAPH = re.compile(rf"#{{1,6}}(?:[ \t]|$)|\||{_BREAK}")
_INTERRUPTION = re.compile(
    rf"$|#{{1,6}}(?:[ \t]|$)|[-*+](?:[ \t]|$)|\d{{1,9}}[.)](?:[ \t]|$)|-+[ \t]*$|{_BREAK}"
)
_UNDERLINE = re.compile(r"=+[ \t]*$")


class Regions:
    """Tells which kind of leaf an offset lies in; fenced code in lists and quotes is code too."""

    def __init__(self, guide: Guide) -> None:
        """Take a guide."""
        self._source: Source = guide.source
        self._starts: list[int] = []
        self._kinds: list[LeafKind] = []
        for leaf in guide.leaves:
            self._add(leaf.start, leaf.kind)
            if leaf.kind is LeafKind.OTHER:
                for span in fenced(leaf.text, leaf.start):
                    self._add(span.start, LeafKind.CODE)
                    self._add(span.end, leaf.kind)

    def _add(self, start: int, kind: LeafKind) -> None:
        self._starts.append(start)
        self._kinds.append(kind)

    def kind_at(self, offset: int) -> LeafKind:
        """Give the kind of the leaf in which an offset lies; an empty guide is markup."""
        index = self._index(offset)
        return self._kinds[index] if index >= 0 else LeafKind.MARKUP

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def is_prose(self, offset: int) -> bool:
        """Tell whether an offset lies in none of code blocks, HTML blocks and front matter."""
        return self.kind_at(offset) not in _UNREAD

    def unread(self) -> Iterator[Span]:
        """Yield the spans that are no prose, in their order."""
        ends = [*self._starts[1:], len(self._source.text)]
        for start, end, kind in zip(self._starts, ends, self._kinds, strict=True):
            if kind in _UNREAD:
                yield Span(start, end)

    def paragraph_goes_on(self, line: int) -> bool:
        """Tell whether a line of prose is followed by another line of the same paragraph."""
        source = self._source
        if line >= source.line_count:
            return False
        here, below = source.line(line), source.line(line + 1)
        marks = _lead_of(_QUOTE_MARKS, below)
        start = source.line_starts[line] + len(marks)
        index = self._index(start)
        if (
            index == self._index(source.line_starts[line] - 1)
            and self._kinds[index] is LeafKind.TEXT
        ):
            return True  # one leaf of text is one paragraph
        lead = _lead_of(_LEAD, here)
        text = here[len(lead) :].rstrip(" \t")
        if not text or _NO_PARAGRAPH.match(text) or marks.count(">") > lead.count(">"):
            return False
        if not lead.strip(" \t") and _UNDERLINE.match(below, len(marks)):
            return False  # a line that only lazily belongs to a list or quote underlines nothing
        return not _INTERRUPTION.match(below, len(marks)) and self.is_prose(start)


def _lead_of(pattern: re.Pattern[str], line: str) -> str:
    match = pattern.match(line)
    return match.group() if match else ""


def fenced(text: str, start: int) -> Iterator[Span]:
    """Yield the fenced code in lists and quotes, which begin at an offset."""
    if "```" in text or "~~~" in text:
        for match in _FENCED.finditer(text):
            yield Span(start + match.start("code"), start + match.end("code"))
