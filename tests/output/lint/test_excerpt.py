"""Lines with places underlined."""

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Related
from curriculum_tools.model.source import Span
from tests.output.lint.reports import finding, shown, span


def test_tabs_wide_characters_and_marks_that_combine() -> None:
    text = "\t表 cafe\u0301 wrong\n"
    assert shown(text, finding(text, "表"), finding(text, "wrong")) == snapshot("""\
guides/a.md:1:2 warning[some-rule]: this is wrong
   |
 1 |     表 café wrong
   |     ^^

guides/a.md:1:10 warning[some-rule]: this is wrong
   |
 1 |     表 café wrong
   |             ^^^^^

""")


def test_a_long_line_is_cut_around_the_place() -> None:
    text = f"{'before ' * 9}wrong{' after' * 9}\n"
    assert shown(text, finding(text, "wrong"), width=40) == snapshot("""\
guides/a.md:1:64 warning[some-rule]: this is wrong
   |
 1 | …before before wrong after after a…
   |                ^^^^^

""")


def test_two_places_far_apart_on_a_long_line_are_shown_one_after_the_other() -> None:
    text = f"one {'and ' * 30}two\n"
    related = Related("not here", span(text, "two"))
    assert shown(text, finding(text, "one", related=(related,)), width=40) == snapshot("""\
guides/a.md:1:1 warning[some-rule]: this is wrong
   |
 1 | one and and and and and and and an…
   | ^^^
 1 | …d and and and and and and and two
   |                                --- not here

""")


def test_a_span_over_several_lines_is_underlined_on_the_first() -> None:
    text = "# Guide\n\n## 1. Storage\n"
    assert shown(text, finding(text, Span(2, 12))) == snapshot("""\
guides/a.md:1:3 warning[some-rule]: this is wrong
   |
 1 | # Guide
   |   ^^^^^

""")


def test_empty_spans_and_the_end_of_the_file() -> None:
    text = "no end"
    end = Span(len(text), len(text))
    assert shown(text, finding(text, end)) == snapshot("""\
guides/a.md:1:7 warning[some-rule]: this is wrong
   |
 1 | no end
   |       ^

""")
    assert shown(f"{text}\n", finding(text, Span(7, 7))) == snapshot("""\
guides/a.md:2:1 warning[some-rule]: this is wrong
   |
 2 |
   | ^

""")
    assert shown("", finding("", Span(0, 0))) == snapshot("""\
guides/a.md:1:1 warning[some-rule]: this is wrong
   |
 1 |
   | ^

""")


def test_a_byte_order_mark_is_no_column() -> None:
    text = "\ufeff# Guide\n"
    assert shown(text, finding(text, "Guide"), finding(text, Span(0, 1))) == snapshot("""\
guides/a.md:1:3 warning[some-rule]: this is wrong
   |
 1 | # Guide
   |   ^^^^^

guides/a.md:1:1 warning[some-rule]: this is wrong
   |
 1 | # Guide
   | ^

""")
