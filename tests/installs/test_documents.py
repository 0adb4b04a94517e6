"""Every command of the README's way to a gate and of the recipes for CI, run as it is written.

The package is installed from this checkout, as the README says, or in recipes with pip from a
repository that stands for the one on GitHub. The real guides are the repository that is to be
linted.
"""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from tests.documents import Command, File, gate, recipes, steps
from tests.installs.conftest import Machine
from tests.real_guides import NAMES, real_guides

pytestmark = pytest.mark.installs


@pytest.fixture
def project(machine: Machine) -> Machine:
    """Give a repository with guides that nobody has linted yet."""
    guides = machine.folder / "guides"
    guides.mkdir()
    for name in NAMES:
        shutil.copy(real_guides() / name, guides)
    assert machine.run('git add --all && git commit --quiet -m "guides"').returncode == 0
    return machine


def follow(document: str, project: Machine) -> None:
    """Do what a document says, and compare what it shows."""
    for step in steps(document):
        if isinstance(step, File):
            path = project.folder / step.name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step.text, encoding="utf-8")
        else:
            check(step, project)


def check(command: Command, project: Machine) -> None:
    """Run a command; what it prints has the lines that are shown, in their order."""
    done = project.run(command.text)
    assert done.returncode == command.exit_code, f"$ {command.text}\n{done.stdout}"
    lines = iter(done.stdout.splitlines())
    for shown in command.shown:
        assert shown in lines, f"$ {command.text}\nwithout {shown!r} in its place:\n{done.stdout}"


def scripts(jobs: dict[str, Any]) -> Iterator[str]:
    """Give the scripts of the jobs of a workflow, but for those that speak to a service."""
    for job in jobs.values():
        for step in job["steps"]:
            if "run" in step and not step["run"].startswith("reviewdog"):
                yield step["run"]


def test_uv_puts_the_command_on_the_path(machine: Machine) -> None:
    home = machine.folder.parent / "home"
    path = f"{home / '.local' / 'bin'}{os.pathsep}{machine.environment['PATH']}"
    machine.environment = {**machine.environment, "HOME": str(home), "PATH": path}
    installed = machine.run("uv tool install .")
    assert installed.returncode == 0, installed.stdout
    assert machine.run("command -v curriculum").stdout.startswith(str(home))


def test_the_way_to_a_gate(project: Machine) -> None:
    follow(gate(), project)


def test_the_recipes(project: Machine) -> None:
    follow(recipes(), project)
    with (project.folder / "guides" / "004.md").open("a", encoding="utf-8") as guide:
        guide.write("\n### 9.9 Once More\n")
    hook = project.run('git commit --all -m "more"')
    assert hook.returncode != 0
    assert "wrong-chapter-number" in hook.stdout
    after_the_merge(project)


def after_the_merge(project: Machine) -> None:
    """Run what workflows and pipelines run, where a bad change was committed past the hook."""
    assert project.run('git commit --quiet --no-verify --all -m "more"').returncode == 0
    project.environment = {
        **project.environment,
        "GITHUB_STEP_SUMMARY": str(project.folder / "summary.md"),
        "LINT": "curriculum lint --baseline .curriculum-baseline.json",
    }
    for file in (step for step in steps(recipes()) if isinstance(step, File)):
        content = yaml.safe_load(file.text)
        if file.name.startswith(".github/"):
            last = [project.run(script).returncode for script in scripts(content["jobs"])][-1:]
            assert last in ([], [0 if "review" in file.name else 1]), file.name
        elif file.name == ".gitlab-ci.yml":
            codes = [project.run(line).returncode for line in content["guides"]["script"]]
            assert codes == [0, 0, 0, 1]
    for written in ("summary.md", "findings.json", "code-quality.json", "junit.xml"):
        assert "wrong-chapter-number" in (project.folder / written).read_text("utf-8")
