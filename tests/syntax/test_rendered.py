"""What a reader sees of a line of Markdown."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from curriculum_tools.syntax.rendered import InlineKind, inline_parts, shown_text
from tests.examples import examples


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, text", "plain, text"),
        ("**bold** __b__ *i* _i_ ~x~", "bold b i i ~x~"),
        ("snake_case", "snake_case"),
        ("`a_b` and `` ` ``", "a_b and `"),
        ("[a](b.md) ![c](d.png)e", "a e"),
        ("[a][x] [a][y]", "a [a][y]"),
        (r"\*a\* &amp; &lt;b&gt;", "*a* & <b>"),
        ("<b>a</b><!-- c -->", "a"),
        ("a\n b", "a\nb"),
        ("<https://a.b>", "https://a.b"),
    ],
)
def test_what_is_shown(text: str, shown: str) -> None:
    assert shown_text(text, ["X"]) == shown


def test_dashes_and_dots_are_set_where_asked_for_but_not_in_code() -> None:
    assert shown_text("a -- b --- c... `--d`", is_typeset=True) == "a – b — c… --d"


def test_parts() -> None:
    assert [(part.kind, part.text) for part in inline_parts("a <b>`c`![d](e)")] == [
        (InlineKind.TEXT, "a "),
        (InlineKind.HTML, "<b>"),
        (InlineKind.CODE, "c"),
        (InlineKind.IMAGE, "d"),
    ]


@given(st.text(st.sampled_from("&&; #ax1*_!~\"'")))
@examples(300)
def test_a_text_with_ampersands_is_shown_as_markdown_it_shows_it(text: str) -> None:
    assume("&" in text)
    [whole] = MarkdownIt("commonmark").parseInline(text)
    shown = "".join(token.content for token in whole.children or [])
    assert shown_text(text) == shown
