"""Rulings of every kind, as maintainers write them into a decisions file."""

import pytest

from curriculum_tools.output.decisions_yaml import decisions_yaml
from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import chosen, merged, outline, questions, to_review

GLUTEN = "What does kneading do to gluten?"
ENOUGH = "When is a dough kneaded enough?"
WARM = "How warm should a dough stand?"
COVERED = "Why is a dough covered?"
FALL = "Why does a sponge fall?"

#: Without the sponges and their chapter.
BREAD = BAKING.partition("## 2.")[0]


class TestTopics:
    """Which are the same, and which are not."""

    STRETCHING = (
        BAKING.replace("1.1 Kneading", "1.1 Gluten")
        .replace("Stretching dough.", "Of proteins and water.")
        .replace(GLUTEN, "Which proteins are in flour?")
        .replace(ENOUGH, "Why salt?")
    )

    def test_the_same(self) -> None:
        assert len(outline(merged(BAKING, self.STRETCHING))) == 6
        found = merged(
            BAKING, self.STRETCHING, decisions="same-topics: [{topics: [kneading, Gluten]}]"
        )
        assert len(outline(found)) == 5
        assert not found.stale

    def test_the_same_in_one_version(self) -> None:
        found = merged(BAKING, decisions="same-topics: [{topics: [Kneading, Proving]}]")
        assert len(outline(found)) == 4
        assert sum(len(asked) for asked in questions(found).values()) == 5

    def test_different(self) -> None:
        """Topics of one title are told apart by their chapters, which both are given."""
        other = changed(("## 1. Bread", "## 1. Yeast Doughs"))
        found = merged(
            BAKING,
            other,
            decisions="""\
            different-topics:
            - topics: [{title: Kneading, chapter: Bread}, {title: Kneading, chapter: Yeast Doughs}]
            """,
        )
        assert len([line for line in outline(found) if "Kneading" in line]) == 2
        assert not found.stale
        assert not found.accounting.missing

    def test_chapters(self) -> None:
        other = "# Baking\n## Sweet Things\n### 1. Meringues\n"
        same = merged(BAKING, other, decisions="same-chapters: [{chapters: [Cakes, Sweet Things]}]")
        assert [line for line in outline(same) if "." not in line] == ["1 Bread", "2 Sweet Things"]
        apart = merged(
            BAKING,
            changed(("## 2. Cakes", "## 2. Pastry")),
            decisions="different-chapters: [{chapters: [Cakes, Pastry]}]",
        )
        assert not apart.stale


class TestQuestions:
    """Which are the same, and which are not."""

    def test_the_same_however_they_read(self) -> None:
        found = merged(
            BAKING, decisions=f"same-questions: [{{questions: ['{GLUTEN}', '{ENOUGH}']}}]"
        )
        assert questions(found)["Kneading"] == [GLUTEN]
        (asked,) = found.chapters[0].topics[0].questions
        assert [origin.fold.value for origin in asked.origins] == ["kept", "decision"]

    def test_the_same_in_two_topics(self) -> None:
        found = merged(
            BAKING, decisions=f"same-questions: [{{questions: ['{GLUTEN}', '{COVERED}']}}]"
        )
        assert questions(found)["Proving"] == [WARM]
        assert not found.accounting.missing

    def test_different(self) -> None:
        formal = "What does kneading do to the gluten?"
        versions = BAKING, changed((GLUTEN, formal))
        assert len(questions(merged(*versions))["Kneading"]) == 2
        found = merged(
            *versions, decisions=f"different-questions: [{{questions: ['{GLUTEN}', '{formal}']}}]"
        )
        assert questions(found)["Kneading"] == [GLUTEN, formal, ENOUGH]
        assert not found.stale
        assert not found.review

    def test_with_code(self) -> None:
        text = changed((f"  - {COVERED}\n", "  - What is it?\n    ```\n    a\n    ```\n"))
        found = merged(
            text,
            decisions=r'drop: [{question: "What is it?\n```\na\n```", reason: old}]',
        )
        assert questions(found)["Proving"] == [WARM]


