"""A test that skips is seen: in CI it fails."""

import os
import subprocess
import sys

import pytest

from tests.commands import ROOT
from tests.real_guides import VARIABLE

TEST = "tests/test_real_guides.py::test_notes_that_do_not_exist"


@pytest.mark.slow
@pytest.mark.parametrize(("ci", "outcome"), [("false", "1 skipped"), ("true", "1 failed")])
def test_without_the_real_guides_a_test_skips_but_fails_in_ci(ci: str, outcome: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", TEST],
        cwd=ROOT,
        env={**os.environ, "CI": ci, VARIABLE: "nowhere"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert (outcome in done.stdout, done.returncode == 0) == (True, ci == "false"), done.stdout
    assert "the real guides are not in nowhere" in done.stdout
