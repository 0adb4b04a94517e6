"""What was changed by hand in a merged guide stays, whatever the versions say."""

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.content import Question
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.syntax.home import HOME
from curriculum_tools.versions.hand_edits.detect import edits_between
from curriculum_tools.versions.hand_edits.store import Place
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Versions
from tests.examples import examples
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import OUTPUT, outline, questions, rulings
from tests.versions.told import told

NEWER = changed(("Letting the yeast work.", "Time for the yeast."))
#: What a newer version has that the others do not.
NEWEST = changed(
    ("Letting the yeast work.", "Rest."), ("Stretching dough.", "Folding and stretching.")
)


def edited(
    *words: tuple[str, str], versions: tuple[str, ...] = (BAKING, NEWER), decisions: str = ""
) -> Merged:
    """Merge two versions, change the guide by hand, and merge again, maybe other versions."""
    before = _merge((BAKING, NEWER), Decided())
    text = changed(*words, text=before.text)
    edits = edits_between(told(before.text, OUTPUT), told(text, OUTPUT))
    lock = read_lock(write_lock(Lock(before.versions, edits=edits)), "merged.lock.json", HOME)
    assert set(lock.edits) == set(edits)
    return _merge(versions, Decided(rulings(decisions), lock.edits, Rulings()))


def _merge(versions: tuple[str, ...], decided: Decided) -> Merged:
    said = [told(text, f"{place}.md") for place, text in enumerate(versions)]
    return merge(Versions(tuple(said), in_order=True), OUTPUT, lambda _path: False, decided)


def test_nothing_edited_gives_no_edits() -> None:
    before = _merge((BAKING, NEWER), Decided())
    assert edits_between(told(before.text), told(before.text)) == ()


def test_a_description_wins_over_the_newest_version() -> None:
    found = edited(("Time for the yeast.", "By hand."), versions=(BAKING, NEWER, NEWEST))
    descriptions = {
        topic.title: topic.description.text for topic in found.guide.topics if topic.description
    }
    assert descriptions["Proving"] == "By hand."
    assert descriptions["Kneading"] == "Folding and stretching.", "only what was edited is kept"
    (conflict,) = (c for c in found.conflicts if c.title == "Proving")
    assert (conflict.by, conflict.is_open) == ("edited", False)


def test_titles_of_topics_chapters_and_the_guide_win() -> None:
    found = edited(("Proving", "Rising"), ("## 2. Cakes", "## 2. Pastry"), ("# Baking", "# Bake"))
    assert outline(found) == [
        "1 Bread", "1.1 Kneading", "1.2 Rising", "2 Pastry", "2.1 Sponges",
    ]  # fmt: skip
    assert found.guide.title is not None
    assert found.guide.title.text == "Bake"


def test_a_reworded_question_stands_for_the_one_it_was() -> None:
    found = edited(("How warm should a dough stand?", "How warm should a dough be kept?"))
    assert questions(found)["Proving"] == [
        "How warm should a dough be kept?", "Why is a dough covered?",
    ]  # fmt: skip


def test_a_question_that_was_added_stays() -> None:
    asked = "  - Why is a dough covered?\n"
    found = edited((asked, f"{asked}  - What does a banneton do?\n"))
    assert "What does a banneton do?" in questions(found)["Proving"]


def test_a_question_that_was_taken_out_is_open_until_it_is_ruled() -> None:
    gone = ("  - Why is a dough covered?\n", "")
    found = edited(gone)
    assert questions(found)["Proving"] == ["How warm should a dough stand?"]
    (conflict,) = found.open_conflicts
    assert (conflict.kind, conflict.options[0].value) == ("question", "Why is a dough covered?")
    assert conflict.suggestion is not None
    dropped = edited(
        gone,
        decisions="""\
            drop:
            - {question: "Why is a dough covered?", topic: Proving, reason: told in 1.1}
            """,
    )
    assert questions(dropped)["Proving"] == ["How warm should a dough stand?"]
    assert dropped.is_settled
    kept = edited(gone, decisions='keep:\n- {question: "Why is a dough covered?"}\n')
    assert len(questions(kept)["Proving"]) == 2
    assert kept.is_settled


def test_a_topic_that_was_taken_out_is_open_until_it_is_ruled() -> None:
    sponges = BAKING[BAKING.index("### 2.1") :]
    found = edited((sponges, ""), ("## 2. Cakes\n", ""))
    assert outline(found) == ["1 Bread", "1.1 Kneading", "1.2 Proving"]
    (conflict,) = found.open_conflicts
    assert (conflict.kind, conflict.options[0].value) == ("topic", "Sponges")
    assert found.accounting.counts("question")["dropped_by_decision"] == 2
    kept = edited((sponges, ""), ("## 2. Cakes\n", ""), decisions="keep:\n- {topic: Sponges}\n")
    assert "2.1 Sponges" in outline(kept)


