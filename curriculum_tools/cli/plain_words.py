"""Command lines that can be read without click; whatever may be anything else goes to click.

Plain are paths, flags as they are declared, and values after a space or `=`. What click would give
is given here, or nothing: abbreviations, bundled letters, wrong values, help and completion in a
shell are click's.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

from curriculum_tools.cli.lint_options import CommandOption

Value: TypeAlias = str | int | bool | tuple[str, ...] | None

_COMPLETES = "_CURRICULUM_COMPLETE"  # the variable with which a shell asks click
_SEVERAL = ("texts", "names", "rules")


def read_plain_words(
    words: Sequence[str], options: Sequence[CommandOption]
) -> dict[str, Any] | None:
    """Return the paths and the value of each option by parameter; None where click should read."""
    if sys.platform == "win32" or _COMPLETES in os.environ:  # on Windows click expands globs
        return None
    by_flag = {flag: option for option in options for flag in option.flags}
    values: dict[str, Value] = {option.name: _value_without(option) for option in options}
    paths: list[str] = []
    rest = iter(words)
    for word in rest:
        if word == "--":
            paths += rest
        elif not word.startswith("-") or word == "-":
            paths.append(word)
        else:
            flag, equals, given = word.partition("=")
            option = by_flag.get(flag)
            if option is None or (equals and not flag.startswith("--")):
                return None
            value = _value_with(option, values[option.name], given if equals else None, rest)
            if value is None:
                return None
            values[option.name] = value
    return {"paths": tuple(paths), **values}


def _value_without(option: CommandOption) -> Value:
    if option.kind == "switch":
        return False
    if option.kind == "count":
        return 0
    return () if option.kind in _SEVERAL else option.default


def _value_with(
    option: CommandOption, before: Value, given: str | None, rest: Iterator[str]
) -> Value:
    """Return the value that an option has, given what it had before; None where click should say.

    What is not `given` after `=` is the next of the rest.
    """
    if option.kind in ("switch", "count"):
        if given is not None:
            return None
        return True if option.kind == "switch" else int(before or 0) + 1  # type: ignore[arg-type]
    if given is None:
        given = next(rest, "-")
        if given.startswith("-"):
            return None
    if option.choices and given not in option.choices:
        return None
    if option.kind == "number":
        return int(given) if given.isascii() and given.isdecimal() and int(given) > 0 else None
    if option.kind in _SEVERAL:
        return (*before, given)  # type: ignore[misc]
    return given
