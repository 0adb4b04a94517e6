"""Repositories with guides, and git as people use it in them."""

import copy
import os
import subprocess
import sys
from pathlib import Path

from tests.cli.test_commands import GUIDE
from tests.commands import MEASURED, ROOT, Done, curriculum

NAME = "guides/it's a guide.md"
PLAIN = "# Notes\n\nOne.\n\nTwo.\n"
_PROGRAM = f'exec "{sys.executable}" -m curriculum_tools "$@"\n'


class Clone:
    """A repository with a guide, a page that is none and a config, and the programs git finds."""

    def __init__(self, folder: Path, *, of: "Clone | None" = None) -> None:
        """Begin a repository below a folder, or clone another one into the folder itself."""
        self.folder = folder if of else folder / "a clone's folder"
        self.bin: Path = of.bin if of else folder / "bin"
        self.environment: dict[str, str] = of.environment if of else _environment(folder, self.bin)
        if of:
            of.git("clone", "--quiet", ".", str(folder))
            return
        self.bin.mkdir(parents=True)
        self.write(NAME, GUIDE)
        self.write("readme.md", PLAIN)
        self.write("curriculum.toml", 'include = ["guides/*.md"]\n')
        self.git("init", "--quiet", "--initial-branch=main")
        self.commit("Begin")

    def at(self, folder: Path) -> "Clone":
        """Return the same person at work in another folder."""
        other = copy.copy(self)
        other.folder = folder
        return other

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str = NAME) -> str:
        return (self.folder / name).read_text("utf-8")

    def install(self, script: str = "") -> None:
        """Put a program called curriculum on the path: the real one, unless a script is given.

        A script that does not end goes on as the real one.
        """
        program = self.bin / "curriculum"
        program.write_text((script or "#!/bin/sh\n") + _PROGRAM, "utf-8")
        program.chmod(0o755)

    def git(self, *arguments: str, fails: bool = False) -> str:
        """Run git and return what it prints; see that it fails, or that it does not."""
        done = self.run_git(*arguments)
        assert bool(done.returncode) == fails, (done.stderr + done.stdout).decode()
        return done.stdout.decode()

    def run_git(self, *arguments: str) -> Done:
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder, env=self.environment, capture_output=True, check=False,
        )  # fmt: skip
        return Done(done.returncode, done.stdout, done.stderr)

    def commit(self, subject: str) -> None:
        self.git("add", ".")
        self.git("commit", "--quiet", "-m", subject)

    def set_up(self, *flags: str) -> tuple[int, str]:
        settings = {key: self.environment[key] for key in ("HOME", "GIT_CONFIG_NOSYSTEM")}
        done = curriculum("setup-git", *flags, at=self.folder, stdin=b"", **settings)
        return done.returncode, (done.stdout + done.stderr).decode()

    def two_branches(self, name: str, ours: str, theirs: str) -> None:
        """Change a file on this branch and on another."""
        self.git("checkout", "--quiet", "-b", "theirs")
        self.write(name, theirs)
        self.commit("Theirs")
        self.git("checkout", "--quiet", "main")
        self.write(name, ours)
        self.commit("Ours")


def _environment(home: Path, programs: Path) -> dict[str, str]:
    people = {
        f"GIT_{role}_{what}": value
        for role in ("AUTHOR", "COMMITTER")
        for what, value in (("NAME", "Ada"), ("EMAIL", "ada@example.org"))
    }
    return people | {
        "PATH": f"{programs}{os.pathsep}/usr/bin:/bin",
        "HOME": str(home),
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_EDITOR": "true",
        "GIT_PAGER": "cat",
        "COLUMNS": "100",
        "PYTHONPATH": str(ROOT),
        **MEASURED,
    }
