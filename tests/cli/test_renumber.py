"""`curriculum renumber` as a user meets it."""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.commands import curriculum
from tests.schemas import load

GUIDE = """# Kitchens

## 1. Heat

### 1.1 Stoves
- **Description**: What is hot; see chapter 2.

## 1. Ovens

### 1.1 Bread
- **Description**: How a crust comes about.

## 2. Knives

### 2.1 Steel
- **Description**: What keeps an edge.
"""
RIGHT = (
    GUIDE.replace("## 2. Knives\n\n### 2.1", "## 3. Knives\n\n### 3.1")
    .replace("## 1. Ovens\n\n### 1.1", "## 2. Ovens\n\n### 2.1")
    .replace("chapter 2", "chapter 3")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(GUIDE, encoding="utf-8")
    return tmp_path


def test_it_writes_the_guide_and_says_what_it_did(folder: Path) -> None:
    done = curriculum("renumber", "guide.md", at=folder)
    assert done.returncode == 0, done.stderr
    assert (folder / "guide.md").read_text(encoding="utf-8") == RIGHT
    assert done.stdout.decode() == (
        "guide.md: 4 headings have new numbers; 1 reference follows\n"
        "    1 -> 2    Ovens\n"
        "  1.1 -> 2.1  Bread\n"
        "    2 -> 3    Knives\n"
        "  2.1 -> 3.1  Steel\n"
    )
    again = curriculum("renumber", at=folder)
    assert again.returncode == 0
    assert again.stdout == b"1 guide: all numbers count up as they stand\n"


def test_diff_shows_it_and_writes_nothing(folder: Path) -> None:
    done = curriculum("renumber", "--diff", at=folder)
    assert done.returncode == 1
    assert b"-## 2. Knives\n+## 3. Knives\n" in done.stdout
    assert (folder / "guide.md").read_text(encoding="utf-8") == GUIDE
    (folder / "guide.md").write_text(RIGHT, encoding="utf-8")
    done = curriculum("renumber", "--diff", at=folder)
    assert (done.returncode, done.stdout) == (0, b"")


def test_json_is_what_its_schema_says(folder: Path) -> None:
    done = curriculum("renumber", "--output-format", "json", at=folder)
    report = json.loads(done.stdout)
    jsonschema.validate(report, load("renumber"))
    assert report["guides"][0]["headings"][0] == {
        "line": 8,
        "what": "chapter",
        "before": "1",
        "after": "2",
        "title": "Ovens",
    }


def test_where_one_guide_is_in_doubt_none_is_written(folder: Path) -> None:
    wrong = GUIDE.replace("What keeps", "See 1.1: what keeps")
    (folder / "other.md").write_text(wrong, encoding="utf-8")
    done = curriculum("renumber", at=folder)
    assert done.returncode == 2
    assert b"other.md:16: not numbered anew: 1.1 could mean the one on line 5 or" in done.stderr
    assert (folder / "guide.md").read_text(encoding="utf-8") == GUIDE


def test_what_is_no_guide_is_refused(folder: Path) -> None:
    (folder / "notes").mkdir()
    done = curriculum("renumber", "notes", at=folder)
    assert done.returncode == 2
    assert b"no guides here" in done.stderr


def test_standard_input_is_shown_and_never_written(folder: Path) -> None:
    done = curriculum("renumber", "-", at=folder, stdin=GUIDE.encode())
    assert done.returncode == 2
    assert b"--diff" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["guide.md"]
    assert curriculum("renumber", "-", "--diff", at=folder, stdin=GUIDE.encode()).returncode == 1
