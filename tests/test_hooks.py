"""The hooks, as the real pre-commit runs them when somebody commits.

Here they run the `curriculum` of this environment; that pre-commit can build one of its own from
the package is tested in `tests/installs`.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tests.cli.test_commands import GUIDE
from tests.store.conftest import Git, git, here

__all__ = ["git", "here"]

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text())}
CLEAN = GUIDE.replace("1.1 Indexes", "1.2 Indexes").replace("the advantages", "the costs")
REPEATED = CLEAN.replace("1.2 Indexes", "1.1 Indexes")  # which can be mended
UNTITLED = CLEAN.replace("# Databases\n", "")  # which cannot

Commit = Callable[[], subprocess.CompletedProcess[str]]


def pre_commit(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pre-commit in the current folder."""
    command = [sys.executable, "-m", "pre_commit", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)


@pytest.fixture
def commit(git: Git, here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commit:
    """Commit all there is in the current folder, past the hooks that its config names."""
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("PRE_COMMIT_HOME", str(tmp_path / "pre-commit"))
    assert pre_commit("install").returncode == 0

    def run() -> subprocess.CompletedProcess[str]:
        git("add", "--all")
        command = ["git", "-c", "user.name=Ada", "-c", "user.email=ada@example.org", "commit"]
        return subprocess.run(
            [*command, "--message", "a change"], capture_output=True, text=True, check=False
        )

    return run


def use(*ids: str) -> None:
    """Name hooks in the config of the current folder."""
    hooks = [{**HOOKS[name], "language": "system"} for name in ids]
    config = {"repos": [{"repo": "local", "hooks": hooks}]}
    Path(".pre-commit-config.yaml").write_text(yaml.safe_dump(config))


def test_pre_commit_accepts_what_is_offered() -> None:
    done = pre_commit("validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert (done.returncode, done.stdout) == (0, "")
    assert list(HOOKS) == ["curriculum-lint", "curriculum-fix", "curriculum-merge-check"]
    assert all(hook["require_serial"] for hook in HOOKS.values())


@pytest.mark.parametrize("hook", ["curriculum-lint", "curriculum-fix"])
def test_a_guide_without_findings_is_committed(commit: Commit, here: Path, hook: str) -> None:
    use(hook)
    (here / "guide.md").write_text(CLEAN)
    done = commit()
    assert done.returncode == 0, done.stdout
    assert "Passed" in done.stderr


@pytest.mark.parametrize("guide", [REPEATED, UNTITLED])
def test_linting_stops_a_bad_commit(commit: Commit, here: Path, guide: str) -> None:
    use("curriculum-lint")
    (here / "guide.md").write_text(guide)
    done = commit()
    assert done.returncode == 1
    assert "exit code: 1" in done.stderr
    assert (here / "guide.md").read_text() == guide


def test_what_is_no_guide_or_excluded_is_not_linted(commit: Commit, here: Path) -> None:
    use("curriculum-lint", "curriculum-fix")
    (here / "README.md").write_text("Prose without a title. \n")
    (here / "old.md").write_text(REPEATED)
    (here / "curriculum.toml").write_text('exclude = ["old.md"]\n')
    done = commit()
    assert done.returncode == 0, done.stderr
    assert (here / "old.md").read_text() == REPEATED


def test_fixing_stops_the_commit_and_mends_the_guide_for_the_next(
    commit: Commit, here: Path
) -> None:
    use("curriculum-fix")
    (here / "guide.md").write_text(REPEATED)
    done = commit()
    assert done.returncode == 1
    assert "files were modified by this hook" in done.stderr
    assert (here / "guide.md").read_text() == CLEAN
    assert commit().returncode == 0


def test_fixing_stops_what_it_cannot_mend_too(commit: Commit, here: Path) -> None:
    use("curriculum-fix")
    (here / "guide.md").write_text(UNTITLED)
    done = commit()
    assert done.returncode == 1
    assert "missing-title" in done.stderr
    assert (here / "guide.md").read_text() == UNTITLED


def test_only_what_is_staged_is_looked_at(commit: Commit, here: Path, git: Git) -> None:
    use("curriculum-lint")
    (here / "guide.md").write_text(CLEAN)
    git("add", "--all")
    (here / "guide.md").write_text(REPEATED)
    git("commit", "--message", "what was staged")
    assert (here / "guide.md").read_text() == REPEATED


@pytest.fixture
def merged(commit: Commit, here: Path) -> Commit:
    """Declare a curriculum, merge it, and commit that past the hook."""
    use("curriculum-merge-check")
    (here / "old.md").write_text(CLEAN)
    (here / "new.md").write_text(CLEAN.replace("1.3 Locks", "1.3 Locking"))
    (here / "curriculum.toml").write_text(
        '[[curriculum]]\nversions = ["old.md", "new.md"]\noutput = "all.md"\n'
        'decisions = "decisions.yaml"\n'
    )
    (here / "decisions.yaml").write_text("drop: []\n")
    merge = [sys.executable, "-m", "curriculum_tools", "merge"]
    subprocess.run(merge, check=True, capture_output=True)
    done = commit()
    assert done.returncode == 0, done.stderr
    assert "Passed" in done.stderr
    return commit


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("new.md", "Who may write", "Who may read"),
        ("all.lock.json", "Locking", "Latches"),
        ("decisions.yaml", "[]", '[{topic: "Tables", reason: "known to all"}]'),
        ("curriculum.toml", '"old.md", "new.md"', '"new.md", "old.md"'),
    ],
)
def test_a_merge_that_is_out_of_date_stops_the_commit(
    merged: Commit, here: Path, file: str, old: str, new: str
) -> None:
    text = (here / file).read_text()
    assert old in text
    (here / file).write_text(text.replace(old, new))
    before = (here / "all.md").read_text()
    done = merged()
    assert done.returncode == 1, done.stderr
    assert "curriculum-merge-check" in done.stderr
    assert (here / "all.md").read_text() == before


