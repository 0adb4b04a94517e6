"""Chapters and topics in order, and their numbers."""

from textwrap import dedent

from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import chosen, conflict, merged, outline


def listed(*chapters: str) -> str:
    """A guide of these chapters, each given as its title, a colon, and the titles of its topics."""
    lines = ["# Baking"]
    for c, chapter in enumerate(chapters, 1):
        title, _, topics = chapter.partition(": ")
        lines += [f"## {c}. {title}"]
        lines += [f"### {c}.{t} {topic}" for t, topic in enumerate(topics.split(", "), 1)]
    return "\n".join(lines) + "\n"


class TestOrder:
    """The majority of versions; a tie goes to the newest, else it is settled by content."""

    def test_the_majority(self) -> None:
        one = listed("Bread: Rye, Wheat, Spelt")
        other = listed("Bread: Wheat, Rye, Spelt")
        more = listed("Bread: Rye, Wheat, Spelt, Oats")
        found = merged(one, other, more)
        assert outline(found) == ["1 Bread", "1.1 Rye", "1.2 Wheat", "1.3 Spelt", "1.4 Oats"]
        assert not found.conflicts

    def test_chapters(self) -> None:
        one = listed("Bread: Rye", "Cakes: Sponges", "Pies: Apple Pie")
        other = listed("Cakes: Sponges", "Bread: Rye", "Pies: Apple Pie, Plum Pie")
        more = listed("Cakes: Sponges", "Bread: Rye", "Pies: Apple Pie")
        assert [line for line in outline(merged(one, other, more)) if "." not in line] == [
            "1 Cakes",
            "2 Bread",
            "3 Pies",
        ]

    def test_a_tie_is_settled_by_the_newest(self) -> None:
        one, other = listed("Bread: Rye, Wheat"), listed("Bread: Wheat, Rye")
        assert outline(merged(one, other, in_order=True)) == ["1 Bread", "1.1 Wheat", "1.2 Rye"]
        assert outline(merged(other, one, in_order=True)) == ["1 Bread", "1.1 Rye", "1.2 Wheat"]
        found = merged(one, other, in_order=True)
        assert chosen(found, "order") == ('"Wheat" before "Rye"', "newest", False)

    def test_a_tie_is_open_where_no_order_is_declared(self) -> None:
        one, other = listed("Bread: Wheat, Rye"), listed("Bread: Rye, Wheat")
        for versions in ([one, other], [other, one]):
            found = merged(*versions)
            assert outline(found) == ["1 Bread", "1.1 Rye", "1.2 Wheat"]
            assert chosen(found, "order") == ('"Rye" before "Wheat"', "tie", True)
            assert conflict(found, "order").number == "1"

    def test_majorities_that_run_in_a_circle(self) -> None:
        orders = ("Rye, Wheat, Spelt", "Wheat, Spelt, Rye", "Spelt, Rye, Wheat")
        found = merged(*(listed(f"Bread: {order}") for order in orders))
        assert outline(found)[0] == "1 Bread"
        assert chosen(found, "order")[1:] == ("majority", False)

    def test_what_only_one_version_has_stays_behind_what_it_follows_there(self) -> None:
        one = listed("Bread: Rye, Wheat, Spelt")
        other = listed("Bread: Rye, Toasting, Wheat, Spelt, Freezing")
        assert outline(merged(one, other)) == [
            "1 Bread",
            "1.1 Rye",
            "1.2 Toasting",
            "1.3 Wheat",
            "1.4 Spelt",
            "1.5 Freezing",
        ]


