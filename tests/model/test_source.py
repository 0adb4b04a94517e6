"""Offsets, lines and columns."""

from itertools import pairwise

import pytest
from hypothesis import given

from curriculum_tools.model.source import Position, Source, Span
from tests.syntax.markdown import any_text, guide_like_text


@given(any_text)
def test_position_and_offset_are_inverse(text: str) -> None:
    source = Source("guide.md", text)
    first = 1 if text.startswith("\ufeff") else 0  # a byte order mark has no column of its own
    for offset in range(first, len(text) + 1):
        position = source.position(offset)
        assert source.offset(position) == offset
        assert position.line == source.line_of(offset)


@given(guide_like_text)
def test_lines_and_their_ends_are_the_text(text: str) -> None:
    source = Source("guide.md", text)
    spans = [source.line_span(number) for number in range(1, source.line_count + 1)]
    assert not any(set(source.slice(span)) & {"\r", "\n"} for span in spans)
    between = [text[one.end : other.start] for one, other in pairwise(spans)]
    assert set(between) <= {"\n", "\r\n", "\r"}
    assert text[spans[-1].end :] in ("", "\n", "\r\n", "\r")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("\n", [""]),
        ("a", ["a"]),
        ("a\n", ["a"]),
        ("a\n\n", ["a", ""]),
        ("a\r\nb\rc\n\rd", ["a", "b", "c", "", "d"]),
        ("a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g", ["a\x0bb\x0cc\x1cd\x85e\u2028f\u2029g"]),
        ("\ufeffa\n\ufeffb", ["a", "\ufeffb"]),
    ],
)
def test_lines(text: str, lines: list[str]) -> None:
    source = Source("guide.md", text)
    assert [source.line(number) for number in range(1, source.line_count + 1)] == lines


def test_columns_count_code_points() -> None:
    source = Source("guide.md", "\ufeff汉\te\u0301🎓x")
    assert source.position(source.text.index("x")) == Position(1, 6)
    assert source.position(0) == source.position(1) == Position(1, 1)


def test_a_span_covers_what_lies_in_it() -> None:
    assert Span(1, 5).covers(Span(1, 5))
    assert Span(1, 5).covers(Span(3, 3))
    assert not Span(1, 5).covers(Span(0, 3))
    assert not Span(1, 5).covers(Span(3, 6))
