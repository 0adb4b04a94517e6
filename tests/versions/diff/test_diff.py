"""What is promised of a difference, on guides that a person can read."""

from dataclasses import replace
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from curriculum_tools.model.content import (
    Answer,
    Block,
    BlockKind,
    Field,
    Notes,
    NotesStatus,
    Option,
    Question,
    Section,
    Text,
)
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.diff.changes import Difference, Kind, Order, Side
from curriculum_tools.versions.diff.diff import diff
from curriculum_tools.versions.diff.front_matter_keys import changed_keys
from curriculum_tools.versions.version import Version, version_of
from tests.examples import examples
from tests.versions.contents import a_chapter, a_topic, a_version, fields_with, with_chapters

GUIDE = dedent("""\
    ---
    title: Baking
    tags: [bread]
    ---

    # Baking

    What a baker knows.

    ## 1. Bread

    Flour first.

    ### 1.1 Kneading
    - **Description**: Stretching dough until it holds gas; see topic 1.2 for what follows.
    - **Path to detailed notes**: `bread/kneading.md`
    - **Questions**:
      - What does kneading do to gluten?
      - When is a dough kneaded enough?
      - What does this program print?

        ```python
        print(1)
        ```

    ### 1.2 Proving
    - **Description**: Letting the yeast work before the oven.
    - **Prerequisites**: 1.1
    - *(Individual file to be created, e.g., `bread/proving.md`)*
    - **Questions**:
      - How warm should a dough stand?
      - How does the baker see that it stood long enough?

        By a finger that leaves a dent.

    ### 1.3 Scoring
    - **Description**: Where a loaf may tear.
    - *(Covered in `bread/crust.md`)*
    - **Questions**:
      - Why does a loaf tear at its side?

    ## 2. Cakes

    ### 2.1 Sponges
    - **Description**: Eggs, sugar and air.
    - **Path to detailed notes**: `cakes/sponges.md`
    - **Questions**:
      - Why does a sponge fall?
      - What holds the air in beaten eggs?
        - [ ] fat
        - [x] protein
    """)


def version(text: str, name: str = "guide.md") -> Version:
    return version_of(parse(Source(name, dedent(text))))


def kinds(difference: Difference) -> list[str]:
    return [str(change.kind) for change in difference.changes]


def changed(*replacements: tuple[str, str]) -> Difference:
    """The difference that some replacements in the guide make."""
    text = GUIDE
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    return diff(version(GUIDE), version(text))


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("# Baking\n\nWhat", "# The Bakery\n\nWhat", "title-changed"),
        ("tags: [bread]", "tags: [bread, cakes]", "front-matter-changed"),
        ("What a baker knows.", "What a baker should know.", "content-changed"),
        ("What a baker knows.\n\n", "", "content-removed"),
        ("Flour first.", "Flour first.\n\nThen water.", "content-added"),
        ("## 1. Bread", "## 1. Loaves and Rolls", "chapter-renamed"),
        ("## 2. Cakes", "## 3. Cakes", "chapter-renumbered"),
        ("1.3 Scoring", "1.3 Scoring a Loaf", "topic-renamed"),
        ("1.3 Scoring", "1.4 Scoring", "topic-renumbered"),
        ("Where a loaf may tear.", "Where a loaf may burst.", "description-changed"),
        ("- **Description**: Where a loaf may tear.\n", "", "description-changed"),
        ("- **Prerequisites**: 1.1\n", "", "prerequisites-changed"),
        ("cakes/sponges.md", "cakes/eggs.md", "notes-changed"),
        ("`bread/kneading.md`", "`bread/kneading.md` (long)", "notes-changed"),
        ("- **Path to detailed notes**: `cakes/sponges.md`\n", "", "notes-removed"),
        (
            "*(Individual file to be created, e.g., `bread/proving.md`)*",
            "**Path to detailed notes**: `bread/proving.md`",
            "notes-planned-to-written",
        ),
        (
            "*(Covered in `bread/crust.md`)*",
            "**Path to detailed notes**: `bread/scoring.md`",
            "notes-covered-to-written",
        ),
        (
            "**Path to detailed notes**: `bread/kneading.md`",
            "*(Individual file to be created, e.g., `bread/kneading.md`)*",
            "notes-written-to-planned",
        ),
        ("  - When is a dough kneaded enough?\n", "", "question-removed"),
        ("  - Why does a loaf tear at its side?\n",
         "  - Why does a loaf tear at its side?\n  - Who invented the razor?\n", "question-added"),
        ("What does kneading do to gluten?", "What does kneading do to the gluten?",
         "question-reworded"),
        ("How does the baker see that it stood long enough?",
         "How does the baker see that it stood “long” enough?", "question-reworded"),
        ("print(1)", "print(2)", "question-reworded"),
        ("    ```python\n    print(1)\n    ```\n", "", "question-reworded"),
        ("[ ] fat", "[ ] sugar", "question-reworded"),
        ("    - [ ] fat\n", "", "question-reworded"),
        ("By a finger that leaves a dent.", "By a finger.", "answer-changed"),
        ("\n    By a finger that leaves a dent.\n", "", "answer-changed"),
        ("to gluten?\n", "to gluten?\n\n    It makes a net.\n", "answer-changed"),
        ("    ```\n\n### 1.2", "    ```\n\n    1\n\n### 1.2", "answer-changed"),
        ("[ ] fat", "[x] fat", "answer-changed"),
        ("[x] protein", "[ ] protein", "answer-changed"),
        ("[x] protein\n", "[x] protein\n\n    It sets.\n", "answer-changed"),
    ],
)  # fmt: skip
def test_each_change_has_its_kind_and_is_the_only_one(old: str, new: str, kind: str) -> None:
    there = changed((old, new))
    assert kinds(there) == [kind]


