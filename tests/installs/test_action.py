"""The action from its first script to its last, on a machine without the package."""

import shutil

import pytest

from tests.action import Runner
from tests.documents import ROOT
from tests.installs.conftest import Machine

pytestmark = pytest.mark.installs


def test_the_installed_linter_lints(machine: Machine) -> None:
    temp = machine.folder.parent / "temp"
    temp.mkdir()
    shutil.copytree(ROOT / "guides" / "versions", machine.folder / "guides")
    runner = Runner(machine.folder, temp)
    installed = runner.run("Install the linter", report="true")
    assert installed.returncode == 0, installed.stderr
    assert (temp / "curriculum-tools" / "curriculum_tools" / "schemas").is_dir()
    done = runner.run("Lint")
    assert done.returncode == 1, done.stderr
    assert "duplicate-number" in done.stdout
    done = runner.run("Write the report")
    assert done.returncode == 0, done.stderr
    assert "duplicate-number" in (temp / "curriculum-report" / "report.html").read_text("utf-8")
