"""A reader that goes away, as `head` does, is no finding and no error."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from curriculum_tools.cli.exit_codes import ExitCode

GUIDE = "# Baking\n\n## 1. Bread\n\n### 1.1 Kneading\n- **Description**: Stretching.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        ["lint", "a.md"],
        ["diff", "a.md", "b.md"],
        ["merge", "a.md", "b.md", "-o", "c.md"],
        ["rules"],
    ],
)
@pytest.mark.slow
def test_a_closed_pipe_has_an_exit_code_of_its_own(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "a.md").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "b.md").write_text(GUIDE.replace("Stretching", "Folding"), encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-m", "curriculum_tools", *arguments],
        cwd=tmp_path,
        stdout=writer,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writer)
    assert (done.returncode, b"Traceback" in done.stderr) == (ExitCode.BROKEN_PIPE, False)
