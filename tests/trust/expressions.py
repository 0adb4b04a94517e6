"""All regular expressions of the source, with what each is used for."""

import ast
import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import curriculum_tools

_ANCHORED = {"match", "fullmatch"}
_SCANNING = {"search", "findall", "finditer", "split", "sub", "subn"}
#: Needs an engine of its own to be imported; neither has an expression.
_NOT_HERE = ("curriculum_tools.store.banks.on_", "curriculum_tools.__main__")


class Expression(NamedTuple):
    """An expression, its flags, and the methods of `re` that are called with it."""

    pattern: str
    flags: int
    methods: frozenset[str]
    name: str
    """The module, and the constant that holds it or the method that is called with it."""


@cache
def expressions() -> list[Expression]:
    """Return the expressions that are written out in the source: compiled, or given to `re`.

    Those that are put together when called are in `made_when_called`.
    """
    sources = list(_sources())
    used = _methods_by_name(sources)
    found = []
    for module, values, tree in sources:
        names = {id(n.value): n.targets[0] for n in ast.walk(tree) if isinstance(n, ast.Assign)}
        for call in _calls_of_re(tree):
            compiled = _compiled(call, values)
            if compiled is None:
                continue
            method = call.func.attr  # type: ignore[attr-defined]
            target = names.get(id(call))
            known = used[_scope(module, target.id)] if isinstance(target, ast.Name) else set()
            methods = frozenset({method} if method != "compile" else known or {"search"})
            named = target.id if isinstance(target, ast.Name) else method
            name = f"{module.removeprefix('curriculum_tools.')}.{named}"
            found.append(Expression(compiled.pattern, compiled.flags, methods, name))
    return found


def made_when_called() -> set[str]:
    """Return the modules that put expressions together from what they are given."""
    return {
        module.removeprefix("curriculum_tools.")
        for module, values, tree in _sources()
        for call in _calls_of_re(tree)
        if _compiled(call, values) is None
    }


def _sources() -> Iterator[tuple[str, dict[str, object], ast.Module]]:
    for found in pkgutil.walk_packages(curriculum_tools.__path__, "curriculum_tools."):
        if not found.name.startswith(_NOT_HERE):
            module = importlib.import_module(found.name)
            text = Path(str(module.__file__)).read_text("utf-8")
            yield found.name, vars(module), ast.parse(text)


def _calls_of_re(tree: ast.Module) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Attribute(value=ast.Name("re"), attr=method)):
                if method in {"compile", *_ANCHORED, *_SCANNING}:
                    yield node


def _compiled(call: ast.Call, values: dict[str, object]) -> re.Pattern[str] | None:
    """Return the expression of a call as its module sees it; None if it is made of local names."""
    written = [each.value for each in call.keywords if each.arg == "flags"]
    if call.func.attr == "compile":  # type: ignore[attr-defined]
        written += call.args[1:]
    try:
        pattern, *flags = (
            eval(compile(ast.Expression(each), "", "eval"), values)
            for each in (call.args[0], *written)
        )
    except NameError:
        return None
    pattern = pattern.decode("latin-1") if isinstance(pattern, bytes) else pattern
    return pattern if isinstance(pattern, re.Pattern) else re.compile(pattern, *flags)


def _methods_by_name(
    sources: Iterable[tuple[str, object, ast.Module]],
) -> dict[tuple[str, str], set[str]]:
    """Return the methods that are called on names, each in its scope."""
    found = defaultdict[tuple[str, str], set[str]](set)
    for module, _, tree in sources:
        for node in ast.walk(tree):
            match node:
                case ast.Attribute(value=ast.Name(name), attr=method):
                    if method in _ANCHORED | _SCANNING:
                        found[_scope(module, name)].add(method)
    return found


def _scope(module: str, name: str) -> tuple[str, str]:
    """Return where a name means the same: in its module if it is private, else everywhere."""
    return (module if name.startswith("_") else "", name)
