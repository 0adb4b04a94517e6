"""Banks searched by Spark SQL: by a session that runs already, or else by one on this machine."""

import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from pyspark.sql import SparkSession
from pyspark.sql.functions import arrow_udf

from curriculum_tools.model.errors import EngineError
from curriculum_tools.store.banks.bank_engine import ColumnFunction, SqlType, on_arrow, spelled


class SparkEngine:
    """A session of Spark, with a database of its own."""

    def __init__(self, session: Any) -> None:
        """Take a session whose current database is empty."""
        self._session = session

    def load_questions(self, parquet: str) -> None:
        """Make a file the table `questions`."""
        self._session.read.parquet(parquet).createOrReplaceTempView("questions")

    def add_function(
        self, name: str, function: ColumnFunction, takes: Sequence[SqlType], gives: SqlType
    ) -> None:
        """Make a function known to the statements that follow."""
        kind = spelled(gives, {}, "array<{}>", "struct<:{}>")
        self._session.udf.register(name, arrow_udf(on_arrow(function, takes, gives), kind))

    def run(self, statement: str) -> None:
        """Run a statement that makes a table."""
        self._session.sql(statement)

    def rows(self, query: str) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query, without holding all of them."""
        yield from map(tuple, self._session.sql(query).toLocalIterator())


@contextmanager
def opened(folder: str) -> Iterator[SparkEngine]:
    """Start a session; raises EngineError where there is no Java to run it."""
    if not (shutil.which("java") or os.environ.get("JAVA_HOME")):
        raise EngineError("--engine spark needs Java, of which there is none", "install Java 17")
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    settings = {
        "spark.sql.warehouse.dir": os.path.join(folder, "warehouse"),
        "spark.local.dir": folder,
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.log.level": "ERROR",
    }
    builder = SparkSession.builder.appName("curriculum duplicates")
    for name, value in settings.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    try:
        yield SparkEngine(session)
    finally:
        session.stop()