def test_layout_is_no_change() -> None:
    text = GUIDE.replace("- **", "* **").replace("\n\n##", "\n\n\n\n##")
    text = text.replace("the yeast work before", "the yeast\n  work before").replace("\n", "\r\n")
    assert kinds(diff(version(GUIDE), version(text))) == []


def test_a_renumbering_is_that_and_nothing_else() -> None:
    """What refers to a topic by its number follows, also in prerequisites."""
    there = changed(
        ("## 2. Cakes\n\n### 2.1", "## 3. Cakes\n\n### 3.1"),
        ("## 1. Bread", "## 2. Bread"),
        ("### 1.1", "### 2.1"),
        ("### 1.2", "### 2.2"),
        ("### 1.3", "### 2.3"),
        ("topic 1.2", "topic 2.2"),
        ("**Prerequisites**: 1.1", "**Prerequisites**: 2.1"),
    )
    assert set(kinds(there)) == {"chapter-renumbered", "topic-renumbered"}
    assert there.summary["topics"]["renumbered"] == 4


def test_a_reference_to_another_topic_is_a_change() -> None:
    there = changed(("### 1.3", "### 1.4"), ("topic 1.2", "topic 1.4"))
    assert kinds(there) == ["topic-renumbered", "description-changed"]


def test_a_topic_in_another_chapter_is_moved_whatever_its_number() -> None:
    scoring = GUIDE[GUIDE.index("### 1.3") : GUIDE.index("## 2. Cakes")]
    text = GUIDE.replace(scoring, "") + "\n" + scoring.replace("1.3", "2.2")
    there = diff(version(GUIDE), version(text))
    assert kinds(there) == ["topic-moved"]


def test_a_renamed_chapter_moves_no_topic() -> None:
    assert kinds(changed(("## 1. Bread", "## Loaves"))) == ["chapter-renamed", "chapter-renumbered"]


def test_a_question_that_went_to_another_kept_topic_is_moved() -> None:
    question = "  - When is a dough kneaded enough?\n"
    text = GUIDE.replace(question, "") + question
    assert kinds(diff(version(GUIDE), version(text))) == ["question-moved"]


