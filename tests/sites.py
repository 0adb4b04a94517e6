"""Building the site of a test with MkDocs."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest


def build_with_mkdocs(folder: Path) -> str:
    """Build the mkdocs.yml of a folder strictly into `site`; give what MkDocs said.

    Skips the test where MkDocs is absent. MkDocs is not asked to be quiet, for then it hides what
    it fails on.
    """
    if find_spec("mkdocs") is None:
        pytest.skip("mkdocs is not installed; `make test` installs it")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=folder, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    said = done.stderr.decode()
    assert done.returncode == 0, said
    return said
