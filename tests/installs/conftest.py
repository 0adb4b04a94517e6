"""A machine on which nothing of ours is installed, and a repository to install it from."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT

URL = "https://github.com/OWNER/curriculum-tools"
VERSION = "v0.1.0"


class Machine:
    """A folder to work in, with a Python of its own, where URL leads to this checkout."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.folder, self.environment = folder, environment

    def run(self, script: str) -> subprocess.CompletedProcess[str]:
        """Run a script as a shell in a terminal does; what it complains of is in its output.

        What is installed from `.` is installed from this checkout.
        """
        installs = re.match(r"(?:pipx|uv tool) install \.", script)
        return subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=self.environment["CHECKOUT"] if installs else self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
            timeout=600,
        )


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the environment of a new machine: its Python, its home, and where URL leads."""
    home = tmp_path_factory.mktemp("home")
    subprocess.run([sys.executable, "-m", "venv", home / "python"], check=True)
    python = home / "python" / "bin" / "python"
    subprocess.run([python, "-m", "pip", "install", "--quiet", "pipx", "uv"], check=True)
    published = _published(home / "published")
    settings = {
        f"url.{published}.insteadOf": URL,
        "user.name": "Ada",
        "user.email": "ada@example.org",
        "init.defaultBranch": "main",
    }
    # pre-commit keeps these from the environment of git, and no others
    git = {"GIT_CONFIG_COUNT": str(len(settings)), "GIT_CONFIG_NOSYSTEM": "1"}
    for number, (key, value) in enumerate(settings.items()):
        git |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    ours = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    folders = (home / ".local" / "bin", home / "python" / "bin", os.environ["PATH"])
    path = os.pathsep.join(map(str, folders))
    caches = {"PIP_CACHE_DIR": str(home / "pip"), "PRE_COMMIT_HOME": str(home / "pre-commit")}
    ours.pop("PYTHONPATH", None)
    own = {"HOME": str(home), "PATH": path, "COLUMNS": "100", "CHECKOUT": str(published)}
    return {**ours, **git, **caches, **own}


def _published(folder: Path) -> Path:
    """Commit what git knows of this checkout, as it stands, and give it a version."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True)
    for name in filter(None, names.stdout.decode().split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, folder / name)
    identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
    for arguments in (["init"], ["add", "--all"], ["commit", "-m", "all"], ["tag", VERSION]):
        subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def machine(environment: dict[str, str], tmp_path: Path) -> Machine:
    """Give a machine with an empty repository as its folder."""
    machine = Machine(tmp_path / "work", environment)
    machine.folder.mkdir()
    assert machine.run("git init --quiet").returncode == 0
    return machine
