"""The columns that text takes on a terminal."""

import pytest

from curriculum_tools.output.display_width import display_width


@pytest.mark.parametrize(
    ("text", "columns"),
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
def test_display_width(text: str, columns: int) -> None:
    assert display_width(text) == columns