def test_a_topic_that_was_added_stays_where_it_was_put() -> None:
    new = "### 1.2 Folding\n- **Description**: Layers.\n- **Questions**:\n  - Why fold twice?\n\n"
    found = edited(("### 1.2 Proving", f"{new}### 1.3 Proving"))
    assert outline(found)[:4] == ["1 Bread", "1.1 Kneading", "1.2 Folding", "1.3 Proving"]
    assert questions(found)["Folding"] == ["Why fold twice?"]


def test_a_topic_that_was_moved_to_another_chapter_stays_there() -> None:
    proving = BAKING[BAKING.index("### 1.2") : BAKING.index("## 2.")].replace(
        "Letting the yeast work.", "Time for the yeast."
    )
    found = edited((proving, ""), ("## 2. Cakes\n\n", f"## 2. Cakes\n\n{proving}"))
    assert outline(found) == [
        "1 Bread", "1.1 Kneading", "2 Cakes", "2.1 Proving", "2.2 Sponges",
    ]  # fmt: skip


def test_an_order_that_was_changed_stays() -> None:
    start, middle, end = (
        BAKING.index(f"### 1.{n}") if n < 3 else BAKING.index("## 2.") for n in (1, 2, 3)
    )
    kneading, proving = BAKING[start:middle], BAKING[middle:end]
    proving = proving.replace("Letting the yeast work.", "Time for the yeast.")
    found = edited((kneading + proving, proving + kneading))
    assert outline(found)[:3] == ["1 Bread", "1.1 Proving", "1.2 Kneading"]
    swapped = changed((kneading + proving, proving + kneading), text=NEWER)
    (edit,) = edits_between(told(NEWER), told(swapped))
    assert (edit.topic, edit.now) == ("Kneading", Place("Proving", None)), "the second was moved"


def test_an_order_that_was_changed_gives_way_to_a_version_that_changes_it() -> None:
    asked = "  - How warm should a dough stand?\n  - Why is a dough covered?\n"
    third = "  - When is it proved?\n"
    three = changed((asked, asked + third))
    by_hand = three.replace(asked + third, third + asked)
    edits = edits_between(told(three), told(by_hand))

    def order(text: str) -> list[str]:
        found = _merge((text,), Decided(edits=edits))
        return [question.split()[0] for question in questions(found)["Proving"]]

    assert order(three) == ["When", "How", "Why"]
    lines = asked.splitlines(keepends=True)
    assert order(changed((asked, lines[1] + lines[0] + third))) == ["When", "Why", "How"]
    assert order(changed((asked, lines[0] + third + lines[1]))) == ["How", "When", "Why"]


def test_a_question_that_was_moved_is_asked_where_it_was_put() -> None:
    asked = "  - Why is a dough covered?\n"
    found = edited((asked, ""), (FALL, FALL + asked))
    assert questions(found) == {
        "Kneading": ["What does kneading do to gluten?", "When is a dough kneaded enough?"],
        "Proving": ["How warm should a dough stand?"],
        "Sponges": ["Why does a sponge fall?", "Why is a dough covered?"],
    }
    assert found.is_settled


def test_a_question_that_was_put_first_comes_first() -> None:
    asked = "  - How warm should a dough stand?\n"
    found = edited((asked, f"  - Zest or no zest?\n{asked}"))
    assert questions(found)["Proving"][0] == "Zest or no zest?"


def test_a_newer_ruling_wins_over_an_edit() -> None:
    decisions = "title:\n- {topic: Proving, title: Resting}\n"
    found = edited(("Proving", "Rising"), decisions=decisions)
    assert "1.2 Resting" in outline(found)


def test_notes_and_blocks_that_were_added_stay() -> None:
    note = "- **Path to detailed notes**: `notes/sponges.md`\n"
    asked = "  - Why does a sponge fall?\n"
    found = edited(
        ("- **Description**: Eggs, sugar and air.\n", f"- **Description**: Air.\n{note}"),
        (asked, f"{asked}\nMind the oven door.\n"),
    )
    sponges = found.guide.topics[-1]
    assert [each.path for each in sponges.notes] == ["notes/sponges.md"]
    assert [block.text for block in sponges.blocks] == ["Mind the oven door."]


FALL = "  - Why does a sponge fall?\n"
CHOICE = "    - [ ] cold\n    - [x] warm\n"
ANSWERED = changed((FALL, f"{FALL}\n    It is cold.\n"))
TICKED = changed((FALL, f"{FALL}{CHOICE}"))


def rewritten(
    old: str, new: str, versions: tuple[str, ...], newest: str | None = None
) -> tuple[Merged, Merged]:
    """Merge versions, edit the guide, merge again, and again with a newest version or without."""
    before = _merge(versions, Decided())
    text = changed((old, new), text=before.text)
    first = _again(before, text, versions)
    edits = edits_between(told(before.text, OUTPUT), told(text, OUTPUT))
    newer = (*versions, newest) if newest else versions
    written = _merge(versions, Decided(edits=edits))
    assert written.text == first.text
    return first, _again(before, first.text, newer)


