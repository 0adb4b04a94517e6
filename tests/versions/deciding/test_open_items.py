"""What is left to decide, and that each answer does what it says."""

from dataclasses import replace

import pytest

from curriculum_tools.likeness.question_rulings import question_ruling
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.versions.deciding.bulk import bulks
from curriculum_tools.versions.deciding.open_item import ItemKind, OpenItem, Reply
from curriculum_tools.versions.deciding.open_items import open_items
from curriculum_tools.versions.merge.result import Merged, ReviewItem, ReviewMember
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import merged, outline, questions

GLUTEN = "What does kneading do to gluten?"
#: Without the sponges and their chapter.
BREAD = BAKING.partition("## 2.")[0]


def only(found: Merged, kind: ItemKind) -> OpenItem:
    """Give the only open item of a kind."""
    (item,) = (item for item in open_items(found) if item.kind is kind)
    return item


def ruled(answer: Reply, *, reason: str = "", wording: str | None = None) -> str:
    return decisions_yaml(answer.change(reason=reason, wording=wording).added)


def answer(item: OpenItem, key: str) -> Reply:
    found = item.answer(key)
    assert found is not None
    return found


class TestAbsent:
    """Topics that the newest version does not have."""

    def test_keep_and_drop(self) -> None:
        item = only(merged(BAKING, BREAD, in_order=True), ItemKind.ABSENT_TOPIC)
        assert (item.sides[0].text, item.chapter) == ("Sponges", "Cakes")
        keep, drop = answer(item, "k"), answer(item, "x")
        assert merged(BAKING, BREAD, in_order=True, decisions=ruled(keep)).is_settled
        assert drop.needs_reason
        left = merged(BAKING, BREAD, in_order=True, decisions=ruled(drop, reason="old"))
        assert left.is_settled
        assert outline(left) == outline(merged(BREAD))

    def test_all_of_a_chapter_or_of_the_guide(self) -> None:
        versions = BAKING, "# Baking\n\n## 3. Ovens\n\n### 3.1 Heat\n- **Description**: Hot.\n"
        items = open_items(merged(*versions, in_order=True))
        offered = {bulk.key: bulk for bulk in bulks(items[0], items, items)}
        assert [bulk.label for bulk in offered.values()] == [
            "keep all 2 of “Bread”",
            "drop all 2 of “Bread”",
            "keep all 3, of all chapters",
        ]
        (chapter,) = offered["K"].answers
        found = merged(*versions, in_order=True, decisions=ruled(chapter))
        assert [item.chapter for item in open_items(found)] == ["Cakes"]
        (every,) = offered["A"].answers
        assert merged(*versions, in_order=True, decisions=ruled(every)).is_settled

    def test_what_was_skipped_is_not_answered_with_the_rest(self) -> None:
        versions = BAKING, "# Baking\n\n## 3. Ovens\n\n### 3.1 Heat\n- **Description**: Hot.\n"
        items = open_items(merged(*versions, in_order=True))
        (bulk,) = bulks(items[2], items[1:], items)
        decisions = decisions_yaml(r for each in bulk.answers for r in each.rulings)
        left = open_items(merged(*versions, in_order=True, decisions=decisions))
        assert [item.sides[0].text for item in left] == ["Kneading"]


class TestPairs:
    """Two that may be one."""

    WHY, WHAT_FOR = "Why is a dough covered?", "What is the cover of a dough for?"

    def test_questions(self) -> None:
        """Whether this pair is asked about or not is for the judgement to say."""
        versions = BAKING, changed((self.WHY, self.WHAT_FOR))
        members = tuple(ReviewMember("a.md", 1, None, text) for text in (self.WHY, self.WHAT_FOR))
        pair = question_ruling(self.WHY, self.WHAT_FOR, same=True)
        review = (ReviewItem("same-question", 0.7, members, pair),)
        item = only(replace(merged(*versions), review=review), ItemKind.SAME_QUESTION)
        for key, left in (
            ("d", [self.WHY, self.WHAT_FOR]),
            ("1", [self.WHY]),
            ("2", [self.WHAT_FOR]),
            ("e", ["Why cover it?"]),
        ):
            decisions = ruled(answer(item, key), wording="Why cover it?")
            found = merged(*versions, decisions=decisions)
            assert set(questions(found)["Proving"][1:]) == set(left), key
            assert not found.stale
        assert len(questions(merged(*versions, decisions=ruled(answer(item, "s"))))["Proving"]) == 2

    def test_a_question_in_two_topics(self) -> None:
        text = changed(
            ("  - How warm should a dough stand?\n  - Why is a dough covered?\n", f"  - {GLUTEN}\n")
        )
        item = only(merged(text), ItemKind.REPEATED_QUESTION)
        both = questions(merged(text, decisions=ruled(answer(item, "k"))))
        assert GLUTEN in both["Kneading"]
        assert GLUTEN in both["Proving"]
        first = merged(text, decisions=ruled(answer(item, "1"), reason="there"))
        assert "Proving" not in questions(first)
        second = questions(merged(text, decisions=ruled(answer(item, "2"), reason="there")))
        assert second == {
            "Kneading": ["When is a dough kneaded enough?"],
            "Proving": [GLUTEN],
            "Sponges": ["Why does a sponge fall?"],
        }


class TestTies:
    """What as many versions say one way as the other."""

    @pytest.mark.parametrize("key", ["1", "2"])
    @pytest.mark.parametrize(
        "change",
        [
            ("Stretching dough.", "Pulling it."),
            ("# Baking", "# On Baking"),
            ("### 1.2 Proving", "### 1.2 Proving and Resting"),
            (
                "- **Description**: Stretching",
                "- **Prerequisites**: 1.2\n- **Description**: Stretching",
            ),
            ("## 2. Cakes\n", "## 2. Cakes\n\nSweet.\n"),
        ],
    )
    def test_each_answer_settles_it_its_own_way(self, change: tuple[str, str], key: str) -> None:
        one = changed(
            (
                "- **Description**: Stretching",
                "- **Prerequisites**: 2.1\n- **Description**: Stretching",
            )
        )
        one = one.replace("## 2. Cakes\n", "## 2. Cakes\n\nSour.\n")
        versions = one, one.replace(*change) if change[0] in one else one
        ties = [item for item in open_items(merged(*versions)) if item.kind is ItemKind.TIE]
        for item in ties:
            chosen = answer(item, key)
            found = merged(*versions, decisions=ruled(chosen))
            assert not found.stale
            left = [each for each in open_items(found) if each.kind is ItemKind.TIE]
            assert len(left) == len(ties) - 1
            assert all(word in found.text for word in item.sides[int(key) - 1].text.split())


class TestStale:
    """Rulings that match nothing."""

    def test_a_typo_is_put_right(self) -> None:
        found = merged(BAKING, decisions="title: [{topic: Kneeding, title: Dough}]")
        item = only(found, ItemKind.STALE_RULING)
        change = answer(item, "n").change()
        assert [str(ruling) for ruling in change.removed] == ['the title of "Kneeding"']
        assert "1.1 Dough" in outline(merged(BAKING, decisions=decisions_yaml(change.added)))

    def test_it_can_be_taken_out(self) -> None:
        item = only(merged(BAKING, decisions="keep: [{topic: Fish}]"), ItemKind.STALE_RULING)
        change = answer(item, "x").change()
        assert (len(change.added), len(change.removed)) == (0, 1)


def test_names_tell_items_apart() -> None:
    items = open_items(merged(BAKING, "# Baking\n## X\n### Y\n", in_order=True))
    assert len({item.id for item in items}) == len(items) == 3
