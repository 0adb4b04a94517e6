"""`curriculum lint --fix` and `--diff`: what is written, printed, and left alone."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from inline_snapshot import snapshot

from tests.commands import curriculum, curriculum_process
from tests.real_guides import NAMES, real_guide, real_texts
from tests.syntax.damaged import damaged

GUIDE = """# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.\\
- **Questions**:
  - What is a row?

### 1.1 Indexes
- **Description**: Rows found without reading all of them.
- **Questions**:
  - What is a `\\"key\\"`?

### 1.3 Locks
- **Description**: Who may write, and when.
- **Questions**:
  - When does a lock wait for another?"""
SAFE = GUIDE.replace("shape.\\", "shape.").replace("1.1 Indexes", "1.2 Indexes") + "\n"
UNSAFE = SAFE.replace('\\"', '"')
ODD_NAME = 'a "guide" für alle.md'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "guide.md", GUIDE)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8", "surrogateescape"))


def read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")


def test_the_text_says_which_flag_mends_what(folder: Path) -> None:
    text = curriculum("lint", at=folder, COLUMNS="120").stdout.decode()
    assert [line.strip() for line in text.splitlines() if "fix" in line] == [
        "= fix: remove the backslash, and the others likewise "
        "(1 with --fix, 2 with --fix --unsafe-fixes)",
        "= fix: renumber to 1.2 (--fix)",
        "= fix: add a newline (--fix)",
        "1 guide, 3 topics, 3 questions: 1 error, 2 warnings from 1 cause, 1 info; "
        "3 fixable with --fix, 1 more with --unsafe-fixes",
    ]


def test_safe_fixes_are_written_and_the_rest_is_reported(folder: Path) -> None:
    done = curriculum("lint", "--fix", "--output-format", "concise", at=folder)
    assert read(folder / "guide.md") == SAFE
    assert done.stderr.decode() == snapshot("fixed 3 findings in 1 guide\n")
    assert done.stdout.decode() == snapshot(
        'guide.md:13:16: warning[stray-backslash] stray backslash before "\n'
    )
    assert done.returncode == 1


def test_unsafe_fixes_are_written_when_asked_for(folder: Path) -> None:
    alone = curriculum("lint", "--unsafe-fixes", at=folder)
    assert read(folder / "guide.md") == GUIDE
    assert b"add --fix or --diff" in alone.stderr
    done = curriculum("lint", "--fix", "--unsafe-fixes", at=folder)
    assert read(folder / "guide.md") == UNSAFE
    assert b"all in good order" in done.stdout
    assert done.returncode == 0


def test_a_second_run_fixes_nothing(folder: Path) -> None:
    curriculum("lint", "--fix", at=folder)
    before = (folder / "guide.md").stat()
    done = curriculum("lint", "--fix", at=folder)
    assert done.stderr.decode() == snapshot("fixed 0 findings in 0 guides\n")
    assert (folder / "guide.md").stat().st_mtime_ns == before.st_mtime_ns
    assert (folder / "guide.md").stat().st_ino == before.st_ino


def test_byte_order_mark_line_ends_and_permissions_are_kept(folder: Path) -> None:
    text = "\ufeff" + GUIDE.replace("\n", "\r\n")
    write(folder / "guide.md", text)
    (folder / "guide.md").chmod(0o640)
    curriculum("lint", "--fix", "--unsafe-fixes", at=folder)
    assert read(folder / "guide.md") == "\ufeff" + UNSAFE.replace("\n", "\r\n")
    assert stat.S_IMODE((folder / "guide.md").stat().st_mode) == 0o640


@pytest.mark.parametrize(
    "text",
    [
        GUIDE + "\n<<<<<<< HEAD\n=======\n>>>>>>> other\n",
        GUIDE + "\udcff",
        GUIDE.encode("utf-16").decode("utf-8", "surrogateescape"),
    ],
    ids=["conflict", "invalid", "utf-16"],
)
def test_what_is_half_merged_or_misread_is_left_alone(folder: Path, text: str) -> None:
    write(folder / "guide.md", text)
    done = curriculum("lint", "guide.md", "--fix", "--unsafe-fixes", at=folder)
    assert read(folder / "guide.md") == text
    assert b"fixable" not in done.stdout
    assert done.returncode == 1
    piped = curriculum("lint", "-", "--fix", at=folder, stdin=(folder / "guide.md").read_bytes())
    assert piped.stdout == (folder / "guide.md").read_bytes()


def test_a_fix_that_would_do_harm_is_named_and_left(folder: Path) -> None:
    text = SAFE.replace(
        "- **Questions**:\n  - What is a r", "- **Pth to detailed notes**: `x.md`\n- R"
    )
    write(folder / "guide.md", text)
    done = curriculum("lint", "--fix", at=folder)
    assert read(folder / "guide.md") == text
    assert done.stderr.decode() == (
        "fixed 0 findings in 0 guides\n"
        "guide.md:7:5 unknown-field was left as it is; "
        "were it fixed, there would be a new finding, notes-file-not-found\n"
    )


def test_what_a_baseline_accepts_is_left_alone(folder: Path) -> None:
    curriculum("lint", "--write-baseline", "b.json", at=folder)
    worse = GUIDE.replace("row?", "row? ")
    write(folder / "guide.md", worse)
    done = curriculum("lint", "--baseline", "b.json", "--fix", "--unsafe-fixes", at=folder)
    assert read(folder / "guide.md") == GUIDE
    assert done.stderr.decode() == "fixed 1 finding in 1 guide\n"
    assert done.returncode == 0


def test_what_is_not_new_since_a_revision_is_left_alone(folder: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-qm", "one"]):
        subprocess.run([*git, *arguments], cwd=folder, check=True)
    write(folder / "guide.md", GUIDE.replace("row?", "row? "))
    diff = curriculum("lint", "--since", "HEAD", "--diff", "--unsafe-fixes", at=folder)
    assert diff.stdout.count(b"\n+") == 2  # the name of the file, and one line
    done = curriculum("lint", "--since", "HEAD", "--fix", "--unsafe-fixes", at=folder)
    assert read(folder / "guide.md") == GUIDE
    assert done.returncode == 0


def test_standard_input_is_fixed_to_standard_output(folder: Path) -> None:
    text = "\ufeff" + GUIDE.replace("\n", "\r\n")
    done = curriculum(
        "lint", "-", "--stdin-filename", "guide.md", "--fix", "--output-format", "concise",
        at=folder, stdin=text.encode(),
    )  # fmt: skip
    assert done.stdout.decode() == "\ufeff" + SAFE.replace("\n", "\r\n")
    assert done.stderr.decode() == snapshot(
        """\
