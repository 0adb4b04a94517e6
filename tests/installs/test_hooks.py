"""The hooks in an environment that pre-commit builds from the package."""

import pytest

from tests.installs.conftest import URL, VERSION, Machine
from tests.test_hooks import CLEAN, HOOKS, REPEATED

pytestmark = pytest.mark.installs

CONFIG = f"repos:\n- repo: {URL}\n  rev: {VERSION}\n  hooks:\n"
CURRICULUM = '[[curriculum]]\nversions = ["old.md", "new.md"]\noutput = "all.md"\n'


def test_each_hook_lets_a_good_commit_pass_and_stops_a_bad_one(machine: Machine) -> None:
    hooks = "".join(f"  - id: {name}\n" for name in HOOKS)
    (machine.folder / ".pre-commit-config.yaml").write_text(CONFIG + hooks)
    (machine.folder / "curriculum.toml").write_text(CURRICULUM)
    for name in ("old.md", "new.md"):
        (machine.folder / name).write_text(CLEAN)
    merge = 'git add --all; "$(ls "$PRE_COMMIT_HOME"/*/py_env-*/bin/curriculum)" merge'
    for script in ("pip install --quiet pre-commit", "pre-commit install --install-hooks", merge):
        done = machine.run(script)
        assert done.returncode == 0, done.stdout
    good = machine.run("git add --all && git commit -m good")
    assert good.returncode == 0, good.stdout
    assert good.stdout.count("Passed") == 3
    (machine.folder / "new.md").write_text(REPEATED.replace("Who may write", "Who may read"))
    bad = machine.run("git add --all && git commit -m bad")
    assert bad.returncode == 1
    assert bad.stdout.count("Failed") == 3, bad.stdout
