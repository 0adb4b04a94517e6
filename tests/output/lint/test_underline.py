"""Lines cut around a span that is underlined."""

from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_tools.model.source import Span
from curriculum_tools.output.display_width import display_width
from curriculum_tools.output.lint.underline import underline

LINES = st.text(st.characters(exclude_characters="\r\n"), max_size=60) | st.text("a\t表\u0301")


@settings(deadline=None)
@given(LINES, st.integers(0, 70), st.integers(0, 70), st.integers(3, 80))
def test_the_line_fits_and_the_mark_lies_in_it(line: str, at: int, length: int, room: int) -> None:
    shown = underline(line, Span(at, at + length), room)
    assert display_width(shown.text) <= room
    assert shown.length >= 1
    assert 0 <= shown.column <= display_width(shown.text)


@given(st.text("abcdefgh表", min_size=1, max_size=300), st.integers(0, 299), st.integers(12, 80))
def test_the_mark_is_under_what_it_marks(line: str, at: int, room: int) -> None:
    at %= len(line)
    shown = underline(line, Span(at, at + 1), room)
    before = 0
    for character in shown.text:
        if before == shown.column:
            assert character == line[at]
        before += display_width(character)


def test_a_huge_line_is_not_looked_at_whole() -> None:
    line = "a" * 10_000_000
    shown = underline(line, Span(5_000_000, 5_000_001), 40)
    assert shown.text == f"…{'a' * 38}…"
    assert shown.length == 1