class TestHomes:
    """The chapter that a topic belongs to."""

    def test_a_topic_that_moved(self) -> None:
        one = listed("Bread: Rye, Wheat, Pizza", "Pies: Apple Pie, Plum Pie")
        other = listed("Bread: Rye, Wheat", "Pies: Pizza, Apple Pie, Plum Pie")
        newest = merged(one, other, in_order=True)
        assert chosen(newest, "chapter") == ("Pies", "newest", False)
        assert outline(newest)[3:] == ["2 Pies", "2.1 Pizza", "2.2 Apple Pie", "2.3 Plum Pie"]
        assert chosen(merged(one, other), "chapter")[1:] == ("tie", True)
        most = merged(one, other, one.replace("Baking", "On Baking"))
        assert chosen(most, "chapter") == ("Bread", "majority", False)

    def test_a_chapter_whose_topics_all_moved_is_left_out(self) -> None:
        one = listed("Bread: Rye, Wheat", "Flat Bread: Pizza")
        other = listed("Bread: Rye, Wheat, Pizza")
        found = merged(one, other, in_order=True)
        assert outline(found) == ["1 Bread", "1.1 Rye", "1.2 Wheat", "1.3 Pizza"]
        assert not found.accounting.missing

    def test_an_empty_chapter_stays(self) -> None:
        found = merged(BAKING, BAKING + "\n## 3. Pies\n\nTo be written.\n")
        assert outline(found)[-1] == "3 Pies"
        assert "To be written." in found.text

    def test_a_chapter_that_is_empty_in_one_version_stays_though_its_topics_moved(self) -> None:
        old = listed("Bread: Rye, Wheat", "Pies: Pizza")
        newest = listed("Bread: Rye, Wheat, Pizza") + "## 2. Pies\n\nTo be written.\n"
        found = merged(old, newest, in_order=True)
        assert outline(found)[-2:] == ["1.3 Pizza", "2 Pies"]
        assert not found.accounting.missing

    def test_topics_before_any_chapter_come_first(self) -> None:
        homeless = changed(("## 1. Bread\n", "### 1. Tools\n\n## 1. Bread\n"))
        found = merged(BAKING, homeless)
        assert outline(found)[:3] == ["-", "1 Tools", "1 Bread"]
        assert found.text.index("Tools") < found.text.index("Bread")


class TestNumbers:
    """They are made anew, without gaps."""

    def test_gaps_repeated_and_wrong_numbers(self) -> None:
        found = merged(
            changed(("## 1. Bread", "## 4. Bread"), ("### 1.1", "### 4.7"), ("### 1.2", "### 4.7"))
        )
        assert outline(found) == [
            "1 Bread",
            "1.1 Kneading",
            "1.2 Proving",
            "2 Cakes",
            "2.1 Sponges",
        ]

    def test_an_unnumbered_guide_gets_numbers(self) -> None:
        text = dedent("""\
            # Baking
            ## Bread
            ### 1. Kneading
            ### 2. Proving
            ## Cakes
            ### 1. Sponges
        """)
        assert outline(merged(text)) == outline(merged(BAKING)) == outline(merged(text, BAKING))

    def test_a_chapter_of_prose_gets_none(self) -> None:
        text = changed(("## 1. Bread", "## How to Use This Guide\n\nAloud.\n\n## 1. Bread"))
        assert outline(merged(text))[:3] == ["-", "1 Bread", "1.1 Kneading"]
        assert merged(text).text == text

    def test_chapters_that_restart_at_1(self) -> None:
        text = listed("Bread: Rye", "Cakes: Sponges") + listed("Pies: Apple Pie").partition("\n")[2]
        found = merged(text, listed("Pies: Apple Pie"))
        assert outline(found) == [
            "1 Bread",
            "1.1 Rye",
            "2 Cakes",
            "2.1 Sponges",
            "3 Pies",
            "3.1 Apple Pie",
        ]
        origins = [origin.number for origin in found.chapters[2].origins]
        assert origins == ["1", "1"]


def test_chapters_of_one_title_are_one_even_with_nothing_else_in_common() -> None:
    found = merged(
        "# G\n\n## 1. Tools\n\n### 1.1 Whisks\n- **Description**: For air.\n",
        "# G\n\n## 1. Tools\n\n### 1.1 Ovens\n- **Description**: For heat.\n",
    )
    assert [chapter.title for chapter in found.guide.chapters] == ["Tools"]
