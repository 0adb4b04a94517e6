"""An unchanged run says what the last one said, and whatever has changed is seen."""

import os
import random
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

import pytest

from curriculum_tools.store.cache import replay
from tests.cli.test_commands import GUIDE
from tests.commands import Done, curriculum, replayed
from tests.examples import times, tried

TICK = 0.01  # seconds; file systems here count in steps of up to four milliseconds
NOTES = GUIDE.replace(
    "- **Description**: Rows of one shape.\n",
    "- **Description**: Rows of one [shape](notes/shape.md#shape).\n"
    "- **Path to detailed notes**: `notes/tables.md`\n",
)
STEPS = tried(20, 8)  # of a project's life
CONFIG = 'select = ["ALL", "orphan-notes"]\n'


@pytest.fixture(autouse=True)
def _no_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Believe files that were written just now: each test waits for the next tick instead."""
    monkeypatch.setattr(replay, "RACY", 0)


@pytest.fixture(params=["git", pytest.param("no git", marks=pytest.mark.slow)])
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "notes").mkdir(parents=True)
    (folder / "empty" / "inner").mkdir(parents=True)
    (folder / "guide.md").write_text(NOTES)
    (folder / "other.md").write_text(GUIDE)
    (folder / "notes" / "shape.md").write_text("# Shape\n")
    (folder / "curriculum.toml").write_text(CONFIG)
    if request.param == "git":
        git(folder, "init", "-q")
        git(folder, "add", "guide.md", "notes")
    return folder


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True)


def lint(folder: Path, *arguments: str) -> Done:
    time.sleep(TICK)
    done = curriculum("lint", *arguments, at=folder)
    time.sleep(TICK)
    return done


def again(folder: Path, *arguments: str) -> Done | None:
    return replayed("lint", *arguments, at=folder)


def recorded(folder: Path, *arguments: str) -> Done:
    """Lint until a run leaves a record: the first makes the cache, which changes the folder."""
    lint(folder, *arguments)
    done = lint(folder, *arguments)
    assert again(folder, *arguments) == done
    return done


@pytest.mark.parametrize(
    "arguments",
    [[], ["."], ["-v"], ["-q", "guide.md"], ["--output-format", "json", "notes", "guide.md"]],
)
def test_nothing_changed_nothing_is_looked_into(folder: Path, arguments: list[str]) -> None:
    assert recorded(folder, *arguments) == curriculum("lint", *arguments, "--no-cache", at=folder)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--no-cache"],
        ["--since", "HEAD"],
        ["--against", "other.md", "guide.md"],
        ["--fix"],
        ["--diff"],
        ["--write-baseline", "b.json"],
        ["--output-file", "out.txt"],
        ["--show-files"],
        ["-"],
        ["missing.md"],
        ["--no-such-flag"],
    ],
)
def test_what_writes_or_compares_or_fails_is_never_replayed(
    folder: Path, arguments: list[str]
) -> None:
    if (folder / ".git").exists():
        git(folder, "-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "A")
    for _ in range(3):
        lint(folder, *arguments)
    assert again(folder, *arguments) is None


def write(path: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / path).write_text(text)


@pytest.mark.parametrize(
    "change",
    [
        write("guide.md", NOTES.replace("shape", "form ")),
        write("new.md", GUIDE),
        write("notes/new.md", GUIDE),
        write("empty/inner/new.md", GUIDE),
        write("notes/tables.md", "# Tables\n"),
        write("notes/shape.md", "# Form\n"),
        write("curriculum.toml", ""),
        write("notes/curriculum.toml", ""),
        write("pyproject.toml", "[tool.curriculum]\nselect = []\n"),
        write("curriculum.decisions.yaml", "{}"),
        write("../curriculum.toml", ""),
        write(".gitignore", "other.md\n"),
        write("notes/.gitignore", "*\n"),
        lambda folder: (folder / "other.md").unlink(),
        lambda folder: (folder / "other.md").rename(folder / "Other.md"),
        lambda folder: (folder / "notes" / "shape.md").unlink(),
        lambda folder: shutil.rmtree(folder / "notes"),
        lambda folder: (folder / "curriculum.toml").unlink(),
    ],
)
def test_a_change_is_seen(folder: Path, change: Callable[[Path], object]) -> None:
    arguments = ["--output-format", "json"]
    recorded(folder, *arguments)
    change(folder)
    known = again(folder, *arguments)
    assert known in (None, curriculum("lint", *arguments, "--no-cache", at=folder))


@pytest.mark.parametrize("folder", ["git"], indirect=True)
@pytest.mark.parametrize(
    "change",
    [
        lambda folder: (folder / ".git/info/exclude").write_text("other.md\n"),
        lambda folder: git(folder, "rm", "-q", "--cached", "guide.md"),
        lambda folder: git(folder, "config", "core.excludesFile", str(folder / "mine")),
        lambda folder: shutil.rmtree(folder / ".git"),
        lambda folder: (folder / ".gitmodules").write_text("[submodule]\n path = notes\n"),
    ],
)
def test_what_git_knows_is_looked_at(folder: Path, change: Callable[[Path], object]) -> None:
    (folder / "mine").write_text("other.md\n")
    (folder / ".gitignore").write_text("ignored.md\n")
    recorded(folder)
    change(folder)
    assert again(folder) in (None, lint(folder, "--no-cache"))


@pytest.mark.parametrize("folder", ["git"], indirect=True)
def test_what_the_user_has_git_ignore_is_looked_at(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "git").mkdir()
    for name in ("ignore", "config"):
        lint(folder)
        curriculum("lint", at=folder, XDG_CONFIG_HOME=str(tmp_path))
        time.sleep(TICK)
        assert replayed("lint", at=folder, XDG_CONFIG_HOME=str(tmp_path))
        (tmp_path / "git" / name).write_text("other.md\n" if name == "ignore" else "[core]\n")
        assert not replayed("lint", at=folder, XDG_CONFIG_HOME=str(tmp_path))


def test_it_holds_for_the_same_arguments_folder_and_environment(folder: Path) -> None:
    recorded(folder)
    assert again(folder, ".") is None
    assert again(folder / "notes") is None
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "GIT_DIR", "PYTHONHASHSEED"):
        assert replayed("lint", at=folder, **{name: "77"}) is None
    assert replayed("lint", at=folder, SOMETHING="else") is not None


class Asked(dict[str, str]):
    """An environment that notes which variables are asked for."""

    def __init__(self) -> None:
        super().__init__(os.environ)
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        return super().__getitem__(name)

    def get(self, name: str, default: Any = None) -> Any:
        """Note a variable that may be missing."""
        self.names.add(name)
        return super().get(name, default)


def test_every_variable_that_is_asked_for_counts(folder: Path) -> None:
    with mock.patch.object(os, "environ", Asked()) as asked:
        recorded(folder)
    counted = {name for name in asked.names if name.startswith(replay.VARIABLE_GROUPS)}
    assert {"NO_COLOR", "COLUMNS"} <= asked.names
    assert asked.names - counted <= set(replay.VARIABLES)


def test_what_was_written_just_now_leaves_no_record(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "RACY", 2_000_000_000)
    for _ in range(2):
        lint(folder)
    assert again(folder) is None


def test_a_clock_that_was_set_back_leaves_no_record(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is newer than now may be written again at the same time."""
    hour = 3600 * 10**9
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() - hour)
    for _ in range(2):
        lint(folder)
    assert again(folder) is None
    monkeypatch.setattr(time, "time_ns", lambda: now() + hour)
    recorded(folder)


