"""Linting guides: from the arguments of the command to a report."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from curriculum_tools.engine.baseline import Entry, entries, hide
from curriculum_tools.engine.rule import Rule
from curriculum_tools.engine.run import run
from curriculum_tools.engine.selection import check_names, selected
from curriculum_tools.facts.surroundings import surroundings
from curriculum_tools.model.config import Config
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.rules import ALL
from curriculum_tools.syntax.labels import Labels
from curriculum_tools.syntax.parse import parse

PARALLEL_FROM = (
    1_500_000  # bytes; below, starting processes costs more than it saves (bench/lint.py)
)
CHUNK = 250_000  # bytes a process takes at a time, so that none is idle while another has a queue


@dataclass(frozen=True, slots=True)
class LintOptions:
    """What the command line asks for."""

    paths: tuple[str, ...] = ()
    config: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    baseline: str | None = None
    write_baseline: str | None = None
    force_exclude: bool = False
    stdin_filename: str | None = None
    jobs: int = 0
