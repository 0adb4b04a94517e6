"""What is promised of an alignment, on guides that a person can read."""

from collections.abc import Callable, Iterable
from random import Random
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.content import Question, Text
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.alignment.align import Alignment, ChapterRef, TopicRef, align
from curriculum_tools.versions.observations.placed import title_of
from curriculum_tools.versions.version import Version, version_of
from tests.examples import examples
from tests.versions.contents import a_chapter, a_topic, a_version

T, C = TopicRef, ChapterRef


def version(text: str) -> Version:
    return version_of(parse(Source("guide.md", dedent(text))))


BREAD = version("""\
    # Baking

    ## 1. Bread
    ### 1.1 Introduction
    - **Description**: Flour, water, salt and time.
    ### 1.2 Kneading
    - **Description**: Stretching dough until it holds gas.
    - **Questions**:
      - What does kneading do to gluten?
      - When is a dough kneaded enough?
    ### 1.3 Proving
    - **Description**: Letting the yeast work before the oven.
    - **Questions**:
      - How warm should a dough stand?

    ## 2. Cakes
    ### 2.1 Introduction
    - **Description**: Eggs, sugar and air.
    ### 2.2 Sponges
    - **Questions**:
      - Why does a sponge fall?
""")
#: Cakes first; bread under another title, reworded, with a topic more; no numbers.
LATER = version("""\
    # Baking

    ## Cakes
    ### 1. Introduction
    - **Description**: Eggs, sugar and air.
    ### 2. Sponge Cakes
    - **Questions**:
      - Why does a sponge fall?

    ## Yeast Doughs
    ### 1. Introduction
    - **Description**: Flour, water, salt and time.
    ### 2. Kneading Dough
    - **Description**: Stretching a dough until it can hold gas.
    - **Questions**:
      - When has a dough been kneaded enough?
      - What does kneading do to gluten?
    ### 3. Shaping
    - **Description**: Loaves, rolls and plaits.
    ### 4. Proving
    - **Description**: Letting the yeast work before the oven.
""")
EMPTY = a_version()


#: Topics around the ones that a test is about.
REST = "".join(
    f"### {title}\n" for title in ("Loops", "Nested Loops", "Trees", "Graphs", "Files", "Sockets")
)


def titles(versions: list[Version], found: Alignment) -> list[list[str]]:
    """The topics that joined, by title."""
    return [
        [versions[v].topics[t].title for v, t in cluster.members]
        for cluster in found.topics
        if len(cluster.members) > 1
    ]


def chapters(versions: list[Version], found: Alignment) -> list[list[str | None]]:
    """The chapters that joined, by title."""
    return [
        [title_of(versions[v].chapters[c]) for v, c in cluster.members]
        for cluster in found.chapters
        if len(cluster.members) > 1
    ]


def test_what_moved_and_was_renamed_and_reworded() -> None:
    found = align([BREAD, LATER])
    assert [cluster.members for cluster in found.topics] == [
        (T(0, 0), T(1, 2)),
        (T(0, 1), T(1, 3)),
        (T(0, 2), T(1, 5)),
        (T(0, 3), T(1, 0)),
        (T(0, 4), T(1, 1)),
        (T(1, 4),),
    ]
    assert chapters([BREAD, LATER], found) == [["Bread", "Yeast Doughs"], ["Cakes", "Cakes"]]
    assert not found.doubtful_topics
    assert not found.doubtful_chapters
    assert found.topics[-1].confidence == 1.0


def test_equal_topics_are_certain() -> None:
    assert {cluster.confidence for cluster in align([BREAD, BREAD]).topics} == {1.0}


def test_numbers_do_not_count() -> None:
    one = version("# A\n## 1. Sauces\n### 1.1 Béchamel\n### 1.2 Velouté\n")
    other = version("# A\n## 1. Fish\n### 1.1 Poaching\n### 1.2 Grilling\n")
    found = align([one, other])
    assert not titles([one, other], found)
    assert not chapters([one, other], found)
    assert not found.doubtful_topics
    assert not found.doubtful_chapters


