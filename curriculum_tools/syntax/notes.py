"""References to detailed notes, written out or as a placeholder."""

import re
from collections.abc import Callable, Iterator
from itertools import zip_longest

from curriculum_tools.model.content import Field, Notes, NotesStatus, Value
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.inline import code_spans, coded, links, mask
from curriculum_tools.syntax.layout import below, indented, labelled
from curriculum_tools.syntax.tags import tags

_PLANNED = re.compile(
    r"[*_]?\(?[*_]?(?:individual )?(?:file|notes?) to be (?:created|written)\b", re.IGNORECASE
)
_COVERED = re.compile(r"[*_]?\(?[*_]?covered\b[^`]*\bin\b", re.IGNORECASE)
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


def is_placeholder(text: str) -> bool:
    """Tell whether a text without a label stands for notes that are planned or stand elsewhere."""
    return text[:1] in ("*", "_", "(") and bool(_PLANNED.match(text) or _COVERED.match(text))


def rank_notes(value: Value, exists: Callable[[str], bool]) -> int:
    """Rank notes: those that are there first, then written, covered, planned."""
    if not isinstance(value, Notes):
        return len(_RANKS) + 1
    is_there = value.status is not NotesStatus.PLANNED and exists(value.path)
    return 0 if is_there else _RANKS[value.status]


def read_notes(pieces: list[Piece], marks: list[Mark]) -> Iterator[Notes]:
    """Yield the references in the value of a notes field, with what is remarked after each."""
    text = " ".join([piece.text for piece in pieces]).strip()
    status = _status(text)
    covered = _MANNER.search(text) if status is NotesStatus.COVERED else None
    manner = covered["manner"] if covered else None
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
        yield Notes(path, status, " ".join(remarks) or None, span, manner)


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


def _paths(piece: Piece) -> list[tuple[Span, Span]]:
    """Return the spans of the paths on a line, each with the span of its marks."""
    coded_paths = [
        (_trimmed(piece, inner), outer)
        for inner, outer in code_spans(piece.text, piece.start)
        if _slice(piece, *inner).strip()
    ]
    if coded_paths:
        further = (i for i in range(1, len(coded_paths)) if _goes_on(piece, coded_paths, i))
        return [coded_paths[0], *(coded_paths[i] for i in further)]
    linked = [(link.span, link.span) for link in links(piece.text, piece.start) if link.destination]
    return linked or [*_tagged_paths(piece)] or sorted(_plain_paths(piece))


def _tagged_paths(piece: Piece) -> Iterator[tuple[Span, Span]]:
    """Yield the paths of links in HTML, each with the span from its tag to the closing one."""
    start = piece.start
    found = [tag for tag in tags(piece.text) if tag.name == "a"]
    for tag, after in zip_longest(found, found[1:]):
        if path := tag.attributes.get("href"):
            last = after if after and after.is_closing else tag
            outer = Span(start + tag.span.start, start + last.span.end)
            yield Span(start + path.start, start + path.end), outer


def _plain_paths(piece: Piece) -> Iterator[tuple[Span, Span]]:
    """Yield the paths without back-ticks: those in quotes, and outside of these words."""
    quoted = [match for match in _QUOTED.finditer(piece.text) if _is_notes_file(match["path"])]
    for match in quoted:
        inner = _trimmed(piece, Span(*(piece.start + place for place in match.span("path"))))
        yield inner, Span(piece.start + match.start(), piece.start + match.end() + 1)
    text = mask(piece.text, (Span(match.start(), match.end() + 1) for match in quoted))
    for word in _WORD.finditer(text):
        path = word.group().rstrip(".:")
        if _NOTES_FILE.search(path):
            span = Span(piece.start + word.start(), piece.start + word.start() + len(path))
            yield span, span


def _is_notes_file(path: str) -> bool:
    return bool(_NOTES_FILE.search(path.partition("#")[0].rstrip()))


def _goes_on(piece: Piece, coded_paths: list[tuple[Span, Span]], index: int) -> bool:
    """Tell a further path from code that a remark mentions."""
    (_, before), (inner, outer) = coded_paths[index - 1], coded_paths[index]
    path = _slice(piece, *inner)
    is_path = len(path.split()) == 1 and ("/" in path[1:] or bool(_FILE_ENDING.search(path)))
    return is_path and bool(_ANOTHER.fullmatch(_slice(piece, before.end, outer.start)))


def _trimmed(piece: Piece, span: Span) -> Span:
    text = _slice(piece, *span)
    return Span(span.end - len(text.lstrip()), span.start + len(text.rstrip()))


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
