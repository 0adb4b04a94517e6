"""Figures of a package's source beside those of others: python -m bench.house [-v] [PACKAGE]...

A PACKAGE is a folder or the name of an installed package; without any it is this one beside two
that are read gladly. With -v the names that occur twice are listed with their places, and so are
the cycles.

The figures are a comparison to think about, not limits, and no test looks at them. They are taken
from the syntax tree of each file alone:

- Lines are all lines of a file. The length of a function is counted from `def` to its last line;
  methods and inner functions count, too.
- A public name is a function, a class or a method of a public class without a leading underscore,
  in a module without one. It is documented when it has a docstring.
- A name occurs twice when two classes, or two files but for `__init__`, of a package have it.
- An import counts wherever it stands, also in a function or for types alone. It climbs when it
  leads to a room that is not below its own; the rooms are those of `pyproject.toml`.
- A cycle is a largest group of modules each of which reaches each other by imports.
"""

import ast
import math
import sys
import tomllib
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TypeAlias

ROOT = Path(__file__).parents[1]
PACKAGES = ("curriculum_tools", "deptry", "markdown_it")

Function: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef
Named: TypeAlias = Function | ast.ClassDef


@dataclass(frozen=True, slots=True)
class Module:
    """A file of a package; `name` has its dots, and is that of the folder for an `__init__`."""

    name: str
    path: str
    is_package: bool
    lines: int
    tree: ast.Module


def main(arguments: list[str]) -> None:
    names = [argument for argument in arguments if argument != "-v"] or list(PACKAGES)
    packages = {name: read_package(name) for name in names}
    columns = {name: dict(figures(modules)) for name, modules in packages.items()}
    print(table(columns), end="")
    if "-v" in arguments:
        for name, modules in packages.items():
            print(f"\n{name}\n\n{''.join(places(modules))}", end="")


def read_package(name: str) -> list[Module]:
    """Read the files of a package that is named by its folder or as it is imported."""
    folder = Path(name)
    if not folder.is_dir():
        spec = find_spec(name)
        if spec is None or not spec.submodule_search_locations:
            sys.exit(f"{name}: no folder, and no package that is installed")
        folder = Path(spec.submodule_search_locations[0])
    return [_read_module(path, folder) for path in sorted(folder.rglob("*.py"))]


def _read_module(path: Path, folder: Path) -> Module:
    inside = path.relative_to(folder.parent)
    parts = inside.with_suffix("").parts
    is_package = parts[-1] == "__init__"
    text = path.read_text(encoding="utf-8")
    return Module(
        ".".join(parts[:-1] if is_package else parts),
        inside.as_posix(),
        is_package,
        len(text.splitlines()),
        ast.parse(text),
    )


def figures(modules: Sequence[Module]) -> Iterator[tuple[str, str]]:
    """Yield the figures of a package, each with what it is."""
    sizes = [module.lines for module in modules]
    lengths = sorted(_length(function) for module in modules for function in _functions(module))
    public = [node for module in modules for node in public_names(module)]
    documented = sum(ast.get_docstring(node) is not None for node in public)
    yield "files", f"{len(modules):,}"
    yield "lines", f"{sum(sizes):,}"
    yield "median lines of a file", f"{median(sizes):g}"
    yield "functions", f"{len(lengths):,}"
    yield "median lines of a function", f"{median(lengths):g}"
    yield "p90 lines of a function", f"{lengths[math.ceil(0.9 * len(lengths)) - 1]}"
    yield "public names", f"{len(public):,}"
    yield "of them documented", f"{documented / len(public):.0%}"
    yield "class names that occur twice", f"{len(twice(classes(modules)))}"
    yield "file names that occur twice", f"{len(twice(file_names(modules)))}"
    yield "imports that climb", climbing(modules)
    yield "cycles of imports", f"{len(cycles(modules))}"


