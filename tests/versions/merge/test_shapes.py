"""A field may have any shape in any version: nothing is lost, and it is settled like any other."""

import pytest

from curriculum_tools.syntax.home import HOME
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Version
from tests.versions.merge.merging import OUTPUT, lock_text, merge_versions, merged
from tests.versions.merge.shapes import FIELDS, guide, pairs
from tests.versions.told import told

each_field = pytest.mark.parametrize("field", FIELDS)


def read_back(lock: Lock) -> Lock:
    return read_lock(write_lock(lock), "merged.lock.json", HOME)


def again(lock: Lock) -> Merged:
    return merge(lock.versions, OUTPUT, lambda _path: False, Decided(edits=lock.edits))


def locks(version: Version) -> tuple[object, ...]:
    """Return what is said of the topic whose field has a shape."""
    topic = version.topics[1]
    return topic.fields, topic.questions, topic.free_blocks


@each_field
@pytest.mark.parametrize("in_order", [True, pytest.param(False, marks=pytest.mark.slow)])
def test_in_versions(field: str, *, in_order: bool) -> None:
    for one, other in pairs(field):
        found = merged(guide(field, one), guide(field, other), in_order=in_order)
        assert not found.accounting.missing
        assert merged(found.text).text == found.text, (one, other)
        lock = read_lock(lock_text(found), "merged.lock.json", HOME)
        from_lock = merge_versions(lock.versions.items, in_order=in_order)
        assert from_lock.text == found.text, (one, other)


@pytest.mark.parametrize("field", ["description", "prerequisites"])
def test_the_newest_that_says_something_wins(field: str) -> None:
    for one, other in pairs(field):
        older, newer = (told(guide(field, shape)) for shape in (one, other))
        found = merge_versions([older, newer], in_order=True)
        is_said = not newer.topics[1].field(field).says_nothing
        expected = newer if is_said else older
        assert found.guide.topics[1].field(field) == expected.topics[1].field(field), (one, other)


@each_field
def test_by_hand(field: str) -> None:
    for one, other in pairs(field):
        before = merged(guide(field, one), in_order=True)
        by_hand = told(guide(field, other), OUTPUT)
        edits = edits_between(told(before.text, OUTPUT), by_hand)
        lock = read_back(Lock(before.versions, edits=edits))
        assert set(lock.edits) == set(edits), (one, other)
        found = again(lock)
        assert locks(told(found.text)) == locks(by_hand), (one, other)
        found_again = edits_between(told(before.text, OUTPUT), told(found.text, OUTPUT))
        assert set(found_again) == set(edits), (one, other)
