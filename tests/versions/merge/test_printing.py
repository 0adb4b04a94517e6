"""What is printed, and where the report says it comes from."""

from textwrap import dedent

from tests.versions.merge.baking import BAKING, changed
from tests.versions.merge.merging import merged, outline
from tests.versions.told import told

TESTS = """\
# Code
## 1. Unit Tests
### 1.1 Fixtures
- **Description**: Functions that pytest calls before a test.
- **Questions**:
  - Which scopes does a fixture of pytest have?
"""
LIGHTS = """\
# Code
## 1. Lighting
### 1.1 Fixtures
- **Description**: Lamps that are screwed to a ceiling.
- **Questions**:
  - How is a lamp wired?
"""


class TestTitlesThatClash:
    """Two topics with one title, of different versions, get their chapters' names."""

    APART = """\
        different-topics:
        - topics: [{title: Fixtures, chapter: Unit Tests}, {title: Fixtures, chapter: Lighting}]
        """

    def test_the_second_names_its_chapter(self) -> None:
        found = merged(LIGHTS, TESTS, in_order=True, decisions=self.APART)
        assert outline(found) == [
            "1 Unit Tests",
            "1.1 Fixtures",
            "2 Lighting",
            "2.1 Fixtures (Lighting)",
        ]
        assert {origin.title for c in found.chapters for t in c.topics for origin in t.origins} == {
            "Fixtures"
        }

    def test_they_keep_it_where_one_version_has_both(self) -> None:
        both = TESTS + LIGHTS.partition("\n")[2]
        titles = [topic.title for topic in merged(both).guide.topics]
        assert titles == ["Fixtures", "Fixtures"]

    def test_merging_again_leaves_the_names(self) -> None:
        once = merged(TESTS, LIGHTS, decisions=self.APART)
        assert merged(once.text).text == once.text


class TestOtherContent:
    """Blocks of all versions of a topic are printed, equal ones once."""

    def test_union(self) -> None:
        one = changed(("### 2.1 Sponges\n", "### 2.1 Sponges\n\nA lead.\n\n"))
        one += "\nA tail.\n\n```\nbake()\n```\n"
        other = BAKING + "\nA tail.\n\nAnother tail.\n"
        text = merged(one, other).text
        for words in ("A lead.", "A tail.", "Another tail.", "```\nbake()\n```"):
            assert text.count(words) == 1

    def test_chapters_and_the_guide_have_those_that_won(self) -> None:
        one = changed(
            ("# Baking\n", "# Baking\n\nOld.\n"), ("## 1. Bread\n", "## 1. Bread\n\nX.\n")
        )
        other = changed(("# Baking\n", "# Baking\n\nNew.\n"))
        text = merged(one, other, in_order=True).text
        assert "Old." not in text
        assert "New." in text
        assert "X." in text


def test_the_origins_of_everything() -> None:
    one = BAKING
    other = dedent("""\
        # Baking
        ## Yeast Doughs
        ### 1. Kneading Dough
        - **Description**: Stretching dough.
        - **Questions**:
          - When is a dough kneaded enough?
    """)
    found = merged(one, other, in_order=True)
    topic = found.chapters[0].topics[0]
    assert [(o.source, o.number, o.title, o.line) for o in topic.origins] == [
        ("a.md", "1.1", "Kneading", 5),
        ("b.md", "1", "Kneading Dough", 3),
    ]
    asked = topic.questions[1].origins
    assert [(o.source, o.topic, o.line, o.fold.value) for o in asked] == [
        ("a.md", "1.1", 9, "kept"),
        ("b.md", "1", 6, "exact"),
    ]


def test_the_output_is_read_as_it_was_meant() -> None:
    found = merged(BAKING, TESTS, LIGHTS)
    assert told(found.text, "merged.md") == found.guide


def test_nothing_to_merge() -> None:
    assert merged().text == ""
    assert merged("").text == ""
    assert merged("", "\n\n", BAKING).text == merged(BAKING).text


def test_versions_that_share_nothing_stand_one_after_the_other() -> None:
    """The newest first."""
    found = merged(BAKING, TESTS, in_order=True)
    assert [topic.title for topic in found.guide.topics] == [
        "Fixtures",
        "Kneading",
        "Proving",
        "Sponges",
    ]
    assert all(len(t.origins) == 1 for c in found.chapters for t in c.topics)