def _again(before: Merged, text: str, versions: tuple[str, ...]) -> Merged:
    """Merge again as the command does: the edits are kept in the lock."""
    edits = edits_between(told(before.text, OUTPUT), told(text, OUTPUT))
    lock = read_lock(write_lock(Lock(before.versions, edits=edits)), "merged.lock.json", HOME)
    assert set(lock.edits) == set(edits)
    return _merge(versions, Decided(edits=lock.edits))


def fall(found: Merged) -> Question:
    """The question that the tests of answers are about."""
    (question,) = found.guide.topics[-1].questions
    return question


def said_below(found: Merged) -> tuple[tuple[str, ...], list[str]]:
    answer = fall(found).answer
    return answer.ticked, [block.text for block in answer.blocks]


class TestAnswers:
    """An answer that was edited wins over those of the versions; what was not follows them."""

    NEWEST = ANSWERED.replace("It is cold.", "It is too cold.")

    def test_one_that_was_edited_stays(self) -> None:
        for found in rewritten("It is cold.", "It was moved.", (BAKING, ANSWERED), self.NEWEST):
            assert said_below(found) == ((), ["It was moved."])
            (conflict,) = (each for each in found.conflicts if each.kind == "answer")
            assert (conflict.by, conflict.is_open) == ("edited", False)
            assert not found.accounting.missing

    def test_one_that_was_taken_out_stays_out(self) -> None:
        for found in rewritten("\n    It is cold.\n", "", (BAKING, ANSWERED), self.NEWEST):
            assert said_below(found) == ((), [])
            assert found.accounting.counts("answer")["dropped_by_decision"] > 0
            assert not found.accounting.missing

    def test_one_that_was_written_stays(self) -> None:
        for found in rewritten(FALL, f"{FALL}\n    By hand.\n", (BAKING,), ANSWERED):
            assert said_below(found) == ((), ["By hand."])

    def test_ticks_that_were_set_stay(self) -> None:
        edited = CHOICE.replace("[x]", "[ ]").replace("[ ] cold", "[x] cold")
        newest = TICKED.replace("[ ] cold", "[x] cold")
        for found in rewritten(CHOICE, edited, (TICKED,), newest):
            assert said_below(found) == (("cold",), [])

    def test_ticks_that_were_taken_out_stay_out(self) -> None:
        for found in rewritten(CHOICE, CHOICE.replace("x", " "), (TICKED,)):
            assert said_below(found) == ((), [])
            assert [option.text for option in fall(found).options] == ["cold", "warm"]

    def test_a_question_that_was_reworded_takes_the_newest_answer(self) -> None:
        new = "Why does a sponge fall in?"
        _, found = rewritten(FALL.strip("- \n"), new, (BAKING, ANSWERED), self.NEWEST)
        assert fall(found).text == new
        assert said_below(found) == ((), ["It is too cold."])

    def test_a_question_that_was_answered_takes_the_newest_wording(self) -> None:
        newest = changed((FALL, "  - Why does the sponge fall?\n"))
        _, found = rewritten(FALL, f"{FALL}\n    By hand.\n", (BAKING,), newest)
        assert fall(found).text == "Why does the sponge fall?"
        assert said_below(found) == ((), ["By hand."])

    def test_a_question_that_was_added_without_one_takes_that_of_a_version(self) -> None:
        asked = "  - Why is it yellow?\n"
        newest = changed((FALL, f"{FALL}{asked}\n    Of eggs.\n"))
        _, found = rewritten(FALL, f"{FALL}{asked}", (BAKING,), newest)
        answer = found.guide.topics[-1].questions[1].answer
        assert [block.text for block in answer.blocks] == ["Of eggs."]

    def test_what_was_edited_stays_when_no_version_asks_it_any_more(self) -> None:
        without = changed((FALL, "  - What is sugar?\n"))
        before = _merge((BAKING, ANSWERED), Decided())
        text = changed(("It is cold.", "It was moved."), text=before.text)
        edits = edits_between(told(before.text, OUTPUT), told(text, OUTPUT))
        found = _merge((without,), Decided(edits=edits))
        assert "It was moved." in found.text


#: Two questions with answers, in words and by ticks.
BOTH = changed((FALL, f"{FALL}\n    It is a cold one.\n"), ("stand?\n", f"stand?\n{CHOICE}"))
LINES = BOTH.splitlines(keepends=True)


@examples(60)
@given(st.sets(st.integers(1, len(LINES) - 1), max_size=4), st.booleans())
def test_whatever_is_edited_merging_again_changes_nothing(places: set[int], cut: bool) -> None:
    """Lines taken out, or said twice with another word: what is merged then stays so."""
    versions = BOTH, NEWER
    before = _merge(versions, Decided())
    lines = before.text.splitlines(keepends=True)
    text = "".join(
        line if place not in places else "" if cut else line.replace("a ", "one ", 1)
        for place, line in enumerate(lines)
    )
    edits = edits_between(told(before.text), told(text))
    again = _merge(versions, Decided(edits=edits))
    more = edits_between(told(before.text), told(again.text))
    assert _merge(versions, Decided(edits=more)).text == again.text
