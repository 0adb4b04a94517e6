"""The action and the workflows of the recipes, judged by zizmor, which looks for what is unsafe."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documents import ROOT
from tests.node.test_workflows import WORKFLOWS

pytestmark = pytest.mark.node

# The action itself has no hash before it is published.
CONFIG = """
rules:
  unpinned-uses:
    config:
      policies: {"OWNER/*": any, "*": hash-pin}
"""


def complaints(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("zizmor")
    config = folder / "zizmor.yml"
    config.write_text(CONFIG)
    command = [str(program), "--offline", "--no-progress", "--config", str(config), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    workflows = tmp_path / ".github" / "workflows"
    workflows.mkdir(parents=True)
    for file in WORKFLOWS:
        (workflows / Path(file.name).name).write_text(file.text)
    shutil.copy(ROOT / "action.yml", tmp_path)
    return tmp_path


def test_nothing_is_unsafe(folder: Path) -> None:
    done = complaints(folder)
    assert done.returncode == 0, done.stdout


def test_what_is_unsafe_is_told(folder: Path) -> None:
    action = folder / "action.yml"
    action.write_text(action.read_text().replace("a309ff8b426b58ec0e2a45f0f869d46889d02405", "v6"))
    assert "unpinned-uses" in complaints(folder).stdout
