"""Linting a text in a test, without a disk."""

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, lru_cache

from curriculum_tools.engine.rule import Rule
from curriculum_tools.engine.run import run_rules
from curriculum_tools.engine.selection import selected
from curriculum_tools.facts.surroundings import named_files, orphans, surroundings
from curriculum_tools.model.config import Config
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.rules import ALL
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse
from tests.configs import config_from_table
from tests.trees import MemoryTree

PATH = "guide.md"


@cache
def config(toml: str = "") -> Config:
    """Give the config that a text in TOML stands for."""
    return config_from_table(tomllib.loads(toml), "curriculum.toml")


def guide(text: str, path: str = PATH, settings: Config | None = None) -> Guide:
    """Parse a text."""
    if settings is None:
        return _guide(text, path, "")
    return parse(Source(path, text), dialect_of(settings))


@lru_cache(maxsize=16)  # a test asks for the same few texts again and again
def _guide(text: str, path: str, toml: str) -> Guide:
    return guide(text, path, config(toml))


def lint(
    text: str,
    rules: Sequence[Rule] = ALL,
    *,
    files: Iterable[str] = (),
    toml: str = "",
    against: str | None = None,
    path: str = PATH,
    texts: Mapping[str, str] | None = None,
) -> tuple[Finding, ...]:
    """Lint a text that lies in a tree with the given files, some of which have texts."""
    settings = config(toml)
    parsed = _guide(text, path, toml)
    tree = MemoryTree([path, *files], texts)
    around = surroundings(parsed, settings, tree, path.rpartition("/")[0])
    if settings.notes_folder:
        lost = orphans(tree, settings.notes_folder, named_files(around))
        around = replace(around, orphans=lost)
    before = _guide(against, "before.md", toml) if against is not None else None
    chosen = selected(rules, settings)
    return run_rules(parsed, chosen, settings, around, every_rule=ALL, against=before).findings


def shown(finding: Finding, text: str) -> str:
    """Give a finding as one line: where, what, and its fix."""
    source = Source(PATH, text)
    start, end = source.position(finding.span.start), source.position(finding.span.end)
    where = f"{start.line}:{start.column}-{end.line}:{end.column}"
    line = f"{where} {finding.severity} {finding.rule}: {finding.message}"
    if finding.fix:
        kind = "safe" if finding.fix.safe else "unsafe"
        edits = ", ".join(
            f"{source.position(e.span.start).line}:{source.position(e.span.start).column}"
            f" {source.slice(e.span)!r} -> {e.text!r}"
            for e in finding.fix.edits
        )
        line += f"\n    {kind} fix: {finding.fix.title} [{edits}]"
    for related in finding.related:
        place = (related.source or source).position(related.span.start)
        line += f"\n    {place.line}:{place.column} {related.message}"
    if finding.help:
        line += f"\n    help: {finding.help}"
    return line
