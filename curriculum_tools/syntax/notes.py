"""References to detailed notes, written out or as a placeholder."""

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest
from typing import NamedTuple

from curriculum_tools.model.content import NOWHERE, Field, Notes, NotesStatus, Value
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.inline import Link, code_spans, coded, links, mask
from curriculum_tools.syntax.layout import below, indented, labelled
from curriculum_tools.syntax.tags import tags

_PLANNED = re.compile(
    r"[*_]?\(?[*_]?(?:individual )?(?:file|notes?) to be (?:created|written)\b", re.IGNORECASE
)
_COVERED = re.compile(r"[*_]?\(?[*_]?covered\b[^`]*\bin\b", re.IGNORECASE)
_COVERED_WORDS = re.compile(r"\bcovered\b(?P<manner>[^`]*)\bin\b", re.IGNORECASE)
_EXAMPLE = re.compile(r"(?<![\s,])(?:[\s,]*\be\.g\.)?[\s,]*$", re.IGNORECASE)
_MANNER = re.compile(r"\bcovered\s+(?P<manner>[^`\n]{0,200}?\S)\s+in\b", re.IGNORECASE)
_ANOTHER = re.compile(r"[\s,;&]*+(?:(?:and|or)\b)?[\s,;&]*+", re.IGNORECASE)
_WORD = re.compile(r"[^\s`*()\[\],;]+")
_FILE_ENDING = re.compile(r"\.\w{1,8}(?:#|$)")
_NOTES_FILE = re.compile(r"\w\.(?:md|mdx|markdown|ipynb|rst|txt|html)$", re.IGNORECASE)
#: What people put around a path in place of back-ticks.
QUOTES = "\"'“”„‟‘’‚‛«»‹›"
_QUOTED = re.compile(rf"[{QUOTES}](?P<path>[^{QUOTES}\r\n]{{1,1000}}+)(?=[{QUOTES}])")
_EDGES = " \t\\,;.:()*_–—-"
_RANKS = {NotesStatus.WRITTEN: 1, NotesStatus.COVERED: 2, NotesStatus.PLANNED: 3}


class _Path(NamedTuple):
    """A path, with its marks, and what a link shows for it."""

    span: Span
    outer: Span
    shown: Span = NOWHERE


def is_placeholder(text: str) -> bool:
    """Tell whether a text without a label stands for notes that are planned or stand elsewhere."""
    return text[:1] in ("*", "_", "(") and bool(_PLANNED.match(text) or _COVERED.match(text))


def without_placeholder(text: str) -> str:
    """Return a text without the words that a placeholder has whatever it says."""
    if not is_placeholder(text):
        return text
    if _PLANNED.match(text):
        return re.sub(r"\be\.g\.", "", _PLANNED.sub("", text, count=1), count=1)
    return _COVERED_WORDS.sub(r"\g<manner>", text, count=1)


def rank_notes(value: Value, exists: Callable[[str], bool]) -> int:
    """Rank notes: those that are there first, then written, covered, planned."""
    if not isinstance(value, Notes):
        return len(_RANKS) + 1
    is_there = value.status is not NotesStatus.PLANNED and exists(value.path)
    return 0 if is_there else _RANKS[value.status]


def read_notes(pieces: list[Piece], marks: list[Mark]) -> Iterator[Notes]:
    """Yield the references in the value of a notes field, with what is remarked around each.

    All that is said before the first path is remarked of that one.
    """
    text = " ".join([piece.text for piece in pieces]).strip()
    status = _status(text)
    covered = _MANNER.search(text) if status is NotesStatus.COVERED else None
    manner = covered["manner"] if covered else None
    lines = [(piece, _paths(piece)) for piece in pieces]
    if not any(paths for _, paths in lines):
        return
    found: list[tuple[str, Span, list[str]]] = []
    before: list[str] = []
    for piece, paths in lines:
        first = paths[0].outer.start if paths else piece.end
        told = _remark(piece, *_between(piece, first, is_first=piece is pieces[0]), marks)
        (found[-1][2] if found else before).extend(told)
        ends = [*(path.outer.start for path in paths[1:]), piece.end]
        for path, end in zip(paths, ends, strict=False):
            marks.append(Mark(*path.span, LeafKind.PATH))
            remark = [*before, *_told(piece, path, marks)]
            remark += _remark(piece, path.outer.end, end, marks)
            before.clear()
            found.append((_slice(piece, *path.span), path.span, remark))
    for name, span, remarks in found:
        yield Notes(name, status, " ".join(remarks) or None, span, manner)


def _between(piece: Piece, end: int, *, is_first: bool) -> Span:
    """Return what stands on a line before a path, without the words of a placeholder."""
    start, text = piece.start, _slice(piece, piece.start, end)
    if is_first and (head := _COVERED.match(text) or _PLANNED.match(text)):
        start += head.end()
        end = piece.start + len(_EXAMPLE.sub("", text))
    return Span(start, max(start, end))


