"""Guides with what is found in them, side by side.

`tests/rules/<group>/<rule>/<case>.md` is linted with that rule alone, under `<case>.toml` if that
is there, in a tree with the files that `<case>.files` lists and of those in `<case>.around`,
against `<case>.before.md` if that is there. `<case>.out` holds what must be found. `pytest
--regenerate` writes the .out files anew; review them as a diff.
"""

from pathlib import Path

import pytest

from curriculum_tools.rules import ALL
from tests.linting import lint, shown

FOLDER = Path(__file__).parent
CASES = sorted(case for case in FOLDER.glob("*/*/*.md") if case.suffixes != [".before", ".md"])
RULES = {rule.id: rule for rule in ALL}


def beside(case: Path, suffix: str) -> str:
    path = case.with_suffix(suffix)
    return path.read_text(encoding="utf-8") if path.exists() else ""


def around(case: Path) -> dict[str, str]:
    folder = case.with_suffix(".around")
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {f.relative_to(folder).as_posix(): f.read_text(encoding="utf-8") for f in files}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_fixture(case: Path, request: pytest.FixtureRequest) -> None:
    rule = RULES[case.parent.name]
    text = case.read_bytes().decode("utf-8", "surrogateescape")
    toml = beside(case, ".toml")
    if not rule.on and rule.id not in toml:
        toml += f'\n[severity]\n"{rule.id}" = "warning"\n'
    rules = ALL if rule.id == "unused-suppression" else [rule]
    before = beside(case, ".before.md") or None
    files = beside(case, ".files").split()
    found = lint(text, rules, files=files, toml=toml, against=before, texts=around(case))
    findings = [finding for finding in found if finding.rule == rule.id]
    actual = "".join(f"{shown(finding, text)}\n" for finding in findings)
    if request.config.getoption("--regenerate"):
        case.with_suffix(".out").write_text(actual, encoding="utf-8")
    assert actual == beside(case, ".out")


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_a_fixture_that_finds_something_and_one_that_does_not(rule: str) -> None:
    outcomes = {bool(beside(case, ".out")) for case in CASES if case.parent.name == rule}
    assert outcomes == {True, False}
