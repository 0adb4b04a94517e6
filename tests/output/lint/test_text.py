"""How findings look on a terminal."""

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Edit, Fix, Related, Severity
from curriculum_tools.model.report import LintReport
from curriculum_tools.model.source import Source, Span
from tests.output.lint.reports import blocks, finding, rendered, report, shown, span

GUIDE = """\
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns.

### 1.1 Indexes
- **Description**: Found at once.
"""
FIX = Fix("renumber to 1.2", True, (Edit(Span(70, 73), "1.2"),))
SECOND = Span(GUIDE.rindex("1.1"), GUIDE.rindex("1.1") + 3)


def test_a_finding_with_all_it_may_have() -> None:
    used = finding(
        GUIDE,
        SECOND,
        "topic number 1.1 is already used on line 5",
        severity=Severity.ERROR,
        related=(Related("first used here", span(GUIDE, "1.1")),),
        fix=FIX,
        advice="should be 1.2",
    )
    assert rendered("text", report(GUIDE, used)) == snapshot("""\
guides/a.md:8:5 error[some-rule]: topic number 1.1 is already used on line 5
   |
 5 | ### 1.1 Tables
   |     --- first used here
...
 8 | ### 1.1 Indexes
   |     ^^^
   = help: should be 1.2
   = fix: renumber to 1.2 (--fix)

1 guide, 2 topics, 1,186 questions: 1 error; 1 fixable with --fix
""")


def test_colours() -> None:
    text = rendered("text", report(GUIDE, finding(GUIDE, "Guide")), color=True)
    assert text.replace("\x1b", "ESC") == snapshot("""\
ESC[1mguides/a.md:1:3ESC[0m ESC[1;33mwarning[some-rule]ESC[0m: this is wrong
ESC[94m   |ESC[0m
ESC[94m 1 |ESC[0m # Guide
ESC[94m   |ESC[0m   ESC[1;33m^^^^^ESC[0m

1 guide, 2 topics, 1,186 questions: 1 warning
""")


def test_lines_that_follow_each_other_are_not_parted() -> None:
    text = "one\ntwo\n"
    related = Related("as here", span(text, "one"))
    assert shown(text, finding(text, "two", related=(related,))) == snapshot("""\
guides/a.md:2:1 warning[some-rule]: this is wrong
   |
 1 | one
   | --- as here
 2 | two
   | ^^^

""")


def test_two_places_on_one_line() -> None:
    text = "one two one\n"
    related = Related("first here", Span(0, 3))
    assert shown(text, finding(text, Span(8, 11), related=(related,))) == snapshot("""\
guides/a.md:1:9 warning[some-rule]: this is wrong
   |
 1 | one two one
   |         ^^^
   | --- first here

""")


def test_a_place_in_another_guide() -> None:
    other = Source("guides/b.md", "# B\n\n## 1. Storage\n")
    related = Related("stood here", Span(8, 18), other)
    assert shown(GUIDE, finding(GUIDE, "Guide", related=(related,))) == snapshot("""\
guides/a.md:1:3 warning[some-rule]: this is wrong
   |
 1 | # Guide
   |   ^^^^^
   --> guides/b.md:3:4
   |
 3 | ## 1. Storage
   |    ---------- stood here

""")


def test_many_related_places_are_capped() -> None:
    text = "a\n" * 9
    related = tuple(Related("here", Span(at, at + 1)) for at in range(2, 18, 2))
    assert shown(text, finding(text, Span(0, 1), related=related)) == snapshot("""\
guides/a.md:1:1 warning[some-rule]: this is wrong
   |
 1 | a
   | ^
 2 | a
   | - here
 3 | a
   | - here
 4 | a
   | - here
 5 | a
   | - here
   = and 4 more places; -v shows them

""")


def folded(text: str, *, fix: Fix | None = None) -> LintReport:
    places = [Span(at, at + 1) for at in range(0, len(text), 2)]
    found = (finding(text, at, "no x", cause="x lacks everywhere", fix=fix) for at in places)
    return report(text, *found)


def test_findings_of_one_cause_are_one_block() -> None:
    assert blocks(folded("x\n" * 4, fix=FIX)) == snapshot("""\
guides/a.md:1:1 warning[some-rule]: x lacks everywhere
   |
 1 | x
   | ^
   = also on lines 2, 3, 4
   = fix: renumber to 1.2, and the others likewise (--fix)

""")


def test_many_lines_are_capped_and_wrapped() -> None:
    assert blocks(folded("x\n" * 2000), width=40) == snapshot("""\
guides/a.md:1:1 warning[some-rule]: x lacks everywhere
   |
 1 | x
   | ^
   = also on lines 2, 3, 4, 5, 6, 7, 8,
     9, 10, 11 and 1,989 more (-v shows
     each)

""")


def test_quiet_is_a_line_a_finding_and_nothing_else() -> None:
    assert rendered("text", folded("x\n" * 2, fix=FIX), quiet=True) == snapshot("""\
guides/a.md:1:1: warning[some-rule] no x
guides/a.md:2:1: warning[some-rule] no x
""")


def test_verbose_folds_nothing() -> None:
    text = rendered("text", folded("x\n" * 20), verbose=True)
    assert text.count("no x") == 20
    assert "x lacks everywhere" not in text


def test_a_cause_with_one_finding_is_told_in_its_own_words() -> None:
    assert "no x" in rendered("text", folded("x\n"))


def test_what_could_forge_output_is_shown_and_does_nothing() -> None:
    text = "a\x1b[2Jb\u202ec\u2028d\udcff\r\n"
    wrong = finding(text, Span(0, 1), "has \x1b[31m\nin it", advice="no\rway")
    assert shown(text, wrong) == snapshot("""\
guides/a.md:1:1 warning[some-rule]: has ␛[31m␊in it
   |
 1 | a␛[2Jb<U+202E>c<U+2028>d<FF>
   | ^
   = help: no␍way

""")
