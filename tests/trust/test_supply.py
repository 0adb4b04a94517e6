"""What others run of ours runs what we have seen: pinned actions, locked packages, plain names."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.action import ACTION, SCRIPTS
from tests.cli.test_commands import GUIDE
from tests.commands import curriculum
from tests.documents import ROOT

PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")
OF_OURS = "OWNER/curriculum-tools@"  # not published yet
LOCKED = re.compile(
    r"^([a-z0-9-]+)==(\S+)(?: ; .*?)?((?: \\\n    --hash=sha256:[0-9a-f]{64})+)$", re.MULTILINE
)


def uses(text: str) -> list[str]:
    found = re.findall(r"^\s*(?:- )?uses: (.+)$", text, re.M)
    return [each for each in found if not each.startswith(OF_OURS)]


@pytest.mark.parametrize("name", ["action.yml", "docs/ci.md", "docs/git.md"])
def test_actions_are_named_by_their_hashes(name: str) -> None:
    found = uses((ROOT / name).read_text("utf-8"))
    assert found
    assert [each for each in found if not PINNED.fullmatch(each)] == []


def test_no_checkout_of_a_recipe_keeps_a_token() -> None:
    for name in ("docs/ci.md", "docs/git.md"):
        text = (ROOT / name).read_text("utf-8")
        checkouts = re.findall(r"uses: actions/checkout@.*\n +with:\n(?: {10}.*\n)*", text)
        assert len(checkouts) == text.count("uses: actions/checkout@")
        assert all("persist-credentials: false" in each for each in checkouts)


def locked() -> dict[str, str]:
    text = (ROOT / "requirements" / "action.txt").read_text("utf-8")
    found = LOCKED.findall(text)
    assert len(found) == text.count("==")
    return {name: version for name, version, _ in found}


def test_the_action_installs_what_is_locked_and_nothing_else() -> None:
    script = SCRIPTS["Install the linter"]["run"]
    assert script.count("pip install") == 1
    for flag in ("--require-hashes", "--only-binary :all:", "requirements/action.txt"):
        assert flag in script
    assert not any("pip" in step["run"] for name, step in SCRIPTS.items() if name[:3] != "Ins")


def test_all_that_the_package_needs_is_locked() -> None:
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *project["optional-dependencies"]["report"]]
    for each in needed:
        name, least = re.fullmatch(r"([\w-]+)>=([\d.]+)", each).groups()  # type: ignore[union-attr]
        assert [*map(int, locked()[name].split("."))] >= [*map(int, least.split("."))], name


def hooks() -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return {hook["id"]: hook for hook in listed}


def commands() -> dict[str, list[str]]:
    """Return what is run before names of files, by where it is written."""
    found = {
        name: [*hook["entry"].split(), *hook.get("args", ())]
        for name, hook in hooks().items()
        if hook.get("pass_filenames", True)
    }
    text = (ROOT / "docs" / "ci.md").read_text("utf-8")
    for number, block in enumerate(re.findall(r"```yaml\n(repos:.*?)```", text, re.S)):
        for repository in yaml.safe_load(block)["repos"]:
            for hook in repository["hooks"]:
                entry = hook.get("entry") or hooks()[hook["id"]]["entry"]
                found[f"recipe {number}"] = [*entry.split(), *hook.get("args", ())]
    (shell,) = re.findall(r"xargs -0 -r (.+)", text)
    return found | {"shell": shell.split()}


@pytest.mark.parametrize("command", commands().values(), ids=commands())
def test_a_guide_that_is_called_like_an_option_is_a_guide(
    tmp_path: Path, command: list[str]
) -> None:
    name = "--config=c.md"
    (tmp_path / name).write_text(GUIDE)
    (tmp_path / "c.md").write_text('select = ["missing-title"]\n')
    (tmp_path / ".curriculum-baseline.json").write_text('{"version": 1, "findings": []}')
    assert command[0] == "curriculum"
    done = curriculum(*command[1:], name, "--output-file=x.md", at=tmp_path)
    assert b"--output-file=x.md: no such file" in done.stderr
    assert name.encode() in done.stdout
    assert not (tmp_path / "x.md").exists()


def test_names_of_the_drivers_are_no_options(tmp_path: Path) -> None:
    for name in ("base", "ours", "theirs"):
        (tmp_path / name).write_text(GUIDE)
    merged = curriculum("merge-driver", "base", "ours", "theirs", "7", "--help.md", at=tmp_path)
    assert (merged.returncode, merged.stdout) == (0, b"")
    old, new = [f"{name} {'0' * 40} 100644".split() for name in ("ours", "theirs")]
    shown = curriculum("git-diff-driver", "--", "--config=x.md", *old, *new, at=tmp_path)
    assert shown.returncode == 0
    assert b"--config=x.md" in shown.stdout


def test_the_action_puts_names_last() -> None:
    assert all(
        ' -- "${paths[@]}"' in step["run"]
        for name, step in SCRIPTS.items()
        if "paths" in step["run"]
    )
    assert ACTION["runs"]["using"] == "composite"
