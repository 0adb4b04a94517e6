"""Rulings that say which text stays, or whose value holds."""

import pytest

from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import chosen, conflict, merged, outline, questions

GLUTEN, ENOUGH = "What does kneading do to gluten?", "When is a dough kneaded enough?"
WARM = "How warm should a dough stand?"


def same(a: str, b: str, wording: str) -> str:
    return f'same-questions: [{{questions: ["{a}", "{b}"], wording: "{wording}"}}]'


class TestWording:
    """What is the same can be put into one of its texts, or into a new one."""

    @pytest.mark.parametrize("text", [GLUTEN, ENOUGH, "What is kneading for?"])
    def test_of_questions(self, text: str) -> None:
        found = merged(BAKING, decisions=same(GLUTEN, ENOUGH, text))
        assert questions(found)["Kneading"] == [text]
        assert not found.stale
        assert not found.accounting.missing

    def test_what_is_asked_below_it_stays(self) -> None:
        text = changed((f"  - {GLUTEN}\n", f"  - {GLUTEN}\n    ```\n    knead()\n    ```\n"))
        asked = GLUTEN + "\\n```\\nknead()\\n```"
        found = merged(text, decisions=same(asked, ENOUGH, "What is kneading for?"))
        (question,) = found.guide.topics[0].questions
        assert question.text == "What is kneading for?"
        assert not found.accounting.missing

    @pytest.mark.parametrize("title", ["Kneading", "Proving", "Working the Dough"])
    def test_of_topics(self, title: str) -> None:
        decisions = f'same-topics: [{{topics: [Kneading, Proving], wording: "{title}"}}]'
        found = merged(BAKING, decisions=decisions)
        assert outline(found)[:2] == ["1 Bread", f"1.1 {title}"]
        assert sum(len(asked) for asked in questions(found).values()) == 5

    def test_of_chapters(self) -> None:
        decisions = "same-chapters: [{chapters: [Bread, Cakes], wording: Baking}]"
        assert outline(merged(BAKING, decisions=decisions))[0] == "1 Baking"

    def test_a_title_that_is_ruled_for_itself_counts_more(self) -> None:
        decisions = """\
        same-topics: [{topics: [Kneading, Proving], wording: Proving}]
        title: [{topic: Kneading, title: Dough}]
        """
        assert outline(merged(BAKING, decisions=decisions))[1] == "1.1 Dough"


class TestFrom:
    """A value is that of the version that is named, whatever it says."""

    OLD = changed(("Stretching dough.", "Pulling it."), ("Kneading\n", "Kneading Dough\n"))
    NEW = changed(("Letting the yeast work.", "Time for the yeast."), ("# Baking", "# On Baking"))

    def test_a_field(self) -> None:
        for ruling in (
            "from: [{topic: Kneading, field: description, from: a.md}]",
            "description: [{topic: Kneading, from: a.md}]",
        ):
            found = merged(self.OLD, self.NEW, in_order=True, decisions=ruling)
            assert "Pulling it." in found.text
            assert not found.stale

    def test_titles_and_homes(self) -> None:
        moved = BAKING.replace("### 1.2 Proving", "## 3. Waiting\n\n### 3.1 Proving")
        found = merged(
            self.OLD,
            moved,
            in_order=True,
            decisions="""\
            title: [{topic: Kneading, from: a.md}, {guide: true, from: a.md}]
            chapter: [{topic: Proving, from: a.md}]
            """,
        )
        assert outline(found)[:3] == ["1 Bread", "1.1 Kneading Dough", "1.2 Proving"]
        assert not found.stale

    def test_it_follows_the_version(self) -> None:
        ruling = "description: [{topic: Kneading, from: a.md}]"
        later = self.OLD.replace("Pulling it.", "Pulling and folding.")
        assert (
            "Pulling and folding." in merged(later, self.NEW, in_order=True, decisions=ruling).text
        )

    def test_what_has_no_ruling_of_its_own(self) -> None:
        """Introductions, texts of chapters, front matter, prerequisites and answers."""
        one = (
            BAKING.replace("# Baking\n", "# Baking\n\nOn dough.\n")
            .replace(
                "- **Description**: Letting", "- **Prerequisites**: 1.1\n- **Description**: Letting"
            )
            .replace("## 2. Cakes\n", "## 2. Cakes\n\nSweet things.\n")
        )
        other = one.replace("On dough.", "On bread.").replace(": 1.1\n", ": Kneading, flour\n")
        other = other.replace("Sweet things.", "Tarts, too.")
        decisions = """\
        from:
        - {guide: true, field: introduction, from: a.md}
        - {chapter: Cakes, field: text, from: a.md}
        - {topic: Proving, field: prerequisites, from: a.md}
        """
        found = merged(one, other, in_order=True, decisions=decisions)
        assert found.text == merged(one).text
        assert not found.stale

    def test_an_open_conflict_offers_each_of_its_values(self) -> None:
        other = changed(("Stretching dough.", "Pulling it."))
        tie = conflict(merged(BAKING, other), "description")
        for option in tie.options:
            assert option.ruling is not None
        assert chosen(merged(BAKING, other), "description")[2]

    @pytest.mark.parametrize(
        "ruling",
        [
            "{topic: Kneading, field: description, from: c.md}",
            "{topic: Kneading, field: colour, from: a.md}",
            "{topic: Kneading, field: notes, from: a.md}",
            "{guide: true, field: weight, from: a.md}",
        ],
    )
    def test_one_that_takes_nothing_is_stale(self, ruling: str) -> None:
        assert len(merged(BAKING, self.NEW, decisions=f"from: [{ruling}]").stale) == 1


class TestTogether:
    """A ruling changes nothing but what it is about."""

    def test_the_same_does_not_part_what_was_folded(self) -> None:
        formal = GLUTEN.replace("to gluten", "to the gluten")
        plain = changed((ENOUGH, "Why weigh the salt?"))
        other = changed((GLUTEN, "What is gluten?"), (ENOUGH, "What does kneading do?"))
        versions = plain, other.replace(WARM, WARM.replace("should", "must"))
        before = questions(merged(*versions))
        found = merged(
            *versions, decisions=same("What is gluten?", "What does kneading do?", formal)
        )
        assert questions(found)["Proving"] == before["Proving"]

    def test_what_is_dropped_takes_its_other_wordings_along(self) -> None:
        formal = "When is a dough kneaded enough"
        versions = BAKING, changed((ENOUGH, f"{formal}!"))
        found = merged(*versions, decisions=f'drop: [{{question: "{ENOUGH}", reason: dull}}]')
        assert questions(found)["Kneading"] == [GLUTEN]
