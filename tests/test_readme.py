"""What the README shows is what the commands print; the way to a gate is followed elsewhere."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from curriculum_tools.cli.group import curriculum
from tests.commands import ENVIRONMENT
from tests.documents import ROOT, Command, gate, sessions

README = (ROOT / "README.md").read_text(encoding="utf-8")
SESSIONS = list(sessions(README.replace(gate(), "")))
SHOWN = [session for session in SESSIONS if any(command.picture for command in session)]
TOLD = [command.text for session in SESSIONS if session not in SHOWN for command in session]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of what the commands read, for they may write."""
    shutil.copytree(ROOT / "guides", tmp_path / "guides")
    shutil.copy(ROOT / "curriculum.toml", tmp_path)
    return tmp_path


def pattern(picture: tuple[str, ...]) -> str:
    """Give a pattern for what is shown, where a line `...` stands for any lines."""
    return "".join(r"(?:.*\n)*?" if line == "..." else rf"{re.escape(line)}\n" for line in picture)


def test_each_command_that_the_readme_is_about_has_its_picture() -> None:
    shown = {command.text.split()[1] for session in SHOWN for command in session[-1:]}
    assert shown == {"lint", "duplicates", "diff", "merge", "index"}


@pytest.mark.parametrize("session", SHOWN, ids=lambda session: session[-1].text)
def test_what_the_readme_shows_is_what_is_printed(session: tuple[Command, ...], copy: Path) -> None:
    path = f"{Path(sys.executable).parent}:{ENVIRONMENT['PATH']}"
    for command in session:
        done = subprocess.run(
            ["bash", "-c", command.text],
            cwd=copy, capture_output=True, text=True, encoding="utf-8", check=False, timeout=120,
            env={**ENVIRONMENT, "PATH": path},
        )  # fmt: skip
        printed = done.stdout + done.stderr
        assert done.returncode == command.exit_code, printed
        assert re.fullmatch(pattern(command.picture), printed), f"$ {command.text}\n{printed}"


@pytest.mark.parametrize("text", [text for text in TOLD if text.startswith("curriculum ")])
def test_what_the_readme_tells_to_run_can_be_run(text: str) -> None:
    _, name, *arguments = shlex.split(text, comments=True)
    command = curriculum.get_command(click.Context(curriculum), name)
    assert command is not None
    known = {option for parameter in command.params for option in parameter.opts}
    assert {argument for argument in arguments if argument.startswith("-")} <= known
