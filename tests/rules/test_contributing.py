"""The rule that the page on adding a rule adds does what that page says."""

import re

import pytest

from curriculum_tools.engine.page import read_page
from curriculum_tools.engine.rule import Rule
from tests.documents import ROOT
from tests.linting import lint

PAGE = (ROOT / "docs" / "contributing" / "rule.md").read_text(encoding="utf-8")
FIXTURES = re.findall(r"^```markdown\n(.*?)^```$", PAGE.partition("## 4.")[2], re.M | re.S)


@pytest.fixture(scope="module")
def rule() -> Rule:
    module: dict[str, object] = {}
    for code in re.findall(r"^````python\n(.*?)^````$", PAGE, re.M | re.S):
        exec(code, module)  # runs the file of the page as it stands
    found = module["RULE"]
    assert isinstance(found, Rule)
    return found


def test_its_examples_are_right(rule: Rule) -> None:
    page = read_page(rule.doc or "")
    assert lint(page.bad.guide, [rule])
    assert not lint(page.good.guide, [rule])


def test_its_fixtures_are_right(rule: Rule) -> None:
    found, none = (lint(fixture, [rule]) for fixture in FIXTURES)
    assert len(found) == 2
    assert none == ()
