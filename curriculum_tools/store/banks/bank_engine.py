"""What a database has to offer so that banks can be searched with it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from importlib import import_module
from inspect import Parameter, Signature
from typing import Any, Protocol, TypeAlias

from curriculum_tools.model.errors import MissingExtraError

#: A type of SQL by its name, a list of one, or a struct of several.
SqlType: TypeAlias = "str | list[SqlType] | dict[str, SqlType]"
#: Takes columns of values and returns one.
ColumnFunction: TypeAlias = Callable[..., Sequence[Any]]


class BankEngine(Protocol):
    """A database that runs the statements of pairs.sql, in a place of its own."""

    def load_questions(self, parquet: str) -> None:
        """Make a file the table `questions`."""

    def add_function(
        self, name: str, function: ColumnFunction, takes: Sequence[SqlType], gives: SqlType
    ) -> None:
        """Make a function known to the statements that follow."""

    def run(self, statement: str) -> None:
        """Run a statement that makes a table."""

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, without holding all of them."""


def open_engine(name: str, folder: str) -> AbstractContextManager[BankEngine]:
    """Return an engine, `duckdb` or `spark`, that puts what it has to set aside into a folder.

    Raises MissingExtraError where it is not installed, and EngineError where it cannot start.
    """
    try:
        import_module("pyarrow")
        opened: AbstractContextManager[BankEngine] = import_module(
            f"curriculum_tools.store.banks.on_{name}"
        ).opened(folder)
    except ImportError:
        raise MissingExtraError(f"--engine {name}", name) from None
    return opened


def spelled(kind: SqlType, names: Mapping[str, str], list_of: str, struct_of: str) -> str:
    """Return a type as a database spells it; `list_of` and `struct_of` hold what is inside."""
    if isinstance(kind, str):
        return names.get(kind, kind)
    if isinstance(kind, list):
        return list_of.format(spelled(kind[0], names, list_of, struct_of))
    between = ":" if ":" in struct_of else " "
    fields = (
        f"{name}{between}{spelled(each, names, list_of, struct_of)}" for name, each in kind.items()
    )
    return struct_of.replace(":", "").format(", ".join(fields))


def on_arrow(function: ColumnFunction, takes: Sequence[SqlType], gives: SqlType) -> ColumnFunction:
    """Return a function of columns of values as one of arrays of Arrow.

    Databases look at its signature to learn what it takes.
    """
    import pyarrow

    def call(*columns: Any) -> Any:
        values = function(*[column.to_pylist() for column in columns])
        return pyarrow.array(values, arrow_type(gives))

    array = pyarrow.Array
    kind = Parameter.POSITIONAL_ONLY
    each = [Parameter(f"x{place}", kind, annotation=array) for place in range(len(takes))]
    call.__signature__ = Signature(each, return_annotation=array)  # type: ignore[attr-defined]
    call.__annotations__ = {one.name: array for one in each} | {"return": array}
    return call


def arrow_type(kind: SqlType) -> Any:
    """Return a type as Arrow has it."""
    import pyarrow

    if isinstance(kind, list):
        return pyarrow.list_(arrow_type(kind[0]))
    if isinstance(kind, dict):
        return pyarrow.struct([(name, arrow_type(each)) for name, each in kind.items()])
    plain = {
        "boolean": pyarrow.bool_(), "double": pyarrow.float64(), "string": pyarrow.string(),
    }  # fmt: skip
    return plain[kind]
