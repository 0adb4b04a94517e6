"""Nothing in a guide can forge a line or send an escape."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.output.harmless import harmless, harmless_json, valid_unicode


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[0m", "␛[0m"),
        ("a\r\nb\tc", "a␍␊b␉c"),
        ("\x7f\x9b", "␡<U+009B>"),
        ("\u202e\u2066\u200f", "<U+202E><U+2066><U+200F>"),
        ("\u2028\u2029", "<U+2028><U+2029>"),
        ("\udcff\ud800", "<FF><U+D800>"),
        ("“plain” – text 表 🙂", "“plain” – text 表 🙂"),
    ],
)
def test_harmless(text: str, shown: str) -> None:
    assert harmless(text) == shown


@given(st.text(st.characters()))
def test_no_harm_is_left_whatever_the_text(text: str) -> None:
    shown = harmless(text)
    assert len(shown.splitlines()) <= 1
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    shown.encode()


@given(st.text(st.characters()))
def test_json_keeps_its_meaning(text: str) -> None:
    dumped = harmless_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(dumped) == valid_unicode(text)
    assert harmless(dumped) == dumped
