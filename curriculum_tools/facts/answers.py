"""Options and answers as they are written; for rules on answers."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.facts.regions import Regions
from curriculum_tools.model.content import Option, Question
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source, Span
from curriculum_tools.model.templates import Templates
from curriculum_tools.syntax.open_question import is_figure
from curriculum_tools.syntax.visible import visible

# A checkbox without a blank between list mark, brackets and text, or with none in the brackets.
_MALFORMED = re.compile(
    r"(?P<indent>[ \t]*)(?P<bullet>[-*+])(?P<gap>[ \t]*)"
    r"(?P<box>\[(?P<mark>[ \t]*+[xX]?[ \t]*+)\])(?P<after>[ \t]*)(?P<text>\S.*)"
)
_BLANK = re.compile(r"(?:&(?:shy|nbsp|#\d+);|<br */?>|[`\s\xad])*")
_NO_MARKUP = re.compile(r"[\w\s]")
FEWEST_MALFORMED = 2  # of a question without other options: one such line may be anything


class MalformedOption(NamedTuple):
    """A line that was meant as a checkbox: where it stands, and how its head should be written."""

    line: Span
    head: Span
    written: str
    is_ticked: bool


def templates_with(guide: Guide, placeholder: str) -> Templates | None:
    """Return the templates of a guide, if its options are written with a placeholder."""
    templates = guide.dialect.templates
    if templates and any(placeholder in option.placeholders for option in templates.options):
        return templates
    return None


def malformed_options(
    source: Source, question: Question, regions: Regions
) -> Iterator[MalformedOption]:
    """Yield the lines among the options of a question that were meant as checkboxes."""
    if "[" not in source.slice(question.extent):
        return
    first, last = source.line_of(question.span.end) + 1, source.line_of(question.extent.end)
    options = {source.line_of(option.span.start) for option in question.options}
    found = {
        number: option
        for number in range(first, last + 1)
        if number not in options and (option := _malformed(source, number, regions))
    }
    if options:
        indents = {_indent(source.line(number)) for number in options}
        first, last = _list_around(source, question.options, found)
        among = [n for n in found if first <= n <= last and _indent(source.line(n)) in indents]
        yield from (found[number] for number in among)
    elif len(found) >= FEWEST_MALFORMED:
        yield from found.values()


def _malformed(source: Source, number: int, regions: Regions) -> MalformedOption | None:
    match = _MALFORMED.fullmatch(source.line(number))
    line = source.line_span(number)
    if not match or not regions.is_prose(line.start + match.start("bullet")):
        return None
    is_well_formed = match["gap"] and len(match["mark"]) == 1 and match["after"]
    is_link = not match["after"] and match["text"][0] in "([:"
    if is_well_formed or is_link:
        return None
    mark = match["mark"].strip().lower() or " "
    head = Span(line.start + match.start("bullet"), line.start + match.start("text"))
    written = f"{match['bullet']} [{mark}] "
    return MalformedOption(Span(head.start, line.end), head, written, is_ticked=mark == "x")


def _list_around(
    source: Source, options: Sequence[Option], malformed: Container[int]
) -> tuple[int, int]:
    """Return the first and the last line of the list of options with those that are malformed."""

    def goes_on(number: int) -> bool:
        return number in malformed or (0 < number <= source.line_count and is_blank(number))

    def is_blank(number: int) -> bool:
        return not source.line(number).strip()

    first, last = source.line_of(options[0].span.start), source.line_of(options[-1].span.end)
    while goes_on(first - 1):
        first -= 1
    while goes_on(last + 1):
        last += 1
    return first, last


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))]


def as_written(source: Source, question: Question) -> list[tuple[str, ...]]:
    """Return what each option of a question says with all its marks, without letter or checkbox.

    Code and figures that stand below an option without being indented belong to it. Of one that
    shows nothing it is empty.
    """
    starts = [option.span.start for option in question.options]
    below: list[list[str]] = [[] for _ in starts]
    last = question.options[-1] if question.options else None
    goes_on = True
    for block in sorted(question.blocks, key=lambda block: block.span.start):
        place = bisect_right(starts, block.span.start) - 1
        if place < 0:
            continue
        if question.options[place] is last:
            goes_on = goes_on and is_figure(block)
        if goes_on:
            below[place].append(block.text)
    written = []
    for option, blocks in zip(question.options, below, strict=True):
        line = source.line_span(source.line_of(option.span.start))
        marks = _NO_MARKUP.sub("", source.slice(Span(line.start, option.span.start)))
        is_blank = _BLANK.fullmatch(option.text) and not blocks
        written.append(() if is_blank else (marks, source.slice(option.span).strip(), *blocks))
    return written


def named(question: Question, letter: str) -> Option | None:
    """Return the option of a letter."""
    return next((option for option in question.options if option.letter == letter), None)


def worded(question: Question) -> Option | None:
    """Return the option whose text the answer repeats, if it is one alone."""
    wording = question.answer.wording
    if wording is None:
        return None
    exact = [option for option in question.options if option.text == wording.text]
    said = _plain(wording.text)
    found = exact or [option for option in question.options if _plain(option.text) == said]
    return found[0] if len(found) == 1 else None


def _plain(text: str) -> str:
    return " ".join(visible(text).text.casefold().split())
