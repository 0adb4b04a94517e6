"""The Markdown files of this repository: guides, notes, and the fixtures of rules."""

from itertools import groupby
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
_DEEPEST = 3  # folders, such as tests/rules/numbering


def _folder(path: Path) -> str:
    return "/".join(path.relative_to(ROOT).parts[:-1][:_DEEPEST])


_FILES = sorted([*(ROOT / "guides").rglob("*.md"), *(ROOT / "tests").rglob("*.md")], key=_folder)
_BY_FOLDER = {folder: tuple(paths) for folder, paths in groupby(_FILES, key=_folder)}

#: Runs a test with the files of one folder at a time.
files_of_each_folder = pytest.mark.parametrize("paths", _BY_FOLDER.values(), ids=_BY_FOLDER)


def text_of(path: Path) -> str:
    """Return the text of a file with the line ends that it has."""
    return path.read_bytes().decode("utf-8", "surrogateescape")
