"""The five real guides, which lie beside the repository or where an environment variable says.

They are input, not part of the project: where they are absent, tests that read them skip, which
is a failure in CI.
"""

import os
from pathlib import Path

import pytest

from curriculum_tools.model.source import Source

VARIABLE = "CURRICULUM_REAL_GUIDES"
BESIDE = Path(__file__).parents[2] / "shared" / "guides"
NAMES = ("000.md", "001.md", "002.md", "003.md", "004.md")
OLDEST_FIRST = ("002.md", "004.md", "000.md", "001.md", "003.md")

each_real_guide = pytest.mark.parametrize("name", NAMES)


def real_guides() -> Path:
    """Return the folder of the real guides; skips the test where it is absent."""
    folder = Path(os.environ.get(VARIABLE) or BESIDE)
    if not all((folder / name).is_file() for name in NAMES):
        pytest.skip(f"the real guides are not in {folder}; name their folder in {VARIABLE}")
    return folder


def real_guide(name: str) -> Source:
    """Give a real guide under its name in `guides/`."""
    text = (real_guides() / name).read_bytes().decode("utf-8", "surrogateescape")
    return Source(f"guides/{name}", text)


def real_texts() -> dict[str, str]:
    """Give the texts of the real guides by file name."""
    return {name: real_guide(name).text for name in NAMES}
