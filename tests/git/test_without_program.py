"""A clone that was set up, and the program taken away afterwards: nobody's lines are lost."""

import pytest

from tests.clones import NAME, Clone
from tests.git.edits import BASE, LATCHES, OURS, THEIRS, VIEWS

GONE = "#!/bin/sh\nexit 127\n"
HALF_REMOVED = "#!/bin/sh\necho 'ModuleNotFoundError: No module named' >&2\nexit 1\n"
TOO_OLD = "#!/bin/sh\necho 'No such command' >&2\nexit 2\n"
KILLED = "#!/bin/sh\nkill -9 $$\n"
KILLED_AT_WORK = '#!/bin/sh\ntest "$1" != --version && kill -9 $$\n'
OTHERS = [GONE, TOO_OLD, KILLED, KILLED_AT_WORK]


@pytest.fixture(
    params=[
        HALF_REMOVED,
        *(pytest.param(each, marks=pytest.mark.slow) for each in OTHERS),
    ]
)
def parted(request: pytest.FixtureRequest, fresh: Clone) -> Clone:
    """Return a clone with two branches that conflict by lines, where the program is broken."""
    fresh.write(NAME, BASE)
    fresh.commit("Put the numbers right")
    fresh.two_branches(NAME, OURS, THEIRS)
    fresh.install(request.param)
    return fresh


@pytest.mark.parametrize("command", ["merge", "cherry-pick", "rebase"])
def test_both_sides_stand_between_markers(parted: Clone, command: str) -> None:
    parted.git(command, "theirs", fails=True)
    text = parted.read()
    assert (text.count("<<<<<<< "), text.count(">>>>>>> ")) == (1, 1)
    assert "When is a view made again?" in text
    assert "How long is a latch held?" in text
    assert "UU" in parted.git("status", "--short")


def test_a_stash_is_kept_beside_markers(parted: Clone) -> None:
    parted.git("checkout", "--quiet", "--detach", "main~1")
    parted.write(NAME, THEIRS)
    parted.git("stash")
    parted.git("checkout", "--quiet", "main")
    parted.git("stash", "pop", fails=True)
    assert VIEWS.splitlines()[0] in parted.read()
    assert LATCHES.splitlines()[0] in parted.read()
    assert parted.git("stash", "list").startswith("stash@{0}")


def test_what_does_not_conflict_is_merged_as_git_would(fresh: Clone) -> None:
    (fresh.bin / "curriculum").unlink()
    fresh.two_branches(NAME, f"An introduction.\n\n{BASE}", BASE.replace("Locks", "Latches"))
    done = fresh.run_git("merge", "--no-edit", "theirs")
    assert done.returncode == 0
    assert b"curriculum gave no answer, so lines are merged" in done.stderr
    assert fresh.read() == f"An introduction.\n\n{BASE}".replace("Locks", "Latches")


def test_diffs_are_shown_by_lines(parted: Clone) -> None:
    parted.write(NAME, OURS.replace("Locks", "Who May Write"))
    parted.write("readme.md", "# Notes\n")
    shown = parted.git("diff")
    assert "-### 1.4 Locks\n+### 1.4 Who May Write\n" in shown
    assert "+++ b/readme.md" in shown
    for command in ("show", "log -1 -p"):
        assert "+### 1.3 Views" in parted.git(*command.split())


def test_what_is_shown_then_is_a_patch(parted: Clone) -> None:
    new = OURS.replace("Locks", "Who May Write")
    parted.write(NAME, new)
    (parted.folder / "guides/went.md").write_text(BASE, "utf-8")
    parted.git("add", "--intent-to-add", ".")
    patch = parted.git("diff")
    parted.git("reset", "--quiet", "--hard")
    (parted.folder / "guides/went.md").unlink(missing_ok=True)
    parted.write("a.patch", patch)
    parted.git("apply", "a.patch")
    assert parted.read() == new
    assert parted.read("guides/went.md") == BASE
