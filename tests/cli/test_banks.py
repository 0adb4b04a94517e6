"""What `curriculum duplicates` says of banks, where no database is needed to say it."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from curriculum_tools.app import duplicates
from tests.commands import curriculum

GUIDE = """\
# Guide

## Chapter 1: Functions

### 1.1. Closures

**Questions**:

- What is a closure in JavaScript?
- Why are arrays slow?
"""


def without(*missing: str) -> Any:
    """Return an import that does not know some packages."""
    known = builtins.__import__

    def find(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(name)
        return known(name, *rest, **named)

    return find


@pytest.mark.parametrize("engine", ["duckdb", "spark"])
def test_an_engine_that_is_not_installed_is_named(
    tmp_path: Path, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bank.jsonl").write_text('{"question": "Why?"}\n', "utf-8")
    monkeypatch.setattr("builtins.__import__", without("duckdb", "pyarrow", "pyspark"))
    monkeypatch.setattr(
        "curriculum_tools.store.banks.bank_engine.import_module", without("duckdb", "pyarrow")
    )
    done = curriculum("duplicates", "--engine", engine, "bank.jsonl", at=tmp_path)
    assert done.returncode == 2
    assert f"pip install 'curriculum-tools[{engine}]'" in done.stderr.decode()


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["--engine", "duckdb"], "--engine needs the banks"),
        (["--engine", "duckdb", "--pairs", "p", "b.jsonl"], "--pairs are judged one by one"),
        (
            ["--engine", "duckdb", "--output-format", "json", "b.jsonl"],
            "jsonl or parquet, not json",
        ),
        (["--engine", "duckdb", "--output-format", "parquet", "b.jsonl"], "needs --output-file"),
        (["--output-format", "jsonl"], "--output-format jsonl needs --engine"),
        (["--clusters-file", "c"], "--clusters-file needs --engine"),
    ],
)
def test_options_that_say_nothing_together(tmp_path: Path, options: list[str], reason: str) -> None:
    done = curriculum("duplicates", *options, at=tmp_path)
    assert (done.returncode, reason in done.stderr.decode()) == (2, True), done.stderr


def test_many_questions_in_memory_are_worth_a_remark(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guide.md").write_text(GUIDE, "utf-8")
    said = curriculum("duplicates", "guide.md", at=tmp_path).stderr
    assert b"--engine duckdb" not in said
    monkeypatch.setattr(duplicates, "MOST_IN_MEMORY", 1)
    done = curriculum("duplicates", "guide.md", at=tmp_path)
    assert done.returncode == 0
    assert done.stderr.count(b"--engine duckdb") == 1
    assert b"--engine" not in curriculum("duplicates", "-q", "guide.md", at=tmp_path).stderr
