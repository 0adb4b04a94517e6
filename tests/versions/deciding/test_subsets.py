"""Any of the rulings that a merge offers, together: each does what it says, and nothing else.

`SUBSETS=200` draws so many subsets of the rulings offered for the five real guides.
"""

import os
from random import Random

import pytest

from curriculum_tools.likeness import normalise
from curriculum_tools.model.rulings import PairRuling, QuestionRuling, Ruling, TopicName
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.versions.merge.result import Merged
from tests.versions.merge.test_real_guides import merge_real_guides

SUBSETS = int(os.environ.get("SUBSETS", "5"))


@pytest.mark.slow
def test_each_ruling_gives_exactly_what_it_says() -> None:
    without = merge_real_guides(in_order=True)
    offered = without.suggestions
    random = Random(1)
    for _ in range(SUBSETS):
        chosen = [ruling for ruling in offered if random.random() < 0.5]
        found = merge_real_guides(decisions=decisions_yaml(chosen))
        assert not found.stale
        assert joined_topics(found, offered) == {
            ruling for ruling in chosen if isinstance(ruling, PairRuling) and ruling.same
        }
        assert asked(without) - asked(found) <= folded(chosen)
        assert asked(found) <= asked(without)
        for ruling in chosen:
            if isinstance(ruling, QuestionRuling) and ruling.same:
                assert not {normalise(ruling.a), normalise(ruling.b)} <= asked(found)
        assert {str(ruling) for ruling in chosen}.isdisjoint(map(str, found.suggestions))


def asked(found: Merged) -> set[str]:
    """Give the questions of a merged guide, as they are compared."""
    return {normalise(question.text) for t in found.guide.topics for question in t.questions}


def folded(rulings: list[Ruling]) -> set[str]:
    """Give the questions that rulings make one with others."""
    pairs = [each for each in rulings if isinstance(each, QuestionRuling) and each.same]
    return {normalise(text) for pair in pairs for text in (pair.a, pair.b)}


def joined_topics(found: Merged, offered: tuple[Ruling, ...]) -> set[Ruling]:
    """Give the pairs of topics offered to be joined that stand in one topic."""
    topics = [topic for chapter in found.chapters for topic in chapter.topics]
    titles = [{normalise(origin.title) for origin in topic.origins} for topic in topics]
    return {
        ruling
        for ruling in offered
        if isinstance(ruling, PairRuling)
        and isinstance(ruling.a, TopicName)
        and any({normalise(ruling.a.title), normalise(ruling.b.title)} <= each for each in titles)
    }
