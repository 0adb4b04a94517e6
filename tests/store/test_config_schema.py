"""The checks written by hand agree with schemas/config.schema.json."""

import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from curriculum_tools.model.errors import ConfigError
from curriculum_tools.store.config import config_from_table
from tests.schemas import load
from tests.store.test_config import OF_THE_CONTRACT

SCHEMA = load("config")
VALIDATOR = Draft202012Validator(SCHEMA)

WORDS = st.sampled_from(["", "a", "auto", "inferred", "error", "notes", "description", "min"])
SCALARS = st.one_of(
    WORDS, st.booleans(), st.integers(-2, 9), st.sampled_from([1.0, 1.5]), st.just(date(2024, 1, 1))
)
LISTS = st.lists(WORDS | SCALARS, max_size=3)


def table(keys: list[str], values: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.dictionaries(st.sampled_from([*keys, "other"]), values, max_size=3)


ANY = st.one_of(SCALARS, LISTS, table(["a"], LISTS | SCALARS))
COUNTS = table(["min", "max"], st.integers(-1, 9) | SCALARS)
LABELS = table(["description", "notes"], st.lists(WORDS) | ANY)
CURRICULUM = table(["versions", "output", "decisions"], st.lists(WORDS) | ANY)
KEYS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(["include", "exclude", "select", "ignore"], st.lists(WORDS) | ANY),
    **dict.fromkeys(["content-root", "notes-folder", "fail-level"], WORDS | st.lists(WORDS) | ANY),
    "curriculum": st.lists(CURRICULUM, max_size=2) | ANY,
    "severity": table(["a"], WORDS) | ANY,
    "per-file-ignores": table(["a"], st.lists(WORDS)) | ANY,
    "fields": table(["required", "labels"], st.lists(WORDS) | WORDS | LABELS | ANY) | ANY,
    "dialect": table(["anchors"], st.sampled_from(["github", "kramdown-gfm", "gitlab"]) | ANY)
    | ANY,
    "front-matter": table(["required", "schema"], WORDS | st.booleans() | ANY) | ANY,
    "questions": table(["count"], COUNTS | ANY) | ANY,
    "other": ANY,
}


def accepts(table: dict[str, Any]) -> bool:
    try:
        config_from_table(table, "curriculum.toml")
    except ConfigError:
        return False
    return True


def has_min_above_max(table: dict[str, Any]) -> bool:
    """The one thing a JSON Schema cannot say."""
    try:
        count = table["questions"]["count"]
        return bool(count["min"] > count["max"])
    except (KeyError, TypeError):
        return False


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_it_knows_the_same_keys() -> None:
    assert set(SCHEMA["properties"]) == KEYS.keys() - {"other"}


@given(st.fixed_dictionaries({}, optional=KEYS).filter(lambda table: len(table) < 4))
def test_both_accept_and_refuse_the_same(table: dict[str, Any]) -> None:
    assume(not has_min_above_max(table))
    assert accepts(table) == VALIDATOR.is_valid(table)


@pytest.mark.parametrize("key", [key for key in KEYS if key != "other"])
@given(st.data())
def test_both_agree_about_each_key(key: str, data: st.DataObject) -> None:
    table = {key: data.draw(KEYS[key])}
    assume(not has_min_above_max(table))
    assert accepts(table) == VALIDATOR.is_valid(table)


GOOD = [
    OF_THE_CONTRACT,
    "",
    "content-root = ['a', 'b']",
    "fields.required = []",
    "curriculum = []",
    "questions.count = {}",
    "front-matter = { required = true, schema = 'a.json' }",
]
BAD = [
    "Include = []",
    "content_root = 'a'",
    "include = ['']",
    "include = [[]]",
    "content-root = 'auto'\nnotes-folder = ''",
    "content-root = ['a', 'auto']",
    "content-root = [1]",
    "fail-level = 'off'",
    "fail-level = ['error']",
    "severity.a = 'off'",
    "severity.a = true",
    "severity = ['a']",
    "per-file-ignores.a = 'b'",
    "fields.required = true",
    "fields.required = ['Notes']",
    "fields.labels.Notes = ['a']",
    "fields.labels.notes = 'a'",
    "front-matter.required = 1",
    "front-matter.schema = {}",
    "questions.count = 3",
    "questions.count = [1, 2]",
    "questions.count.min = true",
    "questions.count.least = 1",
    "questions.max = 1",
    "[curriculum]\nversions = ['a']",
    "[[curriculum]]",
    "[[curriculum]]\nversions = 'a'",
    "[[curriculum]]\nversions = ['a']\noutput = ''",
    "[[curriculum]]\nversions = ['a']\nlock = 'a'",
]


@pytest.mark.parametrize("toml", GOOD)
def test_both_accept(toml: str) -> None:
    table = tomllib.loads(toml)
    assert accepts(table)
    assert VALIDATOR.is_valid(table)


@pytest.mark.parametrize("toml", BAD)
def test_both_refuse(toml: str) -> None:
    table = tomllib.loads(toml)
    assert not accepts(table)
    assert not VALIDATOR.is_valid(table)