def write_notes(spec: FieldSpec, field: Field) -> Iterator[str]:
    """Yield the lines of a notes field: written notes below the label, placeholders for others."""
    notes = [value for value in field.values if isinstance(value, Notes)]
    written = [each for each in notes if each.status is NotesStatus.WRITTEN]
    if len(written) > 1 and any(each.remark for each in written):
        yield f"- **{spec.labels[0]}**:"
        yield from (f"  - {_with_remark(each)}" for each in written)
        yield from indented(below(field.blocks), 2)
    else:
        value = ", ".join(_with_remark(each) for each in written)
        yield from labelled(spec.labels[0], value, field.blocks)
    for each in notes:
        if each.status is NotesStatus.PLANNED:
            yield f"- *(Individual file to be created, e.g., {_with_remark(each, '; ', '')})*"
        elif each.status is NotesStatus.COVERED:
            manner = f" {each.manner}" if each.manner else ""
            yield f"- *(Covered{manner} in {_with_remark(each, ', ', '')})*"


def _with_remark(notes: Notes, before: str = " (", after: str = ")") -> str:
    remark = f"{before}{notes.remark}{after}" if notes.remark else ""
    return coded(notes.path) + remark


def _status(text: str) -> NotesStatus:
    if _PLANNED.match(text):
        return NotesStatus.PLANNED
    return NotesStatus.COVERED if _COVERED.match(text) else NotesStatus.WRITTEN


def _paths(piece: Piece) -> list[_Path]:
    """Return the paths on a line."""
    found = list(links(piece.text, piece.start))
    coded_paths = [
        _Path(_trimmed(piece, inner), outer)
        for inner, outer in code_spans(piece.text, piece.start)
        if _slice(piece, *inner).strip()
    ]
    if coded_paths:
        further = (i for i in range(1, len(coded_paths)) if _goes_on(piece, coded_paths, i))
        chosen = [coded_paths[0], *(coded_paths[i] for i in further)]
        return [_with_link(path, found) for path in chosen]
    linked = [_Path(each.span, each.whole, each.text) for each in found if each.destination]
    return linked or [*_tagged_paths(piece)] or sorted(_plain_paths(piece))


def _with_link(path: _Path, found: list[Link]) -> _Path:
    """Return a path that is all a link shows with the whole link; where that leads is told."""
    around = next((link for link in found if link.text == path.outer), None)
    return _Path(path.span, around.whole, around.span) if around else path


def _tagged_paths(piece: Piece) -> Iterator[_Path]:
    """Yield the paths of links in HTML, each with the span from its tag to the closing one."""
    start = piece.start
    found = [tag for tag in tags(piece.text) if tag.name == "a"]
    for tag, after in zip_longest(found, found[1:]):
        if path := tag.attributes.get("href"):
            is_closed = after is not None and after.is_closing
            last = after if is_closed else tag
            outer = Span(start + tag.span.start, start + last.span.end)
            shown = Span(start + tag.span.end, start + last.span.start) if is_closed else NOWHERE
            yield _Path(Span(start + path.start, start + path.end), outer, shown)


def _plain_paths(piece: Piece) -> Iterator[_Path]:
    """Yield the paths without back-ticks: those in quotes, and outside of these words."""
    quoted = [match for match in _QUOTED.finditer(piece.text) if _is_notes_file(match["path"])]
    for match in quoted:
        inner = _trimmed(piece, Span(*(piece.start + place for place in match.span("path"))))
        yield _Path(inner, Span(piece.start + match.start(), piece.start + match.end() + 1))
    text = mask(piece.text, (Span(match.start(), match.end() + 1) for match in quoted))
    for word in _WORD.finditer(text):
        path = word.group().rstrip(".:")
        if _NOTES_FILE.search(path):
            span = Span(piece.start + word.start(), piece.start + word.start() + len(path))
            yield _Path(span, span)


def _is_notes_file(path: str) -> bool:
    return bool(_NOTES_FILE.search(path.partition("#")[0].rstrip()))


def _goes_on(piece: Piece, coded_paths: list[_Path], index: int) -> bool:
    """Tell a further path from code that a remark mentions."""
    before, this = coded_paths[index - 1].outer, coded_paths[index]
    path = _slice(piece, *this.span)
    is_path = len(path.split()) == 1 and ("/" in path[1:] or bool(_FILE_ENDING.search(path)))
    return is_path and bool(_ANOTHER.fullmatch(_slice(piece, before.end, this.outer.start)))


def _trimmed(piece: Piece, span: Span) -> Span:
    text = _slice(piece, *span)
    return Span(span.end - len(text.lstrip()), span.start + len(text.rstrip()))


def _told(piece: Piece, path: _Path, marks: list[Mark]) -> Iterator[str]:
    """Yield what is shown for a path, if that is something else."""
    shown = _slice(piece, *path.shown) if path.shown != NOWHERE else ""
    if shown.strip(_EDGES) != _slice(piece, *path.span).strip(_EDGES):
        yield from _remark(piece, *path.shown, marks)


def _remark(piece: Piece, start: int, end: int, marks: list[Mark]) -> Iterator[str]:
    text = _slice(piece, start, end)
    remark = text.strip(_EDGES)
    begin = text.find(remark)
    while remark.count("(") > remark.count(")") and text[begin + len(remark) :][:1] == ")":
        remark += ")"  # one of its own
    if remark and not _ANOTHER.fullmatch(text):
        marks.append(Mark(start + begin, start + begin + len(remark), LeafKind.TEXT))
        yield remark


def _slice(piece: Piece, start: int, end: int) -> str:
    return piece.text[start - piece.start : end - piece.start]
