"""The curriculum in `guides/versions` has nothing in it that stands in the real guides."""

from functools import cache
from pathlib import Path

import pytest

from curriculum_tools.facts.duplicates import weights_of
from curriculum_tools.likeness import Verdict, find_pairs, key, normalise
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from tests.real_guides import NAMES, real_guide

VERSIONS = Path(__file__).parents[1] / "guides" / "versions"
OWN = ("core.md", "extended.md", "index.md")  # oldest first

each_own_guide = pytest.mark.parametrize("name", OWN)


@cache
def own_guide(name: str) -> Guide:
    return parse(Source(f"guides/versions/{name}", (VERSIONS / name).read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def theirs() -> tuple[Guide, ...]:
    return tuple(parse(real_guide(name)) for name in NAMES)


def descriptions(*guides: Guide) -> set[str]:
    texts = (topic.description for guide in guides for topic in guide.topics)
    return {normalise(text.text) for text in texts if text}


def questions(*guides: Guide) -> set[str]:
    return {key(wording_of(question)) for guide in guides for _, question in guide.questions}


def test_each_version_is_looked_at() -> None:
    assert sorted(path.name for path in VERSIONS.glob("*.md")) == sorted(OWN)


@each_own_guide
def test_it_has_40_to_60_topics(name: str) -> None:
    assert 40 <= len(own_guide(name).topics) <= 60


@each_own_guide
def test_no_description_or_question_of_theirs_stands_in_it(
    name: str, theirs: tuple[Guide, ...]
) -> None:
    guide = own_guide(name)
    assert not descriptions(guide) & descriptions(*theirs)
    assert not questions(guide) & questions(*theirs)


def test_no_question_is_judged_the_same_as_one_of_theirs(theirs: tuple[Guide, ...]) -> None:
    ours = tuple(map(own_guide, OWN))
    guides = (*ours, *theirs)
    wordings = [wording_of(question) for guide in guides for _, question in guide.questions]
    first_of_theirs = sum(len(guide.questions) for guide in ours)
    found = find_pairs(wordings, weights_of(guides, wordings), at_least=Verdict.SAME)
    assert [
        (wordings[pair.a].text, wordings[pair.b].text)
        for pair in found.pairs
        if min(pair.a, pair.b) < first_of_theirs <= max(pair.a, pair.b)
    ] == []
