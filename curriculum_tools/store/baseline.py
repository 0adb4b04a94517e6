"""Baseline files."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.finding import FindingTopic
from curriculum_tools.model.report import BaselineEntry
from curriculum_tools.store.reading import read_regular_file
from curriculum_tools.store.writing import write_made

VERSION = 1


def read_baseline(path: str) -> tuple[BaselineEntry, ...]:
    """Read a baseline; raises ConfigError where the file is no baseline.

    One that was written before entries had a message and a topic is read too.
    """
    try:
        table = json.loads(read_regular_file(path))
        version, entries = table["version"], table["findings"]
        found = tuple(map(_entry, entries))
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        hint = "make it anew with `curriculum lint --write-baseline`"
        raise ConfigError(path, "no baseline", hint=hint) from None
    if version != VERSION:
        raise ConfigError(path, f"a baseline of version {version}; this tool reads {VERSION}")
    return found


def write_baseline(path: str, entries: Sequence[BaselineEntry]) -> None:
    """Write a baseline, one finding a line, so that it merges line by line."""
    rows = ",\n".join(f"    {_row(entry)}" for entry in entries)
    body = f"\n{rows}\n  " if rows else ""
    text = f'{{\n  "version": {VERSION},\n  "findings": [{body}]\n}}\n'
    write_made([(path, text)])


def _entry(row: Mapping[str, Any]) -> BaselineEntry:
    topic = row.get("topic")
    return BaselineEntry(
        row["rule"],
        row["path"],
        row["fingerprint"],
        row.get("message", ""),
        FindingTopic(topic["number"], topic["title"]) if topic else None,
    )


def _row(entry: BaselineEntry) -> str:
    row = {
        "path": entry.path,
        "rule": entry.rule,
        "topic": entry.topic._asdict() if entry.topic else None,
        "message": entry.message,
        "fingerprint": entry.fingerprint,
    }
    readable = json.dumps(row, ensure_ascii=False)
    # What cannot be seen, or is no text, stands there as an escape.
    return readable if readable.isprintable() else json.dumps(row)
