"""Tools from npm, installed into a folder that goes when the tests are done."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Install = Callable[[str], Path]


@pytest.fixture(scope="session")
def npm_install(tmp_path_factory: pytest.TempPathFactory) -> Install:
    """Install packages from npm; gives the folder they lie in."""

    def install(package: str) -> Path:
        folder = tmp_path_factory.mktemp("npm")
        command = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(folder), package]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return folder / "node_modules"

    return install