def test_another_tool_begins_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded(folder)
    monkeypatch.setattr(replay, "tool_digest", lambda: "another")
    assert again(folder) is None


def record_of(folder: Path) -> Path:
    (record,) = (folder / ".curriculum-cache").glob(f"{replay.PREFIX}*")
    return record


def test_damage_is_not_seen_outside(folder: Path) -> None:
    recorded(folder)
    record = record_of(folder)
    whole = record.read_bytes()
    for _ in times(300):
        damaged = bytearray(whole)
        damaged[random.randrange(len(whole))] ^= 1 << random.randrange(8)
        for data in (bytes(damaged), whole[: random.randrange(len(whole))]):
            record.write_bytes(data)
            assert again(folder) is None
    record.write_bytes(whole)
    assert again(folder) is not None


def test_a_cache_from_elsewhere_is_not_believed(folder: Path, tmp_path: Path) -> None:
    recorded(folder)
    shutil.copytree(folder / ".curriculum-cache", tmp_path / "kept", copy_function=shutil.copy2)
    shutil.rmtree(folder / ".curriculum-cache")
    shutil.copytree(tmp_path / "kept", folder / ".curriculum-cache", copy_function=shutil.copy2)
    assert record_of(folder).exists()
    assert again(folder) is None


def test_few_records_are_kept_and_clean_removes_them(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replay, "MOST", 3)
    lint(folder)
    for number in range(6):
        lint(folder, f"--ignore=notes,numbering,{'numbering,' * number}")
    assert len(list((folder / ".curriculum-cache").glob(f"{replay.PREFIX}*"))) == 3
    monkeypatch.setattr(replay, "MOST_BYTES", 1)
    recorded(folder)
    assert record_of(folder).exists()  # the last one alone
    curriculum("clean", at=folder)
    assert not (folder / ".curriculum-cache").exists()


