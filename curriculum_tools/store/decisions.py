"""Decisions files: YAML that maintainers write by hand, as `schemas/decisions.schema.json` asks."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.store import disk
from curriculum_tools.store.config import check_inside
from curriculum_tools.store.paths import shown
from curriculum_tools.store.reading import read_regular_file

if TYPE_CHECKING:
    from curriculum_tools.model.rulings import Ruling

DECISIONS_FILE = "curriculum.decisions.yaml"


def read_decisions(config: Config) -> Rulings:
    """Read the decisions files that hold under a config, those that are there.

    Raises ConfigError with the line of what cannot be understood.
    """
    return rulings_in(decisions_files(config))


def decisions_files(config: Config) -> dict[str, bytes]:
    """Read what is in the decisions files of a config, those that are there.

    Those are the ones its curricula name, else `curriculum.decisions.yaml` in its folder. Raises
    ConfigError.
    """
    named = [curriculum.decisions for curriculum in config.curricula if curriculum.decisions]
    paths = [os.path.join(config.folder, name) for name in named or [DECISIONS_FILE]]
    there = [shown(path) for path in dict.fromkeys(paths) if disk.lexists(path)]
    for path in there:
        check_inside(config, "decisions", path)
    return {path: _read(path) for path in there}


def rulings_in(files: Mapping[str, bytes], *, is_settled: bool = False) -> Rulings:
    """Return the rulings of decisions files; raises ConfigError with the line of a mistake.

    What is settled is known to have none.
    """
    parsed = (_parse(data, path, is_settled=is_settled) for path, data in files.items())
    return Rulings(tuple(chain.from_iterable(parsed)))


def read_decisions_file(path: str) -> "Iterator[Ruling]":
    """Yield the rulings of one decisions file; raises ConfigError."""
    return _parse(_read(path), path)


def _read(path: str) -> bytes:
    try:
        return read_regular_file(path)
    except UnreadableError as error:
        raise ConfigError(path, error.reason) from None


def _parse(data: bytes, path: str, *, is_settled: bool = False) -> "Iterator[Ruling]":
    try:
        text = data.decode()
    except UnicodeDecodeError:
        raise ConfigError(path, "this file is not UTF-8") from None
    return parse_decisions(text, path, is_settled=is_settled)


def parse_decisions(text: str, path: str, *, is_settled: bool = False) -> "Iterator[Ruling]":
    """Yield the rulings of the text of a decisions file; raises ConfigError.

    Where the text is settled, whether there is a mistake in it is not asked.
    """
    from curriculum_tools.store.contradictions import consistent

    placed = placed_rulings(text, path, is_settled=is_settled)
    rulings = (ruling for _, ruling in placed)
    yield from rulings if is_settled else consistent(rulings)


def placed_rulings(
    text: str, path: str, *, is_settled: bool = False
) -> "Iterator[tuple[tuple[str, int], Ruling]]":
    """Yield the rulings of a text, each with its key and its place below that, from 0.

    Raises ConfigError as `parse_decisions` does, but not where rulings contradict each other.
    """
    from curriculum_tools.store.mistakes import first_mistake
    from curriculum_tools.store.ruling_entries import ruling_of
    from curriculum_tools.syntax.yaml_text import YamlError, parse_yaml

    source = Source(path, text)
    try:
        yaml = parse_yaml(text)
    except YamlError as error:
        line = source.position(error.span.start).line
        raise ConfigError(path, f"this file {error}", line, error.hint) from None
    decisions = {} if yaml.node is None else yaml.value
    mistake = None if is_settled else first_mistake(decisions, "decisions", "a mapping")
    if mistake:
        line = source.position(yaml.span_of(mistake.path).start).line
        raise ConfigError(path, mistake.message, line, mistake.hint)
    for kind, entries in decisions.items():
        for place, entry in enumerate(entries):
            line = source.position(yaml.span_of((kind, place)).start).line
            yield (kind, place), replace(ruling_of(kind, entry), path=path, line=line)
