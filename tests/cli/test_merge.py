"""`curriculum merge` as a user meets it: what it prints and writes, and how it exits."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from tests.commands import curriculum, curriculum_process
from tests.schemas import load
from tests.versions.merge.baking import BAKING, changed

OLD = BAKING
NEW = changed(
    ("Stretching dough.", "Pulling it; see topic 1.2."),
    ("Sponges", "Sponge Cakes"),
    ("Why is a dough covered?", "Why is a dough covered while it stands?"),
)
NEWEST = NEW.partition("## 2. ")[0] + "\n- **Hint**: Weigh it.\n\n## 2. Pies\n\nTo be written.\n"
VERSIONS = ("old.md", "new.md", "newest.md")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in zip(VERSIONS, (OLD, NEW, NEWEST), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def shown(arguments: list[str], folder: Path) -> tuple[int, str, str]:
    """Run `merge`; gives the exit code, what it prints, and what it complains about."""
    done = curriculum("merge", *arguments, at=folder)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


@pytest.mark.parametrize("options", [[], ["--oldest-first"]])
def test_what_it_writes_is_as_the_schemas_say(folder: Path, options: list[str]) -> None:
    arguments = [*VERSIONS, "-o", "out.md", "--output-format", "json", *options]
    for _ in range(2):  # the second time it stands there
        code, out, _ = shown(arguments, folder)
        assert code == 0
        Draft202012Validator(load("merge")).validate(json.loads(out))
    lock = json.loads((folder / "out.lock.json").read_text(encoding="utf-8"))
    Draft202012Validator(load("lock")).validate(lock)


def test_the_report_as_json_of_rulings_and_edits(folder: Path) -> None:
    (folder / "curriculum.decisions.yaml").write_text(
        "title: [{topic: Proving, title: Proof}, {topic: Frying, title: Fried}]\n"
        "drop: [{topic: Sponges, reason: dull}]\n",
        encoding="utf-8",
    )
    arguments = [*VERSIONS, "-o", "out.md", "--oldest-first", "--output-format", "json"]
    shown(arguments, folder)
    guide = folder / "out.md"
    text = guide.read_text(encoding="utf-8").replace("Weigh it.", "Weigh all.")
    guide.write_text(text.replace("Pulling it", "Dragging it"), encoding="utf-8")
    code, out, _ = shown([*arguments, "--strict"], folder)
    report = json.loads(out)
    Draft202012Validator(load("merge")).validate(report)
    assert code == 1
    assert [(each["path"], each["line"]) for each in report["stale_rulings"]] == [
        ("curriculum.decisions.yaml", 1)
    ]
    assert {"decision", "edited"} <= {conflict["by"] for conflict in report["conflicts"]}
    assert report["accounting"]["dropped_by_decision"] > 0
    lock = json.loads((folder / "out.lock.json").read_text(encoding="utf-8"))
    Draft202012Validator(load("lock")).validate(lock)


@pytest.mark.parametrize(
    "output_format",
    ["json", *(pytest.param(name, marks=pytest.mark.slow) for name in ("text", "markdown"))],
)
def test_the_same_on_every_run(folder: Path, output_format: str) -> None:
    found = set()
    for seed in ("1", "2"):
        for file in folder.glob("out.*"):
            file.unlink()
        arguments = ("merge", *VERSIONS, "-o", "out.md", "--output-format", output_format)
        done = curriculum_process(*arguments, at=folder, PYTHONHASHSEED=seed)
        written = [(folder / name).read_bytes() for name in ("out.md", "out.lock.json")]
        found.add((done.returncode, done.stdout, *written))
    assert len(found) == 1


class TestExitCodes:
    """0 done, 1 stale or something open, 2 wrong usage."""

    def test_check_writes_nothing(self, folder: Path) -> None:
        arguments = [*VERSIONS, "-o", "out.md"]
        assert shown([*arguments, "--check"], folder)[0] == 1
        assert not (folder / "out.md").exists()
        assert shown(arguments, folder)[0] == 0
        assert shown([*arguments, "--check"], folder)[0] == 0
        (folder / "out.md").rename(folder / "gone.md")
        assert shown([*arguments, "--check"], folder)[0] == 1
        (folder / "gone.md").rename(folder / "out.md")
        (folder / "out.lock.json").rename(folder / "gone.json")
        assert shown([*arguments, "--check"], folder)[0] == 1
        (folder / "gone.json").rename(folder / "out.lock.json")
        (folder / "new.md").write_text(OLD, encoding="utf-8")
        assert shown([*arguments, "--check"], folder)[0] == 1

    def test_strict(self, folder: Path) -> None:
        arguments = ["old.md", "newest.md", "-o", "out.md", "--oldest-first", "--strict"]
        assert shown(arguments, folder)[0] == 1
        (folder / "curriculum.decisions.yaml").write_text(
            "keep: [{absent-from-newest: true}]\n", encoding="utf-8"
        )
        code, out, _ = shown(arguments, folder)
        assert (code, "to decide" in out) == (0, False)

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (["old.md", "new.md"], "error: merge: no guide to write"),
            ([], "error: merge: nothing to merge"),
            (["lost.md", "-o", "out.md"], "error: lost.md: no such file"),
            (["old.md", "--lock", "lost.json", "-o", "out.md"], "error: lost.json: no such file"),
            (["old.md", "--decisions", "lost.yaml", "-o", "out.md"], "error: lost.yaml: no such"),
            (["old.md", "--decisions", "bad.yaml", "-o", "out.md"], "error: bad.yaml:1: "),
            (["old.md", "-o", "below/out.md"], "error: below/out."),
            (["old.md", "-o", "folder"], "error: folder: a folder, not a file"),
            (["old.md", "-o", "new.md"], "error: new.md: this guide stands there"),
            (["old.md", "--frist"], "Error: No such option"),
        ],
    )
    def test_wrong_usage(self, folder: Path, arguments: list[str], complaint: str) -> None:
        (folder / "folder").mkdir()
        (folder / "bad.yaml").write_text("drops: []\n", encoding="utf-8")
        before = sorted(folder.rglob("*"))
        code, out, err = shown(arguments, folder)
        assert (code, out) == (2, "")
        assert complaint in err
        assert sorted(folder.rglob("*")) == before


def test_a_reader_that_goes_away(folder: Path) -> None:
    """What was to be written is written all the same, and nothing is complained of."""
    command = [sys.executable, "-m", "curriculum_tools", "merge", *VERSIONS, "-o", "out.md", "-v"]
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        complaint = process.stderr.read()
    assert complaint == b""
    assert (folder / "out.md").exists()


def test_declared_curricula_need_no_arguments(folder: Path) -> None:
    versions = ", ".join(f'"{name}"' for name in VERSIONS)
    (folder / "curriculum.toml").write_text(
        f'[[curriculum]]\nversions = [{versions}]\noutput = "out.md"\n', encoding="utf-8"
    )
    assert shown([], folder)[0] == 0
    declared = (folder / "out.md").read_bytes()
    assert shown(["--check"], folder)[0] == 0
    shown([*VERSIONS, "-o", "other.md", "--oldest-first"], folder)
    assert (folder / "other.md").read_bytes() == declared


class TestMergedSources:
    """A guide that was merged itself, with its lock beside it, stands for what it was made of."""

    @pytest.mark.parametrize("order", [[], ["--oldest-first"]])
    def test_it_is_absorbed_and_may_stand_for_its_versions(
        self, folder: Path, order: list[str]
    ) -> None:
        def written(*sources: str) -> tuple[str, str]:
            for name in ("all.md", "all.lock.json"):
                (folder / name).unlink(missing_ok=True)
            assert shown([*sources, "-o", "all.md", *order], folder)[0] == 0
            return (folder / "all.md").read_text("utf-8"), (folder / "all.lock.json").read_text(
                "utf-8"
            )

        assert shown(["old.md", "new.md", "-o", "two.md", *order], folder)[0] == 0
        assert written("old.md", "new.md", "two.md") == written("old.md", "new.md")
        assert written("two.md", "newest.md") == written("old.md", "new.md", "newest.md")

    def test_what_was_edited_in_it_stays(self, folder: Path) -> None:
        assert shown(["old.md", "new.md", "-o", "two.md"], folder)[0] == 0
        text = (folder / "two.md").read_text("utf-8")
        title = next(line for line in text.splitlines() if line.startswith("### "))
        (folder / "two.md").write_text(text.replace(title, f"{title}, by hand"), encoding="utf-8")
        assert shown(["two.md", "newest.md", "-o", "all.md"], folder)[0] == 0
        assert ", by hand\n" in (folder / "all.md").read_text("utf-8")

    def test_a_lock_of_another_tool_is_none(self, folder: Path) -> None:
        (folder / "old.lock.json").write_text('{"packages": {}}', encoding="utf-8")
        assert shown(["old.md", "new.md", "-o", "out.md"], folder)[0] == 0
