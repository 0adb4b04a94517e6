"""`curriculum diff` and `lint --against` as a user meets them, and the recipes for git."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from tests.cli.test_commands import GUIDE
from tests.commands import MEASURED, curriculum
from tests.schemas import load

RENAMED = GUIDE.replace("1.3 Locks", "1.3 Who May Write")
SAME = "1 chapter and 3 topics kept, none added, dropped, moved or renumbered"
SHOWN = f"Same outline  {SAME}\nRenamed       1 topic\n  1.3  Locks -> Who May Write\n".encode()

Git = Callable[..., str]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guides").mkdir()
    (tmp_path / "guides" / "a.md").write_text(GUIDE, encoding="utf-8")
    return tmp_path


@pytest.fixture
def git(folder: Path) -> Git:
    """Run git in a repository whose first commit holds the guide, which has changed since."""
    bin_folder = folder.parent / "bin"
    bin_folder.mkdir(exist_ok=True)
    command = bin_folder / "curriculum"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m curriculum_tools "$@"\n', "utf-8")
    command.chmod(0o755)
    environment = {
        "PATH": f"{bin_folder}{os.pathsep}/usr/bin:/bin",
        "HOME": str(folder.parent),
        "GIT_CONFIG_NOSYSTEM": "1",
        "COLUMNS": "100",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    } | MEASURED

    def run(*arguments: str) -> str:
        identity = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"]
        done = subprocess.run(
            ["git", *identity, *arguments],
            cwd=folder, env=environment, capture_output=True, check=True, text=True,
        )  # fmt: skip
        return done.stdout

    run("init", "--quiet")
    (folder / "guides" / "gone.md").write_text(GUIDE, encoding="utf-8")
    run("add", ".")
    run("commit", "--quiet", "-m", "Write a guide")
    (folder / "guides" / "a.md").write_text(RENAMED, encoding="utf-8")
    (folder / "guides" / "gone.md").unlink()
    return run


def test_two_files(folder: Path) -> None:
    (folder / "b.md").write_text(RENAMED, encoding="utf-8")
    done = curriculum("diff", "guides/a.md", "b.md", at=folder)
    assert (done.returncode, done.stdout) == (0, SHOWN)
    assert curriculum("diff", "--exit-code", "guides/a.md", "b.md", at=folder).returncode == 1
    assert curriculum("diff", "--exit-code", "b.md", "b.md", at=folder).returncode == 0


def test_json_is_what_its_schema_says(folder: Path) -> None:
    done = curriculum(
        "diff", "--output-format", "json", "-", "guides/a.md", at=folder, stdin=RENAMED.encode()
    )
    value = json.loads(done.stdout)
    jsonschema.validate(value, load("diff"))
    assert (value["before"], value["after"]) == ("-", "guides/a.md")


def test_what_git_has(folder: Path, git: Git) -> None:
    """A path starts at the top of the repository, or else at the current folder."""
    assert curriculum("diff", "HEAD:guides/a.md", "guides/a.md", at=folder).stdout == SHOWN
    assert curriculum("diff", "HEAD:a.md", "a.md", at=folder / "guides").stdout == SHOWN
    assert curriculum("diff", "HEAD:guides/a.md", "a.md", at=folder / "guides").stdout == SHOWN
    git("add", ".")
    assert curriculum("diff", "HEAD:guides/a.md", ":guides/a.md", at=folder).stdout == SHOWN


def test_a_file_with_a_colon_in_its_name_wins(folder: Path, git: Git) -> None:
    (folder / "HEAD:guides").mkdir()
    (folder / "HEAD:guides" / "a.md").write_text(RENAMED, encoding="utf-8")
    done = curriculum("diff", "HEAD:guides/a.md", "guides/a.md", at=folder)
    assert done.stdout.startswith(b"No change")


def test_labels_are_those_of_the_config(folder: Path) -> None:
    (folder / "curriculum.toml").write_text('[fields.labels]\nquestions = ["Fragen"]\n', "utf-8")
    (folder / "b.md").write_text(GUIDE.replace("Questions", "Fragen"), encoding="utf-8")
    done = curriculum("diff", "guides/a.md", "b.md", at=folder)
    assert b"No change" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["guides/a.md"], "Missing argument 'AFTER'"),
        (["guides/a.md", "nowhere.md"], "nowhere.md: no such file"),
        (["guides/a.md", "guides"], "guides: a folder"),
        (["guides/a.md", "HEAD~7:guides/a.md"], "HEAD~7: no such revision"),
        (["guides/a.md", "HEAD:guides/b.md"], "no file guides/b.md in HEAD"),
        (["-", "-"], "only one of the two"),
        (["guides/a.md", "guides/a.md", "--output-format", "html"], "markdown"),
    ],
)
def test_wrong_usage_exits_2_and_says_why(
    folder: Path, git: Git, arguments: list[str], said: str
) -> None:
    done = curriculum("diff", *arguments, at=folder)
    assert done.returncode == 2
    assert said in done.stderr.decode()
    assert b"Traceback" not in done.stderr


def test_the_recipe_for_git_diff(folder: Path, git: Git) -> None:
    """As in docs/diff.md; a file that is gone, or new, is compared with nothing."""
    (folder / ".gitattributes").write_text("guides/*.md diff=curriculum\n", encoding="utf-8")
    recipe = 'f() { echo "$1"; curriculum diff "$2" "$5"; }; f'
    git("config", "diff.curriculum.command", recipe)
    shown = git("--no-pager", "diff")
    assert shown.startswith("guides/a.md\n" + SHOWN.decode() + "guides/gone.md\n")
    assert "  1.3  - Locks (1 question)\n" in shown


def test_the_recipe_for_git_difftool(folder: Path, git: Git) -> None:
    git("config", "difftool.curriculum.cmd", 'curriculum diff "$LOCAL" "$REMOTE"')
    shown = git("difftool", "--no-prompt", "--tool", "curriculum")
    assert shown.startswith(SHOWN.decode())


def test_lint_against_an_earlier_version(folder: Path, git: Git) -> None:
    shorter = GUIDE[: GUIDE.index("### 1.3")]
    (folder / "guides" / "a.md").write_text(shorter, encoding="utf-8")
    concise = ("lint", "--output-format", "concise", "--select", "regressions")
    done = curriculum(*concise, "--against", "HEAD:guides/a.md", "guides/a.md", at=folder)
    assert done.returncode == 1
    assert done.stdout == b"guides/a.md:3:7: error[dropped-topic] topic 1.3 Locks is gone\n"
    assert curriculum(*concise, "guides/a.md", at=folder).returncode == 0


def test_a_suppression_of_a_regression_is_unused_only_against_a_version(folder: Path) -> None:
    shorter = GUIDE[: GUIDE.index("### 1.3")]
    comment = "\n<!-- curriculum-disable-file dropped-topic -->\n"
    (folder / "b.md").write_text(shorter + comment, encoding="utf-8")
    concise = ("lint", "--output-format", "concise", "--select", "regressions,unused-suppression")
    assert curriculum(*concise, "b.md", at=folder).stdout == b""
    against = ("--against", "guides/a.md", "b.md")
    assert curriculum(*concise, *against, at=folder).stdout == b""
    against = ("--against", "b.md", "b.md")
    assert b"unused-suppression" in curriculum(*concise, *against, at=folder).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--against", "guides/a.md", "guides/a.md", "b.md"], "one guide"),
        (["--against", "nowhere.md", "b.md"], "nowhere.md"),
        (["--against", "guides", "b.md"], "a folder"),
        (["--against", "-", "-"], "not both"),
    ],
)
def test_against_takes_one_version_of_one_guide(
    folder: Path, arguments: list[str], said: str
) -> None:
    (folder / "b.md").write_text(GUIDE, encoding="utf-8")
    done = curriculum("lint", *arguments, at=folder)
    assert done.returncode == 2
    assert said in done.stderr.decode()


class TestByNumber:
    """Two languages of a guide, in which nothing is alike by its words."""

    @pytest.fixture
    def languages(self, tmp_path: Path) -> Path:
        (tmp_path / "en.md").write_text(
            "# Tea\n\n## 1. Leaves\n\n### 1.1 Green\n- **Description**: Not fermented.\n\n"
            "### 1.2 Black\n- **Description**: Fermented.\n- **Questions**:\n  - How long?\n",
            encoding="utf-8",
        )
        (tmp_path / "de.md").write_text(
            "# Getränk\n\n## 1. Blätter\n\n### 1.1 Grüner\n- **Description**: Unvergoren.\n",
            encoding="utf-8",
        )
        return tmp_path

    def test_what_is_missing_is_named(self, languages: Path) -> None:
        done = curriculum("diff", "--by-number", "en.md", "de.md", at=languages)
        assert (done.returncode, done.stdout.decode()) == (
            0,
            "1.2 Black is missing in de.md (1 question, en.md:8)\n2 of 3 numbers in both\n",
        )

    def test_plain_diff_says_how_to_compare_them(self, languages: Path) -> None:
        done = curriculum("diff", "en.md", "de.md", at=languages)
        assert done.stdout.decode().endswith(
            "Two languages of one guide? curriculum diff --by-number en.md de.md\n"
        )

    @pytest.mark.parametrize("after", ["en.md", "de.md"])
    def test_the_exit_code_is_that_of_git_diff(self, languages: Path, after: str) -> None:
        done = curriculum("diff", "--by-number", "--exit-code", "en.md", after, at=languages)
        assert done.returncode == (after == "de.md")

    def test_json_follows_its_schema(self, languages: Path) -> None:
        options = ("--by-number", "--output-format", "json")
        done = curriculum("diff", *options, "en.md", "de.md", at=languages)
        found = json.loads(done.stdout)
        jsonschema.validate(found, load("diff-by-number"))
        assert found["summary"] == {"shared": 2, "missing": 1, "extra": 0, "unlike": 0}
        assert found["missing"][0]["number"] == "1.2"

    def test_markdown_is_a_list(self, languages: Path) -> None:
        options = ("--by-number", "--output-format", "markdown")
        done = curriculum("diff", *options, "en.md", "de.md", at=languages)
        assert done.stdout.decode() == (
            "### By number: 2 of 3 numbers in both\n\n"
            "- 1.2 Black is missing in de.md (1 question, en.md:8)\n"
        )


def test_an_answer_that_names_another_letter_is_told(tmp_path: Path) -> None:
    config = 'question = "# {n}. {text}"\noption = "- {letter}: {text}"\nanswer = "**{letter}**"\n'
    (tmp_path / "curriculum.toml").write_text(f"[dialect]\n{config}", "utf-8")
    before = "# 1. What sets?\n\n- A: fat\n- B: protein\n\n**B**\n\nIt makes a net.\n"
    for name, text in {"a.md": before, "b.md": before.replace("**B**", "**A**")}.items():
        (tmp_path / name).write_text(text, "utf-8")
    text = curriculum("diff", "a.md", "b.md", at=tmp_path).stdout.decode()
    assert "1 answered otherwise" in text
    assert "[-(B)-]{+(A)+}" in text
    done = curriculum("diff", "a.md", "b.md", "--output-format", "json", at=tmp_path)
    report = json.loads(done.stdout)
    jsonschema.validate(report, load("diff"))
    (change,) = report["changes"]
    assert (change["before"]["letters"], change["after"]["letters"]) == (["B"], ["A"])
