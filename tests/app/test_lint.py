"""From options to a report: which rules run over which guide, and what the report leaves out."""

from itertools import combinations
from pathlib import Path

import pytest

from curriculum_tools.app import parallel
from curriculum_tools.app.lint import LintOptions, lint
from curriculum_tools.model.errors import ConfigError, CurriculumError, RevisionError
from curriculum_tools.model.finding import Severity
from curriculum_tools.model.report import LintReport
from tests.app.on_disk import found, guide, write
from tests.store.conftest import Git

CLEAN = guide("Tables", "Locks")
FAULTY = CLEAN.replace("1.2", "1.1")
UNTIDY = CLEAN.replace("good for?", "good for? ")

TWO_CONFIGS = {
    "a.md": FAULTY,
    "own/b.md": FAULTY,
    "own/old/c.md": FAULTY,
    "own/curriculum.toml": 'fail-level = "info"\n[severity]\nduplicate-number = "info"\n'
    '[per-file-ignores]\n"old/*.md" = ["numbering"]\n',
    "curriculum.toml": 'fail-level = "error"\n',
}
TWO_PROJECTS = {
    "curriculum.toml": 'notes-folder = "notes"\n[severity]\norphan-notes = "error"\n',
    "a.md": guide("Tables -> notes/tables.md", "Locks -> notes/gone.md"),
    "own/b.md": guide("Tables", "Tables"),
    "own/curriculum.toml": 'notes-folder = "notes"\nselect = ["orphan-notes", "structure"]\n',
    "own/notes/lost.md": "",
    "z.md": guide("Views -> notes/views.md"),
    "bare.md": "# Bare\n",
    "notes/tables.md": "# Tables\n",
    "notes/lost.md": "# Lost\n",
    "notes/lost-too.md": "# Lost\n",
}


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    return here


def report(*paths: str, **options: object) -> LintReport:
    return lint(LintOptions(paths, no_cache=True, **options)).report  # type: ignore[arg-type]


def rules(at: LintReport) -> list[str]:
    return [finding.rule for finding in at.findings]


