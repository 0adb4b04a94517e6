"""Nothing in a guide can forge a line or send an escape."""

import json
import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.output.sanitize import (
    defuse_commands,
    raw_bytes,
    sanitize,
    sanitize_json,
    valid_unicode,
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[0m", "␛[0m"),
        ("a\r\nb\tc", "a␍␊b␉c"),
        ("\x7f\x9b", "␡<U+009B>"),
        ("\u202e\u2066\u200f", "<U+202E><U+2066><U+200F>"),
        ("\u2028\u2029", "<U+2028><U+2029>"),
        ("\udcff\ud800", "<FF><U+D800>"),
        ("::error::x", "∷error::x"),
        ("\u3000::error::x", "\u3000∷error::x"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[error]", "a #♯[error]"),
        ("###vso[task.x]", "##♯vso[task.x]"),
        ("##teamcity[x]", "#♯teamcity[x]"),
        ("## Heading [x]", "## Heading [x]"),
        ("“plain” – text 表 🙂", "“plain” – text 表 🙂"),
    ],
)
def test_sanitize(text: str, shown: str) -> None:
    assert sanitize(text) == shown


@given(st.text(st.characters()))
def test_no_harm_is_left_whatever_the_text(text: str) -> None:
    shown = sanitize(text)
    assert len(shown.splitlines()) <= 1
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not re.search(r"^\s*::|##\w*\[", shown)
    assert sanitize(shown) == shown
    shown.encode()


@given(st.text(st.sampled_from("#[v:\x1b ")))
def test_no_command_is_left_and_defusing_keeps_the_length(text: str) -> None:
    assert not re.search(r"^\s*::|##\w*\[", sanitize(text))
    assert not re.search(r"##\w*\[", defuse_commands(text))
    assert len(defuse_commands(text)) == len(text)


@given(st.binary())
def test_bytes_that_are_no_text_stay_what_they_are(raw: bytes) -> None:
    assert raw_bytes(raw.decode(errors="surrogateescape")) == raw


@given(st.text(st.characters()))
def test_any_text_has_bytes(text: str) -> None:
    raw_bytes(text)


@given(st.text(st.characters() | st.sampled_from("#[")))
def test_json_keeps_its_meaning(text: str) -> None:
    dumped = sanitize_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(dumped) == valid_unicode(text)
    assert sanitize(dumped) == dumped
    assert not re.search(r"##\w*\[", dumped)
