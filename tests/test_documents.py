"""The recipes for CI, as far as that can be told without the services they are for."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.action import ACTION
from tests.documents import Command, File, gate, git_page, recipes, steps

CHECK = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
JUDGES = {
    ".github/workflows": [*CHECK, "vendor.github-workflows"],
    ".gitlab-ci.yml": [*CHECK, "vendor.gitlab-ci"],
    ".pre-commit-config.yaml": [sys.executable, "-m", "pre_commit", "validate-config"],
}
FILES = [
    step
    for text in (gate(), recipes(), git_page())
    for step in steps(text)
    if isinstance(step, File)
]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
@pytest.mark.slow
def test_a_file_is_written_as_its_reader_wants_it(file: File, tmp_path: Path) -> None:
    (command,) = (command for name, command in JUDGES.items() if file.name.startswith(name))
    path = tmp_path / Path(file.name).name
    path.write_text(file.text, encoding="utf-8")
    subprocess.run([*command, str(path)], check=True, timeout=60)


def test_recipes_use_the_action_with_inputs_and_outputs_that_it_has() -> None:
    workflows = [file.text for file in FILES if file.name.startswith(".github/")]
    assert len(workflows) == 7
    jobs = (job for text in workflows for job in yaml.safe_load(text)["jobs"].values())
    uses = [step for job in jobs for step in job["steps"] if "OWNER" in step.get("uses", "")]
    assert len(uses) == 4
    assert all(step.get("with", {}).keys() <= ACTION["inputs"].keys() for step in uses)
    assert "outputs.sarif" in recipes()
    assert "sarif" in ACTION["outputs"]


def test_there_are_commands_to_run() -> None:
    for text in (gate(), recipes()):
        assert sum(isinstance(step, Command) for step in steps(text)) >= 8
