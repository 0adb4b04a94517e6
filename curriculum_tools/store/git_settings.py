"""What git's configuration says of guides: the keys that `setup-git` sets, reads and takes back.

A command that git runs for a guide does git's own work where `curriculum` is missing, too old or
fails: without that, git would leave our side of a merge as it is and drop theirs, and would end a
diff at the first guide. Python exits with 1 where half of a program is gone, which would pass for a
conflict; so whoever says that there is one is asked who he is.
"""

from collections.abc import Iterator
from enum import StrEnum

from curriculum_tools.model.errors import GitSetupError
from curriculum_tools.model.git_setup import GitSetting, SettingState
from curriculum_tools.store.git import ask_git

#: The name under which attributes and configuration know each other.
DRIVER = "curriculum"
MERGE_DRIVER = f"merge.{DRIVER}.driver"
DIFF_COMMAND = f"diff.{DRIVER}.command"

_MERGE = (
    "curriculum merge-driver %O %A %B %L %P; s=$?; "
    "test $s -ne 1 || curriculum --version >/dev/null 2>&1 || s=2; "
    "test $s -le 1 || { echo curriculum gave no answer, so lines are merged: %P >&2; "
    "git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; s=$?; "
    "test $s -le 1 || s=1; }; exit $s"
)
_DIFF = (
    'f() { curriculum git-diff-driver -- "$@" && return 0; test $# -ge 7 || return 0; '
    'o=a/$1; n=b/${8:-$1}; test "$2" != /dev/null || o=$2; test "$5" != /dev/null || n=$5; '
    'diff -u -L "$o" -L "$n" "$2" "$5" || test $? -le 1 || '
    'git --no-pager diff --no-index --no-ext-diff -- "$2" "$5"; return 0; }; f'
)
_MERGE_TOOL = (
    'b=$BASE; test -f "$b" || b=/dev/null; curriculum merge3 "$b" "$LOCAL" "$REMOTE" -o "$MERGED"'
)

#: All that is set, by its key.
SETTINGS = {
    f"merge.{DRIVER}.name": "merge guides by their topics and questions",
    MERGE_DRIVER: _MERGE,
    DIFF_COMMAND: _DIFF,
    f"diff.{DRIVER}.xfuncname": "^ {0,3}(#{1,6}[ \t].*)$",
    f"difftool.{DRIVER}.cmd": 'curriculum diff "$LOCAL" "$REMOTE"',
    f"mergetool.{DRIVER}.cmd": _MERGE_TOOL,
    f"mergetool.{DRIVER}.trustExitCode": "true",
}


class Scope(StrEnum):
    """Whose configuration is meant: one clone's, or a user's."""

    LOCAL = "--local"
    GLOBAL = "--global"


def read_settings(folder: str, scope: Scope | None) -> Iterator[GitSetting]:
    """Yield how each key stands in a scope, or as git takes it; raises GitSetupError."""
    where = [scope.value] if scope else []
    for key, wanted in SETTINGS.items():
        answer = ask_git(folder, ["config", *where, "-z", "--get-all", key])
        if answer.failed and answer.complaint:
            raise GitSetupError("git config", answer.complaint)
        values = answer.output.decode(errors="replace").split("\0")[:-1]
        if not values:
            yield GitSetting(key, SettingState.MISSING)
        elif set(values) == {wanted}:
            yield GitSetting(key, SettingState.OURS)
        else:
            yield GitSetting(key, SettingState.OTHER, values[-1])


def write_setting(folder: str, scope: Scope, key: str) -> None:
    """Set a key that is not set; raises GitSetupError."""
    _change(folder, [scope.value, key, SETTINGS[key]])


def remove_setting(folder: str, scope: Scope, key: str) -> None:
    """Take back a key that is as `setup-git` sets it; raises GitSetupError."""
    _change(folder, [scope.value, "--unset-all", key])


def _change(folder: str, arguments: list[str]) -> None:
    answer = ask_git(folder, ["config", *arguments])
    if answer.failed:
        raise GitSetupError("git config", answer.complaint or "git failed")
