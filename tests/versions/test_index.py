"""The index: what a topic counts by, whose numbers it has, and which pages a site gets."""

from dataclasses import astuple

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.versions.index import (
    Coverage,
    IndexNotes,
    IndexTopic,
    NotesFile,
    coverage,
)
from curriculum_tools.versions.navigation import navigation
from tests.indexing import index

GUIDE = """\
    # Databases

    ## 2. Storage

    ### 2.1 Tables
    - **Path to detailed notes**: `notes/tables.md`
    - **Questions**:
      - What is a row?
      - What is a column?

    ### 2.1 Indexes
    - **Path to detailed notes**: `notes/indexes.md`

    ### 2.7 Locks
    - *(Individual file to be created, e.g., `notes/locks.md`)*

    ## Use

    ### Queries
    - *(Covered in `notes/tables.md`)*

    ### Plans
    - **Description**: How a query is run.
"""


def shown(*texts: str, files: tuple[str, ...] = ()) -> list[tuple[str | None, str]]:
    chapters = index(*texts, files=files).chapters
    return [(topic.number, topic.title) for chapter in chapters for topic in chapter.topics]


def test_one_guide_alone_keeps_the_numbers_and_titles_it_prints() -> None:
    found = index(GUIDE)
    assert [chapter.name for chapter in found.chapters] == ["2. Storage", "Use"]
    assert shown(GUIDE) == [
        ("2.1", "Tables"),
        ("2.1", "Indexes"),
        ("2.7", "Locks"),
        (None, "Queries"),
        (None, "Plans"),
    ]


def test_several_guides_are_joined_under_new_numbers() -> None:
    newer = GUIDE.replace("2.7 Locks", "2.3 Locks").replace("(Covered in", "(Covered also in")
    assert shown(GUIDE, newer)[:3] == [("1.1", "Tables"), ("1.2", "Indexes"), ("1.3", "Locks")]
    topic = index(GUIDE, newer).chapters[0].topics[2]
    assert [(o.source, o.number, o.line) for o in topic.origins] == [
        ("1.md", "2.7", 14),
        ("2.md", "2.3", 14),
    ]
    assert [notes.path for notes in topic.notes] == ["notes/locks.md"]


def test_each_topic_counts_once() -> None:
    found = index(GUIDE, files=("notes/tables.md", "notes/locks.md"))
    assert found.coverage == Coverage(
        topics=5, written=2, planned=1, covered=1, none=1, not_found=1
    )
    assert found.chapters[0].coverage == Coverage(3, 2, 1, 0, 0, 1)


def test_a_topic_counts_by_its_best_notes() -> None:
    text = """\
        ### 1.1 Tables
        - *(Individual file to be created, e.g., `notes/a.md`)*
        - *(Covered in `notes/b.md`)*
        - **Path to detailed notes**: `notes/c.md`, `notes/d.md`
    """
    (topic,) = index(text, files=("notes/b.md", "notes/d.md")).chapters[0].topics
    assert topic.best
    assert topic.best.path == "notes/d.md"
    assert not topic.is_not_found
    lost = index(text, files=("notes/a.md", "notes/b.md")).coverage
    assert (lost.written, lost.covered, lost.not_found) == (1, 0, 1)


FILES = st.none() | st.just(NotesFile("notes/a.md", "a.md"))
NOTES = st.builds(IndexNotes, st.just("notes/a.md"), st.sampled_from(NotesStatus), FILES)
TOPICS = st.builds(
    IndexTopic,
    st.none(),
    st.just("T"),
    st.just(0),
    st.lists(NOTES, max_size=3).map(tuple),
    st.just(()),
)


@given(st.lists(TOPICS), st.lists(TOPICS))
def test_the_counts_add_up(some: list[IndexTopic], others: list[IndexTopic]) -> None:
    whole = coverage([*some, *others])
    assert whole.written + whole.planned + whole.covered + whole.none == whole.topics
    assert whole.not_found <= whole.written + whole.covered
    parts = zip(astuple(coverage(some)), astuple(coverage(others)), strict=True)
    assert astuple(whole) == tuple(a + b for a, b in parts)


def pages(text: str, *files: str) -> tuple[list[tuple[str, str | None]], int, int]:
    found = navigation(index(text, files=files), (".md",))
    entries = [(entry.name, entry.page) for part in found.parts for entry in part.entries]
    return entries, found.shared, found.unfit


def test_a_site_has_the_written_notes_that_are_there_and_drafts_of_the_others() -> None:
    entries, shared, unfit = pages(GUIDE, "notes/tables.md", "notes/locks.md")
    assert entries == [("2.1 Tables", "tables.md"), ("2.1 Indexes", None), ("2.7 Locks", None)]
    assert (shared, unfit) == (0, 0)


def test_a_page_stands_once_where_it_is_named_first() -> None:
    text = GUIDE.replace("notes/indexes.md", "notes/tables.md")
    entries, shared, _unfit = pages(text, "notes/tables.md")
    assert [name for name, _page in entries] == ["2.1 Tables", "2.7 Locks"]
    assert shared == 1


def test_what_is_no_page_of_the_site_is_left_out_and_counted() -> None:
    text = GUIDE.replace("notes/indexes.md", "elsewhere.md").replace("tables.md", "tables.ipynb")
    entries, _shared, unfit = pages(text, "elsewhere.md", "notes/tables.ipynb")
    assert [name for name, _page in entries] == ["2.7 Locks"]
    assert unfit == 2
