"""Fixing guides on a disk: what is written, and what is left alone."""

from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_tools.app.fix import FixOptions, FixOutcome, fix_guides
from curriculum_tools.app.lint import LintOptions, lint
from curriculum_tools.engine.fix_loop import FixResult, GuideReader, fix_in_passes
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.report import GuideReport
from tests.app.on_disk import guide, write

CLEAN = guide("Tables", "Locks", "Views")
SAFE = CLEAN.replace("Views are.", 'Views `\\"are\\"`.')  # its fix is not safe
FAULTY = SAFE.replace("1.2", "1.1")


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    write({"a.md": FAULTY, "b.md": CLEAN})
    return here


def fixed(*paths: str, unsafe: bool = False, to_disk: bool = True, **options: object) -> FixOutcome:
    asked = LintOptions(paths, **options)  # type: ignore[arg-type]
    return fix_guides(asked, FixOptions(unsafe, to_disk))


def rules(outcome: FixOutcome) -> list[str]:
    return [finding.rule for finding in outcome.lint.report.findings]


def test_safe_fixes_are_written_and_the_rest_is_reported(folder: Path) -> None:
    before = (folder / "b.md").stat()
    outcome = fixed()
    assert (folder / "a.md").read_text() == SAFE
    assert [each.before.path for each in outcome.changed] == ["a.md"]
    assert (outcome.count, rules(outcome)) == (1, ["stray-backslash"])
    assert [each.path for each in outcome.lint.report.guides] == ["a.md", "b.md"]
    assert (folder / "b.md").stat() == before


def test_unsafe_ones_where_they_are_allowed(folder: Path) -> None:
    assert rules(fixed(unsafe=True)) == []
    assert (folder / "a.md").read_text() == SAFE.replace("\\", "")


def test_nothing_is_written_where_nothing_is_to_be(folder: Path) -> None:
    outcome = fixed(to_disk=False)
    assert outcome.changed[0].report.source.text == SAFE
    assert (folder / "a.md").read_text() == FAULTY


def test_what_is_not_reported_is_not_fixed(folder: Path) -> None:
    lint(LintOptions(write_baseline="b.json", no_cache=True))
    assert fixed(baseline="b.json").guides == ()
    write({"a.md": FAULTY.rstrip("\n")})
    outcome = fixed(baseline="b.json")
    assert (folder / "a.md").read_text() == FAULTY
    assert (outcome.count, rules(outcome), outcome.lint.report.baselined) == (1, [], 2)


def test_the_config_and_the_orphans_are_those_of_the_lint(folder: Path) -> None:
    write({"curriculum.toml": 'ignore = ["stray-backslash"]\nnotes-folder = "notes"\n'})
    write({"notes/lost.md": ""})
    outcome = fixed(select=("orphan-notes", "numbering"))
    assert (outcome.count, rules(outcome)) == (1, ["orphan-notes"])


def test_it_is_the_same_with_and_without_what_the_cache_knows(folder: Path) -> None:
    write({"curriculum.decisions.yaml": "different-questions: [{questions: [a, b]}]\n"})
    lint(LintOptions())
    outcome = fixed()
    assert (outcome.count, rules(outcome)) == (1, ["stray-backslash"])


def test_a_guide_that_someone_else_changed_is_left_alone(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def changing(
        report: GuideReport, reader: GuideReader, allows: Callable[[Finding], bool]
    ) -> FixResult:
        write({"a.md": CLEAN})
        return fix_in_passes(report, reader, allows)

    monkeypatch.setattr("curriculum_tools.app.fix.fix", changing)
    outcome = fixed()
    assert (folder / "a.md").read_text() == CLEAN
    assert [str(error) for error in outcome.lint.errors] == [
        "a.md: was changed by someone else, and is left alone"
    ]
    assert rules(outcome) == ["duplicate-number", "stray-backslash"]
