"""Merging guides with templates, as a user meets it: with its lock, and edits by hand."""

from pathlib import Path

import pytest

from tests.commands import curriculum
from tests.dialects.test_merging import BOTH, CONFIG, NEW, OLD
from tests.schemas import validate

ADDED = """3. ### What is peat?

   Moss.

"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "curriculum.toml").write_text(CONFIG, encoding="utf-8")
    (tmp_path / "old.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "new.md").write_text(NEW, encoding="utf-8")
    assert merge(folder=tmp_path).startswith("where versions differ")
    return tmp_path


def merge(*options: str, folder: Path) -> str:
    files = ("--oldest-first", "old.md", "new.md", "-o", "out.md")
    done = curriculum("merge", *files, *options, at=folder)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "out.md"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def out(folder: Path) -> str:
    return (folder / "out.md").read_text("utf-8")


def test_the_guide_and_its_lock_are_written(folder: Path) -> None:
    assert out(folder) == BOTH
    validate("lock", (folder / "out.lock.json").read_text("utf-8"))


def test_a_second_merge_changes_nothing(folder: Path) -> None:
    assert "unchanged: out.md: 2 chapters, 4 questions" in merge(folder=folder)
    assert merge("--check", folder=folder)


def test_the_report_follows_its_schema(folder: Path) -> None:
    found = validate("merge", merge("--output-format", "json", folder=folder))
    assert [chapter["title"] for chapter in found["chapters"]] == ["Soil", "Pests"]
    assert found["accounting"]["unaccounted"] == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("What is left of leaves.", "What was leaves once."),
        ("### What is loam?", "### What is loam made of?"),
        ("## Soil", "## Soils"),
        ("# Gardens", "# The garden"),
        ("There are", "By now there are"),
    ],
)
def test_what_was_edited_by_hand_stays(folder: Path, old: str, new: str) -> None:
    edit(folder, old, new)
    merge(folder=folder)
    assert new in out(folder)
    merged = out(folder)
    assert "unchanged" in merge(folder=folder)
    assert out(folder) == merged


def test_a_question_that_was_added_stays_where_it_was_put(folder: Path) -> None:
    edit(folder, "3. ### What is mulch?", f"{ADDED}3. ### What is mulch?")
    merge(folder=folder)
    headings = [line for line in out(folder).split("\n") if "###" in line]
    assert headings[2:4] == ["3. ### What is peat?", "4. ### What is mulch?"]
    assert "| 3  | [What is peat?](#what-is-peat) |" in out(folder)
    assert "unchanged" in merge(folder=folder)


def test_a_question_that_was_taken_out_is_open(folder: Path) -> None:
    text = out(folder)
    first, last = text.index("3. ### What is mulch?"), text.index("## Pests")
    (folder / "out.md").write_text(text[:first] + text[last:], encoding="utf-8")
    report = merge(folder=folder)
    assert "the question “What is mulch?”" in report
    assert "mulch" not in out(folder)
    assert "3. ### Who eats aphids?" in out(folder)
    assert "unchanged" in merge(folder=folder)


def test_a_lock_gives_the_same_bytes(folder: Path) -> None:
    (folder / "old.md").unlink()
    (folder / "new.md").unlink()
    options = ("--oldest-first", "--lock", "out.lock.json", "-o", "again.md")
    assert curriculum("merge", *options, at=folder).returncode == 0
    assert (folder / "again.md").read_text("utf-8") == BOTH


def test_the_curriculum_that_is_declared_is_indexed_as_it_is_merged(folder: Path) -> None:
    declared = '\n[[curriculum]]\nversions = ["old.md", "new.md"]\noutput = "out.md"\n'
    (folder / "curriculum.toml").write_text(CONFIG + declared, encoding="utf-8")
    done = curriculum("index", at=folder)
    assert done.stdout.decode().endswith("|  | **Soil** | 3 |\n|  | **Pests** | 1 |\n")


def test_a_guide_that_would_be_read_otherwise_is_not_written(folder: Path) -> None:
    toml = f'{CONFIG}\n[dialect.files."o*.md"]\nquestion = "- {{text}}"\n'
    (folder / "curriculum.toml").write_text(toml, encoding="utf-8")
    done = curriculum("merge", "new.md", "-o", "other.md", at=folder)
    assert done.returncode == 2
    assert b"other.md: it would be read in another dialect than its versions" in done.stderr
