"""`curriculum duplicates --semantic`, where no model is needed to say it."""

from pathlib import Path

import pytest

from curriculum_tools.store import embeddings
from tests.cli.test_banks import without
from tests.commands import Done, curriculum
from tests.likeness.said_closeness import SaidCloseness
from tests.schemas import validate

GUIDE = """\
# Baking

## 1. Flour

### 1.1 Rye
- **Questions**:
  - What are the benefits of rye flour?
  - Why does dough rise?

### 1.2 Bread
- **Questions**:
  - What are some of the important qualities and benefits of using rye flour in baking?
  - What is yeast?
"""
A, B = (line.strip("- ") for line in GUIDE.splitlines() if "benefits" in line)
PAIRS = f'{{"a": "{A}", "b": "{B}"}}\n'
REMARK = "judged by words and by said (tests 1.0)\n"
ON = "[duplicates]\nsemantic = true\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "guide.md").write_text(GUIDE, "utf-8")
    (tmp_path / "pairs.jsonl").write_text(PAIRS, "utf-8")
    monkeypatch.setattr(embeddings, "Embeddings", lambda _progress: SaidCloseness({(A, B): 0.95}))
    return tmp_path


def as_json(done: Done) -> tuple[list[str], object]:
    """Return the verdicts, and what was asked besides words."""
    assert done.returncode == 0, done.stderr
    report = validate("duplicates", done.stdout.decode())
    return [pair["verdict"] for pair in report["pairs"]], report["semantic"]


def test_it_is_asked_only_where_that_is_wanted(folder: Path) -> None:
    json = ["duplicates", "guide.md", "--output-format", "json"]
    by_both = (["likely"], {"model": "said", "package": "tests", "version": "1.0"})
    by_words: tuple[list[str], None] = ([], None)
    assert as_json(curriculum(*json, at=folder)) == by_words
    assert as_json(curriculum(*json, "--semantic", at=folder)) == by_both
    (folder / "curriculum.toml").write_text(ON, "utf-8")
    assert as_json(curriculum(*json, at=folder)) == by_both
    assert as_json(curriculum(*json, "--no-semantic", at=folder)) == by_words


def test_it_says_what_it_uses(folder: Path) -> None:
    done = curriculum("duplicates", "guide.md", "--semantic", at=folder)
    assert "rye flour" in done.stdout.decode()
    assert done.stderr.decode().endswith(REMARK)
    assert curriculum("duplicates", "guide.md", "--semantic", "-q", at=folder).stderr == b""
    assert REMARK not in curriculum("duplicates", "guide.md", at=folder).stderr.decode()


def test_given_pairs(folder: Path) -> None:
    by_words = curriculum("duplicates", "--pairs", "pairs.jsonl", at=folder)
    assert b'"verdict": "different"' in by_words.stdout
    by_both = curriculum("duplicates", "--pairs", "pairs.jsonl", "--semantic", at=folder)
    assert b'"verdict": "different"' not in by_both.stdout
    assert by_both.stderr.decode() == REMARK


def test_lint_asks_no_model(folder: Path) -> None:
    before = curriculum("lint", "--isolated", "guide.md", at=folder)
    (folder / "curriculum.toml").write_text(ON, "utf-8")
    assert curriculum("lint", "guide.md", at=folder).stdout == before.stdout


def test_a_database_asks_no_model(folder: Path) -> None:
    done = curriculum("duplicates", "--engine", "duckdb", "--semantic", "guide.md", at=folder)
    assert (done.returncode, b"--engine searches by words alone" in done.stderr) == (2, True)


@pytest.mark.parametrize("missing", ["numpy", "onnxruntime", "tokenizers"])
def test_what_is_not_installed_is_named(
    folder: Path, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr("builtins.__import__", without(missing))
    done = curriculum("duplicates", "guide.md", "--semantic", at=folder)
    assert done.returncode == 2
    assert "pip install 'curriculum-tools[semantic]'" in done.stderr.decode()


def test_weights_that_are_not_there_are_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()
    monkeypatch.setattr(embeddings, "_WEIGHTS", ("no-such-package", "model.onnx"))
    done = curriculum("duplicates", "guide.md", "--semantic", at=folder)
    assert done.returncode == 2
    assert "pip install 'curriculum-tools[semantic]'" in done.stderr.decode()
