"""Plain front matter is read as YAML reads it, or left to YAML."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.syntax.plain_pairs import plain_pairs
from curriculum_tools.syntax.yaml_text import DATES_AND_NUMBERS, parse_yaml
from tests.examples import examples

_PIECES = (
    *["a", "word", "Two words", "1", "2.50", "0x1F", "1e3", "2024-05-01", "12:30", "1_000", "é"],
    *["漢字", "🎓", "–", "yes", "No", "TRUE", "null", "~", "y", ".inf", "=", "<<", "http://a.b"],
    *[" ", "  ", ": ", ":", " #", "#", "-", "- ", "?", "!", "&a", "*a", "|", ">", "'", '"', "%"],
    *["@", "`", "{", "}", "[", "]", ",", "\\", "\t", "\xa0", "\x85", "\u2028", "\ufeff", "\0"],
)
_texts = st.lists(st.sampled_from(_PIECES), max_size=4).map("".join)
_keys = st.sampled_from(["title", "a", "b-c", "d_e", "yes", "null", "_", "1", "-", "é", " f", ""])
_gaps = st.sampled_from([": ", ": ", ": ", ":  ", ":", " : ", ":\t"])
_ends = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n  more\n", ""])
_lines = st.builds(lambda *parts: "".join(parts), _keys, _gaps, _texts | st.text(max_size=5), _ends)


@given(st.lists(_lines, max_size=4).map("".join))
@examples(2000)
def test_pairs_are_what_yaml_reads(text: str) -> None:
    pairs = plain_pairs(text)
    assert pairs is None or pairs == parse_yaml(text, DATES_AND_NUMBERS).value


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_plain_pairs_need_no_yaml(line_end: str) -> None:
    text = "title: A guide, to C# & more \norder: 3\ndate: 2024-05-01\nurl: https://a.b/#c\n"
    assert plain_pairs(text.replace("\n", line_end)) == {
        "title": "A guide, to C# & more",
        "order": "3",
        "date": "2024-05-01",
        "url": "https://a.b/#c",
    }


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b\na: c\n",
        "a: yes\n",
        "a: b: c\n",
        "a: b:\n",
        "a: b # c\n",
        "a: 'b'\n",
        "a:\n",
        "a: b\n  c\n",
        "a: b\n\nc: d\n",
        "a: [b]\n",
        "# a\n",
        "a:b\n",
    ],
)
def test_the_rest_is_left_to_yaml(text: str) -> None:
    assert plain_pairs(text) is None
