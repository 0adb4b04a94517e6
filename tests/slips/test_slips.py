"""Each kind of slip is found once, at its line, and mended or left as it is."""

import os
import zlib
from collections.abc import Iterator
from functools import lru_cache
from random import Random

import pytest

from curriculum_tools.engine.fix_loop import GuideReader, fix_in_passes
from curriculum_tools.model.content import Section
from curriculum_tools.model.finding import Finding, Severity
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from tests.examples import times, tried
from tests.linting import PATH, guide, lint
from tests.slips.clean import UNNUMBERED, CleanGuide, clean_guide
from tests.slips.false_friends import FALSE_FRIENDS
from tests.slips.kinds import KINDS, Slip

#: So many slips of each kind are made, one in development, unless the environment says how many.
SLIPS = int(os.environ.get("SLIPS", len(times(20))))
#: Kinds whose slip stays, and why no fix is safe.
NOT_FIXED = {
    "label: lost below the notes": "the bullets may ask something of those notes",
    "label: lost below the description": "the bullets may belong to the description",
}
#: Kinds below which questions are told of, but counted only once they stand in a field.
UNREAD = {*NOT_FIXED, *(name for name in KINDS if name.startswith("label: "))}


def slips(name: str, number: int) -> Iterator[tuple[CleanGuide, Slip]]:
    random = Random(zlib.crc32(name.encode()))
    made = 0
    for _ in range(20 * number):
        clean = clean_guide(random)
        if made < number and (slip := KINDS[name](clean, random)):
            made += 1
            yield clean, slip


def files(text: str) -> list[str]:
    return [line.split("`")[1] for line in text.splitlines() if "`notes/" in line]


@lru_cache(maxsize=8)  # the same few texts are asked for again and again
def linted(text: str) -> GuideReport:
    return GuideReport(Source(PATH, text), lint(text, files=files(text)))


def found(text: str) -> list[Finding]:
    return [f for f in linted(text).findings if f.severity.reaches(Severity.WARNING)]


def fixed(text: str) -> str:
    result = fix_in_passes(linted(text), GuideReader(guide, linted), is_safe)
    return result.report.source.text


def is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def said(text: str) -> object:
    """Return what a guide says: its chapters and topics with their numbers, and all below them."""
    return [
        (
            chapter.number,
            chapter.title,
            chapter.blocks,
            [_said(topic) for topic in chapter.sections],
        )
        for chapter in guide(text).chapters
    ]


def _said(topic: Section) -> object:
    blocks = [block.text for block in topic.free_blocks]
    return topic.number, topic.title, topic.fields, topic.questions, blocks


def wrong(name: str, clean: CleanGuide, slip: Slip) -> str | None:
    """Return what is wrong about what is made of a slip; None if nothing."""
    text, right = clean.text(slip.lines), clean.text()
    findings = found(text)
    source = Source(PATH, text)
    places = [source.line_of(finding.span.start) - 1 for finding in findings]
    if places != list(slip.at):
        return f"found {[(source.line_of(f.span.start), f.rule, f.message) for f in findings]}"
    before, after = guide(text), guide(right)
    rules = {finding.rule for finding in findings}
    if not rules & {"swallowed-headings", "repeated-part"}:
        counts = (len(before.topics), len(before.questions))
        if counts < (len(after.topics), len(after.questions)) and name not in UNREAD:
            return f"only {counts} topics and questions are read"
    mended = fixed(text)
    if fixed(mended) != mended:
        return "a second --fix changes more"
    if name in NOT_FIXED or rules & {"swallowed-headings", "repeated-part"}:
        return None if mended == text else "fixed, but not safely"
    if said(mended) != said(right):
        return "after --fix it says something else" if mended != text else "not fixed"
    return None if not found(mended) else "after --fix there are findings"


@pytest.mark.parametrize("name", KINDS)
def test_slip_is_one_finding(name: str) -> None:
    made = 0
    for clean, slip in slips(name, SLIPS):
        made += 1
        trouble = wrong(name, clean, slip)
        assert not trouble, f"{trouble}\n{clean.text(slip.lines)}"
    assert made == SLIPS


@pytest.mark.parametrize("seed", range(tried(50, 15)))
def test_clean_guide_has_no_finding(seed: int) -> None:
    random = Random(seed)
    manner = UNNUMBERED if seed % 7 == 0 else None
    text = clean_guide(random, manner).text()
    assert not lint(text, files=files(text))
    assert fixed(text) == text


@pytest.mark.parametrize("name", FALSE_FRIENDS)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_false_friend_has_no_finding(name: str, newline: str) -> None:
    text = FALSE_FRIENDS[name].replace("\n", newline)
    assert [finding.message for finding in found(text)] == []
    assert fixed(text) == text


def test_numbers_put_before_titles_are_parted_from_them() -> None:
    said = "- **Description**: Something."
    text = f"# A\n\n## 1. B\n\n### 1.1 \r\n{said}\n\n### About\n{said}\n\n### 1.3 C\n{said}\n"
    once = fixed(text)
    assert "1.2 About" in once
    assert fixed(once) == once
