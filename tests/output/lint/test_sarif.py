"""SARIF 2.1.0."""

import json
from typing import Any

import pytest
from inline_snapshot import snapshot

from curriculum_tools.model.finding import Edit, Finding, Fix, Related, Severity
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.lint.sarif import SCHEMA
from curriculum_tools.rules import ALL
from tests.output.lint.reports import finding, rendered, report, validate_sarif

GUIDE = "# Guide\n\n### 1.1 Tables\n"


def run_of(of: LintReport) -> Any:
    log = validate_sarif(rendered("sarif", of))
    (run,) = log["runs"]
    return run


def result_of(*found: Finding, **settings: Any) -> Any:
    return run_of(report(GUIDE, *found, **settings))["results"][0]


def test_the_look() -> None:
    fix = Fix("renumber to 1.2", True, (Edit(Span(13, 16), "1.2"),))
    related = Related("first used here", Span(2, 3), Source("guides/b.md", "# B\n"))
    found = finding(GUIDE, "1.1", fix=fix, related=(related,), advice="mend it")
    text = rendered("sarif", report(GUIDE, found))
    assert json.loads(text)["$schema"] == SCHEMA
    assert text[text.index('      "columnKind"') :] == snapshot("""\
      "columnKind": "unicodeCodePoints",
      "newlineSequences": [
        "\\r\\n",
        "\\n",
        "\\r"
      ],
      "results": [
        {
          "ruleId": "some-rule",
          "level": "warning",
          "message": {"text": "this is wrong\\nhelp: mend it"},
          "locations": [
            {
              "physicalLocation": {
                "artifactLocation": {"uri": "guides/a.md"},
                "region": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 8}
              }
            }
          ],
          "relatedLocations": [
            {
              "id": 1,
              "physicalLocation": {
                "artifactLocation": {"uri": "guides/b.md"},
                "region": {"startLine": 1, "startColumn": 3, "endLine": 1, "endColumn": 4}
              },
              "message": {"text": "first used here"}
            }
          ],
          "partialFingerprints": {"curriculumFinding/v1": "0123456789abcdef"},
          "fixes": [
            {
              "description": {"text": "renumber to 1.2"},
              "artifactChanges": [
                {
                  "artifactLocation": {"uri": "guides/a.md"},
                  "replacements": [
                    {
                      "deletedRegion": {"startLine": 3, "startColumn": 5, "endLine": 3, "endColumn": 8},
                      "insertedContent": {"text": "1.2"}
                    }
                  ]
                }
              ],
              "properties": {"safe": true}
            }
          ]
        }
      ]
    }
  ]
}
""")


def test_every_rule_has_what_dashboards_ask_for() -> None:
    run = run_of(LintReport((), rules=tuple(rule.description for rule in ALL)))
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [rule.id for rule in ALL]
    for rule in rules:
        assert rule["shortDescription"]["text"]
        assert rule["fullDescription"]["text"]
        assert "## Bad" in rule["help"]["markdown"]
        assert "```" not in rule["help"]["text"]


def test_a_finding_names_its_rule_by_index_too() -> None:
    described = tuple(rule.description for rule in ALL)
    result = result_of(finding(GUIDE, "1.1", rule=ALL[3].id), rules=described)
    assert (result["ruleId"], result["ruleIndex"]) == (ALL[3].id, 3)


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.INFO, "note")],
)
def test_levels(severity: Severity, level: str) -> None:
    assert result_of(finding(GUIDE, "1.1", severity=severity))["level"] == level


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("guides/a b.md", "guides/a%20b.md"),
        ("a:b#c?.md", "a%3Ab%23c%3F.md"),
        ("ü.md", "%C3%BC.md"),
        ("\udcff.md", "%FF.md"),
        ("../a.md", "../a.md"),
        ("/tmp/a.md", "file:///tmp/a.md"),
        ("<stdin>", "%3Cstdin%3E"),
    ],
)
def test_uris(path: str, uri: str) -> None:
    guide = GuideReport(Source(path, GUIDE), (finding(GUIDE, "1.1", path=path),))
    (result,) = run_of(LintReport((guide,)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_what_a_guide_says_is_no_placeholder_and_no_link() -> None:
    result = result_of(finding(GUIDE, "1.1", "see {0} and [this](https://example.org)"))
    assert result["message"]["text"] == "see {{0}} and [this] (https://example.org)"


def test_findings_that_a_baseline_hides_stay_in_their_places() -> None:
    new = finding(GUIDE, "1.1", "new")
    hidden = (finding(GUIDE, "Guide", "old"), finding(GUIDE, "Tables", "old too"))
    results = run_of(report(GUIDE, new, hidden=hidden, has_baseline=True))["results"]
    assert [(result["message"]["text"], result["baselineState"]) for result in results] == [
        ("old", "unchanged"),
        ("new", "new"),
        ("old too", "unchanged"),
    ]


def test_without_a_baseline_nothing_is_new() -> None:
    assert "baselineState" not in result_of(finding(GUIDE, "1.1"))


def test_an_unsafe_fix_says_so() -> None:
    fix = Fix("drop it", False, (Edit(Span(0, 1), ""), Edit(Span(4, 4), "x")))
    (found,) = result_of(finding(GUIDE, "1.1", fix=fix))["fixes"]
    assert found["properties"] == {"safe": False}
    (change,) = found["artifactChanges"]
    assert len(change["replacements"]) == 2
