"""Two languages of a guide are held against each other by number."""

from textwrap import dedent

from curriculum_tools.output.diff.by_number_lines import sentences, summary
from curriculum_tools.versions.diff.by_number import NumberDifference, diff_by_number
from tests.dialects.merging import version
from tests.versions.told import told

ENGLISH = """
    # Databases

    ## 1. Storage

    ### 1.1 Tables
    - **Description**: Rows and columns.
    - **Path to detailed notes**: `tables.md`
    - **Questions**:
      - What is a table made of?
      - When is it split?

    ### 1.2 Locks
    - **Description**: Who may write.
    - **Questions**:
      - What does a lock protect?

    ## 2. Operation

    ### 2.1 Backups
    - **Description**: Copies.
"""
GERMAN = """
    # Datenbanken

    ## 1. Speicher

    ### 1.1 Tabellen
    - **Description**: Zeilen und Spalten.
    - **Path to detailed notes**: `tabellen.md`
    - **Questions**:
      - Woraus besteht eine Tabelle?

    ### 1.3 Sichten
    - **Description**: Abfragen mit Namen.
"""
QUIZ = '[dialect]\nquestion = "### {n}. {text}"\noption = "- [{mark}] {text}"\n'


def difference(before: str = ENGLISH, after: str = GERMAN) -> NumberDifference:
    return diff_by_number(told(dedent(before), "en.md"), told(dedent(after), "de.md"))


def test_each_difference_is_a_sentence() -> None:
    assert list(sentences(difference())) == [
        "1.2 Locks is missing in de.md (1 question, en.md:13)",
        "chapter 2 Operation is missing in de.md (en.md:18)",
        "1.3 Sichten is only in de.md (de.md:12)",
        "1.1 Tables: 1 question in de.md:6, not 2",
        "1.1 Tables: notes tabellen.md in de.md:6, not tables.md",
    ]


def test_the_other_direction_has_the_sides_exchanged() -> None:
    one, other = difference(), difference(GERMAN, ENGLISH)
    assert [each.number for each in one.missing] == [each.number for each in other.extra]
    assert [(each.was, each.now) for each in one.unlike] == [
        (each.now, each.was) for each in other.unlike
    ]


def test_a_guide_has_all_its_numbers_itself() -> None:
    same = difference(ENGLISH, ENGLISH)
    assert same.is_same
    assert summary(same) == "5 of 5 numbers in both"


def test_questions_with_numbers_are_compared_by_these() -> None:
    before = "# A\n\n### 1. One?\n\n- [x] a\n- [ ] b\n\n### 2. Two?\n\n- [x] a\n"
    after = "# A\n\n### 1. Eins?\n\n- [ ] c\n- [x] d\n"
    found = diff_by_number(version(QUIZ, before, "en.md"), version(QUIZ, after, "de.md"))
    assert list(sentences(found)) == [
        "question 2 Two? is missing in de.md (en.md:8)",
        "1 One?: answer option 2 in de.md:3, not option 1",
    ]
