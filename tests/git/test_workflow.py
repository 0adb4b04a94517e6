"""The workflow of docs/git.md, its script run in a clone as GitHub would run it."""

import subprocess
from pathlib import Path

import pytest
import yaml

from tests.clones import NAME, Clone
from tests.documents import File, git_page, steps
from tests.git.edits import BASE, LATCHES, VIEWS

GH = '#!/bin/sh\nfor last; do :; done\necho "$@" > "$HOME/asked"; cat "$last" > "$HOME/comment"\n'
OWN = "ada/guides"


@pytest.fixture
def script() -> str:
    (workflow,) = (step for step in steps(git_page()) if isinstance(step, File))
    job = yaml.safe_load(workflow.text)["jobs"]["collisions"]
    (run,) = (step["run"] for step in job["steps"] if "collisions" in step.get("run", ""))
    return str(run)


@pytest.fixture
def pull_request(fresh: Clone) -> Clone:
    """Return a clone at the head of a branch, whose target has moved on."""
    fresh.write(NAME, BASE)
    fresh.commit("Put the numbers right")
    fresh.git("update-ref", "refs/remotes/origin/main", "HEAD")
    (fresh.bin / "gh").write_text(GH, "utf-8")
    (fresh.bin / "gh").chmod(0o755)
    return fresh


def run(clone: Clone, script: str, head: str = OWN) -> int:
    home = Path(clone.environment["HOME"])
    environment = clone.environment | {
        "GITHUB_BASE_REF": "main",
        "GITHUB_REPOSITORY": OWN,
        "GITHUB_STEP_SUMMARY": str(home / "summary"),
        "RUNNER_TEMP": str(home),
        "HEAD_REPOSITORY": head,
        "NUMBER": "12",
    }
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=clone.folder, env=environment, check=False).returncode


def both_add(clone: Clone) -> None:
    clone.two_branches(
        NAME, BASE + LATCHES.replace("1.3", "1.4"), BASE + VIEWS.replace("1.3", "1.4")
    )
    clone.git("update-ref", "refs/remotes/origin/main", "main")
    clone.git("checkout", "--quiet", "theirs")


def test_what_collides_is_commented_on(pull_request: Clone, script: str) -> None:
    both_add(pull_request)
    assert run(pull_request, script) == 1
    home = Path(pull_request.environment["HOME"])
    assert "topic number 1.4 is given twice" in (home / "comment").read_text("utf-8")
    assert (home / "comment").read_text("utf-8") == (home / "summary").read_text("utf-8")
    assert (home / "asked").read_text("utf-8").startswith(f"pr comment 12 --repo {OWN}")


def test_on_a_fork_only_the_run_tells(pull_request: Clone, script: str) -> None:
    both_add(pull_request)
    assert run(pull_request, script, "eve/guides") == 1
    home = Path(pull_request.environment["HOME"])
    assert not (home / "comment").exists()
    assert "given twice" in (home / "summary").read_text("utf-8")


def test_without_collisions_nobody_is_told(pull_request: Clone, script: str) -> None:
    assert run(pull_request, script) == 0
    assert not (Path(pull_request.environment["HOME"]) / "comment").exists()
