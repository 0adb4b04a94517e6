"""What merging promises on the five real guides.

Ruled as `merge` itself suggests, `--strict` passes with `--oldest-first` after 13 rulings: six on
pairs of topics, six on questions, and one on all topics that the newest version does not have.
"""

from collections.abc import Sequence
from functools import cache
from itertools import combinations

import pytest

from bench.align import score
from curriculum_tools.likeness import key
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.versions.merge.account import Fate
from curriculum_tools.versions.merge.result import Merged, Origin
from tests.linting import lint
from tests.real_guides import NAMES, OLDEST_FIRST, real_guide, real_guides
from tests.versions.merge.merging import lock_text, merge_versions
from tests.versions.told import real_version, told

RULINGS = 40  # at most, until nothing is left to decide


@pytest.fixture(
    scope="module",
    params=[
        pytest.param(True, id="oldest first"),
        pytest.param(False, id="no order", marks=pytest.mark.slow),
    ],
)
def found(request: pytest.FixtureRequest) -> Merged:
    return merge_real_guides(in_order=request.param)


@cache
def merge_real_guides(
    names: tuple[str, ...] = OLDEST_FIRST, *, in_order: bool = True, decisions: str = ""
) -> Merged:
    versions = [told(real_guide(name).text, name) for name in names]
    return merge_versions(versions, in_order=in_order, decisions=decisions)


def test_chapters_and_topics(found: Merged) -> None:
    assert len(found.guide.chapters) == 25
    assert 160 <= len(found.guide.topics) <= 176


def test_everything_is_accounted_for(found: Merged) -> None:
    for kind, items in (("question", 1186), ("topic", 409)):
        counts = found.accounting.counts(kind)
        assert counts["items"] == counts["kept"] + counts["folded"] == items
    assert not found.accounting.missing
    assert Fate.DROPPED not in {item.fate for item in found.accounting.items}


def test_questions_are_the_different_texts(found: Merged) -> None:
    """But for few that ask the same; each is printed in words that a version has."""
    asked = [
        question
        for name in NAMES
        for topic in real_version(name).topics
        for question in topic.questions
    ]
    printed = [question for topic in found.guide.topics for question in topic.questions]
    assert set(printed) <= set(asked)
    different = len({key(wording_of(question)) for question in asked})
    assert different - 5 <= len({key(wording_of(question)) for question in printed}) <= different


def test_little_is_left_to_review(found: Merged) -> None:
    assert len([item for item in found.review if item.kind == "same-topic"]) <= 8
    assert len(found.review) <= 40


def test_joins_are_right_and_doubts_hold_the_rest(found: Merged) -> None:
    """As `truth/alignment.json` has them; its unsure ones are left out."""
    truth = truth_by_number()
    topic_of = {
        (origin.source, origin.line): place
        for place, topic in enumerate(t for chapter in found.chapters for t in chapter.topics)
        for origin in topic.origins
    }
    doubts = {
        frozenset(topic_of[member.source, member.line] for member in item.members)
        for item in found.review
        if item.kind == "same-topic"
    }
    true = rightly = 0
    for a, b in combinations(truth, 2):
        if a[0] != b[0]:
            is_joined = topic_of[a] == topic_of[b]
            is_true = truth[a] == truth[b]
            assert is_true or not is_joined, (a, b)
            true += is_true
            rightly += is_true and (is_joined or frozenset((topic_of[a], topic_of[b])) in doubts)
    assert rightly >= 0.99 * true


def truth_by_number() -> dict[tuple[str, int | None], str]:
    """For each topic, by its guide and line, what it is."""
    folder = real_guides()
    _, known = score.real_guides(folder, folder.parent / "truth" / "alignment.json")
    versions = [told(real_guide(name).text, name) for name in NAMES]
    lines = [(each.name, each.line_of(topic)) for each in versions for topic in each.topics]
    names = [known[key] for key in sorted(known)]
    return {line: name for line, name in zip(lines, names, strict=True) if name is not None}


@pytest.mark.slow
def test_orders_have_few_votes_against_them() -> None:
    found = merge_real_guides(in_order=False)
    assert votes_against([chapter.origins for chapter in found.chapters]) <= 2
    within = [
        votes_against([topic.origins for topic in chapter.topics]) for chapter in found.chapters
    ]
    assert sum(within) <= 1


def votes_against(ordered: Sequence[Sequence[Origin]]) -> int:
    """Count, over all pairs, the versions that have the second one first."""

    def lines(origins: Sequence[Origin]) -> dict[str, int]:
        return {origin.source: origin.line or 0 for origin in origins}

    return sum(
        lines(a)[source] > lines(b)[source]
        for a, b in combinations(ordered, 2)
        for source in lines(a).keys() & lines(b).keys()
    )


@pytest.mark.slow
def test_rulings_until_nothing_is_left_to_decide() -> None:
    found = merge_real_guides(in_order=True)
    assert 0 < len(found.suggestions) <= RULINGS
    settled = merge_real_guides(decisions=decisions_yaml(found.suggestions))
    assert settled.is_settled
    assert not settled.stale
    assert not settled.suggestions


@pytest.mark.slow
def test_the_order_of_arguments_says_nothing_unless_it_is_declared() -> None:
    one = merge_real_guides(in_order=False)
    other = merge_real_guides(tuple(sorted(OLDEST_FIRST)), in_order=False)
    assert (one.text, lock_text(one)) == (other.text, lock_text(other))
    in_order = merge_real_guides(in_order=True)
    assert in_order.text != merge_real_guides(tuple(sorted(OLDEST_FIRST)), in_order=True).text


def test_merging_again_changes_nothing(found: Merged) -> None:
    again = merge_versions([told(found.text, "merged.md")], in_order=found.versions.in_order)
    assert again.text == found.text


def test_lint_finds_nothing_new(found: Merged) -> None:
    """No wrong number, no wrong structure but what a version has, and no question twice."""
    known = {
        (finding.rule, finding.message)
        for name in NAMES
        for finding in lint(real_guide(name).text)
        if finding.group == "structure"
    }
    findings = lint(found.text)
    left = [each for each in findings if each.group in ("numbering", "structure")]
    assert not [each for each in left if (each.rule, each.message) not in known]
    twice = [each for each in findings if each.rule == "duplicate-question"]
    in_review = [item for item in found.review if item.kind == "same-question"]
    assert len(twice) <= len(in_review)
