"""The cache as a user meets it: faster, and otherwise nothing can be told."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_tools.output.formats import LINT
from tests.cli.test_commands import GUIDE
from tests.commands import ENVIRONMENT, Done, curriculum

HEAVY = {"markdown_it", "yaml", "jsonschema", "networkx"}
OURS = {"curriculum_tools.engine.run", "curriculum_tools.rules", "curriculum_tools.syntax.parse"}
PROGRAM = """
import sys
from curriculum_tools.cli.main import run
code = run(sys.argv[1:])
print(code, *sorted(sys.modules), file=sys.stderr)
"""
CONFIG = """
select = ["ALL", "untidy-notes-path"]
[per-file-ignores]
"old/*.md" = ["notes"]
[front-matter]
schema = "schema.json"
"""
DECISIONS = """different-questions:
- questions:
  - What are the benefits of a narrow table?
  - What are the advantages of a narrow table?
  reason: none
"""
NOTES = GUIDE.replace(
    "- **Description**: Rows of one shape.\n",
    "- **Description**: Rows of one [shape](other.md#shape).\n"
    "- **Path to detailed notes**: `notes/tables.md`\n",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(NOTES)
    (tmp_path / "other.md").write_text(f"{GUIDE}\n# Shape\n")
    (tmp_path / "bytes.md").write_bytes(GUIDE.encode() + b"\xff\xfe \x1b[31m\r\n")
    (tmp_path / "readme.md").write_text("# Not a guide\n")
    (tmp_path / "curriculum.toml").write_text(CONFIG)
    (tmp_path / "schema.json").write_text('{"type": "object"}')
    (tmp_path / "curriculum.decisions.yaml").write_text(DECISIONS)
    (tmp_path / "notes").mkdir()
    return tmp_path


def modules(at: Path, *arguments: str) -> set[str]:
    """Lint, and give the modules that were imported."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "lint", *arguments],
        cwd=at,
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )
    code, *names = done.stderr.splitlines()[-1].split()
    assert code in ("0", "1"), done.stderr
    return set(names)


def is_cold(at: Path, *arguments: str) -> bool:
    return "curriculum_tools.engine.run" in modules(at, *arguments)


def lint(at: Path, *arguments: str) -> tuple[int, bytes, bytes]:
    done = curriculum("lint", *arguments, at=at)
    return done.returncode, done.stdout, done.stderr


def test_a_warm_run_imports_neither_parser_nor_rules(folder: Path) -> None:
    assert HEAVY - {"networkx", "markdown_it"} <= modules(folder) >= OURS
    assert not (HEAVY | OURS) & modules(folder)
    assert not (HEAVY | OURS) & modules(folder, "--output-format", "json", "guide.md")


@pytest.mark.parametrize("output_format", LINT)
def test_warm_output_is_cold_output(folder: Path, output_format: str) -> None:
    arguments = ["--output-format", output_format, "-v"]
    cold = lint(folder, *arguments, "--no-cache")
    assert not (folder / ".curriculum-cache").exists()
    assert lint(folder, *arguments) == cold
    assert not is_cold(folder, *arguments)
    assert lint(folder, *arguments) == cold


def write(name: str, text: str) -> Callable[[Path], object]:
    return lambda folder: (folder / name).write_text(text)


@pytest.mark.parametrize(
    "change",
    [
        write("guide.md", NOTES.replace("Locks", "Keys")),
        write("curriculum.toml", CONFIG + '[severity]\nduplicate-number = "info"\n'),
        write("schema.json", '{"type": "object", "required": ["title"]}'),
        write("curriculum.decisions.yaml", DECISIONS.replace("narrow", "wide")),
        lambda folder: (folder / "curriculum.decisions.yaml").unlink(),
        lambda folder: (folder / "curriculum.toml").unlink(),
        write("notes/tables.md", "# Tables\n"),
        write("other.md", GUIDE),
        lambda folder: (folder / "other.md").rename(folder / "Other.md"),
        lambda folder: (folder / ".git").mkdir(),
    ],
)
def test_no_change_is_answered_with_an_old_result(
    folder: Path, change: Callable[[Path], object]
) -> None:
    lint(folder, "--output-format", "json")
    change(folder)
    expected = lint(folder, "--no-cache", "--output-format", "json")
    assert lint(folder, "--output-format", "json") == expected


@pytest.mark.parametrize(
    "arguments",
    [["--select", "numbering"], ["--ignore", "numbering"], ["--select", "orphan-notes"]],
)
def test_other_options_are_another_question(folder: Path, arguments: list[str]) -> None:
    lint(folder)
    assert lint(folder, *arguments) == lint(folder, *arguments, "--no-cache")
    assert lint(folder, *arguments) == lint(folder, *arguments, "--no-cache")
    assert lint(folder) == lint(folder, "--no-cache")


def test_a_file_is_a_guide_in_a_folder_only_if_it_looks_like_one(folder: Path) -> None:
    for arguments in (["readme.md"], [], ["readme.md", "guide.md"], ["."]):
        assert lint(folder, *arguments) == lint(folder, *arguments, "--no-cache")
    assert not is_cold(folder)
    assert not is_cold(folder, "readme.md", "guide.md")


