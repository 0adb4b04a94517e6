"""What alignment promises on the five real guides, beside which the truth lies."""

import pytest

from bench.align import score
from curriculum_tools.versions.alignment.align import align
from curriculum_tools.versions.version import Version
from tests.real_guides import real_guides

DRAWS = 20


@pytest.fixture(scope="module")
def known() -> tuple[list[Version], score.Truth]:
    folder = real_guides()
    return score.real_guides(folder, folder.parent / "truth" / "alignment.json")


def test_joins_and_doubts(known: tuple[list[Version], score.Truth]) -> None:
    versions, truth = known
    found = align(versions)
    figures = score.of_topics(found, truth)
    assert figures.joined == figures.rightly
    assert figures.found >= 0.99 * figures.true
    assert figures.doubts <= 7
    assert len(found.chapters) == 25
    assert 160 <= len(found.topics) <= 176


@pytest.mark.slow
def test_with_topics_deleted(known: tuple[list[Version], score.Truth]) -> None:
    versions, truth = known
    drawn = [score.with_deletions(versions, truth, seed) for seed in range(DRAWS)]
    means = score.total([score.of_topics(align(left), rest) for left, rest in drawn])
    assert means["precision"] >= 0.995
    assert means["recall"] >= 0.94


def test_chapters_of_the_oldest_guide(known: tuple[list[Version], score.Truth]) -> None:
    """Chapters 6 to 9 of 002.md are 6, 11, 7 and 10 of 004.md."""
    versions, _ = known
    oldest, largest = versions[2], versions[4]
    numbers = {
        (oldest.chapters[old.chapter].number, largest.chapters[new.chapter].number)
        for old, new in (
            cluster.members
            for cluster in align([oldest, largest]).chapters
            if len(cluster.members) == 2
        )
    }
    assert {("6", "6"), ("7", "11"), ("8", "7"), ("9", "10")} <= numbers
    assert len(numbers) == 9