def test_a_question_that_is_reworded_or_moved_may_be_answered_otherwise_too() -> None:
    question = "  - How does the baker see that it stood long enough?\n"
    answer = "\n    By a finger that leaves a dent.\n"
    reworded = changed(("baker see that it stood", "baker know that it stood"), (answer, ""))
    assert kinds(reworded) == ["question-reworded", "answer-changed"]
    (change,) = reworded.of(Kind.ANSWER_CHANGED)
    assert change.before
    assert change.after
    assert isinstance(change.before.said, Question)
    assert change.before.said.answer.text == "By a finger that leaves a dent."
    text = GUIDE.replace(question + answer, "") + f"{question}\n    By touch.\n"
    moved = diff(version(GUIDE), version(text))
    assert kinds(moved) == ["question-moved", "answer-changed"]
    assert moved.summary["answers"] == {"changed": 1}


def test_an_answer_counts_as_no_change_of_its_question() -> None:
    there = changed(("By a finger that leaves a dent.", "By a finger."), ("[ ] fat", "[x] fat"))
    assert there.summary["answers"] == {"changed": 2}
    assert there.kept.questions == 8
    assert there.summary["questions"]["reworded"] == 0


def test_an_answer_follows_a_renumbering() -> None:
    old = GUIDE.replace("By a finger that leaves a dent.", "See topic 2.1.")
    old = old.replace("[ ] fat", "[ ] see topic 1.1").replace("protein", "see topic 1.2")
    new = old.replace("## 2. Cakes\n\n### 2.1", "## 3. Cakes\n\n### 3.1")
    for number in (1, 2, 3):
        new = new.replace(f"### 1.{number}", f"### 2.{number}")
        new = new.replace(f"see topic 1.{number}", f"see topic 2.{number}")
    new = new.replace("## 1. Bread", "## 2. Bread").replace("See topic 2.1.", "See topic 3.1.")
    new = new.replace("**Prerequisites**: 1.1", "**Prerequisites**: 2.1")
    found = diff(version(old), version(new))
    assert set(kinds(found)) == {"chapter-renumbered", "topic-renumbered"}


def test_what_comes_with_a_topic_is_counted_apart() -> None:
    scoring = GUIDE[GUIDE.index("### 1.3") : GUIDE.index("## 2. Cakes")]
    gone = diff(version(GUIDE), version(GUIDE.replace(scoring, "")))
    assert kinds(gone) == ["topic-removed"]
    assert gone.summary["questions"]["removed_with_topic"] == 1
    assert gone.summary["notes"]["removed_with_topic"] == 1
    assert gone.summary["questions"]["removed"] == 0


def test_an_empty_version_lost_or_gained_everything() -> None:
    gained = diff(version(""), version(GUIDE))
    assert gained.summary["topics"]["added"] == 4
    assert gained.summary["chapters"]["added"] == 2
    assert gained.summary["questions"]["added_with_topic"] == 8
    assert kinds(diff(version(""), version(""))) == []


ORDERS = [
    ("## A\n### T\n- **Description**: One.\n### U\n- **Description**: Two.\n",
     "## A\n### U\n- **Description**: Two.\n### T\n- **Description**: One.\n", "topics-reordered"),
    ("## A\n### T\n- **Description**: One.\n## B\n### U\n- **Description**: Two.\n",
     "## B\n### U\n- **Description**: Two.\n## A\n### T\n- **Description**: One.\n",
     "chapters-reordered"),
    ("## A\n### T\n- **Questions**:\n  - Why so?\n  - How far?\n",
     "## A\n### T\n- **Questions**:\n  - How far?\n  - Why so?\n", "questions-reordered"),
    ("## A\n### T\n- **Notes**: `a.md`, `b.md`\n", "## A\n### T\n- **Notes**: `b.md`, `a.md`\n",
     "notes-reordered"),
    ("# G\n\nOne.\n\n> Two.\n", "# G\n\n> Two.\n\nOne.\n", "content-reordered"),
    ("## A\n### T\nRead on.\n- **Description**: One.\n",
     "## A\n### T\n- **Description**: One.\n\nRead on.\n", "content-reordered"),
]  # fmt: skip


@pytest.mark.parametrize(("before", "after", "kind"), ORDERS, ids=[kind for *_, kind in ORDERS])
def test_another_order_is_a_change_of_its_own(before: str, after: str, kind: str) -> None:
    if kind == "notes-reordered":
        before, after = (t.replace("Notes", "Path to detailed notes") for t in (before, after))
    assert kinds(diff(version(before), version(after))) == [kind]


