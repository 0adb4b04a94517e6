"""Comments that switch rules off."""

import pytest

from tests.linting import lint

GUIDE = """# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.
{a}
### 1.1 Indexes
- **Description**: Rows found without reading all.
{b}
### 1.2 Locks
- **Description**: Who may write, and when.
{c}
### 1.2 Views
- **Description**: A query with a name.
"""


def rules(a: str = "", b: str = "", c: str = "") -> list[str]:
    return [finding.rule for finding in lint(GUIDE.format(a=a, b=b, c=c))]


def test_without_comments_both_defects_are_found() -> None:
    assert rules() == ["duplicate-number", "duplicate-number"]


def test_the_next_line() -> None:
    hide = "<!-- curriculum-disable-next-line duplicate-number -->"
    assert rules(a=hide) == ["duplicate-number"]


def test_the_next_line_is_the_next_that_is_not_blank() -> None:
    hide = "\n<!-- curriculum-disable-next-line duplicate-number -->\n"
    assert rules(a=hide, c=hide) == []


@pytest.mark.parametrize(
    "name", ["duplicate-number", "numbering", "", "empty-chapter duplicate-number"]
)
def test_a_rule_a_group_or_all(name: str) -> None:
    hide = f"<!-- curriculum-disable-next-line {name} -->"
    assert "duplicate-number" not in rules(a=hide, c=hide)


def test_a_range() -> None:
    start, end = "<!-- curriculum-disable numbering -->", "<!-- curriculum-enable numbering -->"
    assert rules(a=start, b=end) == ["duplicate-number"]
    assert rules(a=start, b="<!-- curriculum-enable -->") == ["duplicate-number"]
    assert rules(a=start) == []


def test_the_whole_file_wherever_the_comment_stands() -> None:
    assert rules(c="<!-- curriculum-disable-file duplicate-number -->") == []


def test_a_comment_in_code_suppresses_nothing() -> None:
    code = "```html\n<!-- curriculum-disable-file duplicate-number -->\n```\n"
    assert rules(a=code) == ["duplicate-number", "duplicate-number"]


def test_a_comment_that_hides_nothing_is_a_finding() -> None:
    found = lint(
        GUIDE.format(a="", b="<!-- curriculum-disable-next-line duplicate-number -->", c="")
    )
    assert [finding.rule for finding in found].count("unused-suppression") == 1


def test_a_misspelt_rule_is_named_with_the_nearest_one() -> None:
    found = lint(GUIDE.format(a="<!-- curriculum-disable-file duplicate-nubmer -->", b="", c=""))
    (unused,) = [finding for finding in found if finding.rule == "unused-suppression"]
    assert (unused.message, unused.help) == (
        "no rule or group is called duplicate-nubmer",
        "did you mean duplicate-number?",
    )


@pytest.mark.parametrize(
    ("comment", "name", "meant"),
    [
        ("curriculum-disabel-next-line x", "curriculum-disabel-next-line", "disable-next-line"),
        ("curriculum-disable-line x", "curriculum-disable-line", "disable-file"),
        ("curriculm-disable x", "curriculm-disable", "disable"),
        ("Curriculum-Disable", "Curriculum-Disable", "disable"),
        ("curriculum_disable_file x", "curriculum_disable_file", "disable-file"),
        ("curriculum: disable-next-line x", "curriculum: disable-next-line", "disable-next-line"),
        ("curriculum disable x", "curriculum disable", "disable"),
        ("curriculum-enabled", "curriculum-enabled", "enable"),
    ],
)
def test_a_misspelt_directive_is_told(comment: str, name: str, meant: str) -> None:
    text = GUIDE.format(a=f"<!-- {comment} -->", b="", c="")
    (told,) = [finding for finding in lint(text) if finding.rule == "unused-suppression"]
    assert text[told.span.start : told.span.end] == name
    assert told.message == f"no directive is called {name}, so this comment does nothing"
    assert told.help == f"did you mean curriculum-{meant}?"


@pytest.mark.parametrize(
    "comment",
    [
        "curriculum for the second year",
        "curriculum-version: 3",
        "curriculum: databases",
        "curriculum disabled for guests",
        "chapter-disable",
        "prettier-ignore",
    ],
)
def test_comments_of_authors_and_other_tools_are_left_alone(comment: str) -> None:
    assert rules(a=f"<!-- {comment} -->") == ["duplicate-number", "duplicate-number"]


def test_a_misspelt_directive_in_code_is_none() -> None:
    assert rules(a="```html\n<!-- curriculum-disabel -->\n```\n") == ["duplicate-number"] * 2


@pytest.mark.parametrize("run", [" ", "c", "_", "c-", "<!--c"])
def test_comments_that_are_nearly_directives_take_no_longer_than_their_length(run: str) -> None:
    lint(f"# Guide\n\n<!-- curriculum-{run * 100_000}x\n")


def test_a_comment_that_is_never_closed_takes_no_longer_than_its_length() -> None:
    assert lint(f"# Guide\n\n<!-- curriculum-disable {' ' * 200_000}x\n") == ()


def test_a_name_without_a_finding_is_shown_where_it_stands() -> None:
    text = GUIDE.format(
        a="<!-- curriculum-disable-next-line no-questions, skipped-number -->", b="", c=""
    )
    unused = [each for each in lint(text) if each.rule == "unused-suppression"]
    shown = [text[each.span.start : each.span.end] for each in unused]
    assert shown == ["no-questions", "skipped-number"]
