"""Texts that show whether blocks are read as markdown-it reads them, and how it does."""

from collections.abc import Iterator
from random import Random
from unittest.mock import patch

from curriculum_tools.syntax import block_reader
from curriculum_tools.syntax.blocks import Blocks, Node, is_blank
from curriculum_tools.syntax.markdown_blocks import MarkdownBlocks

# What stands before an example, what each of its lines is indented with, and what stands below.
CONTEXTS = {
    "alone": ("", "", ""),
    "below a heading": ("# A\n", "", ""),
    "below text": ("words\n", "", ""),
    "below text and a blank line": ("words\n\n", "", ""),
    "above text": ("", "", "words\n"),
    "above a heading": ("", "", "# A\n"),
    "above a bullet": ("", "", "- a\n"),
    "below a bullet": ("- a\n", "", ""),
    "below a bullet and a blank line": ("- a\n\n", "", "\n- b\n"),
    "in a list item": ("- a\n", "  ", "- b\n"),
    "in a wide list item": ("*    a\n\n", "     ", "* b\n"),
    "in a list of a list": ("- a\n  + b\n\n", "    ", "\n  + c\n"),
    "between two levels": ("- a\n  - b\n", "   ", "# A\n"),
    "between comments": ("- a\n<!-- x -->\n", "", "<!-- y -->\n  - b\n"),
    "in a code block": ("- ```\n", "  ", "\t```\n"),
}
_INDENTS = (*[""] * 6, " ", *["  "] * 3, *[" " * n for n in range(3, 9)], "\t", " \t", "  \t")
_BULLETS = (
    *["", "", "", "- ", "- ", "* ", "+ ", "-", "*", "-  ", "-   ", "-    ", "-     ", "-\t"],
    *["1. ", "2) ", "14. ", "> ", ">", "- - ", "* - ", "- 1. ", "1. - "],
)
_CONTENTS = (
    *["", "", "words", "**bold** words", "*em*", "_em_ x", "'t'", "(x)", "é", "x  ", "x\t", "a\\"],
    *["# h", "## h ##", "###", "### a#", "# a \\#", "#x", "####### x", "# ", "#\tx", "#  x  #  "],
    *["a|b", "# a|b", "```a|b", "|a|b|", "-|-", "|-|-|", "--|--", "---|:-:", ":-", "|-", "|", ":"],
    *["===", "=", "=x", "= =", "---", "--", "-", "***", "* * *", "- - -", "_ _ _", "** *", "-- -"],
    *["```", "````", "`````", "``` py", "``` a`b", "``` ```", "``", "`code` x", "~~~", "~~~ x"],
    *["<div>", "</div>", "<b>x</b>", "<http://x>", "<?php", "?>", "<![CDATA[", "]]>", "<pre>"],
    *["<!-- c -->", "<!--", "-->", "<!-- a", "a -->", "</pre>", "<script>", "<!DOCTYPE x>"],
    *["[a]: b", "[a]", "[a](b)", "[a]:", "[a\\]: b", "[a[b]: c", "[^1]: x", "[ ] x", "![a](b)"],
    *["12", "12.", "12. x", "1) y", "3.5 x", "0. x", "123456789. x", "1234567890. x"],
    *["- x", "* y", "+ z", "++", "> q", ">q", "~~a", "~~", "&amp;", "\\# x", "a\tb"],
    *["\xa0", "\xa0x", "x\xa0", "\0", "\f", "\v", "\x85", "\u2028x", "\u3000"],
)
_LINE_ENDS = (*["\n"] * 12, "\r\n", "\r")


def drawn_texts(seed: int, count: int) -> Iterator[str]:
    """Yield texts of a few lines, drawn from what begins, ends or continues a block.

    Half of them repeat few lines, so that what belongs together is met.
    """
    random = Random(seed)
    for _ in range(count):
        bullets, contents, indents, ends = _BULLETS, _CONTENTS, _INDENTS, _LINE_ENDS
        if random.random() < 0.5:
            bullets = (*random.choices(_BULLETS, k=3), "", "")
            contents = (*random.choices(_CONTENTS, k=4), "words", "")
            indents = (*random.choices(_INDENTS, k=3), "")
            ends = (random.choice(_LINE_ENDS),)
        parts = (indents, bullets, contents, ends)
        lines = range(random.choice((1, 2, 3, 4, 5, 6, 8, 12, 20)))
        text = "".join(random.choice(part) for _ in lines for part in parts)
        yield text.rstrip("\r\n") if random.random() < 0.3 else text


def read_by_markdown_it(text: str) -> Blocks:
    """Read the blocks of a text by markdown-it alone."""
    with patch.object(block_reader, "scan_blocks", _unscanned):
        return block_reader.read_blocks(text)


def in_context(example: str, context: str) -> str:
    """Return an example in one of the contexts."""
    head, indent, tail = CONTEXTS[context]
    return head + "".join(f"{indent}{line}\n" for line in example.split("\n")) + tail


def _unscanned(lines: list[str], _written: list[str], markdown: MarkdownBlocks) -> list[Node]:
    nodes: list[Node] = []
    number, count = 0, len(lines) - is_blank(lines[-1])
    while number < count:
        found, number = markdown.read(number)
        nodes += found
    return nodes
