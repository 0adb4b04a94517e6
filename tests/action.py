"""Running the scripts of `action.yml` as a runner of GitHub does."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.documents import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
SCRIPTS = {step["name"]: step for step in ACTION["runs"]["steps"] if "run" in step}

_EXPRESSION = re.compile(r"\$\{\{ (.*?) \}\}")


class Runner:
    """A job in a folder; `temp` is the folder for what goes when the job ends."""

    def __init__(self, folder: Path, temp: Path) -> None:
        self.folder, self.temp = folder, temp
        self.summary, self._output = temp / "summary.md", temp / "output"

    def run(self, step: str, **inputs: str) -> subprocess.CompletedProcess[str]:
        """Run the script of a step in a shell that has the inputs in its environment."""
        values = {f"inputs.{name}": each["default"] for name, each in ACTION["inputs"].items()}
        values |= {f"inputs.{name}": value for name, value in inputs.items()}
        values["steps.python.outputs.python-path"] = sys.executable
        environment = {
            name: _EXPRESSION.sub(lambda found: values[found[1]], value)
            for name, value in SCRIPTS[step]["env"].items()
        }
        environment |= {
            "PATH": "/usr/bin:/bin",
            "RUNNER_TEMP": str(self.temp),
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_OUTPUT": str(self._output),
            "GITHUB_STEP_SUMMARY": str(self.summary),
        }
        script = self.temp / "script.sh"
        script.write_text(SCRIPTS[step]["run"], encoding="utf-8")
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    def output(self, name: str) -> str:
        """Give an output that a step has set."""
        lines = self._output.read_text("utf-8").splitlines()
        return dict(line.split("=", 1) for line in lines)[name]
