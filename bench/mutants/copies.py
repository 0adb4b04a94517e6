"""A copy of the checkout, in which one mutant after the other is tried."""

import os
import resource
import shutil
import signal
import subprocess
import sys
from pathlib import Path

from bench.mutants.rooms import ROOT, paths_of_tests
from bench.mutants.sample import Mutant
from tests.real_guides import VARIABLE

SECONDS = 1_800  # that the tests of a room may take; a mutant that never ends is noticed
MEMORY = 4 << 30  # bytes of address space
_LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", ".hypothesis", "__pycache__")
_PYTEST = ["-x", "-q", "-n0", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
_NO_TESTS = 5  # the code with which pytest ends


class Copy:
    """The files that tests need, in a folder of their own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        shutil.copytree(ROOT, folder, ignore=_LEFT_OUT)
        guides = os.environ.get(VARIABLE, str(ROOT.parent / "shared/guides"))
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(folder),
            "PYTHONDONTWRITEBYTECODE": "1",  # a mutant may be of the same size and second
            VARIABLE: guides,
        }

    def check(self, room: str) -> None:
        """End the run if the tests of a room fail without any mistake: then they tell nothing."""
        if self._tested(paths_of_tests(room)) != "survived":
            raise SystemExit(f"the tests of {room} fail in a copy of the checkout")

    def outcome(self, mutant: Mutant) -> str:
        """Return "killed", "survived" or "timeout"."""
        file = self._folder / mutant.file
        original = file.read_bytes()
        file.write_text(mutant.text, encoding="utf-8")
        try:
            return self._tested(paths_of_tests(mutant.room, mutant.file))
        finally:
            file.write_bytes(original)

    def _tested(self, tests: list[str]) -> str:
        command = [sys.executable, "-m", "pytest", *_PYTEST, *tests]
        process = subprocess.Popen(
            command, cwd=self._folder, env=self._environment, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            preexec_fn=_bound,
        )  # fmt: skip
        try:
            code = process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            return "timeout"
        finally:
            _end(process)
        return "killed" if code not in (0, _NO_TESTS) else "survived"


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End the tests and all that they started."""
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        return
    process.wait()
