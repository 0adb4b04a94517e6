"""Reading values out of a parsed config: each has the type it should have, or is refused.

`schemas/config.schema.json` says the same for editors and other tools, and a test holds the two
together. Checking by hand names the mistake in plain words, and costs no import of jsonschema.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import TypeVar

from curriculum_tools.store.toml_lines import KeyPath

Choice = TypeVar("Choice", bound=StrEnum)

_TYPE_NAMES: dict[type, str] = {
    str: "a text",
    list: "a list",
    dict: "a table",
    date: "a date",
    datetime: "a date",
    time: "a time",
}


class BadValueError(Exception):
    """A value that has no meaning where it stands."""

    def __init__(self, keys: KeyPath, message: str, hint: str = "") -> None:
        self.keys = keys
        self.message = message
        self.hint = hint
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Value:
    """A value of a config, and the keys that lead to it."""

    keys: KeyPath
    content: object

    @property
    def name(self) -> str:
        """The keys as they are written."""
        if not self.keys:
            return "the config"
        *keys, last = self.keys
        if isinstance(last, int):
            return f"item {last + 1} of {Value(tuple(keys), None).name}"
        words = "".join(f"[{key + 1}]" if isinstance(key, int) else f".{key}" for key in self.keys)
        return f"`{words.removeprefix('.')}`"

    def refused(self, message: str, hint: str = "") -> BadValueError:
        """Give the error that says what is wrong with this value."""
        return BadValueError(self.keys, message, hint)

    def table(self, known: Sequence[str]) -> dict[str, "Value"]:
        """Read a table that has no other keys than the known ones."""
        values = self.mapping()
        for key, value in values.items():
            if key not in known:
                raise value.refused(*self._unknown(key, known))
        return values

    def mapping(self) -> dict[str, "Value"]:
        """Read a table whose keys are the user's own."""
        if not isinstance(self.content, dict):
            raise self._mistyped("a table", "write its name in brackets: [...]")
        return {key: Value((*self.keys, key), value) for key, value in self.content.items()}

    def items(self) -> Iterator["Value"]:
        """Read a list."""
        if not isinstance(self.content, list):
            raise self._mistyped("a list", "write it in brackets: [...]")
        return (Value((*self.keys, at), item) for at, item in enumerate(self.content))

    def texts(self) -> tuple[str, ...]:
        """Read a list of texts."""
        return tuple(item.text() for item in self.items())

    def text(self) -> str:
        """Read a text that is not empty."""
        text = self.text_or_empty()
        if not text:
            raise self.refused(f"{self.name} is empty", "leave the key out to keep its default")
        return text

    def text_or_empty(self) -> str:
        """Read a text."""
        if not isinstance(self.content, str):
            raise self._mistyped("a text", 'write it in quotes: "..."')
        return self.content

    def boolean(self) -> bool:
        """Read true or false."""
        if not isinstance(self.content, bool):
            raise self._mistyped("true or false")
        return self.content

    def choice(self, choices: type[Choice]) -> Choice:
        """Read one of a few words."""
        for choice in choices:
            if self.content == choice:
                return choice
        message = f"{self.name} must be one of {', '.join(choices)}"
        raise self.refused(f"{message}, not {_shown(self.content)}")

    def count(self) -> int:
        """Read a whole number from 0."""
        number = self.content
        if isinstance(number, float) and number.is_integer():
            number = int(number)
        if not isinstance(number, int) or isinstance(number, bool):
            raise self._mistyped("a whole number")
        if number < 0:
            raise self.refused(f"{self.name} must be 0 or more, not {number}")
        return number

    def _mistyped(self, wanted: str, hint: str = "") -> BadValueError:
        return self.refused(f"{self.name} must be {wanted}, not {_shown(self.content)}", hint)

    def _unknown(self, key: str, known: Sequence[str]) -> tuple[str, str]:
        where = f" in [{self.name.strip('`')}]" if self.keys else ""
        from curriculum_tools.engine.selection import nearest  # brings all facts along

        close = nearest(key, known)
        hint = f"did you mean `{close}`?" if close else f"known keys: {', '.join(sorted(known))}"
        return f"unknown key `{key}`{where}", hint


def _shown(content: object) -> str:
    """Give a short value as it is written, and the type of a long one."""
    if isinstance(content, str) and len(content) < 40 and content.isprintable():
        return f'"{content}"'
    if isinstance(content, bool):
        return str(content).lower()
    if isinstance(content, int | float):
        return str(content)
    return _TYPE_NAMES.get(type(content), "this")
