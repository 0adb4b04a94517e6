"""What a reader sees in a guide, read by another Markdown library than the one that is tested."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import mistune

_NUMBER = re.compile(r"^(?:\d+\.)*\d+\.? ")
_LABEL = re.compile(r"^(?:Description|Prerequisites|Path to detailed notes|Questions) ?: ?")
_LISTED = re.compile(
    r"^(?:Prerequisites:|Path to detailed notes:"
    r"|\(Individual file to be created, e\.g\.,|\(Covered.* in) (.*?)\)?$"
)
_PIECES = re.compile(r"[(),]")
_CHECKBOX = re.compile(r"^\[[ xX]\] ")
_FRONT_MATTER = re.compile(r"^---\n.*?\n---\n", re.DOTALL)


def visible(text: str) -> Iterator[str]:
    """Yield each stretch of text that a reader sees: of headings, paragraphs, items and code.

    The numbers of headings and the labels of fields, which are made anew, are left out.
    """
    front_matter = _FRONT_MATTER.match(text)
    if front_matter:
        yield from front_matter[0].strip("-\n").split("\n")
        text = text[front_matter.end() :]
    tokens, _ = mistune.create_markdown(renderer=None).parse(text)
    for stretch in _stretches(tokens):
        bare = _LABEL.sub("", _NUMBER.sub("", " ".join(stretch.split())))
        bare = _CHECKBOX.sub("", bare)  # a lock has options and what is ticked apart
        listed = _LISTED.match(" ".join(stretch.split()))
        if listed:  # a lock has a path and what is remarked about it apart
            yield from filter(None, (piece.strip() for piece in _PIECES.split(listed[1])))
        elif bare:
            yield bare


def _stretches(tokens: str | Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for token in tokens:
        assert isinstance(token, Mapping)
        children = token.get("children")
        if token["type"] in ("heading", "paragraph", "block_text"):
            yield _text(children or ())
        elif children:
            yield from _stretches(children)
        else:
            yield from str(token.get("raw", "")).split("\n")


def _text(tokens: Iterable[Mapping[str, Any]]) -> str:
    return "".join(
        _text(token["children"])
        if "children" in token
        else str(token.get("raw", " "))  # a line break
        for token in tokens
    )


def held(output: str, lock: str) -> str:
    """Give, as one text, all that a reader sees in a merged guide and all that its lock holds."""
    said = [*visible(output)]
    for entry in json.loads(lock)["observations"]:
        said += (stretch for text in _strings(entry) for stretch in visible(text))
    return "\n".join(said)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)