fixed 3 findings in 1 guide
guide.md:13:16: warning[stray-backslash] stray backslash before "
"""
    )
    assert read(folder / "guide.md") == GUIDE
    assert done.returncode == 1


@pytest.mark.slow
def test_several_processes_fix_what_one_does(tmp_path: Path) -> None:
    code = "```\n" + f"{'a long line of code ' * 20}\n" * 1_000 + "```\n"
    for number in range(4):
        write(tmp_path / f"guide{number}.md", f"{GUIDE}\n\n{code}")
    alone = curriculum("lint", "--diff", "--jobs", "1", at=tmp_path)
    several = curriculum_process("lint", "--diff", "--jobs", "2", at=tmp_path)
    assert alone.stdout.count(b"+++ b/guide") == 4
    assert (alone.stdout, alone.stderr) == (several.stdout, several.stderr)
    curriculum_process("lint", "--fix", "--jobs", "2", at=tmp_path)
    assert {read(path) for path in tmp_path.glob("guide*.md")} == {f"{SAFE}\n{code}"}


def test_a_diff_is_printed_and_nothing_written(folder: Path) -> None:
    done = curriculum("lint", "--diff", at=folder)
    assert read(folder / "guide.md") == GUIDE
    assert done.returncode == 1
    assert done.stderr.decode() == snapshot(
        """\
