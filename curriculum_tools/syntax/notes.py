"""References to detailed notes, written out or as a placeholder."""

import re
from collections.abc import Iterator

from curriculum_tools.model.guide import LeafKind, Notes, NotesStatus
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.body import Piece
from curriculum_tools.syntax.inline import code_spans, links
from curriculum_tools.syntax.leaves import Mark

_PLANNED = re.compile(
    r"[*_]?\(?[*_]?(?:individual )?(?:file|notes?) to be (?:created|written)\b", re.IGNORECASE
)
_COVERED = re.compile(r"[*_]?\(?[*_]?covered\b[^`]*\bin\b", re.IGNORECASE)
_FILE = re.compile(r"\S+\.\w{1,8}(?:#\S*)?|\S+/\S*")
_ANOTHER = re.compile(r"[\s,;&]*(?:and|or)?[\s,;&]*", re.IGNORECASE)
_BARE_PATH = re.compile(
    r"(?:\.{0,2}/)?[^\s`*()\[\]]*\w\.(?:md|mdx|markdown|ipynb|rst|txt|html)(?=[\s,;)]|$)"
)
_EDGES = " \t\\,;.:()*_–—-"


def is_placeholder(text: str) -> bool:
    """Tell whether a bullet without a label stands for notes that are planned or stand elsewhere."""
    return text[:1] in ("*", "_", "(") and bool(_PLANNED.match(text) or _COVERED.match(text))


def read_notes(pieces: list[Piece], marks: list[Mark]) -> Iterator[Notes]:
    """Yield the references in the value of a notes field, with what is remarked after each."""
    whole = " ".join(piece.text for piece in pieces).strip()
    status = _status(whole)
    for piece in pieces:
        spans = list(_paths(piece))
        for index, (span, outer) in enumerate(spans):
            marks.append(Mark(LeafKind.PATH, span))
            end = spans[index + 1][1].start if index + 1 < len(spans) else piece.end
            remark = _remark(piece, outer.end, end, marks)
            path = piece.text[span.start - piece.start : span.end - piece.start]
            yield Notes(path, status, remark, span)


def _status(text: str) -> NotesStatus:
    if _PLANNED.match(text):
        return NotesStatus.PLANNED
    return NotesStatus.COVERED if _COVERED.match(text) else NotesStatus.WRITTEN


def _paths(piece: Piece) -> list[tuple[Span, Span]]:
    """Give the spans of the paths on a line, each with the span of its marks."""
    coded = [
        (_trimmed(span.inner, piece), span.outer) for span in code_spans(piece.text, piece.start)
    ]
    if coded:
        return [
            found for index, found in enumerate(coded) if not index or _goes_on(piece, coded, index)
        ]
    linked = [(link.span, link.span) for link in links(piece.text, piece.start)]
    if linked:
        return linked
    bare = [
        Span(piece.start + m.start(), piece.start + m.end())
        for m in _BARE_PATH.finditer(piece.text)
    ]
    return [(span, span) for span in bare]


def _goes_on(piece: Piece, coded: list[tuple[Span, Span]], index: int) -> bool:
    """Tell a further path from code that a remark mentions."""
    span, outer = coded[index]
    between = piece.text[coded[index - 1][1].end - piece.start : outer.start - piece.start]
    path = piece.text[span.start - piece.start : span.end - piece.start]
    return bool(_ANOTHER.fullmatch(between) and _FILE.fullmatch(path))


def _trimmed(span: Span, piece: Piece) -> Span:
    text = piece.text[span.start - piece.start : span.end - piece.start]
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, max(start, span.end - (len(text) - len(text.rstrip()))))


def _remark(piece: Piece, start: int, end: int, marks: list[Mark]) -> str | None:
    text = piece.text[start - piece.start : end - piece.start]
    remark = text.strip(_EDGES)
    if not remark or _ANOTHER.fullmatch(text):
        return None
    begin = start + text.index(remark)
    marks.append(Mark(LeafKind.TEXT, Span(begin, begin + len(remark))))
    return remark
