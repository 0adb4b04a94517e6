"""Whatever a person does to a merged guide, the next merge leaves it as it is."""

from copy import deepcopy
from random import Random

from curriculum_tools.syntax.home import HOME
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.hand_edits.store import HandEdit
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Versions
from tests.examples import tried
from tests.versions.hand_edits.drafts import CHANGES, Draft, describe, draft
from tests.versions.merge.merging import OUTPUT
from tests.versions.told import told


def changed(of: Draft, random: Random, times: int) -> Draft:
    copy = deepcopy(of)
    for _ in range(times):
        random.choice(CHANGES)(copy, random)
    return copy


def merged(*versions: Draft, edits: tuple[HandEdit, ...] = ()) -> Merged:
    said = [told(each.text, f"{place}.md") for place, each in enumerate(versions)]
    decided = Decided(edits=edits)
    return merge(Versions(tuple(said), in_order=True), OUTPUT, lambda _path: False, decided)


def edits_of(before: Merged, text: str) -> tuple[HandEdit, ...]:
    """Return what was edited, as the lock keeps it."""
    edits = edits_between(told(before.text, OUTPUT), told(text, OUTPUT))
    return read_lock(write_lock(Lock(before.versions, edits=edits)), "lock", HOME).edits


def test_it_holds_and_stays_so_when_a_version_changes() -> None:
    for seed in range(tried(500, 6)):
        random = Random(seed)
        newest = draft(random)
        oldest = deepcopy(newest)
        describe(oldest, random)
        before = merged(oldest, newest)
        by_hand = deepcopy(newest)
        for topic, said in zip(by_hand.topics, before.guide.topics, strict=True):
            topic.description = said.description.text if said.description else None
        by_hand = changed(by_hand, random, random.randint(1, 5))
        edits = edits_of(before, by_hand.text)
        assert merged(oldest, newest, edits=edits).text == by_hand.text, seed

        changed_since = changed(newest, random, 1)
        after = merged(oldest, changed_since, edits=edits)
        asked = {question for topic in by_hand.topics for question in topic.questions}
        known = {question for topic in newest.topics for question in topic.questions}
        titles = {topic.title.split(" Again")[0] for topic in by_hand.topics}
        news = {
            question
            for topic in changed_since.topics
            if topic.title.split(" Again")[0] in titles
            for question in topic.questions
        } - known
        found = {question.text for topic in after.guide.topics for question in topic.questions}
        assert (asked - known) | news <= found, seed
        edits = edits_of(merged(oldest, changed_since), after.text)
        assert merged(oldest, changed_since, edits=edits).text == after.text, seed
