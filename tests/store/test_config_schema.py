"""What schemas/config.schema.json accepts is read, and nothing else."""

import tomllib
from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.store.config_settings import SETTINGS
from curriculum_tools.syntax.home import HOME
from tests.configs import config_from_table
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
    "allow": table(["repeated-titles", "external-prerequisites"], st.lists(WORDS) | ANY) | ANY,
    "questions": table(["count"], COUNTS | ANY) | ANY,
    "duplicates": table(["semantic"], st.booleans() | ANY) | ANY,
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


def test_each_key_of_the_schema_is_drawn() -> None:
    assert set(SCHEMA["properties"]) == KEYS.keys() - {"other"}


def keys_below(schema: dict[str, Any], prefix: str = "") -> Iterator[str]:
    """Yield each key that a config may have, but those within lists."""
    for key, inner in schema.get("properties", {}).items():
        yield prefix + key
        yield from keys_below(inner, f"{prefix}{key}.")


def test_each_key_of_the_schema_is_read() -> None:
    read = [setting.key for setting in SETTINGS]
    for key in keys_below(SCHEMA):
        assert any(f"{key}.".startswith(f"{one}.") or one.startswith(f"{key}.") for one in read)
    assert set(read) <= set(keys_below(SCHEMA))


def test_the_fields_are_those_that_a_topic_may_have() -> None:
    fields_of_topics = list(HOME.names)
    assert SCHEMA["$defs"]["field"]["enum"] == fields_of_topics
    assert [
        *SCHEMA["properties"]["fields"]["properties"]["labels"]["properties"]
    ] == fields_of_topics


def test_each_attribute_of_a_config_is_set_once() -> None:
    found = {
        "path",
        "folder",
        "digest",
        "rulings",
        "front_matter_schema",
        "allow_outside",
    }  # not by a key
    attributes = [setting.attribute for setting in SETTINGS]
    assert sorted(attributes) == sorted({field.name for field in fields(Config)} - found)


@given(st.fixed_dictionaries({}, optional=KEYS).filter(lambda table: len(table) < 4))
def test_what_it_accepts_is_read_and_nothing_else(table: dict[str, Any]) -> None:
    assume(not has_min_above_max(table))
    assert accepts(table) == VALIDATOR.is_valid(table)


@pytest.mark.parametrize("key", [key for key in KEYS if key != "other"])
@given(st.data())
def test_that_holds_for_each_key(key: str, data: st.DataObject) -> None:
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
    "allow.repeated-titles = ['Overview', 'Summary*']",
    "allow.external-prerequisites = ['high school *']",
    "front-matter = { required = true, schema = 'a.json' }",
    "duplicates.semantic = true",
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
def test_it_accepts(toml: str) -> None:
    table = tomllib.loads(toml)
    assert accepts(table)
    assert VALIDATOR.is_valid(table)


@pytest.mark.parametrize("toml", BAD)
def test_it_refuses(toml: str) -> None:
    table = tomllib.loads(toml)
    assert not accepts(table)
    assert not VALIDATOR.is_valid(table)
