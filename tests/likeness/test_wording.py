"""Which question it is: its text, what it asks about and its options, but not its answer."""

from textwrap import indent

import pytest

from curriculum_tools.likeness import Verdict, judge, key, weigh
from curriculum_tools.likeness.wording import Wording, wording_of
from tests.linting import guide

CODE = "```\nprint(1)\n```"
OPTIONS = "- [ ] one\n- [ ] two"


def wording(below: str) -> Wording:
    body = indent(f"What is printed?\n\n{below}\n", "    ")[4:]
    (found,) = guide(f"## A\n\n### B\n- **Questions**:\n  - {body}").topics[0].questions
    return wording_of(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "One."),
        ("One.", "Two."),
        ("- one", "<div>two</div>"),
        (CODE, f"{CODE}\n\nOne."),
        (OPTIONS, OPTIONS.replace("[ ] two", "[x] two")),
        (OPTIONS.replace("[ ] one", "[x] one"), f"{OPTIONS}\n\nTwo."),
        (OPTIONS, OPTIONS.replace("-", "*").replace("\n", "\n\n")),
        (f"{CODE}\n\n{OPTIONS}", f"{OPTIONS}\n\n{CODE}"),
    ],
)
def test_the_same_with_another_answer(one: str, other: str) -> None:
    assert key(wording(one)) == key(wording(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", CODE),
        ("", OPTIONS),
        (CODE, CODE.replace("1", "2")),
        (f"Given:\n\n{CODE}", CODE),
        (OPTIONS, OPTIONS.replace("two", "three")),
        (OPTIONS, f"{OPTIONS}\n- [ ] three"),
        (OPTIONS.replace("[ ] two", "[x] two"), OPTIONS.replace("two", "three")),
        ("![A](a.png)", "![B](b.png)"),
        ("> One.", "> Two."),
    ],
)
def test_another_with_other_code_or_options(one: str, other: str) -> None:
    a, b = wording(one), wording(other)
    assert key(a) != key(b)
    assert judge(a, b, weigh([a, b])).verdict is not Verdict.SAME
