"""An answer is no part of which question it is: versions that answer otherwise ask it once."""

import pytest

from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.merge.account import Fate, account
from curriculum_tools.versions.merge.planning import Decided, make_plan
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Versions, version_of
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import OUTPUT, chosen, conflict, merged, questions
from tests.versions.told import told

WARM = "How warm should a dough stand?"
COVERED = "Why is a dough covered?"
FALL = "Why does a sponge fall?"


def answered(*below: str, question: str = WARM) -> list[str]:
    """Versions that have this below one question, each different from the others."""
    return [
        changed(
            (f"  - {question}\n", "\n".join([f"  - {question}", *_indented(text), ""])),
            ("## 2. Cakes", f"## {n}. Cakes"),
        )
        for n, text in enumerate(below, 3)
    ]


def _indented(text: str) -> list[str]:
    return [f"    {line}".rstrip() for line in f"\n{text}\n".split("\n")] if text else []


def ticked(*marks: str) -> list[str]:
    """Versions that tick "cool" and "warm" so."""
    return answered(*(f"- [{mark[0]}] cool\n- [{mark[1]}] warm" for mark in marks))


def answers(found: Merged, question: str = WARM) -> list[tuple[tuple[str, ...], str]]:
    """What the printed question has: the options that are ticked, and the rest of the answer."""
    return [
        (each.answer.ticked, " ".join(block.text for block in each.answer.blocks))
        for topic in found.guide.topics
        for each in topic.questions
        if each.text == question
    ]


class TestWords:
    """Answers in words."""

    def test_the_newest_wins(self) -> None:
        found = merged(*answered("Warm.", "At 24 degrees.", "Warm."), in_order=True)
        assert answers(found) == [((), "Warm.")]
        assert questions(found)["Proving"] == [WARM, COVERED]
        assert chosen(found, "answer") == ("Warm.", "newest", False)
        assert "At 24 degrees." not in found.text

    def test_the_majority_wins_without_an_order(self) -> None:
        found = merged(*answered("Warm.", "At 24 degrees.", "Warm."))
        assert chosen(found, "answer") == ("Warm.", "majority", False)
        assert conflict(found, "answer").number == "1.2"
        assert answers(found) == [((), "Warm.")]

    def test_a_tie_is_open(self) -> None:
        found = merged(*answered("Warm.", "At 24 degrees."))
        assert chosen(found, "answer") == ("At 24 degrees.", "tie", True)
        assert [option.sources for option in conflict(found, "answer").options] == [
            ("b.md",),
            ("a.md",),
        ]
        assert not found.is_settled
        assert answers(found) == [((), "At 24 degrees.")]

    @pytest.mark.parametrize("in_order", [True, False])
    def test_a_version_without_an_answer_has_no_vote(self, *, in_order: bool) -> None:
        found = merged(*answered("Warm.", ""), in_order=in_order)
        assert answers(found) == [((), "Warm.")]
        assert not [each for each in found.conflicts if each.kind == "answer"]

    def test_equal_ones_are_no_conflict(self) -> None:
        assert not merged(*answered("Warm.", "Warm.")).conflicts

    def test_of_a_question_in_other_words(self) -> None:
        one, other = answered("Of nets.", "Of gas.", question=FALL)
        found = merged(one, other.replace(FALL, "Why does the sponge fall?"), in_order=True)
        assert len(questions(found)["Sponges"]) == 1
        assert answers(found, "Why does the sponge fall?") == [((), "Of gas.")]

    def test_several_blocks_are_one_answer(self) -> None:
        whole = "Warm:\n\nSo:\n\n- 24 degrees\n\n> Or more."
        found = merged(*answered("Warm.", whole), in_order=True)
        assert answers(found) == [((), "Warm: So: - 24 degrees > Or more.")]

    def test_the_code_that_is_asked_about_is_no_answer(self) -> None:
        one, other = answered("```\nbake(1)\n```\n\nIt bakes.", "```\nbake(2)\n```\n\nIt bakes.")
        found = merged(one, other)
        assert questions(found)["Proving"] == [WARM, WARM, COVERED]
        assert answers(found) == [((), "It bakes."), ((), "It bakes.")]


