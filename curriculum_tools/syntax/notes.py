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
_ANOTHER = re.compile(r"[\s,;&]*+(?:(?:and|or)\b)?[\s,;&]*+", re.IGNORECASE)
_WORD = re.compile(r"[^\s`*()\[\],;]+")
_FILE_ENDING = re.compile(r"\.\w{1,8}(?:#|$)")
_NOTES_FILE = re.compile(r"\w\.(?:md|mdx|markdown|ipynb|rst|txt|html)$", re.IGNORECASE)
_EDGES = " \t\\,;.:()*_–—-"


def is_placeholder(text: str) -> bool:
    """Tell whether a text without a label stands for notes that are planned or stand elsewhere."""
    return text[:1] in ("*", "_", "(") and bool(_PLANNED.match(text) or _COVERED.match(text))


def read_notes(pieces: list[Piece], marks: list[Mark]) -> Iterator[Notes]:
    """Yield the references in the value of a notes field, with what is remarked after each."""
    status = _status(" ".join([piece.text for piece in pieces]).strip())
    found: list[tuple[str, Span, list[str]]] = []
    for piece in pieces:
        paths = _paths(piece)
        if found and not paths:
            found[-1][2].extend(_remark(piece, piece.start, piece.end, marks))
        for index, (span, outer) in enumerate(paths):
            marks.append(Mark(*span, LeafKind.PATH))
            end = paths[index + 1][1].start if index + 1 < len(paths) else piece.end
            remark = [*_remark(piece, outer.end, end, marks)]
            found.append((_slice(piece, *span), span, remark))
    for path, span, remarks in found:
        yield Notes(path, status, " ".join(remarks) or None, span)


def _status(text: str) -> NotesStatus:
    if _PLANNED.match(text):
        return NotesStatus.PLANNED
    return NotesStatus.COVERED if _COVERED.match(text) else NotesStatus.WRITTEN


def _paths(piece: Piece) -> list[tuple[Span, Span]]:
    """Give the spans of the paths on a line, each with the span of its marks."""
    coded = [
        (_trimmed(piece, inner), outer)
        for inner, outer in code_spans(piece.text, piece.start)
        if _slice(piece, *inner).strip()
    ]
    if coded:
        return [coded[0], *(coded[i] for i in range(1, len(coded)) if _goes_on(piece, coded, i))]
    linked = [(link.span, link.span) for link in links(piece.text, piece.start) if link.destination]
    return linked or [(span, span) for span in _bare_paths(piece)]


def _bare_paths(piece: Piece) -> Iterator[Span]:
    for word in _WORD.finditer(piece.text):
        path = word.group().rstrip(".:")
        if _NOTES_FILE.search(path):
            yield Span(piece.start + word.start(), piece.start + word.start() + len(path))


def _goes_on(piece: Piece, coded: list[tuple[Span, Span]], index: int) -> bool:
    """Tell a further path from code that a remark mentions."""
    (_, before), (inner, outer) = coded[index - 1], coded[index]
    path = _slice(piece, *inner)
    is_path = len(path.split()) == 1 and ("/" in path[1:] or bool(_FILE_ENDING.search(path)))
    return is_path and bool(_ANOTHER.fullmatch(_slice(piece, before.end, outer.start)))


def _trimmed(piece: Piece, span: Span) -> Span:
    text = _slice(piece, *span)
    return Span(span.end - len(text.lstrip()), span.start + len(text.rstrip()))


def _remark(piece: Piece, start: int, end: int, marks: list[Mark]) -> Iterator[str]:
    text = _slice(piece, start, end)
    remark = text.strip(_EDGES)
    if remark and not _ANOTHER.fullmatch(text):
        begin = start + text.index(remark)
        marks.append(Mark(begin, begin + len(remark), LeafKind.TEXT))
        yield remark


def _slice(piece: Piece, start: int, end: int) -> str:
    return piece.text[start - piece.start : end - piece.start]
