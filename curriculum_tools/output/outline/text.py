"""The outline of a guide for `git diff`: chapters, topics and questions, one a line.

There are neither paths nor positions in it, so that nothing changes but what is asked, where, and
under which number.
"""

from collections.abc import Iterator

from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.output.sanitize import sanitize

_STEP = "  "


def render(guide: Guide) -> Iterator[str]:
    """Yield the outline, indented by depth; what has no heading takes no line."""
    if guide.title:
        yield f"{sanitize(guide.title)}\n"
    for section in guide.chapters:
        yield from _section(section, "")


def _section(section: Section, indent: str) -> Iterator[str]:
    if section.is_headed:
        name = " ".join(filter(None, (section.number, section.title)))
        yield f"{indent}{sanitize(name)}\n"
        indent += _STEP
    yield from (f"{indent}{sanitize(_question(each))}\n" for each in section.questions)
    for inner in section.sections:
        yield from _section(inner, indent)


def _question(question: Question) -> str:
    mark = question.number.text if question.number else "-"
    text = question.text or " ".join(block.text for block in question.prompt)
    return " ".join([mark, *text.split()])