def public_names(module: Module) -> Iterator[Named]:
    """Yield the public functions, classes and methods of a module."""
    if any(_is_private(part) for part in module.name.split(".")):
        return
    for node in module.tree.body:
        if isinstance(node, Named) and not _is_private(node.name):
            yield node
            if isinstance(node, ast.ClassDef):
                for inner in node.body:
                    if isinstance(inner, Function) and not _is_private(inner.name):
                        yield inner


def classes(modules: Iterable[Module]) -> Iterator[tuple[str, str]]:
    """Yield the names of classes with the files they stand in."""
    for module in modules:
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ClassDef):
                yield node.name, module.path


def file_names(modules: Iterable[Module]) -> Iterator[tuple[str, str]]:
    """Yield the names of files with their paths."""
    for module in modules:
        if not module.is_package:
            yield module.name.rpartition(".")[2], module.path


def twice(named: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    """Return the names that occur more than once, sorted, with where they do."""
    where: defaultdict[str, list[str]] = defaultdict(list)
    for name, place in named:
        where[name].append(place)
    return {name: where[name] for name in sorted(where) if len(where[name]) > 1}


def imports(modules: Sequence[Module]) -> Iterator[tuple[str, str]]:
    """Yield the imports of modules that lead to others of them, as pairs of names."""
    known = {module.name for module in modules}
    for module in modules:
        yield from ((module.name, target) for target in _imported(module, known))


def _imported(module: Module, known: Collection[str]) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = _start(module, node)
            targets = [f"{start}.{alias.name}" for alias in node.names]
            targets = [target if target in known else start for target in targets]
        else:
            continue
        yield from (target for target in targets if target in known)


def _start(module: Module, node: ast.ImportFrom) -> str:
    """Return the full name of the module from which something is imported."""
    if not node.level:
        return node.module or ""
    parts = module.name.split(".")
    package = parts[: len(parts) - node.level + module.is_package]
    return ".".join([*package, *filter(None, [node.module])])


def climbing(modules: Sequence[Module]) -> str:
    """Return how many imports lead to a room that is not below; a dash where there are no rooms."""
    linter = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    contract = linter["contracts"][0]
    root = modules[0].name
    if contract["containers"] != [root]:
        return "–"
    rows = [row.split(" | ") for row in contract["layers"]]
    depth = {f"{root}.{room}": place for place, row in enumerate(rows) for room in row}
    pairs = [(_room(one), _room(other)) for one, other in imports(modules)]
    return str(
        sum(
            one != other and one in depth and other in depth and depth[other] <= depth[one]
            for one, other in pairs
        )
    )


def _room(name: str) -> str:
    return ".".join(name.split(".")[:2])


def cycles(modules: Sequence[Module]) -> list[list[str]]:
    """Return the groups of modules that import each other, sorted."""
    import networkx

    groups = networkx.strongly_connected_components(networkx.DiGraph(imports(modules)))
    return sorted(sorted(group) for group in groups if len(group) > 1)


def places(modules: Sequence[Module]) -> Iterator[str]:
    """Yield a line for each name that occurs twice, and for each cycle."""
    for kind, named in (("class", classes(modules)), ("file", file_names(modules))):
        for name, where in twice(named).items():
            yield f"- {kind} `{name}`: {', '.join(where)}\n"
    for group in cycles(modules):
        yield f"- cycle: {', '.join(group)}\n"


def table(columns: Mapping[str, Mapping[str, str]]) -> str:
    """Return figures as a table in Markdown, a column for each package."""
    (first, *_) = columns.values()
    rows = [["", *columns], ["---", *["---:"] * len(columns)]]
    rows += [[what, *(column[what] for column in columns.values())] for what in first]
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def _functions(module: Module) -> Iterator[Function]:
    return (node for node in ast.walk(module.tree) if isinstance(node, Function))


def _length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _is_private(name: str) -> bool:
    return name.startswith("_")


if __name__ == "__main__":
    main(sys.argv[1:])
