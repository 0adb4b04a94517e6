"""How a malformed heading should be written: as the others of its kind in the guide are."""

from collections import Counter
from collections.abc import Sequence

from curriculum_tools.model.content import Role
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.number_style import USUAL, style_of
from curriculum_tools.syntax.numbers import Manner
from curriculum_tools.syntax.outline import FEWEST_ALIKE, HeadingFault, Line, Shape, manner_of


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
    if line.shape is Shape.PLAIN and number:
        message = f"{number.text} is a {what}'s number: write {signs} before it"
    if line.shape is Shape.BOLD and number:
        message = f"a bold line where a heading is meant: write {signs} {number.text}"
    for place, put in reversed(number_edits):
        start, end = place.start - line.text.start, place.end - line.text.start
        title = title[:start] + put + title[end:]
    return HeadingFault(message, span, ((line.whole, f"{signs} {title}"),))


def _mend_numbers(lines: Sequence[Line], role: Role) -> None:
    """Mend the numbers that are misread, and the one that is written otherwise than all others."""
    # A topic outside the chapters has one part: it is no other manner of writing 1.2.
    lengths = Counter(len(line.parts) for line in lines)
    lines = [line for line in lines if len(line.parts) == lengths.most_common(1)[0][0]]
    manners = manner_of(lines, role)
    (usual, alike), *others = manners.most_common(2) or [(Manner("", ""), 0)]
    is_odd = bool(others) and len(manners) == 2 and others[0][1] == 1 and alike >= FEWEST_ALIKE
    all_read = [(line.text.text, line.number, line.is_misread) for line in lines if line.number]
    well_read = [
        (text, number)
        for text, number, is_misread in all_read
        if not is_misread and not (is_odd and number.manner != usual)
    ]
    style = style_of(well_read or [(text, number) for text, number, _ in all_read], USUAL[role])
    for line in lines:
        number = line.number
        if not number:
            continue
        written = style.head(number.parts)
        if line.is_misread:
            text = style.number(number.parts)
            line.number = number._replace(text=text)
            printed = line.text.text[number.start : number.end].strip()
            message = f"a malformed number: {printed} should be {text}"
            if printed == text:
                message = f"a blank is missing after {text}"
        elif is_odd and number.manner != usual:
            message = f"this {role} should be numbered as the others are: {written.strip()}"
        else:
            continue
        if number.title == len(line.text.text):
            written = written.rstrip()
        edit = line.span(number.head, number.title), written
        line.faults.append(HeadingFault(message, line.span(number.head, number.end), (edit,)))
