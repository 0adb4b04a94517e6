"""Files as git checks them out with CRLF: they are up to date, and what is written stays so."""

import json
from contextlib import chdir
from pathlib import Path

import pytest

from curriculum_tools.app.deciding import deciding
from curriculum_tools.app.merge_tasks import MergeOptions
from tests.commands import curriculum
from tests.store.conftest import Git, git, here
from tests.versions.merge.baking import BAKING, changed

__all__ = ["git", "here"]

CONFIG = """\
[[curriculum]]
versions = ["old.md", "new.md"]
output = "all.md"
decisions = "decisions.yaml"
"""
DECISIONS = "description:\n- {topic: Kneading, text: Stretching it.}\n"
INDEX = ("index", "--output-file", "index.md", "all.md")
NOTED = ("lint", "--baseline", "baseline.json", "all.md", "old.md")
MADE = ("all.md", "all.lock.json", "index.md", "baseline.json")


@pytest.fixture
def clone(git: Git, here: Path) -> Path:
    """Give a fresh clone, with CRLF, of a curriculum with all that is made of it."""
    (here / "old.md").write_text(f"{BAKING}\n## 2. Twice\n")
    (here / "new.md").write_text(changed(("Stretching dough.", "Pulling it.")))
    (here / "curriculum.toml").write_text(CONFIG)
    (here / "decisions.yaml").write_text(DECISIONS)
    run("merge", at=here)
    run(*INDEX, at=here)
    run("lint", "--write-baseline", "baseline.json", "all.md", "old.md", at=here)
    git("add", "--all")
    git("commit", "--quiet", "--message", "Begin")
    git("-c", "core.autocrlf=true", "clone", "--quiet", ".", "../clone")
    git("config", "core.autocrlf", "true", folder="../clone")
    return here.parent / "clone"


def run(*arguments: str, at: Path, code: int = 0) -> str:
    done = curriculum(*arguments, at=at)
    assert done.returncode == code, done.stderr.decode()
    return done.stdout.decode()


def line_ends(file: Path) -> set[bytes]:
    lines = file.read_bytes().splitlines(keepends=True)
    return {line[len(line.rstrip(b"\r\n")) :] for line in lines}


def test_a_fresh_clone_is_up_to_date(clone: Path) -> None:
    for name in (*MADE, "old.md", "curriculum.toml", "decisions.yaml"):
        assert line_ends(clone / name) == {b"\r\n"}, name
    run("merge", "--check", "--strict", at=clone)
    run(*INDEX, "--check", at=clone)
    run(*NOTED, at=clone)


def test_a_new_file_has_plain_line_ends(clone: Path) -> None:
    for name in MADE:
        (clone / name).unlink()
    run("merge", at=clone)
    run(*INDEX, at=clone)
    run("lint", "--write-baseline", "baseline.json", "all.md", "old.md", at=clone)
    assert [line_ends(clone / name) for name in MADE] == [{b"\n"}] * len(MADE)


def test_what_is_written_keeps_the_line_ends_that_stand(clone: Path, git: Git) -> None:
    new = clone / "new.md"
    new.write_bytes(new.read_bytes().replace(b"Why does a sponge fall", b"Why do sponges fall"))
    run("merge", "--check", at=clone, code=1)
    run("merge", at=clone)
    run(*INDEX, at=clone)
    run("lint", "--write-baseline", "baseline.json", "all.md", "old.md", at=clone)
    assert [line_ends(clone / name) for name in MADE] == [{b"\r\n"}] * len(MADE)
    assert "Why do sponges fall?\r\n" in (clone / "all.md").read_bytes().decode()
    assert json.loads((clone / "all.lock.json").read_bytes())["edits"] == []
    changed_files = git("diff", "--name-only", folder=str(clone)).split()
    assert changed_files == ["all.lock.json", "all.md", "new.md"]


def test_an_edit_of_the_merged_guide_is_one_with_any_line_ends(clone: Path) -> None:
    merged = clone / "all.md"
    merged.write_bytes(merged.read_bytes().replace(b"Eggs, sugar and air.", b"By hand."))
    run("merge", at=clone)
    (edit,) = json.loads((clone / "all.lock.json").read_bytes())["edits"]
    assert edit["edit"] == "description"
    assert b"By hand." in merged.read_bytes()


def test_a_file_with_both_gets_those_of_most_lines(clone: Path) -> None:
    merged = clone / "all.md"
    merged.write_bytes(merged.read_bytes().replace(b"\r\n", b"\n", 3))
    run("merge", "--check", at=clone)
    new = clone / "new.md"
    new.write_bytes(new.read_bytes().replace(b"Why does a sponge fall", b"Why do sponges fall"))
    run("merge", at=clone)
    assert line_ends(merged) == {b"\r\n"}


def test_conflicts_in_a_lock_with_such_line_ends_are_mended(clone: Path) -> None:
    lock = clone / "all.lock.json"
    before = lock.read_bytes()
    line = next(line for line in before.splitlines(keepends=True) if b"How warm" in line)
    both = b"<<<<<<< ours\r\n%s=======\r\n%s>>>>>>> theirs\r\n" % (
        line,
        line.replace(b"How warm", b"How cold"),
    )
    lock.write_bytes(before.replace(line, both))
    run("merge", at=clone)
    assert lock.read_bytes() == before


def test_the_edits_of_fixes_leave_line_ends_alone(clone: Path) -> None:
    old = clone / "old.md"
    old.write_bytes(old.read_bytes().replace(b"### 1.2", b"### 1.1") + b"a\n")
    run("lint", "--fix", "--exit-zero", "--ignore", "mixed-line-endings", "old.md", at=clone)
    assert b"### 1.2 Proving\r\n" in old.read_bytes()
    assert old.read_bytes().endswith(b"\r\na\n")


def test_an_answer_keeps_the_line_ends_of_the_decisions(tmp_path: Path) -> None:
    for name, text in (("old.md", BAKING), ("new.md", BAKING.partition("## 2.")[0])):
        (tmp_path / name).write_text(text, encoding="utf-8")
    decisions = tmp_path / "d.yaml"
    decisions.write_bytes(b"# ours\r\nkeep:\r\n- {topic: Proving}\r\n")
    with chdir(tmp_path):
        options = MergeOptions(
            ("old.md", "new.md"), "out.md", decisions="d.yaml", oldest_first=True
        )
        (session,) = deciding(options, None)
        item = session.items[-1]
        session.decide([item], [item.answers[0].change()])
        written = decisions.read_bytes()
        assert written.count(b"\r\n") == written.count(b"\n") == 4
        assert session.undo()
    assert decisions.read_bytes().startswith(b"# ours\r\nkeep:\r\n- {topic: Proving}\r\n")
