"""Our SARIF, judged by the validator of those who wrote the standard.

It exits with 0 whatever it finds and writes what it found as SARIF, so that is read. Beside it lies
a JSON Schema that is stricter than the one that OASIS published.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.node.conftest import Install
from tests.real_guides import NAMES, real_guides

pytestmark = pytest.mark.node

PACKAGE = "@microsoft/sarif-multitool@5.7.0"
EVERY_RULE = ["--rule-kind", "Sarif;Gh", "--level", "Error;Warning;Note"]
ODD_NAME = "ü {0} [x](y) #1.md"
DAMAGED = (
    "# A\n\n### 1.1 B\n- **Description**: \udcff\x1b[0m ::error::x ##[error]x {0}\n\n### 1.1 C\n"
)


@pytest.fixture(scope="module")
def multitool(npm_install: Install) -> Path:
    """Give the folder of the program for this kind of machine."""
    (program,) = npm_install(PACKAGE).glob("@microsoft/sarif-multitool-*/Sarif.Multitool")
    program.chmod(0o755)  # which npm leaves to a script that it may not run
    return program.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Give a folder with the real guides and one that is damaged under an odd name."""
    for name in NAMES:
        shutil.copy(real_guides() / name, tmp_path)
    (tmp_path / ODD_NAME).write_bytes(DAMAGED.encode(errors="surrogateescape"))
    return tmp_path


def sarif(folder: Path, *options: str) -> str:
    """Lint a folder from within, with every option given."""
    command = [sys.executable, "-m", "curriculum_tools", "lint", "--exit-zero"]
    done = subprocess.run(
        [*command, "--output-format", "sarif", *options],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    return done.stdout.decode()


def errors(multitool: Path, log: str, folder: Path) -> list[str]:
    """Give the errors that the validator finds in a log; raises where it gave no verdict."""
    (folder / "log.sarif").write_text(log, encoding="utf-8")
    command = [
        str(multitool / "Sarif.Multitool"),
        "validate",
        "log.sarif",
        "--output",
        "verdict.sarif",
        *EVERY_RULE,
    ]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
    (run,) = json.loads((folder / "verdict.sarif").read_text("utf-8-sig"))["runs"]
    assert run["invocations"][0]["executionSuccessful"]
    return [
        f"{result['ruleId']}: {result['message']}"
        for result in run["results"]
        if result.get("level") == "error"
    ]


def schema(multitool: Path) -> Any:
    """Give the schema that the tool ships."""
    return json.loads((multitool / "sarif-2.1.0.json").read_text("utf-8-sig"))


def test_real_guides_and_a_damaged_one(multitool: Path, folder: Path) -> None:
    log = sarif(folder)
    assert len(json.loads(log)["runs"][0]["results"]) > 100
    assert errors(multitool, log, folder) == []
    Draft202012Validator(schema(multitool)).validate(json.loads(log))


def test_with_a_baseline(multitool: Path, folder: Path) -> None:
    sarif(folder, "--write-baseline", "baseline.json")
    with (folder / "002.md").open("a", encoding="utf-8") as guide:
        guide.write("\n\n### 1.1 Again\n")
    log = sarif(folder, "--baseline", "baseline.json")
    states = {result["baselineState"] for result in json.loads(log)["runs"][0]["results"]}
    assert states == {"new", "unchanged"}
    assert errors(multitool, log, folder) == []
    Draft202012Validator(schema(multitool)).validate(json.loads(log))


def test_without_findings(multitool: Path, tmp_path: Path) -> None:
    assert errors(multitool, sarif(tmp_path), tmp_path) == []


def test_a_wrong_log_is_told_from_a_right_one(multitool: Path, folder: Path) -> None:
    log = json.loads(sarif(folder))
    log["runs"][0]["results"][0]["ruleIndex"] = 999
    assert errors(multitool, json.dumps(log), folder)
