"""A clone whose guides git merges with the driver, bound by hand as `setup-git` binds it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.commands import MEASURED, ROOT

GUIDE = """# Databases

## 1. Tables

### 1.1 Rows

- **Description**: What a row is.
- **Questions**:
  - What is a row?
  - What is a key?

### 1.2 Joins

- **Description**: How tables are joined.
- **Questions**:
  - What is a join?
"""


class MergingClone:
    """A repository whose Markdown files are merged by the driver."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.git("init", "--quiet", "--initial-branch=main")
        driver = f'"{sys.executable}" -m curriculum_tools merge-driver %O %A %B %L %P'
        self.git("config", "merge.curriculum.driver", driver)
        self.git("config", "core.autocrlf", "false")
        self.commit("Begin", **{".gitattributes": "*.md merge=curriculum\n", "g.md": GUIDE})

    def write(self, name: str, text: str) -> None:
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(text.encode())

    def read(self, name: str = "g.md") -> str:
        return (self.folder / name).read_bytes().decode()

    def commit(self, message: str, **files: str) -> None:
        for name, text in files.items():
            self.write(name, text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", message)

    def git(self, *arguments: str, fails: bool = False) -> str:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        environment = {
            "PATH": os.defpath + os.pathsep + "/usr/bin",
            "HOME": str(self.folder),
            "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_EDITOR": "true",
            "PYTHONPATH": str(ROOT),
        } | MEASURED
        done = subprocess.run(
            ["git", *identity, *arguments],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            text=True,
        )
        assert (done.returncode != 0) is fails, done.stdout + done.stderr
        return done.stdout + done.stderr

    def branches(self, ours: str, theirs: str, name: str = "g.md", base: str = "") -> None:
        """Have `main` and `feature` part with two texts of one file."""
        if base:
            self.commit("Base", **{name: base})
        self.git("checkout", "--quiet", "-b", "feature")
        self.commit("Theirs", **{name: theirs})
        self.git("checkout", "--quiet", "main")
        self.commit("Ours", **{name: ours})
