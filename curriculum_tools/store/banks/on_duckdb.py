"""Banks searched by DuckDB, inside this process."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import duckdb

from curriculum_tools.store.banks.bank_engine import ColumnFunction, SqlType, on_arrow, spelled

#: What DuckDB may take before it sets tables aside on disk; Python takes up to 1 GB beside it.
MEMORY = "2500MB"
_BATCH = 10_000  # rows
#: What the statements use that DuckDB has under another name.
_MACROS = (
    "CREATE MACRO explode(list_) AS unnest(list_)",
    "CREATE MACRO array_sort(list_) AS list_sort(list_)",
)
_TYPES = {"string": "VARCHAR", "boolean": "BOOLEAN", "double": "DOUBLE"}


class DuckdbEngine:
    """DuckDB with a limit of memory."""

    def __init__(self, connection: "duckdb.DuckDBPyConnection") -> None:
        """Take an open connection."""
        self._connection = connection
        for macro in _MACROS:
            connection.execute(macro)

    def load_questions(self, parquet: str) -> None:
        """Make a file the table `questions`."""
        self._connection.execute(
            "CREATE TABLE questions AS SELECT * FROM read_parquet(?)", [parquet]
        )

    def add_function(
        self, name: str, function: ColumnFunction, takes: Sequence[SqlType], gives: SqlType
    ) -> None:
        """Make a function known to the statements that follow."""
        self._connection.create_function(
            name,
            on_arrow(function, takes, gives),
            [_duckdb_type(each) for each in takes],
            _duckdb_type(gives),
            type="arrow",
        )

    def run(self, statement: str) -> None:
        """Run a statement that makes a table."""
        self._connection.execute(statement)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, without holding all of them."""
        result = self._connection.cursor().execute(query)
        while rows := result.fetchmany(_BATCH):
            yield from rows


@contextmanager
def opened(folder: str) -> Iterator[DuckdbEngine]:
    """Open a database that lives in a folder as long as it is used."""
    with duckdb.connect(os.path.join(folder, "bank.duckdb")) as connection:
        connection.execute(f"SET memory_limit = '{MEMORY}'")
        connection.execute("SET preserve_insertion_order = false")
        connection.execute("SET enable_progress_bar = false")
        yield DuckdbEngine(connection)


def _duckdb_type(kind: SqlType) -> Any:
    return duckdb.type(spelled(kind, _TYPES, "{}[]", "STRUCT({})"))
