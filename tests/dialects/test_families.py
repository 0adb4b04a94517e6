"""Defects put into quizzes made by chance are found on their lines, in each family of curricula.

Nothing else is found, and nothing at all in the quizzes as they were made.
"""

import json
from pathlib import Path
from random import Random

import pytest

from tests.commands import curriculum
from tests.dialects.defects import Defect, Draft
from tests.dialects.families import FAMILIES, INCLUDE
from tests.dialects.injected import DEFECTS
from tests.dialects.quizzes import Files, items_of, quiz_of
from tests.examples import times

CASES = [
    pytest.param(family, defect, id=f"{family}-{place}-{defect.rule}")
    for place, defect in enumerate(DEFECTS)
    for family in defect.families.split()
]
TRANSLATED = ("02", "03")


def lint(folder: Path, family: str, files: Files) -> dict[str, object]:
    """Lint a project; give the report."""
    include = f"include = {INCLUDE[family]}\n" if family in INCLUDE else ""
    config = f"{include}[dialect]\n{FAMILIES[family].toml}\n"
    for path, text in {**files, "curriculum.toml": config}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    done = curriculum("lint", "--no-cache", "--output-format", "json", at=folder)
    assert done.returncode in (0, 1), done.stderr.decode()
    report: dict[str, object] = json.loads(done.stdout)
    return report


def found(report: dict[str, object]) -> list[tuple[str, str, int]]:
    """Give rule, path and line of each finding."""
    findings = report["findings"]
    assert isinstance(findings, list)
    return [(each["rule"], each["path"], each["start"]["line"]) for each in findings]


@pytest.mark.parametrize("family", FAMILIES)
def test_of_a_clean_quiz_nothing_is_said(family: str, tmp_path: Path) -> None:
    for turn in times(10):
        quiz = quiz_of(Random(turn))
        report = lint(tmp_path / str(turn), family, FAMILIES[family].write(quiz))
        assert found(report) == []
        guides = report["guides"]
        assert isinstance(guides, list)
        asked = len(items_of(quiz)) * (2 if family in TRANSLATED else 1)
        assert sum(guide["questions"] for guide in guides) == asked


@pytest.mark.parametrize(("family", "defect"), CASES)
def test_a_defect_is_found_on_its_line_and_nothing_else(
    family: str, defect: Defect, tmp_path: Path
) -> None:
    for turn in times(10):
        chance = Random(f"{family} {defect.rule} {turn}")
        quiz = quiz_of(chance)
        draft = Draft.of(quiz, FAMILIES[family].write(quiz), chance)
        defect.put(draft)
        report = lint(tmp_path / str(turn), family, draft.files)
        assert found(report) == [(defect.rule, draft.path, draft.at + 1)]
