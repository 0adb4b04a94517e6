"""What an observation looks like in a lock; in one that was edited by hand it may not."""

from collections.abc import Mapping
from typing import Any

#: The texts that each kind of observation must have.
_TEXTS = {
    "guide-title": ("text",),
    "front-matter": ("text",),
    "prose": ("block", "text"),
    "chapter": (),
    "topic": ("topic",),
    "description": ("topic", "text"),
    "prerequisite": ("topic", "text"),
    "notes": ("topic", "path", "status"),
    "question": ("topic", "text"),
    "block": ("block", "text"),
}


def check_observation(said: Mapping[str, Any], place: Mapping[str, Any]) -> None:
    """Raise ValueError where what is said, or its place, lacks a value or has one of no use."""
    kind = said.get("kind")
    if kind not in _TEXTS:
        raise ValueError(f"{kind!r} is no kind of observation")
    for name in _TEXTS[kind]:
        if not isinstance(said.get(name), str):
            raise ValueError(f"a {kind} without a text as its `{name}`")
    for values, name in (
        (said, "topic"),
        (said, "remark"),
        (said, "manner"),
        (place, "number"),
    ):
        if name in values and not isinstance(values[name], str):
            raise ValueError(f"a {kind} with a `{name}` that is no text")
    for block in said.get("blocks", ()):
        if not (isinstance(block["block"], str) and isinstance(block["text"], str)):
            raise ValueError(f"a {kind} with a block without a text")
    if kind == "topic":
        _check_chapter(kind, place)
    elif kind == "chapter" or (kind == "block" and "topic" not in said):
        _check_chapter(kind, said)


def _check_chapter(kind: str, values: Mapping[str, Any]) -> None:
    """Topics that stand before any chapter are in one called None."""
    if not isinstance(values["chapter"], str | None):
        raise ValueError(f"a {kind} with a `chapter` that is no text")
