"""The words for a mistake in a file that is as no schema asks."""

from collections.abc import Iterator
from typing import Any

import pytest

from curriculum_tools.store.mistakes import WORDS
from tests.schemas import load

SILENT = {"$defs", "$id", "$ref", "$schema", "description", "items", "properties", "title"}
TOLD_BY_ITS_PARTS = {"additionalProperties", "anyOf"}


def keywords(schema: Any) -> Iterator[str]:
    """Yield the keywords of a schema and of what is in it."""
    for keyword, value in schema.items():
        yield keyword
        if keyword in ("properties", "$defs"):
            inner = list(value.values())
        elif keyword == "anyOf":
            inner = value
        else:
            inner = [value] if isinstance(value, dict) and keyword != "not" else []
        for part in inner:
            yield from keywords(part)


@pytest.mark.parametrize("name", ["config", "decisions"])
def test_there_are_words_for_each_keyword_of_a_schema(name: str) -> None:
    assert set(keywords(load(name))) <= WORDS.keys() | SILENT | TOLD_BY_ITS_PARTS
