"""What was fixed is read again: titles and questions stay, numbers are numbers, once is enough."""

from collections import Counter
from functools import lru_cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.engine.fix_loop import FixResult, GuideReader, fix_in_passes
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from tests.examples import examples
from tests.linting import PATH, guide, lint

CHAPTERS = st.sampled_from(
    ["## 1. A", "## 2. B", "## 2 B", "## 3. C", "## B", "## Chapter 2: B", "## 3 C", "## 2: B"]
)
TOPICS = st.sampled_from(
    [
        *("### 1.1 a", "### 1.2 b", "### 2.1 c", "### 2.2 d", "### c", "### 9.", "### 9. x"),
        *("### 1. a", "### 2. b", "### 1.2", "### 2.2. f", "### 3.1 g", "### 1,2 b", "### 12 b"),
        *("### 3.3", "### g 3", "### 2 c", "### 10.1 z"),
    ]
)
FIELDS = st.sampled_from(["", "- **Description**: x.\n", "- **Questions**:\n  - Why?\n"])
GUIDES = st.lists(
    st.tuples(CHAPTERS, st.lists(st.builds("{}\n{}\n".format, TOPICS, FIELDS), max_size=4)),
    min_size=1,
    max_size=4,
).map(lambda parts: "# A\n\n" + "".join(f"{head}\n\n{''.join(below)}" for head, below in parts))


@lru_cache(maxsize=8)
def linted(text: str) -> GuideReport:
    return GuideReport(Source(PATH, text), lint(text))


def fixed(text: str) -> FixResult:
    return fix_in_passes(linted(text), GuideReader(guide, linted), is_safe)


def is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def said(text: str) -> list[str]:
    found = guide(text)
    titles = [section.title for section in (*found.chapters, *found.topics)]
    return [*titles, *(question.text for _, question in found.questions)]


def numbers_twice(text: str) -> Counter[str]:
    counts = Counter(topic.number for topic in guide(text).topics if topic.number)
    return Counter({number: count - 1 for number, count in counts.items() if "." in number})


@given(GUIDES)
@examples(200)
def test_a_fixed_guide_says_the_same(text: str) -> None:
    after = fixed(text).report.source.text
    assert said(after) == said(text)
    assert not numbers_twice(after) - numbers_twice(text)
    assert fixed(after).report.source.text == after


@pytest.mark.parametrize(
    "lines",
    [
        "## 3. C\n\n### 9.\n### 12 b\n- **Description**: x.\n",
        "## 4. D\n\n### 2.2. f\n### 1.2\n### 1.1 a\n### 1,2 b\n",
        "## D\n\n### a\nx.\n### 1.2 b\nx.\n### 1.3 c\nx.\n\n## 1. B\n\n### 1.1 d\nx.\n",
    ],
)
def test_a_number_that_would_be_wrong_is_not_given(lines: str) -> None:
    text = f"# A\n\n{lines}"
    after = fixed(text).report.source.text
    assert said(after) == said(text)
    assert not numbers_twice(after) - numbers_twice(text)


def test_a_fix_that_is_not_made_is_told() -> None:
    (refusal,) = fixed("# A\n\n## 3. C\n\n### 9.\n### 12 b\n- **Description**: x.\n").refusals
    assert refusal.reason == 'the title "12 b" would be lost'
