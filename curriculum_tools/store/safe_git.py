"""How git is started: so that nothing runs that a repository names, and nothing is fetched.

A repository may have come from anybody. Its config, hooks and attributes can name programs that
git runs to look at it; here git is told to run none of them. What the user's own config says of
looks and places still holds.
"""

import os
import sys
from collections.abc import Mapping
from functools import cache

from curriculum_tools.store import disk

#: Settings that stand above those of a repository.
_SETTINGS = (
    "core.fsmonitor=false",  # a program that tells which files changed
    "core.hooksPath=/dev/null",
    "log.showSignature=false",  # a program that looks at signatures
    "protocol.allow=never",  # what a partial clone lacks is not fetched
    "safe.bareRepository=explicit",  # a folder of the work tree may look like a repository
)
#: Variables of git that say where things are. All others say how git works, and do not hold: in a
#: hook, git's own would make it answer for another repository or index.
_KEPT = (
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
    "GIT_OBJECT_DIRECTORY",
    "GIT_TEST_ASSUME_DIFFERENT_OWNER",
)
_SET = {
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",  # looking writes no index
    "GIT_TERMINAL_PROMPT": "0",
    "LC_ALL": "C",  # what git complains of is told in English, as all is
}
_NAMES = ("git.exe",) if sys.platform == "win32" else ("git",)


def git_command(*arguments: str) -> list[str]:
    """Return the command that runs git; raises FileNotFoundError where there is none."""
    settings = [part for setting in _SETTINGS for part in ("-c", setting)]
    return [_program(os.environ.get("PATH", os.defpath)), "--no-pager", *settings, *arguments]


def git_environment() -> Mapping[str, str]:
    """Return the environment that git is run in."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("GIT_") or k.startswith(_KEPT)}
    return kept | _SET


@cache
def _program(path: str) -> str:
    """Find git, but in no folder whose place depends on the current one, as `.` does."""
    for folder in filter(os.path.isabs, path.split(os.pathsep)):
        for name in _NAMES:
            program = os.path.join(folder, name)
            if disk.isfile(program) and os.access(program, os.X_OK):
                return program
    raise FileNotFoundError(2, "it is in no folder of the PATH")
