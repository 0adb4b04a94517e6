"""Baseline files."""

import json
from collections.abc import Sequence

from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.report import BaselineEntry
from curriculum_tools.store.reading import read_regular_file
from curriculum_tools.store.writing import write_text

VERSION = 1


def read_baseline(path: str) -> tuple[BaselineEntry, ...]:
    """Read a baseline; raises ConfigError where the file is no baseline."""
    try:
        table = json.loads(read_regular_file(path))
        version, entries = table["version"], table["findings"]
        found = tuple(BaselineEntry(e["rule"], e["path"], e["fingerprint"]) for e in entries)
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        hint = "make it anew with `curriculum lint --write-baseline`"
        raise ConfigError(path, "no baseline", hint=hint) from None
    if version != VERSION:
        raise ConfigError(path, f"a baseline of version {version}; this tool reads {VERSION}")
    return found


def write_baseline(path: str, entries: Sequence[BaselineEntry]) -> None:
    """Write a baseline, one finding a line, so that it merges line by line."""
    rows = ",\n".join(
        "    " + json.dumps({"path": e.path, "rule": e.rule, "fingerprint": e.fingerprint})
        for e in entries
    )
    body = f"\n{rows}\n  " if rows else ""
    write_text(path, f'{{\n  "version": {VERSION},\n  "findings": [{body}]\n}}\n')
