"""What is said of a fence or comment without an end: how much of the guide stands in it."""

import pytest

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse

FIELD = "- **Description**: D.\n"
A, B, C = (f"### 1.{n} Topic\n{FIELD}\n" for n in (1, 2, 3))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"```\n{A}{FIELD}", "this fence has no end: 1 of 1 topic stands in it"),
        (f"{A}~~~\n{B}{C}", "this fence has no end: 2 of 3 topics stand in it"),
        (f"{A}<!--\n## 2. D\n\n{B}", "this comment has no end: 1 of 2 topics stand in it"),
        (f"### 1.1 A\n\n```\n{FIELD}{FIELD}", "this fence has no end: 2 fields stand in it"),
        (f"### 1.1 A\n\n```\n{FIELD}", "this fence has no end: 1 field stands in it"),
    ],
)
def test_how_much_stands_in_it(text: str, expected: str) -> None:
    guide = parse(Source("guide.md", f"# Guide\n\n## 1. Chapter\n\n{text}"))
    assert [fault.message for fault in guide.faults] == [expected]


@pytest.mark.parametrize("whole", [f"```\n{A}```\n", f"<!--\n{A}-->\n", "```\nA fence.\n"])
def test_what_has_an_end_or_holds_nothing_is_no_fault(whole: str) -> None:
    assert parse(Source("guide.md", f"# Guide\n\n## 1. Chapter\n\n{C}{whole}")).faults == ()