def test_a_lost_notes_file_is_seen_from_any_guide(folder: Path) -> None:
    config = (folder / "curriculum.toml").read_text()
    toml = f'notes-folder = "notes"\n{config}\n[severity]\norphan-notes = "error"\n'
    (folder / "curriculum.toml").write_text(toml)
    (folder / "notes/tables.md").touch()
    assert b"orphan-notes" not in lint(folder)[1]
    (folder / "notes/lost.md").touch()
    assert b"no guide names notes/lost.md" in lint(folder)[1]
    (folder / "guide.md").write_text(GUIDE)
    assert lint(folder)[1].count(b"orphan-notes") == 1
    assert b"no guide names 2 notes files" in lint(folder)[1]


def test_a_mistake_in_the_settings_is_told_each_time(folder: Path) -> None:
    lint(folder)
    for name, text in [
        ("curriculum.toml", 'select = ["numbring"]'),
        ("schema.json", '{"type": 1}'),
        ("curriculum.decisions.yaml", "same-question: []"),
    ]:
        before = (folder / name).read_text()
        (folder / name).write_text(text)
        for _ in range(2):
            code, _out, complaint = lint(folder)
            assert code == 2, complaint
            assert name.encode() in complaint
        (folder / name).write_text(before)
    for _ in range(2):
        assert lint(folder, "--select", "numbring")[0] == 2
    assert lint(folder) == lint(folder, "--no-cache")


def test_the_same_guide_from_another_folder_is_shown_from_there(folder: Path) -> None:
    (folder / "sub").mkdir()
    lint(folder, "guide.md")
    for _ in range(2):
        assert lint(folder / "sub", "../guide.md", "-q") == lint(
            folder / "sub", "../guide.md", "-q", "--no-cache"
        )
    assert not (folder / "sub/.curriculum-cache").exists()


def test_a_guide_is_looked_at_anew_where_the_tree_around_it_grew(tmp_path: Path) -> None:
    """What lay outside of the tree may lie in it, though no file that was asked for is another."""
    project = tmp_path / "project"
    project.mkdir()
    outside = "- **Path to detailed notes**: `../notes/tables.md`\n- **Questions**"
    (project / "guide.md").write_text(GUIDE.replace("- **Questions**", outside, 1))
    (project / "curriculum.toml").touch()
    assert b"notes-outside-root" in lint(project)[1]
    (tmp_path / ".git").mkdir()
    assert lint(project) == lint(project, "--no-cache")
    assert b"notes-file-not-found" in lint(project)[1]


def test_one_changed_guide_is_the_only_one_that_is_linted(folder: Path) -> None:
    lint(folder)
    (folder / "guide.md").write_text(GUIDE)
    assert is_cold(folder)
    assert not is_cold(folder, "other.md", "bytes.md")


def test_a_changed_tool_begins_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from curriculum_tools.store.cache import cache

    monkeypatch.chdir(folder)
    known = cache.Cache()
    known.is_settled("settings")
    known.keep()
    assert cache.Cache().is_settled("settings")
    monkeypatch.setattr(cache, "tool_digest", lambda: "another")
    assert not cache.Cache().is_settled("settings")


def test_standard_input_is_answered_too(folder: Path) -> None:
    def piped() -> Done:
        return curriculum("lint", "-", "--stdin-filename", "x.md", at=folder, stdin=GUIDE.encode())

    assert piped().stdout == piped().stdout


def test_damage_is_not_seen_outside(folder: Path) -> None:
    expected = lint(folder)
    file = next((folder / ".curriculum-cache").glob("*.sqlite"))
    whole = file.read_bytes()
    for place in range(0, len(whole), len(whole) // 6):
        file.write_bytes(whole[:place] + os.urandom(300) + whole[place + 300 :])
        assert lint(folder) == expected
    file.write_bytes(whole[:5000])
    assert lint(folder) == expected


def test_without_a_place_for_the_cache_it_just_runs(folder: Path) -> None:
    expected = lint(folder, "--no-cache")
    (folder / ".curriculum-cache").write_text("in the way")
    assert lint(folder) == expected


@pytest.mark.slow
def test_twenty_runs_at_once_say_the_same(folder: Path) -> None:
    expected = lint(folder, "--no-cache")[1]
    command = [sys.executable, "-m", "curriculum_tools", "lint"]
    runs = [
        subprocess.Popen(
            command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        for _ in range(20)
    ]
    answers = [run.communicate(timeout=300) for run in runs]
    assert answers == [(expected, b"")] * 20
    assert not is_cold(folder)


def test_clean_removes_the_cache_and_says_so(folder: Path) -> None:
    lint(folder)
    sub = folder / "sub"
    sub.mkdir()
    done = curriculum("clean", at=sub)
    assert (done.returncode, done.stdout) == (0, b"removed ../.curriculum-cache\n")
    assert not (folder / ".curriculum-cache").exists()
    done = curriculum("clean", at=folder)
    assert done.stdout == b"nothing to remove: there is no .curriculum-cache\n"
    assert is_cold(folder)
