"""Flags of `curriculum lint` that stand above the config, that mend, and that a shell completes."""

import json
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.commands import Done, curriculum, curriculum_process

GUIDE = """# Databases

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.\\
- **Questions**:
  - What is a row?

### 1.1 Indexes
- **Description**: Rows found without reading all of them.\\
- **Questions**:
  - What is a key?

### 1.3 Locks
- **Description**: Who may write, and when.
- **Questions**:
  - Why wait
"""
FOUND = ["duplicate-number", "stray-backslash", "wrong-end-mark"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(GUIDE, encoding="utf-8")
    return tmp_path


def config(folder: Path, text: str) -> None:
    (folder / "curriculum.toml").write_text(text, encoding="utf-8")


def found(done: Done) -> list[str]:
    """Return the rules that have findings, sorted."""
    return sorted({finding["rule"] for finding in json.loads(done.stdout)["findings"]})


def lint(folder: Path, *arguments: str) -> Done:
    return curriculum("lint", "--output-format", "json", *arguments, at=folder)


def refusal(folder: Path, *arguments: str) -> str:
    done = curriculum("lint", *arguments, at=folder)
    assert (done.returncode, done.stdout) == (2, b"")
    return done.stderr.decode()


class TestFailLevel:
    @pytest.mark.parametrize(("level", "code"), [("error", 0), ("warning", 1), ("info", 1)])
    def test_it_is_that_of_the_command_line(self, folder: Path, level: str, code: int) -> None:
        config(folder, 'fail-level = "info"\nignore = ["duplicate-number"]\n')
        assert lint(folder, "--fail-level", level).returncode == code

    def test_every_finding_is_still_reported(self, folder: Path) -> None:
        assert found(lint(folder, "--fail-level", "error")) == FOUND

    def test_it_is_among_the_settings_that_hold(self, folder: Path) -> None:
        shown = curriculum("lint", "--show-config", "--fail-level", "info", at=folder).stdout
        assert b'fail-level = "info"' in shown


class TestExtendSelect:
    def test_it_adds_to_what_the_config_selects(self, folder: Path) -> None:
        config(folder, 'select = ["numbering"]\n')
        assert found(lint(folder, "--extend-select", "stray-backslash")) == FOUND[:2]

    def test_it_adds_to_what_the_command_line_selects(self, folder: Path) -> None:
        options = ["--select", "numbering", "--extend-select", "questions"]
        assert found(lint(folder, *options)) == ["duplicate-number", "wrong-end-mark"]

    def test_it_wakes_a_rule_that_is_off(self, folder: Path) -> None:
        text = GUIDE.replace("Why wait", 'Why is a "lock" no “latch”?')
        (folder / "guide.md").write_text(text, encoding="utf-8")
        assert "mixed-quotes" not in found(lint(folder))
        assert "mixed-quotes" in found(lint(folder, "--extend-select", "mixed-quotes"))

    def test_a_name_that_is_none(self, folder: Path) -> None:
        assert "--extend-select: no rule" in refusal(folder, "--extend-select", "numbring")


class TestExclude:
    @pytest.fixture
    def folder(self, folder: Path) -> Path:
        for name in ("old/a.md", "old/b.md", "new/a.md"):
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_text(GUIDE, encoding="utf-8")
        return folder

    def files(self, at: Path, *arguments: str) -> list[str]:
        return curriculum("lint", "--show-files", *arguments, at=at).stdout.decode().split()

    def test_globs_from_the_current_folder(self, folder: Path) -> None:
        assert self.files(folder, "--exclude", "old") == ["guide.md", "new/a.md"]
        assert self.files(folder, "--exclude", "**/a.md,guide.md") == ["old/b.md"]
        assert self.files(folder / "old", "--exclude", "a.md") == ["b.md"]

    def test_they_take_the_place_of_those_in_the_config(self, folder: Path) -> None:
        config(folder, 'exclude = ["new"]\n')
        assert self.files(folder, "--exclude", "old") == ["guide.md", "new/a.md"]

    def test_a_file_that_is_named_is_linted_unless_that_is_forced(self, folder: Path) -> None:
        options = ["--exclude", "guide.md", "guide.md"]
        assert self.files(folder, *options) == ["guide.md"]
        assert self.files(folder, "--force-exclude", *options) == []

    def test_findings_of_the_others_stay_the_same(self, folder: Path) -> None:
        config(folder, 'notes-folder = "notes"\nselect = ["orphan-notes"]\n')
        (folder / "notes").mkdir()
        (folder / "notes/a.md").write_text("# A\n")
        notes = GUIDE.replace(
            "- **Questions**", "- **Path to detailed notes**: `notes/a.md`\n- **Questions**"
        )
        (folder / "new/a.md").write_text(notes)
        everything, others = (
            json.loads(lint(folder, *flags).stdout) for flags in ((), ("--exclude", "new"))
        )
        assert others["findings"] == everything["findings"]
        assert [guide["path"] for guide in others["guides"]] == [
            guide["path"] for guide in everything["guides"] if guide["path"] != "new/a.md"
        ]


class TestSettings:
    def test_one_stands_above_the_file(self, folder: Path) -> None:
        config(folder, 'select = ["characters"]\nignore = ["mixed-quotes"]\n')
        assert found(lint(folder, "--config", 'select = ["numbering"]')) == ["duplicate-number"]

    def test_it_holds_without_any_file(self, folder: Path) -> None:
        done = lint(folder, "--config", 'fields.required=["notes"]')
        assert "missing-notes-path" in found(done)

    def test_tables_are_added_to(self, folder: Path) -> None:
        config(folder, '[severity]\nduplicate-number = "info"\n')
        done = lint(folder, "--config", 'severity.stray-backslash="info"')
        severities = {f["rule"]: f["severity"] for f in json.loads(done.stdout)["findings"]}
        assert set(severities.values()) == {"info"}

    def test_beside_a_file_and_others(self, folder: Path) -> None:
        (folder / "other.toml").write_text('ignore = ["duplicate-number"]\n')
        options = ["other.toml", 'ignore=["stray-backslash"]', 'select=["ALL"]']
        done = lint(folder, *(word for each in options for word in ("--config", each)))
        assert found(done) == ["duplicate-number", "wrong-end-mark"]

    def test_the_cache_does_not_mix_them_up(self, folder: Path) -> None:
        for level in ("info", "error", "info"):
            done = lint(folder, "--config", f'severity.wrong-end-mark="{level}"')
            (finding,) = (
                f for f in json.loads(done.stdout)["findings"] if f["rule"] == "wrong-end-mark"
            )
            assert finding["severity"] == level

    @pytest.mark.parametrize(
        ("setting", "said"),
        [
            ("fields.requird=[]", "did you mean `required`?"),
            ("slect=[]", "did you mean `select`?"),
            ("fail-level=error", "no valid TOML"),
            ('fail-level="eror"', "must be one of error, warning, info"),
            ('select=["numbring"]', "did you mean numbering?"),
            ('severity.numbring="info"', "no rule or group is called numbring"),
            ("questions.count={min=3,max=2}", "min 3 above max 2"),
        ],
    )
    def test_a_mistake_is_told_with_what_was_written(
        self, folder: Path, setting: str, said: str
    ) -> None:
        message = refusal(folder, "--config", setting)
        assert said in message
        assert f"--config {setting}" in message

    def test_there_is_one_file_at_most(self, folder: Path) -> None:
        assert "one file, not 2" in refusal(folder, "--config", "a.toml", "--config", "b.toml")


class TestIsolated:
    def test_no_config_file_is_read(self, folder: Path) -> None:
        config(folder, "nonsense = 1\n")
        assert found(lint(folder, "--isolated")) == FOUND

    def test_settings_of_the_command_line_hold(self, folder: Path) -> None:
        config(folder, 'select = ["questions"]\n')
        done = lint(folder, "--isolated", "--config", 'ignore=["numbering"]')
        assert found(done) == ["stray-backslash", "wrong-end-mark"]

    def test_a_config_file_that_is_named_contradicts_it(self, folder: Path) -> None:
        config(folder, "")
        assert "--isolated" in refusal(folder, "--isolated", "--config", "curriculum.toml")


class TestFixing:
    def test_fix_only_mends_and_reports_nothing(self, folder: Path) -> None:
        done = curriculum("lint", "--fix-only", at=folder)
        assert (done.returncode, done.stdout) == (0, b"")
        assert done.stderr == b"fixed 3 findings in 1 guide\n"
        assert "### 1.2 Indexes" in (folder / "guide.md").read_text("utf-8")

    def test_with_a_diff_only_what_would_be_mended_counts(self, folder: Path) -> None:
        assert curriculum("lint", "--fix-only", "--diff", at=folder).returncode == 1
        assert (folder / "guide.md").read_text("utf-8") == GUIDE
        curriculum("lint", "--fix", at=folder)
        done = curriculum("lint", "--fix-only", "--diff", at=folder)
        assert (done.returncode, done.stdout) == (0, b"")

    def test_what_cannot_be_read_still_counts(self, folder: Path) -> None:
        assert curriculum("lint", "--fix-only", "nowhere.md", at=folder).returncode == 2

    def test_show_fixes_lists_what_was_mended(self, folder: Path) -> None:
        done = curriculum("lint", "--fix", "--show-fixes", at=folder)
        assert done.stderr.decode().splitlines() == [
            "fixed 3 findings in 1 guide",
            "guide.md:",
            "  2 × stray-backslash: remove the backslash",
            "  1 × duplicate-number: renumber to 1.2",
        ]

    def test_show_fixes_alone_says_that_it_does_nothing(self, folder: Path) -> None:
        done = curriculum("lint", "--show-fixes", at=folder)
        assert b"--show-fixes does nothing by itself" in done.stderr


class TestCompletion:
    def completed(self, at: Path, *words: str) -> Iterable[str]:
        line = " ".join(("curriculum", "lint", *words))
        done = curriculum_process(
            at=at,
            _CURRICULUM_COMPLETE="bash_complete",
            COMP_WORDS=line,
            COMP_CWORD=str(len(words) + 1),
        )
        assert (done.returncode, done.stderr) == (0, b"")
        return [each.split(",", 1)[1] for each in done.stdout.decode().split()]

    @pytest.mark.parametrize("flag", ["--select", "--extend-select", "--ignore"])
    def test_names_of_rules(self, tmp_path: Path, flag: str) -> None:
        assert self.completed(tmp_path, flag, "duplicate-") == [
            "duplicate-field",
            "duplicate-number",
            "duplicate-option",
            "duplicate-question",
            "duplicate-title",
        ]

    def test_names_of_groups(self, tmp_path: Path) -> None:
        assert self.completed(tmp_path, "--select", "numberi") == ["numbering"]

    def test_the_last_of_several(self, tmp_path: Path) -> None:
        assert self.completed(tmp_path, "--select", "links,numberi") == ["links,numbering"]
