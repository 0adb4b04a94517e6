"""What a version says, written down as a guide in the usual dialect.

Reading what is written gives the same version again; `versions.account` checks that whenever a
guide is written.
"""

import re
from collections.abc import Iterable, Iterator

from curriculum_tools.model.guide import BlockKind, FieldKind, NotesStatus
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidQuestion,
    SaidTopic,
    Version,
)

QUESTION_INDENT = 2
_CLOSING = re.compile(r"(?:^|\s)#+$")
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]")
#: A list or quote goes on without a blank line where a question above it has a text.
_MAY_FOLLOW = {BlockKind.CODE, BlockKind.LIST, BlockKind.QUOTE}


def markdown(version: Version) -> str:
    """Write a version as Markdown; lines end with LF."""
    lines: list[str] = []
    if version.front_matter:
        lines += ["---", *version.front_matter.text.split("\n"), "---", ""]
    if version.title:
        lines += [_heading("#", version.title.text), ""]
    lines += _apart(version.prose)
    for chapter in version.chapters:
        lines += _chapter(chapter)
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join([*lines, ""]) if lines else ""


def _chapter(chapter: SaidChapter) -> Iterator[str]:
    if chapter.title is not None:
        number = f"{chapter.number}. " if chapter.number else ""
        yield _heading("##", f"{number}{chapter.title}")
        yield ""
    yield from _apart(chapter.blocks)
    for topic in chapter.topics:
        yield from _topic(topic)


def _topic(topic: SaidTopic) -> Iterator[str]:
    yield _topic_heading(topic)
    if topic.lead:
        yield ""
        yield from _apart(topic.lead)
    under = _held(topic.blocks)
    yield from _descriptions(topic, under)
    yield from _prerequisites(topic, under)
    yield from _notes_field(topic, under)
    yield from _questions(topic, under)
    yield ""
    yield from _apart([block for block in topic.blocks if block.under is None])


def _topic_heading(topic: SaidTopic) -> str:
    number = topic.number or ""
    mark = "." if number and "." not in number else ""
    return _heading("###", f"{number}{mark} {topic.title}" if number else topic.title)


def _heading(level: str, text: str) -> str:
    """Write a heading; `C #` is closed once more, for its own mark would be taken for that."""
    closed = " #" if _CLOSING.search(text) else ""
    return f"{level} {text}{closed}".rstrip()


def _held(blocks: Iterable[SaidBlock]) -> dict[FieldKind, list[SaidBlock]]:
    held: dict[FieldKind, list[SaidBlock]] = {}
    for block in blocks:
        if block.under:
            held.setdefault(block.under, []).append(block)
    return held


def _descriptions(topic: SaidTopic, under: dict[FieldKind, list[SaidBlock]]) -> Iterator[str]:
    blocks = under.get(FieldKind.DESCRIPTION, [])
    texts = [said.text for said in topic.descriptions] or ([""] if blocks else [])
    for text in texts:
        yield f"- **Description**: {text}".rstrip()
    yield from _indented(_below(blocks), 2)


def _prerequisites(topic: SaidTopic, under: dict[FieldKind, list[SaidBlock]]) -> Iterator[str]:
    blocks = under.get(FieldKind.PREREQUISITES, [])
    names = ", ".join(said.text for said in topic.prerequisites)
    yield from _field("Prerequisites", names, blocks)


def _notes_field(topic: SaidTopic, under: dict[FieldKind, list[SaidBlock]]) -> Iterator[str]:
    blocks = under.get(FieldKind.NOTES, [])
    written = [notes for notes in topic.notes if notes.status is NotesStatus.WRITTEN]
    if len(written) > 1 and any(notes.remark for notes in written):
        yield "- **Path to detailed notes**:"
        yield from (f"  - {_path(notes)}" for notes in written)
        yield from _indented(_below(blocks), 2)
    else:
        value = ", ".join(_path(notes) for notes in written)
        yield from _field("Path to detailed notes", value, blocks)
    for notes in topic.notes:
        if notes.status is NotesStatus.PLANNED:
            yield f"- *(Individual file to be created, e.g., {_path(notes, '; ', '')})*"
        elif notes.status is NotesStatus.COVERED:
            manner = f" {notes.manner}" if notes.manner else ""
            yield f"- *(Covered{manner} in {_path(notes, ', ', '')})*"


def _path(notes: SaidNotes, before: str = " (", after: str = ")") -> str:
    remark = f"{before}{notes.remark}{after}" if notes.remark else ""
    return coded(notes.path) + remark


def coded(text: str) -> str:
    """Give a text as a code span."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    if not longest:
        return f"`{text}`"
    fence = "`" * (longest + 1)
    return f"{fence} {text} {fence}"


def _field(label: str, value: str, blocks: list[SaidBlock]) -> Iterator[str]:
    """Write a field; a text without a value of its kind stands on the line of the label."""
    if not value and blocks and blocks[0].kind is BlockKind.PARAGRAPH:
        value, blocks = blocks[0].text, blocks[1:]
    if value or blocks:
        yield f"- **{label}**: {value}".rstrip()
        yield from _indented(_below(blocks), 2)


def _questions(topic: SaidTopic, under: dict[FieldKind, list[SaidBlock]]) -> Iterator[str]:
    blocks = under.get(FieldKind.QUESTIONS, [])
    if not topic.questions and not blocks:
        return
    lead = ""
    if blocks and blocks[0].kind is BlockKind.PARAGRAPH:
        lead, blocks = f" {blocks[0].text}", blocks[1:]
    yield f"- **Questions**:{lead}"
    if blocks:
        yield ""
    yield from _indented(_apart(blocks), 2)
    for question in topic.questions:
        yield from _indented(_question(question), QUESTION_INDENT)


def _question(question: SaidQuestion) -> Iterator[str]:
    blocks = question.blocks
    if question.text:
        yield f"- {question.text}"
    elif blocks:
        first, *more = blocks[0].text.split("\n")
        yield f"- {first}"
        yield from _indented(more, 2)
        blocks = blocks[1:]
    else:
        yield "-"
    yield from _indented(_below(blocks), 2)


def _below(blocks: Iterable[SaidBlock]) -> Iterator[str]:
    """Write blocks below a line of text, with a blank line where the block needs one."""
    before = None
    for block in blocks:
        if before is not None or block.kind not in _MAY_FOLLOW:
            yield ""
        yield from block.text.split("\n")
        before = block
    if before is not None and before.kind not in _MAY_FOLLOW:
        yield ""


def _apart(blocks: Iterable[SaidBlock]) -> Iterator[str]:
    """Write blocks each with a blank line after it, but the items of one list close together."""
    before = None
    for block in blocks:
        if before is not None and not (_ITEM.match(before.text) and _ITEM.match(block.text)):
            yield ""
        yield from block.text.split("\n")
        before = block
    if before is not None:
        yield ""


def _indented(lines: Iterable[str], columns: int) -> Iterator[str]:
    return (" " * columns + line if line else "" for line in lines)
