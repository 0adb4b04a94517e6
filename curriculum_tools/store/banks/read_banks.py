"""Reading questions from JSON Lines and Parquet, one after the other."""

import json
import os
from collections.abc import Iterator, Mapping
from typing import Any

from curriculum_tools.facts.bank_pair import BankQuestion
from curriculum_tools.likeness import Wording
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.content import Block, BlockKind, Option, Question
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.store.reading import why, why_no_file

_LINES = (".jsonl", ".ndjson")
_PARQUET = (".parquet",)
_KEYS = ("question", "text", "id", "code", "options")  # others, such as `answer`, are not compared
_BATCH = 10_000  # rows


def is_bank(path: str) -> bool:
    """Return whether a path is a file of questions by its name, rather than guides."""
    return path.lower().endswith((*_LINES, *_PARQUET))


def read_bank(path: str) -> Iterator[BankQuestion]:
    """Yield the questions of a file; raises UnreadableError, and ConfigError with the line."""
    try:
        reason = why_no_file(os.stat(path).st_mode)
    except (OSError, ValueError) as error:
        raise UnreadableError(path, why(error)) from None
    if reason:
        raise UnreadableError(path, reason)
    return _read_parquet(path) if path.lower().endswith(_PARQUET) else _read_lines(path)


def _read_lines(path: str) -> Iterator[BankQuestion]:
    try:
        with open(path, "rb") as file:
            for number, line in enumerate(file, 1):
                if line.strip():
                    yield _question(path, number, _object(path, number, line))
    except OSError as error:
        raise UnreadableError(path, why(error)) from None


def _object(path: str, number: int, line: bytes) -> dict[str, Any]:
    try:
        values = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except (ValueError, RecursionError):
        raise ConfigError(path, "no JSON object in UTF-8", number) from None
    if not isinstance(values, dict):
        raise ConfigError(path, "no JSON object", number)
    return values


def _read_parquet(path: str) -> Iterator[BankQuestion]:
    import pyarrow
    from pyarrow import parquet

    number = 0
    try:
        with parquet.ParquetFile(path) as file:
            columns = [name for name in file.schema_arrow.names if name in _KEYS]
            for batch in file.iter_batches(_BATCH, columns=columns):
                for values in batch.to_pylist():
                    number += 1
                    yield _question(path, number, values)
    except (OSError, pyarrow.ArrowException) as error:
        raise UnreadableError(path, f"no Parquet that can be read: {error}") from None


def _question(path: str, number: int, values: Mapping[str, Any]) -> BankQuestion:
    """Return what a line or row says; raises ConfigError."""

    def wrong(what: str) -> ConfigError:
        return ConfigError(path, what, number)

    text = values.get("question")
    if text is None:
        text = values.get("text")
    if not isinstance(text, str) or not text.strip():
        raise wrong("no `question` or `text` that is a text")
    code, options, name = values.get("code"), values.get("options"), values.get("id")
    codes = [code] if isinstance(code, str) else code or []
    for key, texts in (("code", codes), ("options", options or [])):
        if not isinstance(texts, list) or not all(isinstance(each, str) for each in texts):
            raise wrong(f"`{key}` must be a list of texts")
    if isinstance(name, bool) or not isinstance(name, str | int | None):
        raise wrong("`id` must be a text or a number")
    wording = _wording(text, codes, options or [])
    named = None if name is None else str(name)
    try:
        "\n".join([text, named or "", *wording.blocks]).encode()
    except UnicodeEncodeError:
        raise wrong("half a character (a lone surrogate)") from None
    return BankQuestion(path, number, named, wording)


def _wording(text: str, codes: list[str], options: list[str]) -> Wording:
    if not codes and not options:
        return Wording(text)
    prompt = tuple(Block(BlockKind.CODE, code) for code in codes)
    return wording_of(Question(text, prompt, tuple(map(Option, options))))
