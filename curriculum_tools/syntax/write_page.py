"""Writing a guide whose dialect has templates: each part as its author wrote it, in new places."""

import re
from collections.abc import Iterator

from curriculum_tools.model.content import Heading, Question, Role, Section, Text
from curriculum_tools.model.templates import Carrier, Templates
from curriculum_tools.model.written import GapKind, Passage, WrittenSection

_LISTED = re.compile(r"(?P<indent>[ \t]*)(?P<number>\d{1,9})(?P<mark>[.)])(?P<blanks>[ ]+)")
_PLACEHOLDER = re.compile(r"[(\[]?\{[a-z]+\}[)\]]?")


def write_page(guide: Section, front_matter: Text | None, templates: Templates) -> str:
    """Return a guide as Markdown; lines end with LF."""
    parts = list(_parts(guide, templates))
    if front_matter:
        parts.insert(0, f"---\n{front_matter.text}\n---\n")
    text = ""
    for part in filter(None, parts):
        text += part if not text or text.endswith("\n") else f"\n\n{part}"
    text = text.strip("\n")
    return f"{text}\n" if text else ""


def _parts(section: Section, templates: Templates) -> Iterator[str]:
    written = section.written or _new(section, templates)
    yield written.head.filled(_of_heading(section.heading))
    after = dict(written.after)
    for place, question in enumerate(section.questions):
        yield _question(question)
        yield after.pop(place, "")
    yield from after.values()
    for inner in section.sections:
        yield from _parts(inner, templates)


def _new(section: Section, templates: Templates) -> WrittenSection:
    """Return how a section is written that no version has: by the first template of its kind."""
    if not section.is_headed:
        return WrittenSection(Passage())
    known = {Role.CHAPTER: templates.chapters, Role.TOPIC: templates.topics}.get(section.role, ())
    form = next((each.text for each in known if each.carrier is Carrier.HEADING), "# {text}")
    text = form.replace("{n}", section.number or "").replace("{text}", section.title)
    return WrittenSection(Passage(_PLACEHOLDER.sub("", text).strip() + "\n\n"))


def _of_heading(heading: Heading) -> dict[GapKind, list[str]]:
    number = [heading.number.text] if heading.number else []
    return {GapKind.NUMBER: number, GapKind.TITLE: [heading.title.text]}


def _question(question: Question) -> str:
    written = question.written
    if written is None:
        raise ValueError(f"nothing says how {question.text!r} is written")
    ticked = question.answer.ticked
    values = {
        GapKind.NUMBER: [question.number.text] if question.number else [],
        GapKind.TICK: ["x" if option.text in ticked else " " for option in question.options],
        GapKind.LETTER: [name.text for name in question.answer.names],
    }
    text = written.head.filled(values) + written.rest.filled(values)
    number = next((gap for gap in written.head.gaps if gap.kind is GapKind.NUMBER), None)
    if number is None or question.number is None:
        return text
    wider = len(question.number.text) - number.width
    return _in_list(text, written.head.text.count("\n", 0, number.at), wider) if wider > 0 else text


def _in_list(text: str, first: int, wider: int) -> str:
    """Return a question with what stands below it inside its list item, whose number got wider.

    Its number is on line `first`. Where 9 became 10, what was indented by three columns is not
    below it any more.
    """
    lines = text.split("\n")
    item = _LISTED.match(lines[first])
    below = [line for line in lines[first + 1 :] if line.strip()]
    if item is None or not below:
        return text
    column = len(below[0]) - len(below[0].lstrip(" "))
    if not item.end() - wider <= column < item.end():
        return text
    narrow = item.end("mark") + 1
    if column >= narrow:
        lines[first] = lines[first][:narrow] + lines[first][item.end() :]
        return "\n".join(lines)
    more = " " * (narrow - column)
    lines[first + 1 :] = [
        more + line if line.startswith(" " * column) else line for line in lines[first + 1 :]
    ]
    return "\n".join(lines)
