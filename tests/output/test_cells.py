"""The width of text, and lines cut around a place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.source import Span
from curriculum_tools.output.cells import underlined, width

LINES = st.text(st.characters(exclude_characters="\r\n"), max_size=60) | st.text("a\t表\u0301")


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("plain", 5),
        ("表格", 4),
        ("cafe\u0301", 4),
        ("ａ", 2),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("🙂", 2),
        ("a\u200db", 2),
        ("soft\xadhyphen", 11),
    ],
)
def test_width(text: str, cells: int) -> None:
    assert width(text) == cells


@given(LINES, st.integers(0, 70), st.integers(0, 70), st.integers(3, 80))
def test_the_line_fits_and_the_mark_lies_in_it(line: str, at: int, length: int, room: int) -> None:
    shown = underlined(line, Span(at, at + length), room)
    assert width(shown.text) <= room
    assert shown.length >= 1
    assert 0 <= shown.column <= width(shown.text)


@given(st.text("abcdefgh表", min_size=1, max_size=300), st.integers(0, 299), st.integers(12, 80))
def test_the_mark_is_under_what_it_marks(line: str, at: int, room: int) -> None:
    at %= len(line)
    shown = underlined(line, Span(at, at + 1), room)
    before = 0
    for character in shown.text:
        if before == shown.column:
            assert character == line[at]
        before += width(character)


def test_a_huge_line_is_not_looked_at_whole() -> None:
    line = "a" * 10_000_000
    shown = underlined(line, Span(5_000_000, 5_000_001), 40)
    assert shown.text == f"…{'a' * 38}…"
    assert shown.length == 1
