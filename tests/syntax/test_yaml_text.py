"""YAML text: what its values are, and where they stand."""

from datetime import date

import pytest

from curriculum_tools.syntax.yaml_text import DATES, DATES_AND_NUMBERS, YamlError, parse_yaml

TEXT = "a: [1, 2.5, 2024-05-01, x, yes]\nb: {c: null}\n"


def test_values_have_their_kinds_or_stay_as_written() -> None:
    day = date(2024, 5, 1)
    assert parse_yaml(TEXT).value == {"a": [1, 2.5, day, "x", True], "b": {"c": None}}
    assert parse_yaml(TEXT, DATES).value["a"] == [1, 2.5, "2024-05-01", "x", True]
    assert parse_yaml(TEXT, DATES_AND_NUMBERS).value["a"] == ["1", "2.5", "2024-05-01", "x", True]


def test_a_path_leads_to_a_key_or_an_item() -> None:
    yaml = parse_yaml(TEXT)
    for path, written in [
        (("a",), "a"),
        (("a", 3), "x"),
        (("b",), "b"),
        (("b", "c"), "c"),
    ]:
        span = yaml.span_of(path)
        assert TEXT[span.start : span.end] == written


@pytest.mark.parametrize("text", ["", "# nothing\n", "---\n"])
def test_an_empty_text_has_no_value(text: str) -> None:
    assert parse_yaml(text).value is None


@pytest.mark.parametrize(
    ("text", "message", "start"),
    [
        ("a: b: c", "is no valid YAML: mapping values are not allowed here", 4),
        ("a: 0b_", "holds a number out of range", 0),
        ("a: &x [1]\nb: *x", "uses an alias (`*name`); write the value out", 3),
        ("? [a]\n: b", "has a key that is no plain text", 2),
    ],
)
def test_what_cannot_be_read_is_told_with_its_place(text: str, message: str, start: int) -> None:
    with pytest.raises(YamlError) as caught:
        parse_yaml(text)
    assert (str(caught.value), caught.value.span.start) == (message, start)