def edit(folder: Path, drawn: random.Random) -> None:
    """Do to the project what people do, or nothing that changes it."""
    files = [path for path in folder.rglob("*.md") if ".curriculum-cache" not in path.parts]
    file = drawn.choice(files) if files else folder / "guide.md"
    text = drawn.choice([NOTES, GUIDE, GUIDE.replace("Locks", "Keys"), "# Notes\n"])
    new = folder / drawn.choice(["", "notes", "empty/inner"]) / f"{drawn.choice('abc')}.md"
    ignored = folder / drawn.choice(["", "notes"]) / ".gitignore"
    steps: list[Callable[[], object]] = [
        lambda: None,
        lambda: os.utime(file, (drawn.randrange(2**31), 1)) if files else None,
        lambda: os.utime(file) if files else None,
        lambda: file.write_text(text),
        lambda: new.parent.is_dir() and new.write_text(text),
        lambda: file.unlink(missing_ok=True),
        lambda: file.rename(file.with_name(f"{drawn.choice('xyz')}.md")) if files else None,
        lambda: (folder / "curriculum.toml").write_text(
            drawn.choice([CONFIG, "", "ignore=['notes']"])
        ),
        lambda: ignored.write_text(drawn.choice(["", f"{file.name}\n", "*\n"])),
        lambda: (folder / "notes/link.md").symlink_to(file),
        lambda: git(folder, "add", "-A") if (folder / ".git").exists() else None,
        lambda: shutil.rmtree(folder / ".curriculum-cache", ignore_errors=True),
    ]
    try:
        drawn.choice(steps)()
    except OSError:  # it is there already, or no more
        return


@pytest.mark.parametrize("seed", range(tried(12, 1)))
def test_replayed_is_warm_is_cold_whatever_is_done(folder: Path, seed: int) -> None:
    drawn = random.Random(seed)
    arguments = drawn.choice([[], ["--output-format", "json"], ["-v", "notes", "."]])
    replays = 0
    for _ in range(STEPS):
        edit(folder, drawn)
        time.sleep(TICK)
        known = again(folder, *arguments)
        cold = curriculum("lint", *arguments, "--no-cache", at=folder)
        assert known in (None, cold)
        assert lint(folder, *arguments) == cold
        replays += known is not None
        if cold.returncode in (0, 1) and lint(folder, *arguments):
            assert again(folder, *arguments) == cold
    assert replays < STEPS


@contextmanager
def watched(top: Path) -> Iterator[set[str]]:
    """Yield the paths below a folder that anything in this process looks at meanwhile."""
    looked: set[str] = set()

    def watch(function: Callable[..., object]) -> Callable[..., object]:
        def watched(path: object = ".", *more: object, **others: object) -> object:
            if isinstance(path, str):
                looked.add(os.path.abspath(path))
            return function(path, *more, **others)

        return watched

    with (
        mock.patch.object(os, "stat", watch(os.stat)),
        mock.patch.object(os, "lstat", watch(os.lstat)),
        mock.patch.object(os, "scandir", watch(os.scandir)),
        mock.patch.object(os, "listdir", watch(os.listdir)),
        mock.patch.object(os, "readlink", watch(os.readlink)),
        mock.patch("builtins.open", watch(open)),
    ):
        yield looked
    looked.intersection_update([path for path in looked if path.startswith(f"{top}{os.sep}")])


@pytest.mark.parametrize(
    "arguments", [[], ["notes", "guide.md"], ["--baseline", "b.json"], ["--config", "c.toml"]]
)
def test_every_look_is_noted(folder: Path, arguments: list[str]) -> None:
    curriculum("lint", "--write-baseline", "b.json", at=folder)
    (folder / "c.toml").write_text('[front-matter]\nschema = "s.json"\n')
    (folder / "s.json").write_text("{}")
    (folder / "notes" / "link.md").symlink_to("shape.md")
    lint(folder, *arguments)
    with mock.patch.object(replay, "keep") as keep, watched(folder) as looked:
        lint(folder, *arguments)
    notes = keep.call_args.args[1]
    cache = str(folder / ".curriculum-cache"), str(folder / "curriculum.toml")  # by which it lies
    noted = {path for path, _ in notes}
    unnoted = {path for path in looked if not path.startswith(cache)} - noted
    assert unnoted == set()