would fix 3 findings in 1 guide
1 finding would be left: curriculum lint shows what they are
"""
    )
    assert done.stdout.decode().startswith("--- a/guide.md\n+++ b/guide.md\n@@ -3,11 +3,11 @@\n")
    piped = curriculum("lint", "-", "--diff", "--stdin-filename", "guide.md", at=folder,
                       stdin=GUIDE.encode())  # fmt: skip
    assert piped.stdout == done.stdout


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (UNSAFE, 0),
        (UNSAFE.replace("1.2", "1.4"), 1),  # nothing to fix, but something is left
        (UNSAFE + "\n  \n", 1),  # a diff, and nothing else
    ],
)
def test_a_diff_exits_1_where_anything_is_to_do(folder: Path, text: str, code: int) -> None:
    write(folder / "guide.md", text)
    assert curriculum("lint", "--diff", at=folder).returncode == code
    assert curriculum("lint", "--diff", "--exit-zero", at=folder).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--fix", "--write-baseline", "b.json"], "fix first"),
        (["--fix", "--against", "HEAD:guide.md"], "leave it out"),
        (["--fix", "--statistics", "--output-format", "junit"], "--statistics goes with"),
        (["--diff", "-", "guide.md"], "goes alone"),
    ],
)
def test_wrong_usage(folder: Path, arguments: list[str], said: str) -> None:
    done = curriculum("lint", *arguments, at=folder)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert os.listdir(folder) == ["guide.md"]
    assert read(folder / "guide.md") == GUIDE


def test_a_guide_that_cannot_be_written_does_not_stop_the_others(folder: Path) -> None:
    write(folder / "other.md", GUIDE)
    code = (
        "import os, sys; from curriculum_tools.cli.main import run; replace = os.replace\n"
        "def denied(old, new):\n"
        "    if new.endswith('guide.md'): raise PermissionError(13, 'Permission denied')\n"
        "    replace(old, new)\n"
        "os.replace = denied; sys.exit(run(['lint', '--fix', '-q']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"error: guide.md: Permission denied" in done.stderr
    assert (read(folder / "guide.md"), read(folder / "other.md")) == (GUIDE, SAFE)


def applied(folder: Path, patch: bytes, *flags: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        ["git", "apply", *flags], cwd=folder, input=patch, capture_output=True, check=False
    )


def assert_diff_is_what_fix_writes(folder: Path, *flags: str) -> None:
    """Lint the guides of a folder both ways; the folder is left as `--fix` makes it."""
    file = folder.parent / f"{folder.name}.patch"  # the stream shows control characters instead
    curriculum("lint", "--diff", "--output-file", str(file), *flags, at=folder)
    before = {path: path.read_bytes() for path in folder.rglob("*.md")}
    if patch := file.read_bytes():
        done = applied(folder, patch)
        assert done.returncode == 0, done.stderr
    patched = {path: path.read_bytes() for path in before}
    for path, data in before.items():
        path.write_bytes(data)
    curriculum("lint", "--fix", *flags, at=folder)
    assert patched == {path: path.read_bytes() for path in before}
    assert patch or patched == before


def test_git_applies_the_diff(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    here = tmp_path / "a folder"
    write(here / "guide.md", GUIDE)
    write(here / ODD_NAME, GUIDE)
    write(here / "windows.md", "\ufeff" + GUIDE.replace("\n", "\r\n"))
    write(here / "old.md", GUIDE.replace("\n", "\r"))
    write(here / "mixed.md", GUIDE.replace("\n", "\r\n", 2))
    assert_diff_is_what_fix_writes(here, "--unsafe-fixes")
    assert read(here / ODD_NAME) == UNSAFE


@pytest.mark.slow
@pytest.mark.parametrize(("seed", "name"), list(enumerate(NAMES)))
def test_git_applies_the_diff_of_a_damaged_real_guide(tmp_path: Path, seed: int, name: str) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    write(tmp_path / name, damaged(real_guide(name).text, slips=20, seed=seed))
    assert_diff_is_what_fix_writes(tmp_path, *["--unsafe-fixes"] * (seed % 2))


@pytest.mark.slow
def test_the_real_guides_come_out_clean_where_they_can(tmp_path: Path) -> None:
    for name, text in real_texts().items():
        write(tmp_path / name, text)
    done = curriculum("lint", "--fix", "--unsafe-fixes", at=tmp_path)
    assert b"fixable" not in done.stdout
    assert done.stderr.decode() == snapshot("fixed 22 findings in 4 guides\n")
    assert read(tmp_path / "004.md").split("\n")[831] == "### 9.12 Async Resource Pooling"


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal here")
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_killed_at_any_step_the_guide_is_whole(folder: Path, step: str, when: str) -> None:
    code = (
        "import os, signal, sys; from curriculum_tools.cli.main import run\n"
        f"step = os.{step}\n"
        "def killing(*arguments):\n"
        f"    if {when == 'after'}: step(*arguments)\n"
        "    os.kill(os.getpid(), signal.SIGKILL)\n"
        f"os.{step} = killing; run(['lint', '--fix'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, check=False)
    assert done.returncode == -signal.SIGKILL
    is_written = (step, when) == ("replace", "after")
    assert read(folder / "guide.md") == (SAFE if is_written else GUIDE)
    assert curriculum("lint", "--fix", at=folder).returncode == 1
    assert read(folder / "guide.md") == SAFE
