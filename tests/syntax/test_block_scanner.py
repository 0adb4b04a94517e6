"""Blocks are what markdown-it finds, though most of them are found without it."""

from pathlib import Path

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from curriculum_tools.syntax.block_reader import read_blocks
from curriculum_tools.syntax.block_scanner import scan_blocks
from curriculum_tools.syntax.blocks import Node, NodeKind
from curriculum_tools.syntax.markdown_blocks import MAX_NESTING, MarkdownBlocks
from tests.examples import examples, tried
from tests.real_guides import each_real_guide, real_guide
from tests.syntax.block_texts import CONTEXTS, drawn_texts, in_context, read_by_markdown_it
from tests.syntax.commonmark import EXAMPLES
from tests.syntax.markdown import guide_like_text

OWN_GUIDES = sorted((Path(__file__).parents[2] / "guides").rglob("*.md"))


@each_real_guide
def test_real_guides_are_read_as_by_markdown_it(name: str) -> None:
    assert_same(real_guide(name).text)


def test_own_guides_are_read_as_by_markdown_it() -> None:
    for path in OWN_GUIDES:
        assert_same(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("context", CONTEXTS)
def test_examples_are_read_as_by_markdown_it(context: str) -> None:
    for _, example in EXAMPLES:
        assert_same(in_context(example, context))


def test_drawn_texts_are_read_as_by_markdown_it() -> None:
    for text in drawn_texts(seed=1, count=tried(5000, 300)):
        assert_same(text)


@given(guide_like_text)
@examples(300)
def test_texts_like_guides_are_read_as_by_markdown_it(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("depth", [9, 10, 11, 19, 20, 30])
def test_lists_of_any_depth_are_read_as_by_markdown_it(depth: int) -> None:
    deep = "".join(f"{'  ' * level}- a\n" for level in range(depth))
    for below in ("", "b\n", "\nb\n", "\n# B\n- c\n", "  - b\n"):
        assert_same(deep + below)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n "])
def test_comments_below_a_list_are_read_as_by_markdown_it(end: str) -> None:
    for comment in ("<!-- x -->", "  <!-- x\ny -->", "<!-- x -->\n\n<!-- y -->"):
        for text in ("- a\n", "1. a\n", "- a\n  - b\n\n", "```\n"):
            assert_same(f"{text}{comment}{end}")


def test_blocks_read_one_by_one_are_those_that_markdown_it_reads_at_once() -> None:
    markdown = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table")
    for text in [example for _, example in EXAMPLES] + [
        *drawn_texts(seed=2, count=tried(500, 100))
    ]:
        normal = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
        at_once = [token for token in markdown.parse(normal) if token.type != "inline"]
        one_by_one = [*MarkdownBlocks(normal, normal.split("\n")).tokens()]
        assert [(token.type, token.map, token.tag) for token in at_once] == [
            (token.type, token.map, token.tag) for token in one_by_one if token.type != "inline"
        ]


def test_common_lines_are_read_without_markdown_it() -> None:
    text = (
        "# A #\n\nwords\nand more\n- **b**: c\n  lazy\n\n  ~~~\n   - code\n  ~~~\n* d\n  - [e](f)\n"
    )
    heading, words, first, second = scanned_without_markdown_it(text)
    assert (heading.content, words.content) == ("A", "words\nand more")
    assert [node.kind for node in first.children[0].children] == [
        NodeKind.PARAGRAPH,
        NodeKind.CODE,
    ]
    assert second.children[0].children[1].children[0].children[0].content == "[e](f)"


@pytest.mark.parametrize(
    "line",
    ["1. a", "> a", "<p>", "a\n===", "---", "a|b\n-|-", "[a]: b", "\ta", "    a", "-", "- - a"],
)
def test_other_lines_are_left_to_markdown_it(line: str) -> None:
    with pytest.raises(AskedError):
        scanned_without_markdown_it(line)


class AskedError(Exception):
    pass


class _NoMarkdown(MarkdownBlocks):
    def read(self, line: int) -> tuple[list[Node], int]:
        raise AskedError(line)


def scanned_without_markdown_it(text: str) -> list[Node]:
    lines = text.split("\n")
    return scan_blocks(lines, lines, _NoMarkdown(text, lines))


def assert_same(text: str) -> None:
    assert read_blocks(text) == read_by_markdown_it(text)
