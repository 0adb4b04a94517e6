"""What fixing promises of any text: it comes to an end, mends, loses nothing, and does no harm."""

from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.engine.fix_loop import FixResult, GuideReader, fix_in_passes
from curriculum_tools.model.finding import Edit, Finding, Fix, Severity
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source, Span
from tests.examples import tried
from tests.linting import PATH, config, guide, lint
from tests.output.lint.reports import finding
from tests.real_guides import real_texts
from tests.syntax.damaged import damaged, damaged_guides, excerpt

EVERY_RULE = 'select = ["ALL", "mixed-quotes"]'
FILES = ("notes/a.md", "a.md", "b.mdx")

GUIDE = """# Databases

[1.1 Indexes](#11-indexes)

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.\\
- **Questions**:
  - What is a \\"row\\"?

### 1.1 Indexes
- **Description**: Rows found without reading all.
- **Questons**:
  - When is an index passed over?

### 1.3 Locks
- **Description**: Who may write; see [1.1](#11-indexes).
- **Questions**:
  - When does a lock wait?"""

MENDED = """# Databases

[1.2 Indexes](#12-indexes)

## 1. Storage

### 1.1 Tables
- **Description**: Rows of one shape.
- **Questions**:
  - What is a "row"?

### 1.2 Indexes
- **Description**: Rows found without reading all.
- **Questions**:
  - When is an index passed over?

### 1.3 Locks
- **Description**: Who may write; see [1.2](#12-indexes).
- **Questions**:
  - When does a lock wait?
"""


def report(text: str) -> GuideReport:
    return GuideReport(Source(PATH, text), lint(text, files=FILES, toml=EVERY_RULE))


READER = GuideReader(lambda text: guide(text, settings=config(EVERY_RULE)), report)


def is_safe(found: Finding) -> bool:
    return found.fix is not None and found.fix.safe


def has_fix(found: Finding) -> bool:
    return found.fix is not None


def fixed(text: str, allows: Callable[[Finding], bool] = is_safe) -> FixResult:
    return fix_in_passes(report(text), READER, allows)


def replaced(text: str, old: str, new: str) -> FixResult:
    """Fix a text in which one rule finds one thing to be replaced, once."""
    start = text.index(old)
    edit = Edit(Span(start, start + len(old)), new)
    found = finding(text, edit.span, fix=Fix("replace it", True, (edit,)))
    reader = GuideReader(guide, lambda text: GuideReport(Source(PATH, text)))
    return fix_in_passes(GuideReport(Source(PATH, text), (found,)), reader, has_fix)


def said(text: str) -> Counter[str]:
    """Count topics, questions and notes by the letters and digits that they are made of."""
    parsed = guide(text)
    words = [f"topic {topic.title}" for topic in parsed.topics]
    words += [f"question {question.text}" for _, question in parsed.questions]
    words += [f"notes {notes.path.lower()}" for topic in parsed.topics for notes in topic.notes]
    return Counter("".join(filter(str.isalnum, each)) for each in words)


def serious(found: GuideReport) -> Counter[str]:
    return Counter(f.rule for f in found.findings if f.severity.reaches(Severity.WARNING))


def test_all_that_is_safe_is_mended_and_references_move_along() -> None:
    done = fixed(GUIDE)
    assert done.report.source.text == MENDED
    assert done.report.findings == ()
    assert done.refusals == ()
    assert done.count == 5


def test_only_what_is_allowed_is_mended() -> None:
    done = fixed(GUIDE, lambda found: found.rule == "stray-backslash")
    assert done.report.source.text == GUIDE.replace("\\", "")


def test_one_edit_that_mends_two_findings_counts_for_both() -> None:
    done = fixed(f"{MENDED}   ")
    assert (done.report.source.text, done.count) == (MENDED, 2)


@pytest.mark.parametrize("mark", ["<<<<<<< ours\n", "\udcff"])
def test_a_half_merged_or_misread_guide_is_left_alone(mark: str) -> None:
    text = f"{GUIDE}\n{mark}"
    done = fixed(text, has_fix)
    assert (done.report.source.text, done.count) == (text, 0)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("### 1.2", "Of 1.2", 'the topic "Of 1.2 Indexes" would be lost'),
        ("## 1. St", "St", 'the chapter "Storage" would be lost'),
        ("Questions", "Answers", 'the question "What is a "row"?" would be lost'),
        ("Questions**:", "Questions**:\n```", 'the question "What is a "row"?" would be lost'),
        ("- **Q", "  - **Q", 'the question "What is a "row"?" would be lost'),
        ("is an", "is\n\n    an", 'the question "When is an index passed over?" would be lost'),
        ("", "---\ntitle: x\n---\n", "the front matter would change"),
        ("# Data", "--\n# Data", 'the heading "-- # Databases" would be lost'),
        ("shape.", "kind.", None),
        ("### 1.2 Ind", "### 1.4 View", None),
        ("  - When does a lock wait?\n", "", None),
    ],
)
def test_a_fix_that_changes_what_is_said_is_refused(old: str, new: str, reason: str | None) -> None:
    done = replaced(MENDED, old, new)
    assert [refusal.reason for refusal in done.refusals] == ([reason] if reason else [])
    assert (done.report.source.text == MENDED) == bool(reason)


def test_a_fix_that_makes_a_new_finding_is_refused() -> None:
    text = MENDED.replace(
        "- **Questions**:\n  - When is", "- **Pth to detailed notes**: `x.md`\n- "
    )
    done = fixed(text)
    assert done.report.source.text == text
    (refusal,) = done.refusals
    assert refusal.finding.rule == "unknown-field"
    assert refusal.reason == "there would be a new finding, notes-file-not-found"


@given(damaged_guides, st.sampled_from([is_safe, has_fix]))
def test_fixing_any_guide(text: str, allows: Callable[[Finding], bool]) -> None:
    check_promises(text, allows)


@pytest.mark.parametrize("seed", range(tried(20, 8)))
def test_fixing_damaged_parts_of_real_guides(seed: int) -> None:
    texts = list(real_texts().values())
    text = damaged(excerpt(texts[seed % len(texts)], seed), slips=seed, seed=seed)
    check_promises(text, is_safe)
    check_promises(text, has_fix)


def check_promises(text: str, allows: Callable[[Finding], bool]) -> None:
    before, done = report(text), fixed(text, allows)
    after = done.report.source.text
    assert fixed(after, allows).report.source.text == after
    assert serious(done.report) <= serious(before)
    assert (after == text) == (done.count == 0)
    if allows is is_safe:
        relabelled = any(f.rule == "unknown-field" and is_safe(f) for f in before.findings)
        assert said(text) <= said(after)  # what stands under a mended label becomes known
        assert relabelled or said(text) == said(after)
