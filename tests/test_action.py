"""The action for GitHub: its scripts run here, in a repository and with inputs of all kinds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.action import ACTION, SCRIPTS, Runner
from tests.cli.test_commands import GUIDE
from tests.documents import ROOT
from tests.reported import read_page
from tests.store.conftest import Git, git, here

pytestmark = pytest.mark.slow  # of the whole action, run as a workflow runs it

__all__ = ["git", "here"]

VIEWS = "\n### 1.4 Views\n- **Description**:\n- **Questions**:\n  - What is a view?\n"


@pytest.fixture
def runner(git: Git, here: Path, tmp_path: Path) -> Runner:
    """Give a runner whose linter is this checkout, in a repository with one faulty guide."""
    temp = tmp_path / "with a blank"
    temp.mkdir()
    (temp / "curriculum-tools").symlink_to(ROOT)
    (here / "guide.md").write_text(GUIDE)
    git("add", "--all")
    git("commit", "--quiet", "--message", "first")
    return Runner(here, temp)


def test_it_is_written_as_github_wants_it() -> None:
    command = [sys.executable, "-m", "check_jsonschema", "--builtin-schema"]
    subprocess.run([*command, "vendor.github-actions", str(ROOT / "action.yml")], check=True)


def test_no_script_has_an_expression_in_its_text() -> None:
    assert list(SCRIPTS) == ["Install the linter", "Lint", "Write the report"]
    assert [name for name, step in SCRIPTS.items() if "${{" in step["run"]] == []
    given = {value for step in ACTION["runs"]["steps"] for value in step.get("env", {}).values()}
    given |= {value for step in ACTION["runs"]["steps"] for value in step.get("with", {}).values()}
    conditions = " ".join(step.get("if", "") for step in ACTION["runs"]["steps"])
    asked = {name for name in ACTION["inputs"] if f"inputs.{name} " not in conditions}
    assert {f"${{{{ inputs.{name} }}}}" for name in asked} <= given


def test_findings_are_annotated_summed_up_and_written_as_sarif(runner: Runner) -> None:
    done = runner.run("Lint")
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith("::error file=guide.md,line=10,")
    assert "duplicate-number" in runner.summary.read_text()
    log = json.loads(Path(runner.output("sarif")).read_text("utf-8"))
    assert len(log["runs"][0]["results"]) == 2


def test_without_findings_it_passes(runner: Runner) -> None:
    (runner.folder / "guide.md").write_text(GUIDE.split("### 1.1 Indexes")[0])
    assert runner.run("Lint").returncode == 0
    assert json.loads(Path(runner.output("sarif")).read_text("utf-8"))["runs"][0]["results"] == []


@pytest.mark.slow
def test_only_what_is_new_since_a_revision(runner: Runner) -> None:
    assert runner.run("Lint", since="HEAD").returncode == 0
    (runner.folder / "guide.md").write_text(GUIDE + VIEWS)
    done = runner.run("Lint", since="HEAD")
    assert done.returncode == 1
    assert [line.split(",")[1] for line in done.stdout.splitlines()] == ["line=21"]


def test_what_a_baseline_accepts_is_hidden(runner: Runner) -> None:
    accept = [sys.executable, "-m", "curriculum_tools", "lint", "--write-baseline", "accepted.json"]
    subprocess.run(accept, cwd=runner.folder, check=True, capture_output=True)
    assert runner.run("Lint", baseline="accepted.json").returncode == 0


def test_several_paths_one_a_line(runner: Runner) -> None:
    for name in ("a b.md", "c.md", "-d.md", "e.md"):
        (runner.folder / name).write_text(GUIDE)
    done = runner.run("Lint", paths="a b.md\n\nc.md\n-d.md\n")
    files = {line.split("=")[1].split(",")[0] for line in done.stdout.splitlines()}
    assert (done.returncode, files) == (1, {"a b.md", "c.md", "-d.md"})


def test_the_report_is_written_into_a_folder_of_its_own(runner: Runner) -> None:
    for name in ("a b.md", "c.md"):
        (runner.folder / name).write_text(GUIDE)
    done = runner.run("Write the report", paths="a b.md\nguide.md\n", history="5")
    assert done.returncode == 0, done.stderr
    folder = Path(runner.output("report"))
    assert [path.name for path in folder.iterdir()] == ["report.html"]
    page = read_page((folder / "report.html").read_text("utf-8"))
    rows = [row.text.split(".md")[0] for row in page.one("numbers").all("tr")]
    assert rows[1:] == ["a b", "guide"]
    assert "first 3 3 0" in page.one("history").text


@pytest.mark.slow
@pytest.mark.parametrize(
    ("step", "name"),
    [
        ("Lint", "paths"),
        ("Lint", "since"),
        ("Lint", "baseline"),
        ("Write the report", "paths"),
        ("Write the report", "history"),
        ("Write the report", "baseline"),
    ],
)
@pytest.mark.parametrize(
    "value",
    [
        '"; touch injected; "',
        "$(touch injected)",
        "`touch injected`",
        "--output-file=injected",
        "x\ntouch injected",
        "*",
    ],
)
def test_an_input_is_never_a_command(runner: Runner, step: str, name: str, value: str) -> None:
    done = runner.run(step, **{name: value})
    assert done.returncode == 2, done.stdout
    assert "error: " in done.stderr.lower()
    assert not (runner.folder / "injected").exists()


def test_modules_beside_the_guides_are_not_run(runner: Runner) -> None:
    for name in ("click.py", "curriculum_tools.py"):
        (runner.folder / name).write_text("raise SystemExit(9)\n")
    assert runner.run("Lint").returncode == 1