@pytest.mark.parametrize(
    "versions",
    [[], [EMPTY], [EMPTY, EMPTY], [EMPTY, BREAD], [version("# A\n\nProse.\n"), BREAD]],
)
def test_empty_versions(versions: list[Version]) -> None:
    found = align(versions)
    assert sum(len(cluster.members) for cluster in found.topics) == sum(
        len(each.topics) for each in versions
    )
    assert not found.doubtful_topics


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lists", "Linked Lists"),
        ("SQL Injection", "SQL Injection Prevention"),
        ("JSON Columns", "JSONB Columns"),
        ("Concurrency Part I", "Concurrency Part II"),
        ("Testing with pytest", "Testing with unittest"),
        ("Basic Joins", "Advanced Joins"),
        ("Joins", "Advanced Joins"),
        ("Inner Joins", "Outer Joins"),
        ("Python 2", "Python 3"),
        ("HTTP/1.1", "HTTP/2"),
        ("Encoding Text", "Decoding Text"),
        ("Type I Errors", "Type II Errors"),
        ("Sync vs. Async", "Queries (Sync vs. Async)"),
        ("Chapter 1 Review", "Chapter 2 Review"),
    ],
)
def test_lookalikes_do_not_join(one: str, other: str) -> None:
    """Neither by their titles alone, nor with descriptions of one subject."""
    bare = [version(f"# A\n## B\n### {title}\n{REST}") for title in (one, other)]
    described = [
        version(f"# A\n## B\n### {title}\n- **Description**: {said}\n{REST}")
        for title, said in ((one, "What it is good for."), (other, "How it is done well."))
    ]
    for versions in (bare, described):
        assert [one, other] not in titles(versions, align(versions))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The WHERE Clause", "The HAVING Clause"),
        ("If Statements", "Statements"),
        ("Vitamin A", "Vitamin C"),
        ("The this Keyword", "The Keyword"),
        ("Background Tasks", "Background Tasks with Celery"),
        ("Roasting", "Roasting with Herbs"),
        ("Charts", "Charts using Plotly"),
        ("Level 1 Review", "Level 2 Review"),
    ],
)
def test_titles_that_differ_by_a_name_never_join_by_themselves(one: str, other: str) -> None:
    """Not even where all else is equal; a maintainer may be asked."""
    said = "- **Description**: How it is done, and what comes of it in the end."
    versions = [version(f"# A\n## B\n### {title}\n{said}\n{REST}") for title in (one, other)]
    assert [one, other] not in titles(versions, align(versions))