def test_numbers_that_tell_the_order_say_it_once() -> None:
    """Two topics that change places and numbers are renumbered, not reordered as well."""
    before = "## 1. A\n### 1.1 T\n- **Description**: One.\n### 1.2 U\n- **Description**: Two.\n"
    after = "## 1. A\n### 1.1 U\n- **Description**: Two.\n### 1.2 T\n- **Description**: One.\n"
    assert kinds(diff(version(before), version(after))) == ["topic-renumbered"] * 2


def test_questions_of_one_wording_over_different_code() -> None:
    def guide(*programs: int) -> Version:
        questions = "".join(
            f"  - What is printed?\n\n    ```python\n    print({n})\n    ```\n\n" for n in programs
        )
        return version(f"## A\n\n### T\n- **Questions**:\n{questions}")

    there = diff(guide(*range(60)), guide(*range(1, 60), 77))
    assert there.kept.questions == 59
    assert len(there.changes) <= 2


def test_a_topic_whose_questions_were_all_replaced_is_not_reworded() -> None:
    before = """\
        ## 1. Security
        ### 1.1 Zero Trust
        - **Questions**:
          - What are the core principles of a Zero Trust security model?
          - How can you apply Zero Trust principles to an application?
        """
    after = """\
        ## 1. Security
        ### 1.1 Zero Trust
        - **Questions**:
          - Which token lifetimes does a gateway accept?
          - What does a service mesh check on each call?
        """
    counts = diff(version(before), version(after)).summary["questions"]
    assert (counts["reworded"], counts["removed"], counts["added"]) == (0, 2, 2)


@pytest.mark.parametrize(
    ("before", "after", "keys"),
    [
        ("title: A\ntags:\n- x", "title: A\ntags:\n- y", ("tags",)),
        ("a: 1\nb: 2", "b: 2\nc: 3", ("a", "c")),
        ("a: 1", "# a remark\na: 1", ()),
    ],
)
def test_front_matter_is_compared_key_by_key(
    before: str, after: str, keys: tuple[str, ...]
) -> None:
    assert changed_keys(Text(before), Text(after)) == keys


WORDS = st.sampled_from(["heaps", "trees", "sorting", "see topic 1.1", "chapter 2", "why", "3.5"])
TEXT = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
NUMBERS = st.sampled_from([None, "1", "2", "1.1", "1.2"])
BLOCKS = st.lists(
    st.builds(Block, st.sampled_from([BlockKind.PARAGRAPH, BlockKind.CODE]), TEXT), max_size=2
).map(tuple)
OPTIONS = st.lists(st.sampled_from(["yes", "no", "maybe"]), unique=True, max_size=3)


@st.composite
def asked(draw: st.DrawFn) -> Question:
    options = draw(OPTIONS)
    ticked = tuple(option for option in options if draw(st.booleans()))
    answer = Answer(ticked, draw(BLOCKS))
    return Question(draw(TEXT), draw(BLOCKS), tuple(map(Option, options)), answer)


NOTES = st.builds(Notes, st.sampled_from(["a.md", "x/a.md", "b.md"]), st.sampled_from(NotesStatus))
FIELDS = st.fixed_dictionaries(
    {
        "description": st.lists(TEXT.map(Text), max_size=2),
        "prerequisites": st.lists(TEXT.map(Text), max_size=1),
        "notes": st.lists(NOTES, max_size=2),
    }
)
TOPICS = st.builds(a_topic, NUMBERS, TEXT, FIELDS, st.lists(asked(), max_size=3), BLOCKS, BLOCKS)
CHAPTERS = st.builds(a_chapter, NUMBERS, TEXT, st.lists(TOPICS, max_size=3), BLOCKS)
OUTSIDE = st.builds(a_chapter, st.none(), st.none(), st.lists(TOPICS, min_size=1, max_size=2))
VERSIONS = st.builds(
    a_version,
    st.tuples(st.lists(OUTSIDE, max_size=1), st.lists(CHAPTERS, max_size=3)).map(
        lambda parts: (*parts[0], *parts[1])
    ),
    title=st.none() | TEXT,
    front_matter=st.none() | TEXT,
    prose=BLOCKS,
)
few = examples(60)


