"""A repository that names a program wherever git may be told to run one.

Each program writes down its name before it does anything else, so that a test can tell which ran.
"""

import os
import subprocess
from pathlib import Path

from tests.cli.test_commands import GUIDE
from tests.commands import Done, curriculum

NAME = "guides/guide.md"
HOOKS = (
    "pre-commit", "post-index-change", "reference-transaction", "post-checkout", "pre-auto-gc",
    "fsmonitor-watchman", "post-merge", "post-commit", "pre-push", "post-update", "update",
)  # fmt: skip
#: Programs by the key of git's configuration that names them.
KEYS = {
    "core.fsmonitor": "monitor",
    "core.pager": "pager",
    "core.editor": "editor",
    "core.sshCommand": "ssh",
    "core.gitProxy": "proxy",
    "core.askPass": "askpass",
    "core.alternateRefsCommand": "alternate-refs",
    "credential.helper": "credential",
    "diff.external": "external-diff",
    "diff.guides.command": "diff-command",
    "diff.guides.textconv": "textconv",
    "filter.guides.clean": "clean",
    "filter.guides.smudge": "smudge",
    "filter.a.b.process": "process",
    "merge.guides.driver": "merge-driver",
    "gpg.program": "gpg",
    "gpg.ssh.program": "gpg-ssh",
    "pager.log": "pager-log",
    "pager.diff": "pager-diff",
    "pager.config": "pager-config",
    "alias.ls-files": "alias",
    "trailer.a.command": "trailer",
    "remote.origin.uploadpack": "uploadpack",
}
SETTINGS = {
    "core.repositoryFormatVersion": "1",
    "remote.origin.url": "ssh://nowhere.invalid/guides",
    "log.showSignature": "true",
    "filter.guides.required": "true",
    "extensions.partialClone": "origin",
    "remote.origin.promisor": "true",
    "remote.origin.partialclonefilter": "blob:none",
    "diff.renames": "copies",
    "core.preloadIndex": "true",
    "fetch.recurseSubmodules": "true",
    "submodule.recurse": "true",
    "status.submoduleSummary": "true",
}


class Hostile:
    """A repository with three commits of a guide, in which nothing may be run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "repository"
        self._programs = folder / "programs"
        self._ran = folder / "ran"
        self.environment = {
            "PATH": ".:/usr/bin:/bin",
            "HOME": str(folder),
            "GIT_CONFIG_NOSYSTEM": "1",
        }
        for each in (self.folder / "guides", self._programs, self._ran):
            each.mkdir(parents=True)
        self._make_history()
        self._plant()

    def ran(self) -> set[str]:
        """Return the names of the programs that ran, and forget them."""
        names = set(os.listdir(self._ran))
        for name in names:
            (self._ran / name).unlink()
        return names

    def git(self, *arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run git as a person does who trusts the repository."""
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        environment = self.environment | {"PATH": "/usr/bin:/bin"}
        command = ["git", *identity, *arguments]
        return subprocess.run(
            command,
            cwd=self.folder,
            env=environment,
            capture_output=True,
            check=False,
            input=given,
            timeout=60,
        )

    def run(self, *arguments: str, below: str = ".", **environment: str) -> Done:
        """Run a command of ours in a folder of the repository."""
        given = self.environment | environment
        return curriculum(*arguments, at=self.folder / below, stdin=b"", **given)

    def touch(self) -> None:
        """Change the guide, and make git unsure whether its other files have changed."""
        path = self.folder / NAME
        path.write_text(path.read_text().replace("Databases", "Data bases"))
        for each in self.folder.rglob("*.md"):
            os.utime(each, (1, 1))

    def program(self, name: str) -> str:
        """Return the path of a program that writes down that it ran."""
        path = self._programs / name
        path.write_text(f"#!/bin/sh\n: > '{self._ran}/{name}'\n")
        path.chmod(0o755)
        return str(path)

    def _make_history(self) -> None:
        self.git("init", "--quiet", "--initial-branch=main")
        for text in (GUIDE, GUIDE.replace("Locks", "Latches"), GUIDE.replace("uses", "costs")):
            (self.folder / NAME).write_text(text)
            (self.folder / "guides/other.md").write_text(text.replace("Databases", "Other"))
            self.git("add", ".")
            self.git("commit", "--quiet", "-m", "A change")
        self.git("branch", "side", "HEAD~1")

    def _plant(self) -> None:
        for name in HOOKS:
            path = self.folder / ".git/hooks" / name
            path.write_text(Path(self.program(f"hook-{name}")).read_text())
            path.chmod(0o755)
        (self.folder / ".gitattributes").write_text(
            "*.md filter=guides diff=guides merge=guides\nother.md filter=a.b\n"
        )
        for name in ("git", "git-ls-files", "sh", "curriculum"):  # "." is on the path
            path = self.folder / name
            path.write_text(Path(self.program(f"shadow-{name}")).read_text())
            path.chmod(0o755)
        programs = {key: self.program(name) for key, name in KEYS.items()}
        with (self.folder / ".git/config").open("a") as config:
            for key, value in {**SETTINGS, **programs}.items():
                section, _, name = key.rpartition(".")
                section, dot, inner = section.partition(".")
                head = f'{section} "{inner}"' if dot else section
                config.write(f'[{head}]\n\t{name} = "{value}"\n')


def bare_repository(folder: Path, program: str) -> None:
    """Write the files of a bare repository, as anyone can commit them, into a folder."""
    for each in ("objects", "refs", "hooks"):
        (folder / each).mkdir(parents=True, exist_ok=True)
    (folder / "HEAD").write_text("ref: refs/heads/main\n")
    (folder / "config").write_text(
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ..\n"
        f"\tfsmonitor = {program}\n[diff]\n\texternal = {program}\n[log]\n\tshowSignature = true\n"
    )
