"""`curriculum lint --since`: what is shown is what the changes have brought about."""

from pathlib import Path

import pytest

from tests.commands import curriculum
from tests.store.conftest import Git, git, here

__all__ = ["git", "here"]

CLEAN = """# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.
- **Path to detailed notes**: `notes/tables.md`
- **Questions**:
  - What is a table?

### 1.2 Indexes
- **Description**: Rows found without reading all.
- **Path to detailed notes**: `notes/indexes.md`
- **Questions**:
  - What is an index?

### 1.3 Locks
- **Description**: Who may write, and when. See [tables](notes/tables.md#shape).
- *(Individual file to be created, e.g., `notes/locks.md`)*
- **Questions**:
  - What is a lock?
"""
FAULTY = CLEAN.replace("What is a lock?", "What is a lock? ")


@pytest.fixture
def project(git: Git, here: Path) -> Path:
    (here / "notes").mkdir()
    (here / "notes/tables.md").write_text("# Tables\n\n## Shape\n")
    (here / "notes/indexes.md").write_text("# Indexes\n")
    (here / "guide.md").write_text(FAULTY)
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    return here


def new(at: Path, *arguments: str) -> list[str]:
    done = curriculum("lint", "--since", "HEAD", "--output-format", "concise", *arguments, at=at)
    assert done.returncode in (0, 1), done.stderr
    return [line.split("]")[0] for line in done.stdout.decode().splitlines()]


def replace(at: Path, old: str, text: str) -> None:
    guide = at / "guide.md"
    before = guide.read_text()
    assert old in before
    guide.write_text(before.replace(old, text))


def test_old_findings_are_counted_and_not_shown(project: Path) -> None:
    done = curriculum("lint", "--since", "HEAD", at=project)
    assert done.returncode == 0
    assert done.stdout.decode().splitlines()[-1] == "1 older finding not shown"
    assert new(project) == []


@pytest.mark.parametrize(
    ("old", "text", "found"),
    [
        ("What is a lock? ", "What is a lock now? ", ["guide.md:21:24: info[trailing-whitespace"]),
        ("What is a table?", "What is an index?", ["guide.md:15:5: warning[duplicate-question"]),
        ("1.1 Tables", "1.2 Tables", [
            "guide.md:5:5: error[duplicate-number",
        ]),
        ("- **Description**: Rows found without reading all.\n", "", [
            "guide.md:11:9: warning[missing-description",
        ]),
        ("- **Questions**:\n  - What is a table?\n", "", [
            "guide.md:5:9: warning[missing-questions",
        ]),
    ],
)  # fmt: skip
def test_a_finding_is_shown_when_a_changed_line_is_its_cause(
    project: Path, old: str, text: str, found: list[str]
) -> None:
    replace(project, old, text)
    assert new(project) == found


def test_a_changed_line_beside_an_old_finding_does_not_show_it(project: Path) -> None:
    replace(project, "What is a table?", "What is a table?\n  - What is a row?")
    replace(project, "Who may write, and when.", "Who may write.")
    assert new(project) == []


@pytest.mark.parametrize(
    ("file", "text", "found"),
    [
        ("notes/indexes.md", None, ["guide.md:13:32: error[notes-file-not-found"]),
        ("notes/locks.md", "# Locks\n", ["guide.md:19:43: warning[notes-already-written"]),
        ("notes/tables.md", "# Tables\n", ["guide.md:18:58: error[broken-anchor"]),
        ("notes/other.md", "# Other\n", []),
    ],
)
def test_a_file_of_notes_that_changed_is_a_cause(
    project: Path, file: str, text: str | None, found: list[str]
) -> None:
    if text is None:
        (project / file).unlink()
    else:
        (project / file).write_text(text)
    assert new(project) == found


def test_an_untracked_guide_is_all_new(project: Path) -> None:
    (project / "other.md").write_text(FAULTY)
    assert new(project) == ["other.md:21:20: info[trailing-whitespace"]


def test_a_renamed_guide_is_not(project: Path, git: Git) -> None:
    git("mv", "guide.md", "renamed.md")
    assert new(project) == []


def test_a_revision_that_is_not_there_is_wrong_usage(project: Path) -> None:
    done = curriculum("lint", "--since", "nowhere", at=project)
    assert done.returncode == 2
    assert done.stderr.decode().startswith("error: nowhere: no such revision")
    assert not done.stdout
