"""How a malformed heading should be written: as the others of its kind in the guide are."""

from collections.abc import Sequence

from curriculum_tools.model.content import Role
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.numbers import Manner, Number
from curriculum_tools.syntax.outline import FEWEST_ALIKE, HeadingFault, Line, Shape, manner_of

#: How a number is written where no other manner is usual.
USUAL = {Role.CHAPTER: Manner("", "."), Role.TOPIC: Manner("", "")}


def mend(lines: Sequence[Line]) -> None:
    """Note for each line that is read as something else than it is written what is wrong."""
    for role in (Role.CHAPTER, Role.TOPIC):
        _mend_numbers([line for line in lines if line.role is role and line.is_numbered], role)
    for line in lines:
        if line.is_heading and (line.is_meant or line.level != line.printed):
            line.faults.append(_mended_shape(line))


def _mended_shape(line: Line) -> HeadingFault:
    """Return what is wrong about the level or shape, with what is wrong about the number."""
    text = line.text.text
    signs = "#" * line.level
    number_edits = [edit for fault in line.faults for edit in fault.edits]
    line.faults.clear()
    if line.shape is Shape.NO_BLANK and line.level == line.printed:
        edit = Span(line.marks.end, line.marks.end), " "
        message = f"a blank is missing after {signs}"
        return HeadingFault(message, line.marks, (edit, *number_edits))
    number = line.number
    what = "chapter" if line.role is Role.CHAPTER else "topic"
    if line.shape is Shape.SIGNS and number:
        message = f"{number.text} is a {what}'s number: write {signs}"
        return HeadingFault(message, line.marks, ((line.marks, signs), *number_edits))
    title = text
    if line.shape is Shape.BOLD and number:
        title = text[: number.title_end].rstrip(" *_:")
    span, message = line.whole, f"a {what} should be a heading: write {signs}"
    if line.shape is Shape.BOLD and number:
        message = f"a bold line where a heading is meant: write {signs} {number.text}"
    for place, put in reversed(number_edits):
        start, end = place.start - line.text.start, place.end - line.text.start
        title = title[:start] + put + title[end:]
    return HeadingFault(message, span, ((line.whole, f"{signs} {title}"),))


def _mend_numbers(lines: Sequence[Line], role: Role) -> None:
    """Mend the numbers that are misread, and the one that is written otherwise than all others."""
    manners = manner_of(lines, role)
    (usual, alike), *others = manners.most_common(2) or [(_own_manner(lines, role), 0)]
    is_odd = bool(others) and len(manners) == 2 and others[0][1] == 1 and alike >= FEWEST_ALIKE
    widths = _widths(lines)
    for line in lines:
        number = line.number
        if not number:
            continue
        if line.is_misread:
            written = ".".join(
                str(part).zfill(width) for part, width in zip(number.parts, widths, strict=False)
            )
            line.number = number._replace(text=written, manner=usual)
            message = f"a malformed number: {_printed(line, number)} should be {written}"
            if _printed(line, number) == written:
                message = f"a blank is missing after {written}"
        elif is_odd and number.manner != usual:
            written = number.text
            full = f"{_prefixed(usual, number.text)}{usual.mark}"
            message = f"this {role} should be numbered as the others are: {full}"
        else:
            continue
        gap = " " if number.title < len(line.text.text) else ""
        edit = line.span(number.head, number.title), _numbered(usual, written, line, gap)
        span = line.span(number.head, number.end)
        line.faults.append(HeadingFault(message, span, (edit,)))


def _printed(line: Line, number: Number) -> str:
    return line.text.text[number.start : number.end].strip()


def _numbered(usual: Manner, written: str, line: Line, gap: str) -> str:
    number = line.number
    printed = line.text.text[number.head : number.start] if number else ""
    prefix = usual.prefix.capitalize() + " " if usual.prefix else ""
    if prefix and printed.casefold() == prefix.casefold():
        prefix = printed
    return f"{prefix}{written}{usual.mark}{gap}"


def _prefixed(manner: Manner, number: str) -> str:
    return f"{manner.prefix.capitalize()} {number}" if manner.prefix else number


def _own_manner(lines: Sequence[Line], role: Role) -> Manner:
    """Return the manner of the first number, for where there is no other to go by."""
    manners = (line.number.manner for line in lines if line.number)
    return next((each for each in manners if each != Manner("", "")), USUAL[role])


def _widths(lines: Sequence[Line]) -> tuple[int, ...]:
    """Return how many digits the parts of numbers have, where most have leading zeros."""
    texts = [line.number.text for line in lines if line.number and not line.is_misread]
    texts = texts or [_printed(line, line.number) for line in lines if line.number]
    padded = [text for text in texts if any(_is_padded(part) for part in text.split("."))]
    if not padded or 2 * len(padded) < len(texts):
        return (1, 1, 1, 1)
    return tuple(len(part) for part in padded[0].split("."))


def _is_padded(part: str) -> bool:
    return part.startswith("0") and len(part) > 1
