"""Words that are lost where a guide is read or written.

It counts the words of the source and those of all that a version says. So it finds what the parser
drops, which whatever compares two parsed guides cannot see.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from curriculum_tools.model.content import (
    Block,
    BlockKind,
    Notes,
    NotesStatus,
    Question,
    Section,
    Text,
)
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.labels import bold_label
from curriculum_tools.syntax.notes import without_placeholder
from curriculum_tools.syntax.visible import visible
from curriculum_tools.syntax.write_page import write_page
from curriculum_tools.versions.version import Version

#: What is counted as one word.
WORD = re.compile(r"[^\W_]+")
_MARKS = re.compile(r"(?:[ \t]*(?:[-+*>]|\d{1,9}[.)])(?=[ \t]|$))*[ \t]*(?:\[[ xX]\](?=[ \t]|$))?")
#: The words that a placeholder for notes has, whatever it says.
PLACEHOLDERS = "Individual file notes to be created written e g Covered covered in"
_ORDINAL = re.compile(r"^[ \t]*\d{1,9}[.)](?=[ \t]|$)", re.MULTILINE)


def unread_words(version: Version) -> Iterator[Text]:
    """Yield the visible words that a version lacks of its source, those of a line together.

    What is made anew whenever the version is written is left out: labels, and numbers of headings
    and items. Of a version without its source nothing is known.
    """
    if version.source is None:
        return
    text = _without_heads(version)
    lines = [_without_marks(line, version) for line in text.split("\n")]
    said = Counter(_words(_said(version)))
    if not Counter(_words(lines)) - said:
        return
    seen = [WORD.findall(visible(line).text) for line in lines]
    lost = Counter(chain.from_iterable(seen)) - said
    start = 0
    for words, line in zip(seen, text.split("\n"), strict=True):
        if missing := [word for word in words if lost[word] > 0]:
            lost.subtract(missing)
            yield Text(" ".join(missing), Span(start, start + len(line)))
        start += len(line) + 1


def unwritten_words(said: Version, written: Version) -> Counter[str]:
    """Count the words that a guide does not say as it is read back; templates are filled as is."""
    if said.dialect.templates:
        return Counter()
    found = [*_said(written), *_heads(written.root, written)]
    return Counter(_words(_said(said))) - Counter(_words(found))


def _heads(section: Section, version: Version) -> Iterator[str]:
    """Yield what stands before titles, and labels of fields: a text may come to be read as one."""
    if version.source and section.is_headed:
        start, end = section.heading.span.start, section.heading.title.span.start
        yield version.source.slice(Span(start, end))
    for field in section.fields:
        yield version.dialect.spec(field.name).labels[0]
        yield from (PLACEHOLDERS for each in field.notes if each.status is not NotesStatus.WRITTEN)
    for inner in section.sections:
        yield from _heads(inner, version)


def _words(texts: Iterable[str]) -> Iterator[str]:
    return (word for text in texts for word in WORD.findall(text))


def _without_heads(version: Version) -> str:
    """Return the source, as long as it is, without what stands around the titles of headings."""
    assert version.source is not None
    text = version.source.text.replace("\r", "\n")
    kept: list[str] = []
    done = 0
    for start, end in sorted(_around_titles(version.root)):
        kept += (text[done:start], re.sub(r"[^\n]", " ", text[start:end]))
        done = end
    return "".join([*kept, text[done:]])


def _around_titles(root: Section) -> Iterator[Span]:
    """Yield what stands before and behind the titles of headings."""
    for section in _sections(root):
        heading = section.heading
        yield Span(heading.span.start, heading.title.span.start)
        yield Span(heading.title.span.end, heading.span.end)


def _sections(section: Section) -> Iterator[Section]:
    if section.is_headed:
        yield section
    for inner in section.sections:
        yield from _sections(inner)


def _without_marks(line: str, version: Version) -> str:
    """Return a line without the marks of list items, the label of a field, and a placeholder."""
    marks = _MARKS.match(line)
    text = line[marks.end() :] if marks else line
    label = bold_label(text)
    if label and version.dialect.field_labelled(label.text):
        text = text[label.value_start :].lstrip()
    return without_placeholder(text)


def _said(version: Version) -> Iterator[str]:
    if version.front_matter:
        yield version.front_matter.text
    if version.dialect.templates:
        yield write_page(version.root, None, version.dialect.templates)
    else:
        yield from _of_section(version.root)


def _of_section(section: Section) -> Iterator[str]:
    yield section.number or ""
    yield section.title
    yield from _of_blocks(section.free_blocks)
    for field in section.fields:
        for value in field.values:
            yield value.text
            if isinstance(value, Notes):
                yield from (value.remark or "", value.manner or "")
        yield from ("and or" for _ in field.notes[1:])  # written as commas
        yield from _of_blocks(field.blocks)
    for question in section.questions:
        yield from _of_question(question)
    for inner in section.sections:
        yield from _of_section(inner)


def _of_question(question: Question) -> Iterator[str]:
    yield question.text
    yield from _of_blocks(question.prompt)
    yield from (option.text for option in question.options)
    yield from _of_blocks(question.answer.blocks)


def _of_blocks(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the texts of blocks without the numbers of list items, which may be made anew."""
    for block in blocks:
        is_list = block.kind is BlockKind.LIST
        yield _ORDINAL.sub(" ", block.text) if is_list else block.text
