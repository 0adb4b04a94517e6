"""Any defect that the rules name, put into a clean guide, is found on its line, and only once."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from curriculum_tools.engine.rule import Group
from curriculum_tools.rules import ALL
from tests.linting import lint

SUBJECTS = {
    "Storage": ["Tables", "Indexes", "Locks", "Views"],
    "Queries": ["Joins", "Plans", "Windows", "Cursors"],
    "Operation": ["Backups", "Replicas", "Upgrades", "Metrics"],
}
ASKED = ["What goes wrong first with {}?", "How would you measure {}?", "Compare two kinds of {}."]


def clean_lines() -> list[str]:
    """Give a guide without any finding, line by line."""
    lines = ["---", "title: Databases", "---", "", "# Databases", "", "A guide for practice.", ""]
    for chapter, (subject, titles) in enumerate(SUBJECTS.items(), 1):
        lines += [f"## {chapter}. {subject}", ""]
        for topic, title in enumerate(titles, 1):
            lines += [
                f"### {chapter}.{topic} {title}",
                f"- **Description**: Why {title.lower()} of this kind exist, and what they cost.",
                f"- **Prerequisites**: {chapter}.{topic - 1}"
                if topic > 1
                else "- **Prerequisites**: none",
                f"- **Path to detailed notes**: `notes/{title.lower()}.md`",
                "- **Questions**:",
                *(f"  - {text.format(title.lower())}" for text in ASKED),
                "",
            ]
    return lines[:-1]


FILES = [f"notes/{title.lower()}.md" for titles in SUBJECTS.values() for title in titles]
FILES.append("notes/plans.txt")
CLEAN = "\n".join(clean_lines()) + "\n"


@dataclass(frozen=True)
class Defect:
    """A change of the clean guide, and the text of the line on which it must be found."""

    rule: str
    change: Callable[[str], str]
    line: str
    toml: str = ""


def sub(rule: str, old: str, new: str, line: str | None = None, toml: str = "") -> Defect:
    """Replace one text; it is found on the line that holds `line`, else `new`."""
    assert CLEAN.count(old) == 1, old
    marker = line if line is not None else new.strip("\n").split("\n")[0]
    return Defect(rule, lambda text: text.replace(old, new), marker, toml)


PLANS = "### 2.2 Plans"
DEFECTS = [
    sub("missing-title", "---\ntitle: Databases\n---\n\n# Databases\n\n", "", "A guide for"),
    sub("multiple-titles", "A guide for practice.", "A guide for practice.\n\n# Again", "# Again"),
    sub(
        "heading-level-skip",
        "## 2. Queries\n\n",
        "## 2. Queries\n\n#### An aside\n\nOf what follows.\n\n",
        "#### An aside",
    ),
    sub("malformed-heading", "### 2.1 Joins", "#### 2.1 Joins"),
    sub("malformed-heading", "### 2.3 Windows", "###2.3 Windows"),
    sub("malformed-heading", "### 2.4 Cursors", "### 24 Cursors"),
    sub("malformed-heading", "## 3. Operation", "### 3. Operation"),
    sub("swallowed-headings", "## 2. Queries", "```sql\n\n## 2. Queries", "```sql"),
    Defect("repeated-part", lambda text: text + text[text.index("## 3. ") :], "## 3. Operation"),
    sub("topic-outside-chapter", "## 1. Storage\n\n", "", "### 1.1 Tables"),
    sub(
        "empty-chapter",
        "  - Compare two kinds of metrics.\n",
        "  - Compare two kinds of metrics.\n\n## 4. Nothing\n",
        "## 4. Nothing",
    ),
    sub("duplicate-title", PLANS, "### 2.2 Joins"),
    sub(
        "unexpected-content",
        "- **Description**: Why plans",
        "- See also the manual.\n- **Description**: Why plans",
    ),
    sub("duplicate-number", PLANS, "### 2.1 Plans"),
    sub("duplicate-number", "## 2. Queries", "## 1. Queries"),
    sub("skipped-number", "### 3.4 Metrics", "### 3.6 Metrics"),
    sub("number-out-of-order", PLANS, "### 2.9 Plans"),
    sub("number-out-of-order", "## 2. Queries", "## 7. Queries"),
    sub("wrong-chapter-number", PLANS, "### 3.2 Plans"),
    sub("missing-number", PLANS, "### Plans"),
    sub("missing-number", "## 2. Queries", "## Queries"),
    sub(
        "missing-description",
        "- **Description**: Why plans of this kind exist, and what they cost.\n",
        "",
        PLANS,
    ),
    sub(
        "missing-questions",
        "- **Questions**:\n  - What goes wrong first with plans?\n  - How would you measure plans?\n"
        "  - Compare two kinds of plans.\n",
        "",
        PLANS,
    ),
    sub("missing-notes-path", "- **Path to detailed notes**: `notes/plans.md`\n", "", PLANS),
    sub(
        "empty-field",
        "- **Description**: Why plans of this kind exist, and what they cost.",
        "- **Description**:",
    ),
    sub(
        "duplicate-field",
        "- **Description**: Why plans of this kind exist, and what they cost.",
        "- **Description**: Why plans of this kind exist, and what they cost.\n- **Description**: Twice.",
        "Twice.",
    ),
    sub("unknown-field", "- **Description**: Why plans", "- **Descriptoin**: Why plans"),
    sub(
        "field-out-of-order",
        "- **Prerequisites**: 2.1\n- **Path to detailed notes**: `notes/plans.md`",
        "- **Path to detailed notes**: `notes/plans.md`\n- **Prerequisites**: 2.1",
        "",
    ),
    sub(
        "duplicate-question",
        "What goes wrong first with plans?",
        "What goes wrong first with joins?",
        "  - What goes wrong first with joins?",
    ),
    sub("wrong-end-mark", "How would you measure plans?", "How would you measure plans."),
    sub(
        "question-count-out-of-range",
        "  - How would you measure plans?\n  - Compare two kinds of plans.\n",
        "",
        "",
        '[severity]\n"question-count-out-of-range" = "warning"\n',
    ),
    sub("notes-file-not-found", "`notes/plans.md`", "`notes/plan.md`"),
    sub("notes-outside-root", "`notes/plans.md`", "`../../notes/plans.md`"),
    sub("notes-case-mismatch", "`notes/plans.md`", "`notes/Plans.md`"),
    sub(
        "notes-already-written",
        "- **Path to detailed notes**: `notes/plans.md`",
        "- *(Individual file to be created, e.g., `notes/plans.md`)*",
    ),
    sub("shared-notes", "`notes/plans.md`", "`notes/joins.md`", ""),
    sub(
        "untidy-notes-path",
        "`notes/plans.md`",
        "`notes/plans.txt`",
        toml='[severity]\n"untidy-notes-path" = "warning"\n',
    ),
    sub("broken-link", "A guide for practice.", "A guide for [practice](practice.md)."),
    sub(
        "quoted-notes-path",
        "`notes/plans.md`",
        '"notes/plans.md"',
    ),
    sub(
        "empty-field",
        "`notes/plans.md`",
        "to be written",
    ),
    sub(
        "anchor-case-mismatch",
        "Why plans of this kind exist",
        'Why <a href="#22-Plans">plans</a> of this kind exist',
    ),
    sub(
        "broken-link",
        "Why plans of this kind exist",
        "Why <img src=plan.png> plans of this kind exist",
    ),
    sub("broken-anchor", "A guide for practice.", "A guide for [practice](#practice)."),
    sub("stray-backslash", "How would you measure plans?", 'How would you \\"measure\\" plans?'),
    sub("stray-backslash", "How would you measure plans?", "How would you measure plans?\\"),
    sub(
        "inconsistent-indent",
        "  - What goes wrong first with plans?\n  - How would you measure plans?\n  - Compare two kinds of plans.",
        "    - What goes wrong first with plans?\n    - How would you measure plans?\n    - Compare two kinds of plans.",
    ),
    sub("trailing-whitespace", "How would you measure plans?", "How would you measure plans? "),
    Defect(
        "missing-final-newline", lambda text: text.rstrip("\n"), "Compare two kinds of metrics."
    ),
    sub("mixed-line-endings", "How would you measure plans?\n", "How would you measure plans?\r\n"),
    sub(
        "mixed-quotes",
        "How would you measure plans?",
        "How would you measure a plan’s cost, and a plan's gain?",
        toml='[severity]\n"mixed-quotes" = "warning"\n',
    ),
    sub(
        "hidden-text-direction",
        "How would you measure plans?",
        "How would you \u202emeasure\u202c plans?",
    ),
    sub("control-character", "How would you measure plans?", "How would you \x07measure plans?"),
    sub(
        "merge-conflict-marker",
        "  - How would you measure plans?\n",
        "<<<<<<< ours\n  - How would you measure plans?\n=======\n  - How would you count plans?\n>>>>>>> theirs\n",
        "<<<<<<< ours",
    ),
    sub("invalid-encoding", "How would you measure plans?", "How would you measure \udce9 plans?"),
    sub(
        "missing-front-matter",
        "---\ntitle: Databases\n---\n\n",
        "",
        "# Databases",
        "[front-matter]\nrequired = true\n",
    ),
    sub("invalid-front-matter", "title: Databases\n", "title: [Databases\n", ""),
    sub("stale-reference", "A guide for practice.", "A guide for practice, see 2.8."),
    sub("unknown-prerequisite", "- **Prerequisites**: 2.1\n", "- **Prerequisites**: 2.8\n"),
    sub("prerequisite-cycle", "- **Prerequisites**: 2.2\n", "- **Prerequisites**: 2.3\n"),
    sub("prerequisite-order", "- **Prerequisites**: 2.1\n", "- **Prerequisites**: 3.1\n"),
    sub(
        "unused-suppression",
        "  - How would you measure plans?\n",
        "<!-- curriculum-disable-next-line duplicate-question -->\n  - How would you measure plans?\n",
    ),
]


def test_the_clean_guide_has_no_finding() -> None:
    assert lint(CLEAN, files=FILES) == ()


@pytest.mark.parametrize(
    "defect", DEFECTS, ids=lambda defect: f"{defect.rule}-{defect.line.strip()}"
)
def test_an_injected_defect_is_found_on_its_line(defect: Defect) -> None:
    text = defect.change(CLEAN)
    found = lint(text, files=FILES, toml=defect.toml)
    places = {
        text.count("\n", 0, finding.span.start) for finding in found if finding.rule == defect.rule
    }
    lines = [text.split("\n")[place] for place in places]
    assert len(lines) == 1
    assert defect.line in lines[0]


@pytest.mark.parametrize(
    "defect", DEFECTS, ids=lambda defect: f"{defect.rule}-{defect.line.strip()}"
)
def test_one_defect_is_one_finding(defect: Defect) -> None:
    found = lint(defect.change(CLEAN), files=FILES, toml=defect.toml)
    assert [finding.rule for finding in found] == [defect.rule]


def test_every_rule_is_tried() -> None:
    elsewhere = {"similar-title", "near-duplicate-question", "orphan-notes"}
    of_other_dialects = {Group.ANSWERS, Group.CONTENTS, Group.ORDER, Group.TRANSLATIONS}
    elsewhere |= {rule.id for rule in ALL if rule.group in of_other_dialects}
    elsewhere |= {"missing-section", "misnamed-section", "section-out-of-order"}
    elsewhere |= {"unlike-pair", "wrong-count"}
    regressions = {rule.id for rule in ALL if rule.check_against}
    assert {rule.id for rule in ALL} - {d.rule for d in DEFECTS} <= elsewhere | regressions
