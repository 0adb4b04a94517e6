"""How wide text is: as the terminal, but no narrower or wider than can be read."""

from pathlib import Path

import pytest

from tests.commands import curriculum, curriculum_process

GUIDE = f"""# Databases

## 1. Storage

### 1.1 Tables
- **Questions**:
  - {"Why, " * 60}and how?\\
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(GUIDE, encoding="utf-8")
    return tmp_path


def shown(folder: Path, columns: int) -> bytes:
    return curriculum("lint", at=folder, COLUMNS=str(columns)).stdout


@pytest.mark.parametrize(("limit", "inside", "outside"), [(40, 41, 1), (120, 119, 9999)])
def test_columns_between_40_and_120_are_used(
    folder: Path, limit: int, inside: int, outside: int
) -> None:
    assert shown(folder, outside) == shown(folder, limit) != shown(folder, inside)


@pytest.mark.parametrize("columns", ["", "0", "-5", "wide"])
@pytest.mark.slow
def test_without_a_terminal_or_a_number_it_is_100(folder: Path, columns: str) -> None:
    done = curriculum_process("lint", at=folder, COLUMNS=columns)
    assert done == (1, shown(folder, 100), b"")
