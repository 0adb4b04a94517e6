"""On which line of a TOML text each key stands; the standard library's reader does not say.

The text is known to be TOML, so this only follows its outline: headers, keys and brackets.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

KeyPath: TypeAlias = "tuple[str | int, ...]"

_TOKEN = re.compile(
    r"""
      (?P<skipped> [ \t\r]+ | \#[^\n]* )
    | (?P<string>
          \"{3} (?: \\. | [^\\] )*? \"{3} (?!\")
        | '{3} .*? '{3} (?!')
        | \" (?: \\. | [^"\\\n] )* \"
        | ' [^'\n]* '
      )
    | (?P<mark> [\n\[\]{}=,.] )
    | (?P<bare> [^\s\[\]{}=,."'\#]+ )
    """,
    re.DOTALL | re.VERBOSE,
)


class _Token(NamedTuple):
    text: str
    line: int


def line_of(text: str, keys: KeyPath) -> int | None:
    """Give the line, from 1, of a key or of an item of a list; None where it is not found."""
    return key_lines(text).get(keys)


def key_lines(text: str) -> Mapping[KeyPath, int]:
    """Give the line of each key, header and list item where it first stands."""
    try:
        return _Outline(text).lines
    except (IndexError, RecursionError, ValueError):
        return {}  # a text that is no TOML has no outline to follow


class _Outline:
    """Reads tokens from left to right and notes the line of each key."""

    def __init__(self, text: str) -> None:
        self.tokens = [*_tokens(text), _Token("\n", text.count("\n") + 1)]
        self.at = 0
        self.lines: dict[KeyPath, int] = {}
        self.last_items: dict[KeyPath, int] = {}  # of each array of tables, the last index
        table: KeyPath = ()
        while self.at < len(self.tokens):
            token = self.tokens[self.at]
            if token.text == "\n":
                self.at += 1
            elif token.text == "[":
                table = self.header(token.line)
            else:
                self.pair(table)

    def header(self, line: int) -> KeyPath:
        """Read `[table]` or `[[item]]`; give the keys that the lines below it begin with."""
        brackets = 2 if self.tokens[self.at + 1].text == "[" else 1
        self.at += brackets
        path = self.key((), "]", line)
        self.at += brackets - 1
        if brackets == 1:
            return path
        self.last_items[path] = self.last_items.get(path, -1) + 1
        item = (*path, self.last_items[path])
        self.lines[item] = line
        return item

    def pair(self, table: KeyPath) -> None:
        """Read a key and its value."""
        self.value(self.key(table, "=", self.tokens[self.at].line))

    def key(self, path: KeyPath, end: str, line: int) -> KeyPath:
        """Read a dotted key up to a mark, and note each part of it."""
        while (token := self.take()).text != end:
            if token.text == ".":
                continue
            path = (*path, _unquoted(token.text))
            self.lines.setdefault(path, line)
            if path in self.last_items and self.tokens[self.at].text != end:
                path = (*path, self.last_items[path])
        return path

    def value(self, path: KeyPath) -> None:
        """Read a value, and note the items and keys in it."""
        token = self.take()
        if token.text == "[":
            self.array(path)
        elif token.text == "{":
            self.inline_table(path)
        else:
            while self.tokens[self.at].text not in ("\n", ",", "]", "}"):
                self.at += 1  # the rest of a number or a date

    def array(self, path: KeyPath) -> None:
        index = 0
        while (token := self.next_of_list()).text != "]":
            item = (*path, index)
            self.lines[item] = token.line
            self.value(item)
            index += 1
        self.at += 1

    def inline_table(self, path: KeyPath) -> None:
        while self.next_of_list().text != "}":
            self.pair(path)
        self.at += 1

    def next_of_list(self) -> _Token:
        """Pass over commas and line ends; give the token that begins an item, or ends the list."""
        while (token := self.tokens[self.at]).text in (",", "\n"):
            self.at += 1
        return token

    def take(self) -> _Token:
        self.at += 1
        return self.tokens[self.at - 1]


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for token in _TOKEN.finditer(text):
        if token.lastgroup != "skipped":
            yield _Token(token[0], line)
        line += token[0].count("\n")


def _unquoted(key: str) -> str:
    if key[0] not in "\"'":
        return key
    import tomllib

    value: str = tomllib.loads(f"key = {key}")["key"]
    return value
