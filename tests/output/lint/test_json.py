"""A lint as JSON."""

from inline_snapshot import snapshot

from curriculum_tools.model.finding import Edit, Fix, Related
from curriculum_tools.model.report import BaselineEntry
from curriculum_tools.model.source import Source, Span
from tests.output.lint.reports import finding, rendered, report
from tests.schemas import validate

GUIDE = "# Guide\n\n### 1.1 Tables\n"


def test_the_look() -> None:
    fix = Fix("renumber to 1.2", True, (Edit(Span(13, 16), "1.2"),))
    related = Related("first used here", Span(2, 3), Source("guides/b.md", "# B\n"))
    found = finding(GUIDE, "1.1", fix=fix, related=(related,), advice="mend it")
    stale = (BaselineEntry("a-rule", "guides/c.md", "0123"),)
    text = rendered("json", report(GUIDE, found, hidden=(found,) * 3, stale=stale))
    validate("lint", text)
    assert text == snapshot("""\
{
  "version": 1,
  "summary": {
    "guides": 1,
    "findings": 1,
    "error": 0,
    "warning": 1,
    "info": 0,
    "fixable": 1,
    "suppressed": 0,
    "baselined": 3,
    "stale": 1,
    "not_checked_out": 0
  },
  "guides": [
    {"path": "guides/a.md", "dialect": {"from": "default", "question": []}, "chapters": 0, "topics": 2, "questions": 1186, "answers": 0, "options": 0}
  ],
  "findings": [
    {"rule": "some-rule", "group": "structure", "severity": "warning", "message": "this is wrong", "path": "guides/a.md", "start": {"line": 3, "column": 5}, "end": {"line": 3, "column": 8}, "topic": {"number": "1.1", "title": "Tables"}, "related": [{"message": "first used here", "path": "guides/b.md", "start": {"line": 1, "column": 3}, "end": {"line": 1, "column": 4}}], "fix": {"title": "renumber to 1.2", "safe": true, "edits": [{"start": {"line": 3, "column": 5}, "end": {"line": 3, "column": 8}, "text": "1.2"}]}, "fingerprint": "0123456789abcdef", "help": "mend it"}
  ],
  "stale_baseline": [
    {
      "rule": "a-rule",
      "path": "guides/c.md",
      "fingerprint": "0123",
      "message": "",
      "topic": null
    }
  ]
}
""")


def test_what_may_be_absent_is_null_or_empty() -> None:
    value = validate("lint", rendered("json", report(GUIDE, finding(GUIDE, "Guide"))))
    assert value["findings"][0]["fix"] is None
    assert value["findings"][0]["related"] == value["stale_baseline"] == []