@pytest.mark.parametrize("title", ["Testing", "Type Hints", "The WHERE Clause"])
def test_a_title_that_is_unique_joins_whatever_else_is_said(title: str) -> None:
    one, other = (
        version(
            f"# A\n## B\n### {title}\n- **Description**: {said}\n"
            f"- **Questions**:\n  - {asked}\n{REST}"
        )
        for said, asked in (
            ("Assertions, fixtures and runs.", "Who writes fixtures?"),
            ("Why a habit pays off in large teams.", "When do habits pay?"),
        )
    )
    assert [title, title] in titles([one, other], align([one, other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("What is a heap?", "What is a Heap"),
        ("Server-Sent Events", "Server-Sent Events (SSE)"),
        ("SSE", "Server-Sent Events (SSE)"),
        ("Testing & Debugging", "Testing and Debugging"),
        ("Normalising Vectors", "Normalizing Vectors"),
        ("Poaching Eggs", "Poached Eggs"),
        ("Sync vs. Async", "Synchronous vs. Asynchronous"),
        ("Concurrency Part I", "Concurrency, Part 1"),
    ],
)
def test_one_title_in_two_spellings(one: str, other: str) -> None:
    versions = [version(f"# A\n## B\n### {title}\n{REST}") for title in (one, other)]
    assert [one, other] in titles(versions, align(versions))


def test_chapters_tell_bare_introductions_apart() -> None:
    one = version(
        "# A\n## Bread\n### Introduction\n### Kneading\n## Cakes\n### Introduction\n### Sponges\n"
    )
    other = version(
        "# A\n## Cakes\n### Introduction\n### Sponges\n## Yeast Doughs\n### Introduction\n"
        "### Kneading\n### Proving\n"
    )
    found = align([one, other])
    assert (T(0, 0), T(1, 2)) in [cluster.members for cluster in found.topics]
    assert (T(0, 2), T(1, 0)) in [cluster.members for cluster in found.topics]


def test_an_equal_topic_joins_in_whatever_chapter() -> None:
    one = version(
        "# A\n## B\n### Introduction\n- **Questions**:\n  - Why?\n### Trees\n### Graphs\n"
    )
    other = version(
        "# A\n## B\n### Introduction\n- **Questions**:\n  - How?\n### Trees\n### Graphs\n"
        "## Z\n### Introduction\n- **Questions**:\n  - Why?\n### Files\n"
    )
    found = align([one, other])
    assert (T(0, 0), T(1, 3)) in [cluster.members for cluster in found.topics]


def test_two_topics_with_one_title_in_a_version() -> None:
    one = version(
        "# A\n## B\n### Locks\n- **Description**: Doors and keys.\n"
        "### Locks\n- **Description**: Threads that wait for one another.\n"
    )
    other = version(
        "# A\n## B\n### Locks\n- **Description**: Threads which wait for each other.\n"
        "### Locks\n- **Description**: Doors and their keys.\n"
    )
    found = align([one, other])
    assert [cluster.members for cluster in found.topics] == [
        (T(0, 0), T(1, 1)),
        (T(0, 1), T(1, 0)),
    ]


def test_a_renamed_chapter_is_known_by_its_topics_and_a_shuffled_one_is_not() -> None:
    one = version("# A\n## Tools\n### Knives\n### Pans\n## Food\n### Eggs\n### Fish\n")
    renamed = version("# A\n## Food\n### Eggs\n### Fish\n## Equipment\n### Knives\n### Pans\n")
    shuffled = version("# A\n## First\n### Knives\n### Eggs\n## Second\n### Pans\n### Fish\n")
    assert chapters([one, renamed], align([one, renamed])) == [
        ["Tools", "Equipment"],
        ["Food", "Food"],
    ]
    assert not chapters([one, shuffled], align([one, shuffled]))


def test_chapters_that_restart_at_1() -> None:
    text = "# A\n## 1. Tools\n### 1.1 Knives\n## 2. Eggs\n### 2.1 Poaching\n"
    one = version(text + "## 1. Fish\n### 1.1 Grilling\n## 2. Meat\n### 2.1 Braising\n")
    found = align([one, version(text)])
    assert chapters([one, version(text)], found) == [["Tools", "Tools"], ["Eggs", "Eggs"]]
    assert len(found.topics) == 4


def test_topics_before_any_chapter_align_with_their_like() -> None:
    one = version("# A\n\n### Knives\n- **Questions**:\n  - Which?\n## Pans\n### Iron\n")
    other = version("# A\n## Knives\n### Knives\n- **Questions**:\n  - Which?\n## Pans\n### Iron\n")
    assert not one.chapters[0].is_headed
    assert [None, "Knives"] not in chapters([one, other], align([one, other]))
    assert [None, None] in chapters([one, one], align([one, one]))
    assert ["Knives", "Knives"] in titles([one, other], align([one, other]))


class TestRulings:
    """A maintainer's word goes before what things look like."""

    def test_the_same(self) -> None:
        found = align([BREAD, LATER], same_topics=[(T(0, 4), T(1, 4))])
        assert (T(0, 4), T(1, 4)) in [cluster.members for cluster in found.topics]

    def test_the_same_in_one_version(self) -> None:
        found = align([BREAD, LATER], same_topics=[(T(0, 0), T(0, 1))])
        joined = next(each.members for each in found.topics if T(0, 0) in each.members)
        assert {T(0, 0), T(0, 1)} <= set(joined)

    def test_different_though_alike(self) -> None:
        found = align([BREAD, LATER], different_topics=[(T(0, 1), T(1, 3))])
        assert (T(0, 1),) in [cluster.members for cluster in found.topics]
        assert not found.doubtful_topics

    def test_different_though_equal(self) -> None:
        found = align([BREAD, BREAD], different_topics=[(T(0, 1), T(1, 1))])
        assert (T(0, 1),) in [cluster.members for cluster in found.topics]

    def test_chapters(self) -> None:
        found = align(
            [BREAD, LATER],
            same_chapters=[(C(0, 0), C(1, 0))],
            different_chapters=[(C(0, 1), C(1, 0))],
        )
        assert [cluster.members for cluster in found.chapters] == [
            (C(0, 0), C(1, 0)),
            (C(0, 1),),
            (C(1, 1),),
        ]


WORDS = st.sampled_from(["heaps", "trees", "part 1", "part 2", "sorting", "async", "introduction"])
TEXT = st.lists(WORDS, max_size=3).map(" ".join)
TOPICS = st.builds(
    a_topic,
    st.sampled_from([None, "1.1", "1.2"]),
    TEXT,
    TEXT.map(lambda text: {"description": (Text(text),) if text else ()}),
    st.lists(TEXT.map(Question), max_size=2),
)
CHAPTERS = st.builds(a_chapter, st.none(), st.one_of(st.none(), TEXT), st.lists(TOPICS, max_size=3))
VERSIONS = st.lists(st.builds(a_version, st.lists(CHAPTERS, max_size=3)), max_size=4)


def without_order(found: Alignment, original: Callable[[int], int]) -> list[set[object]]:
    """An alignment with the versions under their original places, and nothing in an order."""

    def named(members: Iterable[tuple[int, int]]) -> frozenset[tuple[int, int]]:
        return frozenset((original(v), place) for v, place in members)

    parts = ((found.topics, found.doubtful_topics), (found.chapters, found.doubtful_chapters))
    result: list[set[object]] = []
    for clusters, doubts in parts:
        result.append({(named(each.members), each.confidence) for each in clusters})
        result.append(
            {
                (
                    frozenset(named(clusters[i].members) for i in (doubt.a, doubt.b)),
                    doubt.confidence,
                )
                for doubt in doubts
            }
        )
    return result


@given(VERSIONS, st.randoms(use_true_random=False))
@examples(60)
def test_the_order_of_the_versions_does_not_matter(versions: list[Version], draws: Random) -> None:
    order = list(range(len(versions)))
    draws.shuffle(order)
    shuffled = align([versions[place] for place in order])
    assert without_order(shuffled, order.__getitem__) == without_order(align(versions), int)


@given(VERSIONS.filter(bool), st.data())
@examples(60)
def test_a_version_given_twice_only_adds_members(
    versions: list[Version], data: st.DataObject
) -> None:
    copied = data.draw(st.sampled_from(range(len(versions))))
    twice = align([*versions, versions[copied]])

    def place(v: int) -> int:
        return copied if v == len(versions) else v

    assert without_order(twice, place) == without_order(align(versions), int)
    for cluster in twice.topics:
        of_one, of_other = (
            {t for v, t in cluster.members if v == each} for each in (copied, len(versions))
        )
        assert of_one == of_other


@given(VERSIONS)
@examples(60)
def test_each_is_in_one_cluster_and_no_two_of_a_version(versions: list[Version]) -> None:
    found = align(versions)
    for clusters, size in (
        (found.topics, [len(each.topics) for each in versions]),
        (found.chapters, [len(each.chapters) for each in versions]),
    ):
        members = [member for cluster in clusters for member in cluster.members]
        assert sorted(members) == [(v, t) for v, count in enumerate(size) for t in range(count)]
        for cluster in clusters:
            assert len({member.version for member in cluster.members}) == len(cluster.members)
            assert 0 <= cluster.confidence <= 1
    pairs = [(doubt.a, doubt.b) for doubt in found.doubtful_topics]
    assert len(set(pairs)) == len(pairs)
    assert all(a < b for a, b in pairs)


@given(VERSIONS, st.data())
@examples(60)
def test_different_topics_are_never_in_one_cluster(
    versions: list[Version], data: st.DataObject
) -> None:
    refs = [T(v, t) for v, each in enumerate(versions) for t in range(len(each.topics))]
    if not refs:
        return
    pairs = st.tuples(st.sampled_from(refs), st.sampled_from(refs))
    ruled = data.draw(st.lists(pairs.filter(lambda pair: pair[0] != pair[1]), max_size=4))
    for cluster in align(versions, different_topics=ruled).topics:
        assert not any({a, b} <= set(cluster.members) for a, b in ruled)
    joined = align(versions, same_topics=ruled)
    for a, b in ruled:
        assert any({a, b} <= set(cluster.members) for cluster in joined.topics)
