"""Data files are read with the place of every text in them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.data_text import DataError, DataText, entries, read_data
from curriculum_tools.syntax.json_schema import KeyPath
from tests.examples import examples

TEXTS = st.text(max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=20,
)


def texts(value: object, path: KeyPath = ()) -> list[tuple[KeyPath, str]]:
    """Give all texts in a value that are no keys, each with its path."""
    if isinstance(value, str):
        return [(path, value)]
    return [each for key, inner in entries(value) for each in texts(inner, (*path, key))]


def written(data: DataText, path: KeyPath, text: str) -> str:
    return data.source.slice(data.span_of(path, text))


@given(VALUES, st.sampled_from([None, 2, "\t"]), st.booleans(), st.sampled_from(["", "\ufeff"]))
@examples(200)
def test_json_says_what_its_own_reader_says(
    value: object, indent: int | str | None, is_ascii: bool, mark: str
) -> None:
    text = mark + json.dumps(value, indent=indent, ensure_ascii=is_ascii)
    data = read_data(Source("a.json", text))
    assert data.value == value
    for path, each in texts(data.value):
        assert json.loads(f'"{written(data, path, each)}"') == each


YAML = """\
site_name: Light
markdown_extensions:
  - emoji: !!python/name:material.twemoji
nav: &nav
  - Home: index.md
  - 'Two': !ENV [A, "b.md"]
  - 3
other: *nav
"""
TOML = """\
# "index.md" comes first
[[part]]
files = [
  "index.md",
  "a/b.md",
]
[[part]]
files = ['index.md']
"""


def test_yaml_is_read_whatever_its_tags() -> None:
    data = read_data(Source("mkdocs.yml", YAML))
    nav = [{"Home": "index.md"}, {"Two": ["A", "b.md"]}, "3"]
    assert [value for _, value in data.find(("nav",))] == [nav]
    assert data.value["other"] == nav
    for path, text in texts(data.value):
        assert written(data, path, text).removeprefix("!!") == text or text == ""


def test_texts_of_toml_are_found_on_their_lines() -> None:
    data = read_data(Source("a.toml", TOML))
    places = [
        (text, data.source.position(data.span_of(path, text).start))
        for path, text in texts(data.value)
    ]
    assert places == [("index.md", (4, 4)), ("a/b.md", (5, 4)), ("index.md", (8, 11))]
    assert all(written(data, path, text) == text for path, text in texts(data.value))


def test_keys_lead_to_values_and_a_star_to_all_of_them() -> None:
    data = read_data(Source("a.json", '{"a": [{"b": 1}, {"b": 2, "c": 3}, 4], "d": {"b": 5}}'))
    assert data.find(("a", "*", "b")) == [(("a", 0, "b"), 1), (("a", 1, "b"), 2)]
    assert data.find(("a", "1", "*")) == [(("a", 1, "b"), 2), (("a", 1, "c"), 3)]
    assert data.find(("*", "b")) == [(("d", "b"), 5)]
    assert data.find(("a", "x")) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("a.json", '{\n"a": }', 2, "no valid JSON: Expecting value"),
        ("a.json", "", 1, "no valid JSON: Expecting value"),
        ("a.json", "[" * 100_000, None, "nested too deep"),
        ("a.json", "9" * 5000, None, "Exceeds the limit"),
        ("a.yml", "a:\n  - [\n", 3, "no valid YAML: "),
        ("a.yml", "a: b\nc: \x00", 2, "holds a character that YAML forbids"),
        pytest.param("a.yaml", "[" * 5000, None, "nested too deep", marks=pytest.mark.slow),
        ("a.toml", "a = 1\nb =\n", 2, "no valid TOML: Invalid value"),
    ],
)
def test_what_is_broken_is_named_with_its_line(
    name: str, text: str, line: int | None, message: str
) -> None:
    with pytest.raises(DataError, match=message) as caught:
        read_data(Source(name, text))
    assert caught.value.line == line


def test_an_alias_that_holds_itself_is_read() -> None:
    value = read_data(Source("a.yml", "a: &a [*a]")).value
    assert value["a"][0] is value["a"]
