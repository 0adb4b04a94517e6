"""A finding stays the same finding when lines move, topics are renumbered or others are mended."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from tests.linting import lint
from tests.real_guides import real_guide

FAULTY = """\
# Baking

## 1. Bread

### 1.1 Kneading
- **Description**: Stretching dough.
- **Questions**:
  - What does kneading do?
  - What does kneading do?

### 1.1 Proving
- **Descriptoin**: Letting the yeast work.
- **Path to detailed notes**: `notes/proving.md`\\
- **Questions**:
  - Why is a dough \\"covered\\"?

### 1.4 Steam
- **Description**:
- **Questions**:
  - What does steam do to a crust

## 2. Cakes
"""
PIECES = st.sampled_from(["\n", "\n\n", "A paragraph of prose.\n\n", "<!-- a remark -->\n\n"])


def fingerprints(text: str) -> Counter[str]:
    return Counter(finding.fingerprint for finding in lint(text))


def with_insertions(text: str, pieces: dict[int, str]) -> str:
    """Put pieces in front of headings, counted from 0."""
    sections = text.split("\n#")
    return "\n#".join(
        section + (f"\n\n{pieces[place]}" if place in pieces else "")
        for place, section in enumerate(sections)
    )


@examples(60)
@given(st.dictionaries(st.integers(1, 4), PIECES, max_size=4))
def test_a_baseline_hides_all_and_only_its_findings_wherever_lines_move(
    pieces: dict[int, str],
) -> None:
    before = fingerprints(FAULTY)
    assert before.total() > 8
    assert fingerprints(with_insertions(FAULTY, pieces)) == before


@pytest.mark.parametrize("name", ["003.md", "004.md"])
def test_so_it_is_in_a_real_guide(name: str) -> None:
    text = real_guide(name).text
    moved = with_insertions(text, dict.fromkeys(range(3, 60, 7), "A remark.\n"))
    assert fingerprints(moved) == fingerprints(text)


def test_a_renumbered_topic_keeps_its_findings() -> None:
    renumbered = FAULTY.replace("### 1.4 Steam", "### 1.3 Steam")
    gone = fingerprints(FAULTY) - fingerprints(renumbered)
    assert {f.rule for f in lint(FAULTY) if f.fingerprint in gone} <= {"skipped-number"}
    assert not fingerprints(renumbered) - fingerprints(FAULTY)


def test_what_is_mended_takes_no_other_finding_along() -> None:
    mended = FAULTY.replace("Descriptoin", "Description")
    gone = fingerprints(FAULTY) - fingerprints(mended)
    assert {f.rule for f in lint(FAULTY) if f.fingerprint in gone} == {"unknown-field"}
    assert not fingerprints(mended) - fingerprints(FAULTY)
