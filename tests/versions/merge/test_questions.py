"""Which questions are folded into one, and where they are asked."""

import pytest

from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import chosen, merged, questions, to_review

GLUTEN = "What does kneading do to gluten?"
ENOUGH = "When is a dough kneaded enough?"
WARM = "How warm should a dough stand?"
COVERED = "Why is a dough covered?"


def folds(*texts: str, topic: str = "1.1", in_order: bool = False) -> dict[str, list[str]]:
    """For each printed question of a topic, how each version's is folded into it."""
    found = merged(*texts, in_order=in_order)
    (one,) = (t for chapter in found.chapters for t in chapter.topics if t.said.number == topic)
    return {q.said.text: [origin.fold.value for origin in q.origins] for q in one.questions}


class TestEqualOnes:
    """They are folded wherever they stand."""

    def test_within_a_topic(self) -> None:
        other = changed((GLUTEN, "what does kneading do to gluten"))
        assert folds(BAKING, other)[GLUTEN] == ["kept", "exact"]
        assert folds(other, BAKING)[GLUTEN] == ["exact", "kept"]

    def test_into_the_topic_where_most_versions_have_them(self) -> None:
        moved = changed((f"  - {ENOUGH}\n", ""), (f"  - {WARM}\n", f"  - {WARM}\n  - {ENOUGH}\n"))
        again = changed(("Baking", "On Baking"), text=moved)
        assert questions(merged(BAKING, moved, again)) == {
            "Kneading": [GLUTEN],
            "Proving": [WARM, ENOUGH, COVERED],
            "Sponges": ["Why does a sponge fall?"],
        }

    def test_into_the_first_topic_on_a_tie(self) -> None:
        moved = changed((f"  - {ENOUGH}\n", ""), (f"  - {WARM}\n", f"  - {WARM}\n  - {ENOUGH}\n"))
        assert questions(merged(moved, BAKING))["Kneading"] == [GLUTEN, ENOUGH]

    def test_also_of_one_version(self) -> None:
        twice = changed((f"  - {WARM}\n", f"  - {WARM}\n  - {GLUTEN}\n"))
        assert questions(merged(twice))["Proving"] == [WARM, COVERED]

    def test_twice_in_one_topic(self) -> None:
        twice = changed((f"  - {GLUTEN}\n", f"  - {GLUTEN}\n  - {GLUTEN}\n"))
        found = merged(twice)
        assert questions(found)["Kneading"] == [GLUTEN, ENOUGH]
        assert found.accounting.counts("question")["folded"] == 1

    def test_not_where_a_topic_would_be_left_without_any(self) -> None:
        alone = changed((f"  - {WARM}\n  - {COVERED}\n", f"  - {GLUTEN}\n"))
        found = merged(alone)
        assert questions(found)["Proving"] == [GLUTEN]
        assert questions(found)["Kneading"] == [GLUTEN, ENOUGH]
        assert to_review(found) == [("same-question", GLUTEN, GLUTEN)]
        assert not found.is_settled

    def test_the_same_words_over_other_code_are_other_questions(self) -> None:
        asked = "".join(
            f"  - What does this print?\n    ```python\n    print({n})\n    ```\n"
            for n in range(100)
        )
        found = merged(
            changed((f"  - {WARM}\n", asked)), changed((f"  - {WARM}\n", asked + f"  - {WARM}\n"))
        )
        assert len(questions(found)["Proving"]) == 102
        assert found.text.count("What does this print?") == 100


class TestTheSameInOtherWords:
    """Only within a topic, and never when both stand in one version."""

    FORMAL = "What does kneading do to the gluten?"

    @pytest.fixture
    def reworded(self) -> str:
        return changed((GLUTEN, self.FORMAL))

    def test_within_a_topic(self, reworded: str) -> None:
        assert folds(BAKING, reworded)[self.FORMAL] == ["same", "kept"]

    def test_the_most_frequent_wording_is_kept(self, reworded: str) -> None:
        other = changed(("## 2. Cakes", "## 7. Cakes"))
        assert folds(BAKING, reworded, other)[GLUTEN] == ["kept", "same", "exact"]

    def test_the_newest_is_kept_where_the_order_is_declared(self, reworded: str) -> None:
        assert list(folds(reworded, BAKING, in_order=True)) == [GLUTEN, ENOUGH]
        assert list(folds(BAKING, reworded, in_order=True)) == [self.FORMAL, ENOUGH]

    def test_not_in_two_topics(self) -> None:
        moved = changed(
            (f"  - {GLUTEN}\n", ""), (f"  - {WARM}\n", f"  - {WARM}\n  - {self.FORMAL}\n")
        )
        found = questions(merged(BAKING, moved))
        assert GLUTEN in found["Kneading"]
        assert self.FORMAL in found["Proving"]

    def test_not_where_one_version_asks_both(self, reworded: str) -> None:
        both = changed((f"  - {GLUTEN}\n", f"  - {GLUTEN}\n  - {self.FORMAL}\n"))
        for versions in ([both], [both, BAKING], [BAKING, reworded, both]):
            assert {GLUTEN, self.FORMAL} <= set(questions(merged(*versions))["Kneading"])

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("What are the benefits of steam?", "What are the limitations of steam?"),
            ("When is salt added?", "When is salt not added?"),
            ("Why bake at 200 degrees?", "Why bake at 250 degrees?"),
        ],
    )
    def test_lookalikes_stay_apart(self, one: str, other: str) -> None:
        found = merged(changed((GLUTEN, one)), changed((GLUTEN, other)))
        assert {one, other} <= set(questions(found)["Kneading"])


def test_their_order_is_that_of_most_versions() -> None:
    swapped = changed(
        (f"  - {WARM}\n  - {COVERED}\n", f"  - {COVERED}\n  - {WARM}\n"),
    )
    again = changed(("Baking", "On Baking"), text=swapped)
    assert questions(merged(BAKING, swapped, again))["Proving"] == [COVERED, WARM]
    assert questions(merged(swapped, BAKING, in_order=True))["Proving"] == [WARM, COVERED]


def test_a_question_keeps_what_hangs_below_it() -> None:
    hint = "    > Think of nets.\n\n    ```\n    knead()\n    ```\n"
    found = merged(changed((f"  - {GLUTEN}\n", f"  - {GLUTEN}\n{hint}")))
    assert "> Think of nets." in found.text
    assert "    knead()" in found.text


def test_a_tie_of_fields_is_no_matter_of_questions() -> None:
    found = merged(BAKING, changed((GLUTEN, "What is gluten for?"), ("Eggs, sugar", "Sugar, eggs")))
    assert chosen(found, "description")[2]
    assert {GLUTEN, "What is gluten for?"} <= set(questions(found)["Kneading"])