class TestTicks:
    """Answers by ticks."""

    def test_the_newest_wins(self) -> None:
        found = merged(*ticked("x ", " x"), in_order=True)
        assert answers(found) == [(("warm",), "")]
        assert "    - [ ] cool\n    - [x] warm\n" in found.text
        assert chosen(found, "answer") == ("warm", "newest", False)

    def test_a_tie_is_open(self) -> None:
        found = merged(*ticked("x ", " x"))
        assert chosen(found, "answer") == ("cool", "tie", True)

    def test_no_ticks_are_no_answer(self) -> None:
        found = merged(*ticked(" x", "  "), in_order=True)
        assert answers(found) == [(("warm",), "")]
        assert not found.conflicts

    def test_with_words_below(self) -> None:
        one, other = ticked("xx", " x")
        found = merged(one, other.replace("    - [x] warm\n", "    - [x] warm\n\n    Rather.\n"))
        assert conflict(found, "answer").options[0].value == "cool\n\nwarm"
        assert conflict(found, "answer").options[1].value == "warm\n\nRather."

    def test_other_options_are_another_question(self) -> None:
        one, other = answered("- [x] cool\n- [ ] warm", "- [ ] cool\n- [x] hot")
        found = merged(one, other)
        assert questions(found)["Proving"] == [WARM, WARM, COVERED]
        assert sorted(answers(found)) == [(("cool",), ""), (("hot",), "")]
        assert not [each for each in found.conflicts if each.kind == "answer"]

    def test_of_other_options_that_are_ruled_the_same(self) -> None:
        """What is ticked among options that are not printed stands in the lock alone."""
        one, other = answered("- [x] cool\n- [ ] warm", "- [ ] Warm\n- [x] hot")
        decisions = rf'''
            same-questions:
            - questions: ["{WARM}\ncool\nwarm", "{WARM}\nWarm\nhot"]
        '''
        found = merged(one, other, in_order=True, decisions=decisions)
        assert not found.stale
        assert answers(found) == [(("hot",), "")]
        fates = [item.fate for item in found.accounting.items if item.kind == "answer"]
        assert sorted(fates) == [Fate.FOLDED, Fate.KEPT]
        less = merged(one, other.replace("[x] hot", "[ ] hot"), in_order=True, decisions=decisions)
        assert answers(less) == [((), "")]

    def test_references_in_options_follow_what_they_name(self) -> None:
        text = answered("```\n# topic 2.1\n```\n\n- [ ] see topic 3.1\n- [x] see topic 1.1")[0]
        text = text.replace("### 2.1", "### 3.1")
        found = merged(text)
        assert "- [ ] see topic 2.1\n    - [x] see topic 1.1\n" in found.text
        assert "# topic 2.1" in found.text, "code refers to nothing"
        assert merged(found.text).text == found.text


def test_a_question_that_two_topics_keep_has_one_conflict() -> None:
    one, other = (
        text.replace(f"  - {FALL}\n", f"  - {WARM}\n") for text in answered("Warm.", "Warmer.")
    )
    found = merged(one, other)
    assert answers(found) == [((), "Warmer."), ((), "Warmer.")]
    assert conflict(found, "answer").number == "1.2"


class TestLedger:
    """What became of the answers."""

    def test_they_are_counted(self) -> None:
        found = merged(*answered("Warm.", "At 24 degrees.", "Warm."))
        counts = found.accounting.counts("answer")
        assert (counts["items"], counts["kept"], counts["folded"]) == (3, 1, 2)
        assert "answer" in found.accounting.kinds

    def test_not_where_there_are_none(self) -> None:
        assert "answer" not in merged(BAKING).accounting.kinds

    def test_one_that_goes_with_its_question_is_dropped_by_the_ruling(self) -> None:
        decisions = f"drop: [{{question: '{WARM}', reason: old}}]"
        found = merged(*answered("Warm."), decisions=decisions)
        assert found.accounting.counts("answer")["dropped_by_decision"] == 1
        assert "Warm." not in found.text

    @pytest.mark.parametrize(
        ("below", "there", "lost"),
        [("Warm.", "\n    Warm.\n", ""), ("- [ ] cool\n- [x] warm", "[x]", "[ ]")],
    )
    def test_one_that_is_not_printed_is_unaccounted(
        self, below: str, there: str, lost: str
    ) -> None:
        versions = Versions((told(answered(below)[0], "a.md"),), in_order=True)
        plan = make_plan(versions, OUTPUT, lambda _path: False, Decided(Rulings()))
        found = merged(answered(below)[0])
        text = found.text

        def missing(text: str) -> list[str]:
            written = version_of(parse(Source(OUTPUT, text)), OUTPUT)
            return [item.kind for item in account(plan, found.guide, written).missing]

        assert missing(text) == []
        assert there in text
        assert "answer" in missing(text.replace(there, lost))
