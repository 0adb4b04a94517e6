"""A question is asked twice where text, code and options are the same, in every dialect.

What does not count: its answer, the order and the letters of options, ticks, the layout of code.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from textwrap import indent

import pytest

from curriculum_tools.facts.duplicates import find_duplicates
from curriculum_tools.likeness import Verdict
from curriculum_tools.model.ruling_list import Rulings
from tests.linting import config, guide, lint


@dataclass(frozen=True)
class Asked:
    """What a question is made of; `right` is the place of the option that is marked, if one is."""

    text: str = "Which of these loops ends before its body has run for the third time?"
    code: str = "for each in [1, 2, 3]:\n    if each > 1:\n        break\n    print(each)"
    options: tuple[str, ...] = ("the first", "`[1, 2]`", "`{1, 2}`")
    right: int | None = None
    answer: str = ""

    def lines(self, option: Callable[[int, str], str]) -> str:
        """Give code and options, each of which some dialects have not."""
        code = f"```python\n{self.code}\n```" if self.code else ""
        options = "\n".join(option(place, text) for place, text in enumerate(self.options))
        return "\n\n".join(filter(None, [code, options]))


def box(asked: Asked) -> Callable[[int, str], str]:
    return lambda place, text: f"- [{'x' if place == asked.right else ' '}] {text}"


def home(one: Asked, other: Asked) -> str:
    parts = ["# Loops\n\n## 1. Ends\n"]
    for number, asked in enumerate((one, other), 1):
        below = indent("\n\n".join(filter(None, [asked.lines(box(asked)), asked.answer])), " " * 4)
        parts.append(
            f"### 1.{number} Part {number}\n- **Questions**:\n  - {asked.text}\n\n{below}\n"
        )
        parts.append(f"  - What is said of {'bounds' if number == 1 else 'steps and sums'}?\n")
    return "\n".join(parts)


def lettered(one: Asked, other: Asked) -> str:
    parts = ["# Loops\n"]
    for number, asked in enumerate((one, other), 1):
        parts.append(f"###### {number}. {asked.text}\n")
        parts.append(asked.lines(lambda place, text: f"- {chr(65 + place)}: {text}"))
        letter = "" if asked.right is None else f"#### Answer: {chr(65 + asked.right)}\n\n"
        parts.append(
            f"\n<details><summary><b>Answer</b></summary>\n\n{letter}{asked.answer}\n\n</details>\n"
        )
    return "\n".join(parts)


def boxes(one: Asked, other: Asked) -> str:
    parts = ["# Loops\n"]
    for number, asked in enumerate((one, other), 1):
        parts.append(f"## Q{number}. {asked.text}\n\n{asked.lines(box(asked))}\n\n{asked.answer}\n")
    return "\n".join(parts)


def plain(one: Asked, other: Asked) -> str:
    parts = ["# Loops\n"]
    for number, asked in enumerate((one, other), 1):
        parts.append(f"## {number}) {asked.text}\n\n")
        parts.append(asked.lines(lambda place, text: f"- {chr(97 + place)}) {text}"))
        right = (
            ""
            if asked.right is None
            else f"**Answer: {chr(97 + asked.right)}) {asked.options[asked.right]}**"
        )
        parts.append(f"\n{right}\n\n{asked.answer}\n")
    return "\n".join(parts)


DIALECTS = {
    "home": (home, ""),
    "lettered": (
        lettered,
        '[dialect]\nquestion = "###### {n}. {text}"\noption = "- {letter}: {text}"\n'
        'answer = "#### Answer: {letter}"\n',
    ),
    "boxes": (
        boxes,
        '[dialect]\nquestion = "## {word}{n}. {text}"\noption = "- [{mark}] {text}"\n',
    ),
    "boxes and the rest": (
        boxes,
        '[dialect]\nquestion = "## {word}{n}. {text}"\noption = "- [{mark}] {text}"\n'
        'answer = "rest"\n',
    ),
    "small letters": (
        plain,
        '[dialect]\nquestion = "## {n}) {text}"\noption = "- {letter}) {text}"\n'
        'answer = "**Answer: {letter}) {text}**"\n',
    ),
}
ASKED = Asked()
SAME = {
    "the same": ASKED,
    "a tick": replace(ASKED, right=1),
    "an answer": replace(ASKED, answer="It ends after the second."),
    "another order": replace(ASKED, options=(ASKED.options[2], *ASKED.options[:2])),
    "wider indents": replace(ASKED, code=ASKED.code.replace("    ", "      ")),
    "tabs": replace(ASKED, code=ASKED.code.replace("    ", "\t")),
    "blank lines": replace(ASKED, code=ASKED.code.replace("\n", "  \n\n")),
}
OTHER = {
    "an option more": replace(ASKED, options=(*ASKED.options, "none")),
    "another option": replace(ASKED, options=("the last", *ASKED.options[1:])),
    "other brackets": replace(ASKED, options=(ASKED.options[0], "`(1, 2)`", ASKED.options[2])),
    "no options": replace(ASKED, options=()),
    "another token": replace(ASKED, code=ASKED.code.replace("> 1", ">= 1")),
    "another depth": replace(ASKED, code=ASKED.code.replace("    print", "print")),
    "no code": replace(ASKED, code=""),
}


def judged(text: str, toml: str) -> tuple[set[str], list[Verdict]]:
    """Give the rules of lint that find something, and what `duplicates` judges of all pairs."""
    rules = {finding.rule for finding in lint(text, toml=toml) if finding.group == "questions"}
    found = find_duplicates([guide(text, settings=config(toml))], Rulings())
    return rules, [pair.judgement.verdict for pair in found.pairs]


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("change", SAME)
@pytest.mark.parametrize("answer", ["", "The first one, which is not short."])
def test_what_does_not_count(dialect: str, change: str, answer: str) -> None:
    write, toml = DIALECTS[dialect]
    text = write(replace(ASKED, answer=answer), SAME[change])
    assert judged(text, toml) == ({"duplicate-question"}, [Verdict.SAME])


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("change", OTHER)
def test_what_makes_another_question(dialect: str, change: str) -> None:
    write, toml = DIALECTS[dialect]
    rules, verdicts = judged(write(ASKED, OTHER[change]), toml)
    assert rules == set()
    assert all(verdict > Verdict.LIKELY for verdict in verdicts)


@pytest.mark.parametrize("dialect", DIALECTS)
@pytest.mark.parametrize("change", ["another token", "another option"])
def test_of_near_texts_the_same_holds(dialect: str, change: str) -> None:
    write, toml = DIALECTS[dialect]
    near = ASKED.text.replace("before its body has run", "before the body has run")
    rules, verdicts = judged(write(ASKED, replace(ASKED, text=near)), toml)
    assert (rules, verdicts) == ({"near-duplicate-question"}, [Verdict.SAME])
    rules, verdicts = judged(write(ASKED, replace(OTHER[change], text=near)), toml)
    assert rules == set()
    assert all(verdict > Verdict.LIKELY for verdict in verdicts)


REST = '[dialect]\nquestion = "## {text}"\nanswer = "rest"\n'
CODE = "```js\n{}\n```\n"


@pytest.mark.parametrize(
    ("text", "one", "other", "is_same"),
    [
        ("What does this loop leave?", CODE.format("a"), CODE.format("b"), False),
        ("What does this loop leave?", CODE.format("a"), CODE.format("  a"), True),
        ("What is printed?", f"{CODE.format('a')}\nOne.\n", f"{CODE.format('b')}\nTwo.\n", False),
        ("What is printed?", f"{CODE.format('a')}\nOne.\n", f"{CODE.format('a')}\nTwo.\n", True),
        ("How is `ls` called?", CODE.format("a"), CODE.format("b"), True),
        ("How is a list turned?", f"{CODE.format('a')}\nSo.\n", CODE.format("b"), True),
        ("How is this done?", f"So.\n\n{CODE.format('a')}", f"So:\n\n{CODE.format('b')}", True),
    ],
)
def test_where_all_below_is_the_answer_code_may_still_be_asked_about(
    text: str, one: str, other: str, is_same: bool
) -> None:
    rules, verdicts = judged(f"# Loops\n\n## {text}\n\n{one}\n## {text}\n\n{other}", REST)
    assert (rules, verdicts) == (
        ({"duplicate-question"}, [Verdict.SAME]) if is_same else (set(), [])
    )


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("", "It is said below.", True),
        ("It is so.", "- It is\n- otherwise.", True),
        (CODE.format("a"), CODE.format("b"), False),
        (f"So:\n\n{CODE.format('a')}", f"So:\n\n{CODE.format('b')}", False),
        (f"So.\n\n{CODE.format('a')}", f"So.\n\n{CODE.format('b')}", True),
    ],
)
def test_where_no_template_tells_answers_prose_below_is_none_of_the_question(
    one: str, other: str, is_same: bool
) -> None:
    toml = '[dialect]\nquestion = "## {text}"\n'
    text = f"# Loops\n\n## Who ends it first?\n\n{one}\n\n## Who ends it first?\n\n{other}\n"
    assert ("duplicate-question" in judged(text, toml)[0]) is is_same
    assert not any(
        question.is_answered for _, question in guide(text, settings=config(toml)).questions
    )


def test_a_heading_that_does_not_ask_is_only_the_name_of_the_question_below_it() -> None:
    toml = '[dialect]\nquestion = "### {text}"\n'
    text = (
        "# Loops\n\n"
        "### Ends\n\nHow many times does a body run whose bounds are equal?\n\n"
        "### Ends\n\nWhy is the last value printed where nothing was to be?\n"
    )
    assert "duplicate-question" not in judged(text, toml)[0]
