"""Questions in list items: their text, and what below it is prompt, options or answer."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from curriculum_tools.model.content import (
    Answer,
    Block,
    BlockKind,
    Field,
    Option,
    Question,
    Text,
)
from curriculum_tools.model.dialect import FieldSpec
from curriculum_tools.model.leaves import LeafKind, Mark
from curriculum_tools.model.source import Piece, Span
from curriculum_tools.syntax.block_reader import read_blocks
from curriculum_tools.syntax.blocks import Node
from curriculum_tools.syntax.body import Body, joined
from curriculum_tools.syntax.heads import is_text
from curriculum_tools.syntax.labels import COLONS
from curriculum_tools.syntax.layout import apart, below, indented

_ASKS = re.compile(r"[?？؟][*_`\"'”’)\]]*[ \t]*$")
_OPTION = re.compile(r"\[[ xX]\]|[A-Za-z][.)][ \t]")
_BULLET = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]*")
_CHECKBOX = re.compile(r"[-*+][ \t]+\[(?P<tick>[ xX])\][ \t]+(?P<text>\S.*)")
_FIGURE = re.compile(r"(?:!\[[^\]\n]*\](?:\([^()\n]*\)|\[[^\]\n]*\])\s*)+|<img\b[^<>]*>")
#: What is asked about, and not said about it.
_PROMPTS = {BlockKind.CODE, BlockKind.TABLE, BlockKind.QUOTE}


def asks(text: str) -> bool:
    """Tell whether a text asks something and is no option of a question."""
    return bool(_ASKS.search(text)) and not _OPTION.match(text)


def read_question(body: Body, item: Node, marks: list[Mark]) -> Question | None:
    """Read a question from its list item; None where the item is empty."""
    if not item.children:
        return None
    start = body.text_start(item.first)
    extent = Span(start, body.line_end(item.end - 1))
    first, *rest = item.children
    has_text = is_text(first)
    text = marked_text(body.pieces(first), marks) if has_text else None
    if text is None:
        bullet = _BULLET.match(body.source.text, start, body.line_end(item.first))
        content = bullet.end() if bullet else start
        text = Text("", Span(content, content))
    blocks = tuple([body.block(node, marks) for node in rest])
    if not has_text:
        begin = text.span.start if first.first == item.first else None
        blocks = (body.block(first, marks, begin), *blocks)
    return question_of(text, blocks, extent)


def question_of(text: Text, blocks: tuple[Block, ...], extent: Span) -> Question:
    """Tell what below a question is asked, and what answers it.

    The prompt are code, figures, tables and quotes, and paragraphs that end with a colon and so
    lead to one of these; where there is no text, also the first block. Options are a list of
    checkboxes. From the first block on that is none of these, all is the answer.
    """
    asked = count_asked(text, blocks)
    prompt = [block for block in blocks[:asked] if not _is_options(block)]
    ticks = [tick for block in blocks[:asked] if _is_options(block) for tick in _options(block)]
    ticked = tuple(option.text for option, is_ticked in ticks if is_ticked)
    return Question(
        text=text.text,
        prompt=tuple(prompt),
        options=tuple(option for option, _ in ticks),
        answer=Answer(ticked, blocks[asked:]),
        span=text.span,
        extent=extent,
        blocks=blocks,
    )


def count_asked(text: Text, blocks: tuple[Block, ...]) -> int:
    """Count the blocks before the answer; a second list of checkboxes is part of that."""
    asked = 0
    has_options = False
    for count, block in enumerate(blocks, 1):
        if _is_options(block):
            if has_options:
                break
            has_options, asked = True, count
        elif _is_prompt(block) or (count == 1 and not text.text):
            asked = count
        elif not (block.kind is BlockKind.PARAGRAPH and block.text.endswith(COLONS)):
            break
    return asked


def _is_prompt(block: Block) -> bool:
    return block.kind in _PROMPTS or bool(_FIGURE.fullmatch(block.text))


def _is_options(block: Block) -> bool:
    """Tell whether each line of a list is a checkbox, and no two say the same."""
    if block.kind is not BlockKind.LIST or "[" not in block.text:
        return False
    found = [_CHECKBOX.fullmatch(line) for line in _filled_lines(block)]
    texts = [match["text"].strip() for match in found if match]
    return len(texts) == len(found) == len(set(texts))


def _filled_lines(block: Block) -> Iterator[str]:
    return (line for line in block.text.split("\n") if line.strip())


def _options(block: Block) -> Iterator[tuple[Option, bool]]:
    """Yield the options of a list, and which of them are ticked."""
    for line in _filled_lines(block):
        if match := _CHECKBOX.fullmatch(line):
            yield Option(match["text"].strip()), match["tick"] != " "


def marked_text(pieces: list[Piece], marks: list[Mark]) -> Text | None:
    """Join the lines of a text and mark its leaf; None where it says nothing."""
    text = joined(pieces)
    if not text.text:
        return None
    marks.append(Mark(*text.span, LeafKind.TEXT))
    return text


def write_question(question: Question) -> Iterator[str]:
    """Yield the lines of a question, from its bullet on."""
    blocks = blocks_of(question)
    if question.text:
        yield f"- {question.text}"
    elif blocks:
        first, *more = blocks[0].text.split("\n")
        yield f"- {first}"
        yield from indented(more, 2)
        blocks = blocks[1:]
    else:
        yield "-"
    yield from indented(below(blocks), 2)


def blocks_of(question: Question) -> tuple[Block, ...]:
    """Return all that hangs below a question, in the order in which it is written."""
    options: tuple[Block, ...] = ()
    if question.options:
        ticked = question.answer.ticked
        bullet = _bullet_before(question.answer.blocks)
        texts = (option.text for option in question.options)
        lines = (f"{bullet} [{'x' if text in ticked else ' '}] {text}" for text in texts)
        options = (Block(BlockKind.LIST, "\n".join(lines)),)
    return (*question.prompt, *options, *question.answer.blocks)


def _bullet_before(blocks: tuple[Block, ...]) -> str:
    """Return the usual bullet, or another one where it would make one list of two."""
    return "*" if blocks and blocks[0].text.startswith("-") else "-"


def write_questions_field(
    spec: FieldSpec,
    field: Field,
    questions: Iterable[Question],
    write: Callable[[Question], Iterable[str]],
) -> Iterator[str]:
    """Yield a questions field with its questions.

    What would be no text in a bullet, like `- x`, was read beside a label, and stands there again.
    """
    blocks = field.blocks
    for is_listed, group in groupby(questions, _is_text_in_a_bullet):
        if is_listed:
            yield from _listed(spec, blocks, map(write, group))
            blocks = ()
        else:
            yield from (f"- **{spec.labels[0]}**: {question.text}" for question in group)
    if blocks:
        yield from _listed(spec, blocks, ())


def _listed(
    spec: FieldSpec, blocks: tuple[Block, ...], questions: Iterable[Iterable[str]]
) -> Iterator[str]:
    """Yield a field with a list of questions, each given by its lines.

    A text beside the label leads to questions; without any, it would be read as one.
    """
    questions = list(questions)
    lead = ""
    if questions and blocks and blocks[0].kind is BlockKind.PARAGRAPH:
        lead, blocks = f" {blocks[0].text}", blocks[1:]
    yield f"- **{spec.labels[0]}**:{lead}"
    if blocks:
        yield ""
    yield from indented(apart(blocks), 2)
    for lines in questions:
        yield from indented(lines, 2)


def _is_text_in_a_bullet(question: Question) -> bool:
    text = question.text
    if not text or text[0].isalpha():
        return True
    items = [item for node in read_blocks(f"- {text}").nodes for item in node.children]
    return bool(items and items[0].children and is_text(items[0].children[0]))
