"""Any defect of answers and options, put into a clean quiz, is found on its line, and only once."""

from typing import NamedTuple

import pytest

from curriculum_tools.engine.rule import Group
from curriculum_tools.rules import ALL
from tests.linting import lint

LETTERS = """
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}) {text}**"
"""
BOXES = """
question = "## {text}"
option = "- [{mark}] {text}"
"""
FOLDED = """
question = "<summary>{text}</summary>"
answer = "rest"
placeholder = ["To be written."]
"""
DIVS = """
question = "## {text}"
within = [":::challenge"]
answer = ":::solution"
"""
ASKED = ["Who bakes it?", "When is it done?", "Where is it kept?", "What is it made of?"]


def quiz(one: str) -> str:
    """Give a quiz of which every question is written alike."""
    return "\n".join(["# Bread", "", *(one.replace("{}", text) for text in ASKED)])


CLEAN = {
    LETTERS: quiz("## {}\n\n- A) Yes\n- B) No\n- C) `no`\n\n**Answer: B) No**\n\n> It is so.\n"),
    BOXES: quiz("## {}\n\n- [ ] Yes\n- [x] No\n- [ ] `no`\n"),
    FOLDED: quiz("<details>\n<summary>{}</summary>\n\nIt is so.\n\n</details>\n"),
    DIVS: quiz("::: challenge\n\n## {}\n\n::: solution\n\nIt is so.\n\n:::\n\n:::\n"),
}


class Injected(NamedTuple):
    """A defect: what it replaces in the second question, and the line where it is found."""

    rule: str
    dialect: str
    old: str
    new: str
    line: str


DEFECTS = [
    Injected("missing-answer", LETTERS, "**Answer: B) No**\n", "", "## When is it done?"),
    Injected("missing-answer", FOLDED, "\nIt is so.\n", "", "<summary>When is it done?</summary>"),
    Injected("missing-answer", DIVS, "It is so.", "", "## When is it done?"),
    Injected("unfinished-answer", FOLDED, "It is so.", "To be written.", "To be written."),
    Injected("no-correct-option", BOXES, "[x]", "[ ]", "## When is it done?"),
    Injected("several-correct-options", BOXES, "[ ]", "[x]", "## When is it done?"),
    Injected("unknown-option", LETTERS, "B) No**", "D) No**", "**Answer: D) No**"),
    Injected("duplicate-option", LETTERS, "A) Yes", "A) `no`", "- C) `no`"),
    Injected("duplicate-option", BOXES, "[ ] Yes", "[ ] `no`", "- [ ] `no`"),
    Injected("single-option", BOXES, "- [ ] Yes\n- [x] No\n- [ ] `no`", "- [x] No", "## When"),
    Injected("option-label-out-of-order", LETTERS, "C) `no`", "D) `no`", "- D) `no`"),
    Injected("malformed-option", BOXES, "- [x] No", "- [x]No", "- [x]No"),
    Injected("malformed-option", BOXES, "- [ ] Yes", "-[ ] Yes", "-[ ] Yes"),
    Injected("malformed-option", BOXES, "- [ ] Yes", "- [] Yes", "- [] Yes"),
    Injected("unclosed-details", FOLDED, "</details>\n", "", "<details>"),
    Injected("unclosed-div", DIVS, "\n:::\n\n:::\n", "\n:::\n", "::: challenge"),
    Injected("unlike-answer", LETTERS, "B) No**", "A) No**", "**Answer: A) No**"),
]


def found(text: str, dialect: str) -> list[tuple[str, int]]:
    """Give the rules that find something about answers, each with its line from 0."""
    toml = f'[dialect]\n{dialect}\n[severity]\n"several-correct-options" = "warning"'
    rules = [r for r in ALL if r.group is Group.ANSWERS or r.id == "swallowed-headings"]
    findings = lint(text, rules, toml=toml)
    return [(finding.rule, text.count("\n", 0, finding.span.start)) for finding in findings]


@pytest.mark.parametrize("dialect", CLEAN)
def test_a_clean_quiz_has_no_finding(dialect: str) -> None:
    assert found(CLEAN[dialect], dialect) == []


@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: f"{defect.rule}-{defect.new}")
def test_an_injected_defect_is_found_once_and_on_its_line(defect: Injected) -> None:
    clean = CLEAN[defect.dialect]
    second = clean.index(defect.old, clean.index(ASKED[1]))
    text = clean[:second] + defect.new + clean[second + len(defect.old) :]
    assert text.index(ASKED[2]) > second
    (only,) = found(text, defect.dialect)
    assert only[0] == defect.rule
    assert text.split("\n")[only[1]].startswith(defect.line)
    assert only[1] >= text.count("\n", 0, text.index(ASKED[1])) - 2


def test_every_rule_on_answers_is_tried() -> None:
    rules = {rule.id for rule in ALL if rule.group is Group.ANSWERS}
    assert rules == {defect.rule for defect in DEFECTS}