def test_a_version_that_is_deleted_stops_the_commit(merged: Commit, here: Path) -> None:
    (here / "new.md").unlink()
    done = merged()
    assert done.returncode == 1, done.stderr
    assert "new.md: no such file" in done.stderr


def test_without_a_curriculum_the_check_says_nothing(commit: Commit, here: Path) -> None:
    use("curriculum-merge-check")
    (here / "guide.md").write_text(CLEAN)
    done = commit()
    assert done.returncode == 0, done.stderr
    assert "Passed" in done.stderr
    check = [sys.executable, "-m", "curriculum_tools", "merge", "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_this_repository_lints_itself_through_its_own_hook() -> None:
    config = ROOT / ".pre-commit-config.yaml"
    assert pre_commit("validate-config", str(config)).returncode == 0
    (repository,) = yaml.safe_load(config.read_text())["repos"]
    (hook,) = repository["hooks"]
    published = HOOKS["curriculum-lint"]
    assert hook["entry"] == f".venv/bin/{published['entry']}"
    same = ("id", "name", "types", "require_serial")
    assert [hook[key] for key in same] == [published[key] for key in same]


def test_that_hook_passes_today_and_stops_a_bad_commit(commit: Commit, here: Path) -> None:
    (here / ".venv").symlink_to(sys.prefix)
    (here / ".gitignore").write_text(".venv\n")
    for name in (".pre-commit-config.yaml", ".curriculum-baseline.json", "curriculum.toml"):
        shutil.copy(ROOT / name, here)
    shutil.copytree(ROOT / "guides", here / "guides")
    done = commit()
    assert done.returncode == 0, done.stderr
    assert pre_commit("run", "--all-files").returncode == 0
    (here / "guides" / "new.md").write_text(REPEATED)
    done = commit()
    assert done.returncode == 1
    assert "duplicate-number" in done.stderr
    assert "1 error" in done.stderr