class TestValues:
    """Titles, descriptions, notes and homes, also where no version has them."""

    def test_titles(self) -> None:
        found = merged(
            BAKING,
            decisions="""\
            title:
            - {topic: kneading, title: Kneading Dough}
            - {chapter: cakes, title: Cakes and Tarts}
            - {guide: true, title: On Baking}
            """,
        )
        assert outline(found) == [
            "1 Bread",
            "1.1 Kneading Dough",
            "1.2 Proving",
            "2 Cakes and Tarts",
            "2.1 Sponges",
        ]
        assert found.text.startswith("# On Baking\n")
        assert chosen(found, "title") == ("Kneading Dough", "decision", False)

    def test_a_description(self) -> None:
        ruling = "description: [{topic: Kneading, text: Pulling and folding.}]"
        found = merged(BAKING, decisions=ruling)
        assert "- **Description**: Pulling and folding.\n" in found.text
        assert "Stretching dough." not in found.text
        assert chosen(found, "description")[1:] == ("decision", False)
        bare = changed(("- **Description**: Stretching dough.\n", ""))
        assert merged(bare, decisions=ruling).text == found.text

    def test_one_that_a_version_has_closes_the_conflict(self) -> None:
        other = changed(("Stretching dough.", "Pulling it."))
        assert chosen(merged(BAKING, other), "description")[2]
        found = merged(
            BAKING, other, decisions="description: [{topic: Kneading, text: Pulling it.}]"
        )
        assert chosen(found, "description") == ("Pulling it.", "decision", False)
        assert found.is_settled

    @pytest.mark.parametrize(
        ("status", "line"),
        [
            ("written", "- **Path to detailed notes**: `a.md`"),
            ("planned", "- *(Individual file to be created, e.g., `a.md`)*"),
            ("covered", "- *(Covered in `a.md`)*"),
        ],
    )
    def test_notes(self, status: str, line: str) -> None:
        ruling = f"notes: [{{topic: Kneading, path: a.md, status: {status}}}]"
        assert f"{line}\n" in merged(BAKING, decisions=ruling).text

    def test_a_home(self) -> None:
        found = merged(BAKING, decisions="chapter: [{topic: Proving, chapter: Cakes}]")
        assert outline(found) == [
            "1 Bread",
            "1.1 Kneading",
            "2 Cakes",
            "2.1 Proving",
            "2.2 Sponges",
        ]


class TestOrder:
    """What stands before what."""

    def test_topics(self) -> None:
        for ruling in (
            "before: [{topic: Proving, before: Kneading}]",
            "after: [{topic: Kneading, after: Proving}]",
        ):
            found = merged(BAKING, decisions=ruling)
            assert outline(found)[:3] == ["1 Bread", "1.1 Proving", "1.2 Kneading"]
            assert not found.stale

    def test_chapters(self) -> None:
        found = merged(BAKING, decisions="before: [{chapter: Cakes, before: Bread}]")
        assert [line for line in outline(found) if "." not in line] == ["1 Cakes", "2 Bread"]

    def test_a_ruling_settles_a_tie(self) -> None:
        one, other = "# A\n## B\n### C\n### D\n", "# A\n## B\n### D\n### C\n"
        assert not merged(one, other).is_settled
        found = merged(one, other, decisions="before: [{topic: D, before: C}]")
        assert chosen(found, "order") == ('"D" before "C"', "decision", False)
        assert found.is_settled
        assert outline(found) == ["1 B", "1.1 D", "1.2 C"]

    def test_rulings_that_run_in_a_circle(self) -> None:
        found = merged(
            changed(("## 2. Cakes\n\n### 2.1 Sponges", "### 1.3 Sponges")),
            decisions="""\
            before:
            - {topic: Proving, before: Kneading}
            - {topic: Kneading, before: Sponges}
            - {topic: Sponges, before: Proving}
            """,
        )
        assert len(found.stale) == 1


class TestPresence:
    """What is left out, and what stays."""

    def test_a_question_that_is_kept_stays_in_its_topic_when_that_has_others(self) -> None:
        asked = "  - What does kneading do to gluten?\n"
        fall = "  - Why does a sponge fall?\n"
        text = changed((fall, fall + asked))
        assert questions(merged(text))["Sponges"] == ["Why does a sponge fall?"]
        keep = 'keep: [{question: "What does kneading do to gluten?", topic: Sponges}]'
        found = merged(text, decisions=keep)
        assert [len(asked) for asked in questions(found).values()] == [2, 2, 2]
        assert found.is_settled

    def test_a_topic(self) -> None:
        found = merged(BAKING, decisions="drop: [{topic: Kneading, reason: dull}]")
        assert outline(found) == ["1 Bread", "1.1 Proving", "2 Cakes", "2.1 Sponges"]
        assert found.accounting.counts("question")["dropped_by_decision"] == 2
        assert found.accounting.counts("topic")["dropped_by_decision"] == 1
        assert GLUTEN not in found.text

    def test_a_chapter(self) -> None:
        found = merged(BAKING, decisions="drop: [{chapter: Bread, reason: dull}]")
        assert outline(found) == ["1 Cakes", "1.1 Sponges"]
        assert found.accounting.counts("chapter")["dropped_by_decision"] == 1

    def test_a_question(self) -> None:
        found = merged(BAKING, decisions=f"drop: [{{question: '{COVERED}', reason: dull}}]")
        assert questions(found)["Proving"] == [WARM]
        assert found.accounting.counts("question")["dropped_by_decision"] == 1

    def test_a_question_in_one_of_two_topics(self) -> None:
        """There it is dropped, and printed where else it is asked."""
        text = changed((WARM, GLUTEN))
        found = merged(
            text,
            decisions=f"drop: [{{question: '{GLUTEN}', topic: Kneading, reason: twice}}]",
        )
        assert questions(found) == {
            "Kneading": [ENOUGH],
            "Proving": [GLUTEN, COVERED],
            "Sponges": [FALL],
        }

    def test_a_question_that_stands_in_two_topics_may_stay(self) -> None:
        text = changed((f"  - {WARM}\n  - {COVERED}\n", f"  - {GLUTEN}\n"))
        assert to_review(merged(text))
        found = merged(text, decisions=f"keep: [{{question: '{GLUTEN}', topic: Proving}}]")
        assert not found.review
        assert questions(found)["Proving"] == [GLUTEN]


