"""Reviewdog's diagnostics."""

import json
from typing import Any

from inline_snapshot import snapshot

from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.source import Span
from tests.output.lint.reports import finding, rendered, report

GUIDE = "# Guide\n\n### 1.1 Tables\n"
WIDE = "\ufeffé 𐐀 x\n\udcff y é\n"


def diagnostic(text: str, at: str | Span, fix: Fix | None = None) -> Any:
    of = report(text, finding(text, at, fix=fix))
    (found,) = json.loads(rendered("rdjson", of))["diagnostics"]
    return found


def test_the_look() -> None:
    fix = Fix("renumber to 1.2", True, (Edit(Span(13, 16), "1.2"),))
    found = finding(GUIDE, "1.1", fix=fix, advice="mend it")
    assert rendered("rdjson", report(GUIDE, found)) == snapshot("""\
{
  "source": {"name": "curriculum-tools"},
  "diagnostics": [
    {
      "message": "this is wrong\\nhelp: mend it",
      "location": {
        "path": "guides/a.md",
        "range": {
          "start": {"line": 3, "column": 5},
          "end": {"line": 3, "column": 8}
        }
      },
      "severity": "WARNING",
      "code": {"value": "some-rule"},
      "suggestions": [
        {
          "range": {
            "start": {"line": 3, "column": 5},
            "end": {"line": 3, "column": 8}
          },
          "text": "1.2"
        }
      ]
    }
  ]
}
""")


def test_columns_count_bytes_from_1_and_a_byte_order_mark_is_none() -> None:
    where = diagnostic(WIDE, "x")["location"]["range"]
    assert where == {"start": {"line": 1, "column": 9}, "end": {"line": 1, "column": 10}}


def test_a_byte_that_is_no_text_is_one_byte() -> None:
    where = diagnostic(WIDE, "y")["location"]["range"]
    assert where == {"start": {"line": 2, "column": 3}, "end": {"line": 2, "column": 4}}


def test_a_fix_of_several_edits_is_one_suggestion() -> None:
    text = "é one\né two\né three\n"
    edits = (Edit(Span(2, 5), "ONE"), Edit(Span(6, 7), ""), Edit(Span(12, 12), "É "))
    fix = Fix("shout", True, edits)
    (suggestion,) = diagnostic(text, "two", fix)["suggestions"]
    lines = text.encode().splitlines(keepends=True)
    start, end = suggestion["range"]["start"], suggestion["range"]["end"]
    first, last = start["line"] - 1, end["line"] - 1
    before = b"".join(lines[:first]) + lines[first][: start["column"] - 1]
    after = lines[last][end["column"] - 1 :] + b"".join(lines[last + 1 :])
    assert (before + suggestion["text"].encode() + after).decode() == apply_fixes(text, [fix])


def test_without_a_fix_nothing_is_suggested() -> None:
    assert "suggestions" not in diagnostic(GUIDE, "1.1")
