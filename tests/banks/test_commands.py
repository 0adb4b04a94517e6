"""`curriculum duplicates --engine` from files to files."""

import json
from pathlib import Path

import pytest

from tests.commands import curriculum
from tests.schemas import validate

pytestmark = pytest.mark.banks

BANK = """\
{"question": "What is a closure in JavaScript?", "id": 7, "answer": "A function."}

{"text": "What are closures in JavaScript?"}
{"question": "What is printed?", "code": "print(1)"}
{"question": "What is printed?", "code": "print(2)", "options": ["1", "2"]}
"""
GUIDE = """\
# Guide

## Chapter 1: Functions

### 1.1. Closures

**Questions**:

- What is a closure in JavaScript?
"""


def test_pairs_and_clusters_of_json_lines_and_of_a_guide(tmp_path: Path) -> None:
    (tmp_path / "bank.jsonl").write_text(BANK, "utf-8")
    (tmp_path / "guide.md").write_text(GUIDE, "utf-8")
    banks = ["bank.jsonl", "guide.md"]
    done = curriculum(
        "duplicates", "--engine", "duckdb", *banks, "--clusters-file", "c.jsonl", at=tmp_path
    )
    assert done.returncode == 0, done.stderr
    pairs = [validate("bank-pair", line) for line in done.stdout.decode().splitlines()]
    places = [(p["a"]["path"], p["a"]["line"], p["b"]["path"], p["b"]["line"]) for p in pairs]
    assert places == [("bank.jsonl", 1, "guide.md", 9), ("bank.jsonl", 1, "bank.jsonl", 3)]
    assert [pair["verdict"] for pair in pairs] == ["same", "same"]
    cluster = validate("bank-cluster", (tmp_path / "c.jsonl").read_text("utf-8"))
    assert cluster["keep"] == {"path": "bank.jsonl", "line": 1, "id": "7"}
    assert [(one["path"], one["line"]) for one in cluster["members"]] == [
        ("bank.jsonl", 1), ("bank.jsonl", 3), ("guide.md", 9),
    ]  # fmt: skip
    assert done.stderr.decode() == "5 questions: 2 same\n"


def test_parquet_in_and_out_says_the_same(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    (tmp_path / "bank.jsonl").write_text(BANK, "utf-8")
    texts = [json.loads(line) for line in BANK.splitlines() if line]
    table = pyarrow.table({"question": [each.get("question", each.get("text")) for each in texts]})
    parquet.write_table(table, tmp_path / "bank.parquet")
    files = [
        "--output-format",
        "parquet",
        "--output-file",
        "p.parquet",
        "--clusters-file",
        "c.parquet",
    ]
    done = curriculum("duplicates", "--engine", "duckdb", "bank.parquet", *files, at=tmp_path)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr
    pairs = parquet.read_table(tmp_path / "p.parquet").to_pylist()
    places = [(pair["a_path"], pair["a_line"], pair["b_line"], pair["verdict"]) for pair in pairs]
    assert places == [("bank.parquet", 3, 4, "same"), ("bank.parquet", 1, 2, "same")]
    clusters = parquet.read_table(tmp_path / "c.parquet").to_pylist()
    assert [(row["keep_line"], row["line"]) for row in clusters] == [(1, 1), (1, 2), (3, 3), (3, 4)]


def test_what_was_ruled_on_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "bank.jsonl").write_text(BANK, "utf-8")
    (tmp_path / "curriculum.decisions.yaml").write_text(
        "different-questions:\n"
        "  - questions:\n"
        '      - "What is a closure in JavaScript?"\n'
        '      - "What are closures in JavaScript?"\n',
        "utf-8",
    )
    done = curriculum("duplicates", "--engine", "duckdb", "bank.jsonl", at=tmp_path)
    assert (done.returncode, done.stdout) == (0, b""), done.stderr


def test_parquet_without_questions_names_the_row(tmp_path: Path) -> None:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"question": ["What?", None]}), tmp_path / "bank.parquet")
    done = curriculum("duplicates", "--engine", "duckdb", "bank.parquet", at=tmp_path)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: bank.parquet:2: no `question` or `text`")


def test_spark_without_java_says_so(tmp_path: Path) -> None:
    (tmp_path / "bank.jsonl").write_text(BANK, "utf-8")
    done = curriculum("duplicates", "--engine", "spark", "bank.jsonl", at=tmp_path, PATH="")
    assert done.returncode == 2
    assert b"--engine spark needs Java" in done.stderr