class TestAbsent:
    """Topics that the newest version does not have."""

    def test_they_are_kept_and_told(self) -> None:
        found = merged(BAKING, BREAD, in_order=True)
        assert [(a.chapter.said.title, len(a.topics)) for a in found.absent] == [("Cakes", 1)]
        assert FALL in found.text
        assert not found.is_settled

    def test_not_where_no_order_is_declared(self) -> None:
        assert not merged(BAKING, BREAD).absent

    def test_not_for_one_version(self) -> None:
        assert not merged(BAKING, in_order=True).absent

    def test_kept_by_a_ruling(self) -> None:
        found = merged(BAKING, BREAD, in_order=True, decisions="keep: [absent-from-newest: true]")
        assert found.is_settled
        assert FALL in found.text

    def test_dropped_by_a_ruling(self) -> None:
        decisions = "drop: [{absent-from-newest: true, reason: old}]"
        found = merged(BAKING, BREAD, in_order=True, decisions=decisions)
        assert outline(found) == outline(merged(BREAD))
        assert found.is_settled
        assert found.accounting.counts("topic")["dropped_by_decision"] == 1

    def test_of_one_chapter(self) -> None:
        less = BREAD.partition("### 1.2")[0]
        decisions = "drop: [{absent-from-newest: true, chapter: Cakes, reason: old}]"
        found = merged(BAKING, less, in_order=True, decisions=decisions)
        assert outline(found) == ["1 Bread", "1.1 Kneading", "1.2 Proving"]
        assert [a.chapter.said.title for a in found.absent] == ["Bread"]

    def test_what_is_named_itself_counts_more(self) -> None:
        decisions = """\
        drop: [{absent-from-newest: true, reason: old}]
        keep: [{topic: Sponges}]
        """
        found = merged(BAKING, "# Baking\n## X\n### Y\n", in_order=True, decisions=decisions)
        assert [topic.title for topic in found.guide.topics if topic.title != "Y"] == ["Sponges"]

    def test_the_ruling_that_is_offered(self) -> None:
        found = merged(BAKING, BREAD, in_order=True)
        assert decisions_yaml(found.suggestions) == "keep:\n- {absent-from-newest: true}\n"


STALE = [
    "same-topics: [{topics: [Kneading, Grilling]}]",
    "different-topics: [{topics: [Grilling, Kneading]}]",
    "same-chapters: [{chapters: [Bread, Fish]}]",
    "different-chapters: [{chapters: [Fish, Bread]}]",
    "same-questions: [{questions: ['Why?', 'Why is a dough covered?']}]",
    "different-questions: [{questions: ['Why?', 'How?']}]",
    "title: [{topic: Grilling, title: G}]",
    "title: [{chapter: Fish, title: F}]",
    "description: [{topic: Grilling, text: T.}]",
    "notes: [{topic: Grilling, path: g.md, status: planned}]",
    "chapter: [{topic: Grilling, chapter: Bread}]",
    "chapter: [{topic: Kneading, chapter: Fish}]",
    "before: [{topic: Grilling, before: Kneading}]",
    "after: [{chapter: Bread, after: Fish}]",
    "drop: [{topic: Grilling, reason: R}]",
    "drop: [{chapter: Fish, reason: R}]",
    "drop: [{question: 'Why?', reason: R}]",
    "drop: [{question: 'Why is a dough covered?', topic: Kneading, reason: R}]",
    "drop: [{absent-from-newest: true, reason: R}]",
    "keep: [{topic: {title: Kneading, chapter: Cakes}}]",
]


@pytest.mark.parametrize("decisions", STALE)
def test_a_ruling_that_matches_nothing_is_stale_and_changes_nothing(decisions: str) -> None:
    found = merged(BAKING, decisions=decisions)
    assert len(found.stale) == 1
    assert not found.is_settled
    assert found.text == merged(BAKING).text


def test_a_ruling_finds_a_topic_by_the_title_that_lost() -> None:
    versions = BAKING, changed(("Kneading", "Kneading Dough"))
    for title in ("Kneading", "Kneading Dough", "**kneading**"):
        ruling = f"description: [{{topic: '{title}', text: Pulling.}}]"
        found = merged(*versions, in_order=True, decisions=ruling)
        assert "Pulling." in found.text
        assert not found.stale


def test_what_is_suggested_settles_everything_as_it_is() -> None:
    """Also in titles that hold what YAML would read as its own."""
    titles = ['"Rye": a #1 grain', "- {x}", "'y' \\ z", "{a: b}", "true", "x: y"]
    text = "# A\n## B\n" + "".join(
        f"### {title}\n- **Description**: One of {n}.\n" for n, title in enumerate(titles)
    )
    versions = text, text.replace("One of", "Some of")
    found = merged(*versions)
    assert len(found.open_conflicts) == len(titles)
    ruled = merged(*versions, decisions=decisions_yaml(found.suggestions))
    assert ruled.is_settled
    assert ruled.text == found.text
