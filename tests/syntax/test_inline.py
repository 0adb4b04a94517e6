"""Code spans and links inside a text."""

import pytest

from curriculum_tools.model.source import Span
from curriculum_tools.syntax.inline import code_spans, links, mask


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("`a` and `b`", ["a", "b"]),
        ("`` a ` b ``", [" a ` b "]),
        ("`a``b`", ["a``b"]),
        ("``a` b", []),
        (r"\`a` b`", [" b"]),
        (r"`a\` b", ["a\\"]),
        ("`a\nb`", ["a\nb"]),
        ("no code", []),
        ("`", []),
    ],
)
def test_code_spans(text: str, codes: list[str]) -> None:
    assert [text[span.inner.start : span.inner.end] for span in code_spans(text)] == codes


def test_code_spans_are_placed_in_the_source() -> None:
    assert list(code_spans("a `b`", 10)) == [(Span(13, 14), Span(12, 15))]


@pytest.mark.parametrize(
    ("text", "destinations"),
    [
        ("[a](b.md)", ["b.md"]),
        ("[a](b.md#c 'title') and ![d](e.png)", ["b.md#c", "e.png"]),
        ("[a]( <b c.md> )", ["b c.md"]),
        ("[a](b(c).md)", ["b(c).md"]),
        ("[a [b] c](d.md)", ["d.md"]),
        ("[![a](b.png)](c.md)", ["c.md", "b.png"]),
        ("[a]()", [""]),
        ("[a](\r\nb.md)", ["b.md"]),
        (r"\[a](b.md)", []),
        (r"[a\](b.md)](c.md)", ["c.md"]),
        ("`[a](b.md)`", []),
        ("[a](b c.md)", []),
        ("[a][b]", []),
        ("[a]: b.md 'c'", ["b.md"]),
        ("[a]: b.md\n[c]: <d e.md>\r\n  [f]: g.md", ["b.md", "d e.md", "g.md"]),
        ("see [a]: b.md", []),
        ("[^a]: a footnote", []),
    ],
)
def test_links(text: str, destinations: list[str]) -> None:
    found = list(links(text, 5))
    assert [link.destination for link in found] == destinations
    assert [text[link.span.start - 5 : link.span.end - 5] for link in found] == destinations


def test_images_are_told_from_links() -> None:
    assert [link.is_image for link in links(r"![a](b) [c](d) \![e](f)")] == [True, False, False]


def test_mask_keeps_offsets() -> None:
    assert mask("ab`c`d", iter([Span(2, 5)])) == "ab   d"
