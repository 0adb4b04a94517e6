"""Whatever is answered, one thing after the other, in the end nothing is open."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.app.deciding import changed_decisions
from curriculum_tools.versions.deciding.bulk import bulks
from curriculum_tools.versions.deciding.open_item import OpenItem, Reply
from curriculum_tools.versions.deciding.open_items import open_items
from tests.examples import examples
from tests.versions.merge.curricula import versions as curricula
from tests.versions.merge.merging import merged


@given(curricula, st.booleans(), st.randoms(use_true_random=False))
@examples(40)
def test_any_answers_settle_a_merge(texts: list[str], in_order: bool, random: Random) -> None:
    decisions = ""
    answered: set[str] = set()
    for _ in range(200):
        found = merged(*texts, in_order=in_order, decisions=decisions)
        assert not found.accounting.missing
        items = open_items(found)
        again = [item for item in items if item.id in answered]
        assert not again, (again, decisions)
        if not items:
            assert found.is_settled
            return
        chosen, answers = picked(items, random)
        changes = [
            answer.change(reason="so", wording=f"Put anew {random.randint(1, 9)}?")
            for answer in answers
        ]
        decisions = changed_decisions(decisions, "d.yaml", changes)
        answered |= {item.id for item in chosen}
    raise AssertionError("it never ends")


def picked(
    items: tuple[OpenItem, ...], random: Random
) -> tuple[tuple[OpenItem, ...], tuple[Reply, ...]]:
    """Draw an item and an answer, to it alone or to all that are alike."""
    item = random.choice(items)
    assert item.answers, item
    many = list(bulks(item, items, items))
    if many and random.random() < 0.3:
        bulk = random.choice(many)
        return bulk.items, bulk.answers
    return (item,), (random.choice(item.answers),)
