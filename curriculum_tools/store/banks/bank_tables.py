"""Tables on disk: the questions that a database is to read, and what is found, as Parquet."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any

from curriculum_tools.facts.bank_pair import BankCluster, BankPair, BankQuestion
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.temporary import open_beside
from curriculum_tools.store.writing import give_rights, is_stream, refuse_link_out

_BATCH = 10_000  # rows
_QUESTION = (("path", "string"), ("line", "int64"), ("id", "string"))


def write_questions(folder: str, questions: Iterable[BankQuestion]) -> str:
    """Write questions with their places into a folder; return the path of the file."""
    path = os.path.join(folder, "questions.parquet")
    columns = (
        ("place", "int64"), *_QUESTION, ("text", "string"),
        ("blocks", "list<string>"), ("compared", "list<string>"),
    )  # fmt: skip
    rows = (
        (place, asked.path, asked.line, asked.id, _text(asked.wording.text),
         [*map(_text, asked.wording.blocks)], [*map(_text, asked.wording.compared)])
        for place, asked in enumerate(questions)
    )  # fmt: skip
    _write(path, columns, rows)
    return path


def write_pair_table(path: str, pairs: Iterable[BankPair]) -> None:
    """Write pairs to a Parquet file, a row each; raises UnreadableError."""
    asked = (*_QUESTION, ("text", "string"))
    columns = (
        *((f"a_{name}", kind) for name, kind in asked),
        *((f"b_{name}", kind) for name, kind in asked),
        ("score", "double"), ("verdict", "string"), ("guard", "string"),
    )  # fmt: skip
    rows = (
        (*pair.a[:3], pair.a.wording.text, *pair.b[:3], pair.b.wording.text,
         pair.score, pair.verdict.value, pair.guard)
        for pair in pairs
    )  # fmt: skip
    with replaced(path) as temporary:
        _write(temporary, columns, rows)


def write_cluster_table(path: str, clusters: Iterable[BankCluster]) -> None:
    """Write clusters to a Parquet file, a row for each member; raises UnreadableError."""
    columns = (*((f"keep_{name}", kind) for name, kind in _QUESTION), *_QUESTION)
    rows = ((*each.keep[:3], *member[:3]) for each in clusters for member in each.members)
    with replaced(path) as temporary:
        _write(temporary, columns, rows)


@contextmanager
def replaced(path: str) -> Iterator[str]:
    """Yield the path of a new file that takes the place of another if all goes well.

    What is no file, such as a device, is yielded itself. Raises UnreadableError where that cannot
    be done.
    """
    refuse_link_out(path)
    target = os.path.realpath(path)
    temporary = ""
    try:
        if is_stream(path):
            yield path
            return
        with open_beside(target) as file:
            temporary = file.name
        yield temporary
        give_rights(temporary, os.stat(target) if os.path.exists(target) else None)
        os.replace(temporary, target)
    except OSError as error:
        raise UnreadableError(path, error.strerror or "cannot be written") from None
    finally:
        if os.path.exists(temporary):
            os.unlink(temporary)


def write_streamed(path: str, chunks: Iterable[str]) -> None:
    """Write a text to a file piece by piece, whole or not at all; raises UnreadableError."""
    with replaced(path) as temporary, open(temporary, "w", encoding="utf-8", newline="") as file:
        file.writelines(chunks)
        file.flush()
        if not is_stream(path):
            os.fsync(file.fileno())


def _write(path: str, columns: Sequence[tuple[str, str]], rows: Iterable[tuple[Any, ...]]) -> None:
    import pyarrow
    from pyarrow import parquet

    kinds: dict[str, Callable[[], Any]] = {
        "string": pyarrow.string, "int64": pyarrow.int64, "double": pyarrow.float64,
        "list<string>": lambda: pyarrow.list_(pyarrow.string()),
    }  # fmt: skip
    schema = pyarrow.schema([(name, kinds[kind]()) for name, kind in columns])
    rows = iter(rows)
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _BATCH)):
            arrays = [
                pyarrow.array(values, field.type)
                for values, field in zip(zip(*batch, strict=True), schema, strict=True)
            ]
            writer.write_batch(pyarrow.RecordBatch.from_arrays(arrays, schema=schema))


def _text(text: str) -> str:
    """Return a text without the bytes of a guide that are no UTF-8, which no table takes."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()