class TestSettings:
    """The nearest config holds for a guide, that of the run for the run."""

    def test_each_guide_has_the_rules_of_its_own(self) -> None:
        write(TWO_CONFIGS)
        severities = {each.path: [f.severity for f in each.findings] for each in report().guides}
        assert severities == {
            "a.md": [Severity.ERROR],
            "own/b.md": [Severity.INFO],
            "own/old/c.md": [],
        }

    def test_the_fail_level_is_that_of_the_run(
        self, folder: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write(TWO_CONFIGS)
        assert (report("own").fail_level, report("own").config) == ("error", "curriculum.toml")
        monkeypatch.chdir(folder / "own")
        assert (report("b.md").fail_level, report().config) == ("info", "curriculum.toml")

    def test_options_hold_for_every_guide(self) -> None:
        write(TWO_CONFIGS)
        assert rules(report(ignore=("numbering",))) == []
        assert rules(report("a.md", select=("fields",))) == []


class TestWhatElseIsNamed:
    """Findings never depend on which other files were named in the same call."""

    def test_whichever(self) -> None:
        write(TWO_PROJECTS)
        alone = {
            path: found(LintOptions((path,), no_cache=True))
            for path in ("a.md", "own/b.md", "z.md", "bare.md")
        }
        assert alone["a.md"].count("a.md:1 orphan-notes") == 2
        assert "own/b.md:1 orphan-notes" in alone["own/b.md"]
        assert "z.md:7 notes-file-not-found" in alone["z.md"][0]
        for count in (2, 3, 4):
            for paths in combinations(alone, count):
                expected = [line for path in sorted(paths) for line in alone[path]]
                assert found(LintOptions(paths, no_cache=True)) == expected
                assert found(LintOptions(paths[::-1])) == expected


class TestBaseline:
    """What is accepted is hidden, and what is new is not."""

    def test_it_hides_what_it_was_written_for(self) -> None:
        write({"a.md": FAULTY})
        assert rules(report(write_baseline="b.json")) == []
        hiding = report(baseline="b.json")
        assert (rules(hiding), hiding.baselined, hiding.stale) == ([], 1, ())
        write({"a.md": UNTIDY})
        other = report(baseline="b.json")
        assert rules(other) == ["trailing-whitespace"] * 2
        assert [entry.rule for entry in other.stale] == ["duplicate-number"]

    def test_only_files_that_are_gone_or_linted_make_it_stale(self, folder: Path) -> None:
        write({"a.md": FAULTY, "b.md": FAULTY})
        report(write_baseline="b.json")
        assert report("a.md", baseline="b.json").stale == ()
        (folder / "b.md").unlink()
        assert [entry.path for entry in report("a.md", baseline="b.json").stale] == ["b.md"]

    def test_one_that_is_none(self) -> None:
        write({"a.md": FAULTY, "b.json": "[]"})
        with pytest.raises(ConfigError, match="no baseline"):
            report(baseline="b.json")


class TestSince:
    """What is new since a revision is shown, the rest is counted."""

    @pytest.fixture(autouse=True)
    def project(self, git: Git) -> None:
        write({"a.md": UNTIDY, "b.md": FAULTY})
        git("add", "--all")
        git("commit", "--quiet", "--message=first")

    def test_nothing_is_new_at_first(self) -> None:
        assert (rules(report(since="HEAD")), report(since="HEAD").older) == ([], 3)

    def test_a_line_that_changed(self) -> None:
        write({"a.md": UNTIDY.replace("What Tables are.", "What Tables are. ")})
        new = report(since="HEAD")
        assert [each.span.start for each in new.findings] == [UNTIDY.index("Tables are.") + 11]
        assert (rules(new), new.older) == (["trailing-whitespace"], 3)

    def test_an_old_line_that_is_wrong_only_now(self) -> None:
        """The finding is on a line of before, which had none: the text of before is linted, too."""
        bare = CLEAN.replace("- **Questions**:\n  - What are Locks good for?\n", "")
        write({"a.md": bare + "\n" + guide("Views").partition("\n\n## 1. Storage\n\n")[2]})
        assert "missing-questions" in rules(report(since="HEAD"))

    def test_with_what_the_cache_knows(self) -> None:
        write({"a.md": UNTIDY.replace("What Tables are.", "What Tables are. ")})
        expected = rules(report(since="HEAD"))
        for _ in range(2):
            assert rules(lint(LintOptions(since="HEAD")).report) == expected

    def test_a_revision_that_is_not_there(self) -> None:
        with pytest.raises(RevisionError, match="nowhere"):
            report(since="nowhere")


class TestAgainst:
    """An earlier version tells what was lost."""

    def test_a_topic_that_was_dropped(self, git: Git) -> None:
        write({"old.md": CLEAN, "new.md": guide("Tables")})
        assert "dropped-topic" in rules(report("new.md", against="old.md"))
        assert "dropped-topic" not in rules(report("new.md"))
        git("add", "--all")
        git("commit", "--quiet", "--message=first")
        write({"old.md": guide("Tables")})
        assert "dropped-topic" in rules(report("old.md", against="HEAD:old.md"))

    def test_it_is_not_kept(self) -> None:
        write({"old.md": CLEAN, "new.md": guide("Tables")})
        plain = rules(lint(LintOptions(("new.md",))).report)
        assert "dropped-topic" in rules(lint(LintOptions(("new.md",), against="old.md")).report)
        assert rules(lint(LintOptions(("new.md",))).report) == plain

    @pytest.mark.parametrize(
        ("paths", "against", "said"),
        [
            (("a.md", "b.md"), "a.md", "here are 2 files"),
            (("-",), "-", "not both"),
            (("a.md",), "lost.md", "lost.md: no such file"),
        ],
    )
    def test_what_cannot_be_compared(self, paths: tuple[str, ...], against: str, said: str) -> None:
        write({"a.md": CLEAN, "b.md": CLEAN})
        with pytest.raises(CurriculumError, match=said):
            report(*paths, against=against)


def test_a_fingerprint_is_the_same_from_every_folder(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"curriculum.toml": "", "own/a.md": FAULTY, "own/b.md": FAULTY})
    fingerprints = [finding.fingerprint for finding in report("own").findings]
    assert len(set(fingerprints)) == 2
    monkeypatch.chdir(folder / "own")
    assert [finding.fingerprint for finding in report("a.md", "b.md").findings] == fingerprints


def test_what_is_counted_beside_the_guides() -> None:
    write({"a.md": CLEAN, "readme.md": "# A\n", "more.md": "# B\n"})
    outcome = lint(LintOptions(("lost.md", "."), no_cache=True))
    assert [guide.path for guide in outcome.report.guides] == ["a.md"]
    assert outcome.report.skipped == 2
    assert [str(error) for error in outcome.errors] == ["lost.md: no such file or folder"]
    assert (outcome.report.topics, outcome.report.questions) == (2, 2)


def test_rules_are_described_where_a_format_asks() -> None:
    write({"a.md": CLEAN})
    assert report().rules == ()
    assert "duplicate-number" in [rule.id for rule in report(describe_rules=True).rules]


def test_several_processes_find_what_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    write({f"{number}.md": text for number, text in enumerate([FAULTY, UNTIDY, CLEAN] * 3)})
    write(TWO_PROJECTS)
    write({"curriculum.decisions.yaml": "different-questions: [{questions: [a, b]}]\n"})
    alone = found(LintOptions(jobs=1, no_cache=True))
    monkeypatch.setattr(parallel, "SHARE", len(CLEAN))
    monkeypatch.setattr(parallel, "PARALLEL_FROM", 2 * len(CLEAN))
    assert found(LintOptions(jobs=2, no_cache=True)) == alone