def without_numbers(version: Version) -> Version:
    """A version in which the numbers that text may refer to are all the same."""

    def text(text: str) -> str:
        return text.replace("1.1", "N").replace("chapter 2", "chapter N")

    def blocks(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(replace(block, text=text(block.text)) for block in blocks)

    def field(field: Field) -> Field:
        if field.name == "notes":
            return field
        return replace(field, values=tuple(Text(text(each.text)) for each in field.values))

    def question(question: Question) -> Question:
        answer = Answer(question.answer.ticked, blocks(question.answer.blocks))
        return Question(text(question.text), blocks(question.prompt), question.options, answer)

    def unnumbered(section: Section) -> Section:
        return replace(
            section,
            lead=blocks(section.lead),
            fields=tuple(map(field, section.fields)),
            questions=tuple(map(question, section.questions)),
            blocks=blocks(section.blocks),
            sections=tuple(map(unnumbered, section.sections)),
        )

    return replace(version, root=unnumbered(version.root))


@few
@given(VERSIONS)
def test_a_version_does_not_differ_from_itself(version: Version) -> None:
    assert diff(version, version).changes == ()


@few
@given(VERSIONS, VERSIONS)
def test_what_differs_is_never_no_change(before: Version, after: Version) -> None:
    if not diff(before, after).changes:
        assert without_numbers(before) == without_numbers(after)


@st.composite
def shuffled(draw: st.DrawFn, topic: Section) -> Section:
    """Give a topic that says one kind of thing in another order."""
    part = draw(st.sampled_from(["questions", "lead", "blocks", "notes", "description"]))
    if part in ("notes", "description"):
        values = {field.name: field.values for field in topic.fields}
        values[part] = tuple(draw(st.permutations(values.get(part, ()))))
        return replace(topic, fields=fields_with(values))
    changed: dict[str, Any] = {part: tuple(draw(st.permutations(getattr(topic, part))))}
    return replace(topic, **changed)


@few
@given(VERSIONS, st.data())
def test_a_small_change_is_never_no_change(before: Version, data: st.DataObject) -> None:
    chapters = list(before.chapters)
    assume(chapters)
    place = data.draw(st.integers(0, len(chapters) - 1))
    topics = list(chapters[place].sections)
    adds = data.draw(st.booleans())
    if topics and not adds:
        topics = data.draw(st.permutations(topics))
        topics[0] = data.draw(shuffled(topics[0]))
    else:
        topics.append(data.draw(TOPICS))
    chapters[place] = replace(chapters[place], sections=tuple(topics))
    after = with_chapters(before, chapters)
    assert bool(diff(before, after).changes) == (before != after)


def side(given: Side | None) -> object:
    return None if given is None else (type(given.said), given)


@few
@given(VERSIONS, VERSIONS)
def test_the_way_back_is_the_same(before: Version, after: Version) -> None:
    there, back = diff(before, after), diff(after, before)
    assert there.kept == back.kept
    assert sorted(repr((side(c.before), side(c.after))) for c in there.changes) == sorted(
        repr((side(c.after), side(c.before))) for c in back.changes
    )


@few
@given(VERSIONS, VERSIONS)
def test_every_topic_and_question_is_accounted_for(before: Version, after: Version) -> None:
    summary = diff(before, after).summary
    topics, questions = summary["topics"], summary["questions"]
    stayed = questions["kept"] + questions["reworded"] + questions["moved"]
    for version, one in ((before, "removed"), (after, "added")):
        assert topics["kept"] + topics[one] == len(version.topics)
        total = sum(len(topic.questions) for topic in version.topics)
        assert stayed + questions[one] + questions[f"{one}_with_topic"] == total


def test_an_order_is_told_by_names() -> None:
    before, after, _ = ORDERS[0]
    (change,) = diff(version(before), version(after)).of(Kind.TOPICS_REORDERED)
    assert change.before
    assert change.before.said == Order(("T", "U"), version(before).topics[0])
