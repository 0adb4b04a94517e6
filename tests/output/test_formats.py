"""The tables of formats: what they name is there, fits, and is imported only when asked for."""

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from curriculum_tools.editing.renumber import Renumbered
from curriculum_tools.facts.duplicates import Duplicates
from curriculum_tools.model.report import LintReport
from curriculum_tools.output import formats
from curriculum_tools.output.formats import (
    COLLISIONS,
    DECIDE,
    DIFF,
    DIFF_BY_NUMBER,
    DUPLICATES,
    HISTORY,
    INDEX,
    LINT,
    MERGE,
    RENUMBER,
    REPORT,
    STATISTICS,
    Format,
)
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.style import Style
from curriculum_tools.versions.collision_report import CollisionReport
from curriculum_tools.versions.deciding.open_list import OpenList
from curriculum_tools.versions.diff.by_number import NumberDifference
from curriculum_tools.versions.diff.changes import Difference
from curriculum_tools.versions.history_report import ItemHistory
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.merge.result import MergeReport

TABLES: dict[Any, list[Mapping[str, Format[Any]]]] = {
    LintReport: [LINT, STATISTICS],
    Difference: [DIFF],
    MergeReport: [MERGE],
    Index: [INDEX],
    Duplicates: [DUPLICATES],
    Gathered: [REPORT],
    CollisionReport: [COLLISIONS],
    ItemHistory: [HISTORY],
    OpenList: [DECIDE],
    NumberDifference: [DIFF_BY_NUMBER],
    Sequence[Renumbered]: [RENUMBER],
}
ALL = {
    entry.module: (entry, report)
    for report, tables in TABLES.items()
    for table in tables
    for entry in table.values()
}


@pytest.mark.parametrize("name", ALL)
def test_each_module_renders_the_report_of_its_command(name: str) -> None:
    entry, report = ALL[name]
    module = import_module(f"curriculum_tools.output.{name}")
    assert list(get_type_hints(module.render).values()) == [report, Style, Iterator[str]]
    assert hasattr(module, "remarks") == entry.has_remarks
    if entry.has_remarks:
        assert list(get_type_hints(module.remarks).values()) == [report, Iterator[str]]


def test_a_run_imports_the_one_format_that_it_prints(tmp_path: Path) -> None:
    code = (
        "import sys; from curriculum_tools.cli.main import run;"
        "run(['lint', '--output-format', 'concise']); print(*sys.modules)"
    )
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, check=True, cwd=tmp_path, text=True)
    prefix = "curriculum_tools.output."
    loaded = {name.removeprefix(prefix) for name in done.stdout.split() if name.startswith(prefix)}
    assert loaded & ALL.keys() == {"lint.concise"}


def test_the_page_on_output_has_a_row_for_each_format_of_lint() -> None:
    page = (Path(__file__).parents[2] / "docs" / "output.md").read_text(encoding="utf-8")
    assert re.findall(r"^\| `(\w+)` \|", page, re.MULTILINE) == list(LINT)


def test_the_tables_above_are_all_there_are() -> None:
    listed = [table for tables in TABLES.values() for table in tables]
    tables = (each for name, each in vars(formats).items() if name.isupper())
    assert all(table in listed for table in tables if isinstance(table, Mapping))
