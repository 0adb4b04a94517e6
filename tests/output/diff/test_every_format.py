"""What each format of `curriculum diff` promises, whatever the versions hold."""

import re
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.config import Config
from curriculum_tools.model.content import (
    Answer,
    Block,
    BlockKind,
    Notes,
    NotesStatus,
    Option,
    Question,
    Text,
)
from curriculum_tools.model.source import Source, Span
from curriculum_tools.output.diff.markdown import MOST_CHARACTERS
from curriculum_tools.output.display_width import display_width
from curriculum_tools.output.formats import DIFF
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.store.config_templates import templates_of
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.diff.diff import diff
from curriculum_tools.versions.version import Version, version_of
from tests.examples import examples
from tests.schemas import validate
from tests.versions.contents import a_chapter, a_topic, a_version

BEFORE = """\
    ---
    title: Databases
    ---
    # Databases

    ## 1. Storage

    ### 1.1 Tables
    - **Description**: Rows of one shape, kept in pages of a fixed size, which is why a page is read.
    - *(Individual file to be created, e.g., `notes/tables.md`)*
    - **Questions**:
      - What does a page hold beside its rows?
      - Why does a narrow table read faster?

    ### 1.2 Indexes
    - **Description**: Sorted copies of a few columns.
    - **Questions**:
      - What does an index cost when rows are written?

    ## 2. Recovery

    ### 2.1 The Log
    - **Description**: What was done is written down before it is done.
    """
AFTER = """\
    ---
    title: Databases at Work
    ---
    # Databases

    ## 1. Storage

    ### 1.1 Tables and Pages
    - **Description**: Rows of one shape, kept in pages of a fixed size, which is why a row is cheap.
    - **Path to detailed notes**: `notes/tables.md`
    - **Questions**:
      - What does a page hold beside the rows?
      - Who reads a page?

    ### 1.2 Locks
    - **Description**: Who may write, and when.
    - **Questions**:
      - How is a deadlock found?

    ### 1.3 Indexes
    - **Description**: Sorted copies of a few columns.
    - **Questions**:
      - What does an index cost when rows are written?
    """


def version(text: str, name: str = "guide.md") -> Version:
    return version_of(parse(Source(name, dedent(text))))


def text(before: str = BEFORE, after: str = AFTER, form: str = "text", **style: int) -> str:
    difference = diff(version(before, "guides/old.md"), version(after, "guides/new.md"))
    return "".join(DIFF[form].render(difference, Style(**style)))  # type: ignore[arg-type]


def test_it_reads_like_a_change_log() -> None:
    assert text() == dedent("""\
        Outline       1 chapter and 2 topics kept
        Chapters      1 dropped
          2  - Recovery (1 topic)
        Dropped       1 topic
          2.1  - The Log
        Added         1 topic with 1 question
          1.2  + Locks (1 question)
        Renamed       1 topic
          1.1  Tables -> Tables and Pages
        Renumbered    1 topic
          1.2 -> 1.3  Indexes
        Notes         1 now written: 1 was planned
        Questions     +1, 1 dropped, 1 as they were
          1.1  - Why does a narrow table read faster?
          1.1  + Who reads a page?
        Questions     1 reworded
          1.1  What does a page hold beside [-its-]{+the+} rows?
        Descriptions  1 changed
          1.1  … which is why a [-page-]{+row+} is [-read.-]{+cheap.+}
        Front matter  title changed
        """)


def test_verbose_shows_all_words_and_all_items() -> None:
    long = " ".join(text(verbose=True, width=500).split())
    assert "kept in pages of a fixed size, which is why a [-page-]{+row+} is" in long
    assert "1.1 notes/tables.md [-(planned)-]" in long
    assert "title: Databases {+at Work+}" in long


def test_long_lists_are_folded_unless_asked_for() -> None:
    many = "".join(
        f"\n### 1.{n} Topic {chr(96 + n)}\n- **Description**: D{n}.\n" for n in range(1, 20)
    )
    folded = text("", f"# G\n\n## 1. C\n{many}")
    assert "(14 more: -v)" in folded
    assert "more" not in text("", f"# G\n\n## 1. C\n{many}", verbose=True)


def test_answers_are_told_apart_from_questions() -> None:
    before = """\
        # G

        ## 1. C

        ### 1.1 T
        - **Questions**:
          - Is it?
            - [ ] yes
            - [x] no
          - Why?

            It scatters light.
    """
    after = before.replace("[ ] yes", "[x] yes").replace("scatters light", "scatters short waves")
    assert text(before, after, width=120).splitlines()[1:] == [
        "Questions     2 answered otherwise",
        "  1.1  Is it? - [-[ ]-]{+[x]+} yes - [x] no",
        "  1.1  Why? It scatters [-light.-]{+short waves.+}",
    ]
    value = validate("diff", text(before, after, form="json"))
    assert [change["kind"] for change in value["changes"]] == ["answer-changed"] * 2
    assert value["summary"]["answers"] == {"changed": 2}


QUESTION = "      - When is a table split into partitions?\n"
MOVED = """\
    # Databases

    ## 1. Storage

    ### 1.1 Tables
    - **Questions**:
      - What is a table made of?
      - When is a table split into partitions?

    ## 2. Queries

    ### 2.1 Joins
    - **Questions**:
      - When is a hash join chosen?
"""


def test_a_question_that_moved_word_for_word_is_moved_and_no_more() -> None:
    after = MOVED.replace(QUESTION, "") + QUESTION
    assert text(MOVED, after, width=100).splitlines()[1:] == [
        "Questions     1 moved to another topic",
        "  1.1 -> 2.1  When is a table split into partitions?",
    ]
    assert text(MOVED, after, form="markdown").endswith(
        "**Questions**: 1 moved to another topic\n\n"
        "- **1.1 -&gt; 2.1** When is a table split into partitions?\n\n"
    )
    value = validate("diff", text(MOVED, after, form="json"))
    (change,) = value["changes"]
    before, after_it = change["before"], change["after"]
    assert (change["kind"], change["confidence"]) == ("question-moved", 1)
    assert (before["topic"]["number"], after_it["topic"]["number"]) == ("1.1", "2.1")
    assert before["text"] == after_it["text"] == "When is a table split into partitions?"
    assert value["summary"]["questions"] == {
        "kept": 2, "added": 0, "removed": 0, "reworded": 0, "moved": 1,
        "added_with_topic": 0, "removed_with_topic": 0,
    }  # fmt: skip


def test_questions_that_stand_in_no_topic_move_to_another_chapter() -> None:
    templates = templates_of({"chapter": "## {text}", "question": "### {n}. {text}"})
    dialect = dialect_of(Config(), templates)
    before = "# Q\n\n## Old\n\n### 1. Who?\n\n### 2. Why?\n\n## New\n\n### 3. When?\n"
    after = "# Q\n\n## Old\n\n### 1. Who?\n\n## New\n\n### 2. When?\n\n### 3. Why?\n"
    versions = (version_of(parse(Source("q.md", said), dialect)) for said in (before, after))
    difference = diff(*versions)
    shown = {form: "".join(DIFF[form].render(difference, Style(100))) for form in DIFF}
    assert shown["text"].splitlines()[1:] == [
        "Questions     1 moved to another chapter",
        "  Old -> New  Why?",
    ]
    assert "- **Old -&gt; New** Why?" in shown["markdown"]
    (change,) = validate("diff", shown["json"])["changes"]
    assert change["before"]["chapter"] == {"number": None, "title": "Old"}
    assert change["after"]["chapter"] == {"number": None, "title": "New"}


def test_no_change_is_said_unless_quiet() -> None:
    said = "No change: 2 chapters, 3 topics, 3 questions say the same\n"
    assert text(BEFORE, BEFORE) == said
    assert text(BEFORE, BEFORE, quiet=True) == ""


def test_colour_changes_nothing_else() -> None:
    coloured = text(color=True)
    assert "\x1b[31m[-its-]\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[\d;]+m", "", coloured) == text()


def test_a_long_item_is_cut_unless_all_was_asked_for() -> None:
    prose = f"# G\n\n{'word ' * 500}\n"
    assert text("", prose).count("\n") < 15
    assert text("", prose, verbose=True).count("word") == 500


def test_no_line_begins_with_a_command_to_a_runner() -> None:
    """GitHub reads `::error::` at the start of a line, whatever blanks stand in front of it."""
    words = "a" * 30 + " ::error::forged " * 9
    shown = text("", f"## 1. C\n\n### 1.1 {words}\n- **Description**: D.\n", width=60)
    assert "∷error::forged" in shown
    assert not any(line.lstrip().startswith("::") for line in shown.split("\n"))


def test_json_holds_to_the_schema() -> None:
    value = validate("diff", text(form="json"))
    assert value["before"] == "guides/old.md"
    assert value["summary"]["questions"] == {
        "kept": 1, "added": 1, "removed": 1, "reworded": 1, "moved": 0,
        "added_with_topic": 1, "removed_with_topic": 0,
    }  # fmt: skip
    renamed = next(change for change in value["changes"] if change["kind"] == "topic-renamed")
    assert renamed["before"]["number"] == "1.1"
    assert renamed["after"]["title"] == "Tables and Pages"
    assert renamed["after"]["line"] == 8
    assert 0 < renamed["confidence"] <= 1


def test_markdown_marks_words_and_folds_long_lists() -> None:
    markdown = text(form="markdown")
    assert markdown.startswith("**guides/old.md** → **guides/new.md**\n\n")
    assert (
        "- **1.1** What does a page hold beside <del>its</del> <ins>the</ins> rows?\n" in markdown
    )
    assert "<details><summary><b>Front matter</b>: title changed</summary>\n\n" in markdown


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("Ask @octocat", "Ask @&#8203;octocat"),
        ("As in #12", "As in #&#8203;12"),
        ("As in GH-12", "As in GH-&#8203;12"),
        ("<b>bold</b> & <!-- gone", "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;!-- gone"),
        ("A [link](https://example.org)", r"A \[link\](https:&#8203;//example.org)"),
        ("`code` *star* _under_", r"\`code\` \*star\* \_under\_"),
        ("</details>", "&lt;/details&gt;"),
        ("www.example.org", "www&#8203;.example.org"),
    ],
)
def test_titles_do_no_harm_in_a_comment(title: str, shown: str) -> None:
    markdown = text("", f"## 1. C\n\n### 1.1 {title}\n- **Description**: D.\n", "markdown")
    assert f"- **1.1** <ins>{shown}</ins>\n" in markdown


@pytest.mark.slow
def test_a_comment_is_never_too_long() -> None:
    topics = "".join(
        f"\n### 1.{n} {'@a <b> ' * 60} {n}\n- **Description**: {'*x* ' * 900}\n" for n in range(200)
    )
    markdown = text("", f"# G\n\n## 1. C\n{topics}", "markdown")
    assert len(markdown) <= MOST_CHARACTERS
    assert "more, left out here" in markdown
    assert markdown.count("<details>") == markdown.count("</details>")


ANYTHING = st.text(st.characters() | st.sampled_from("\r\n\t\x1b\u202e\u2028\udcff[]<>@#`*|\ufeff"))
WORDS = ANYTHING | st.lists(ANYTHING, max_size=4).map(" ".join)
PLACE = Span(2, 3)
SOURCE = Source("guide.md", "\n\n\n")
BLOCKS = st.lists(st.builds(Block, st.sampled_from(BlockKind), WORDS, st.just(PLACE)), max_size=2)
QUESTIONS = st.builds(
    Question,
    WORDS,
    BLOCKS.map(tuple),
    st.lists(st.builds(Option, WORDS), max_size=2).map(tuple),
    st.builds(Answer, st.lists(WORDS, max_size=1).map(tuple), BLOCKS.map(tuple)),
    st.just(PLACE),
)
FIELDS = st.fixed_dictionaries(
    {
        "description": st.lists(WORDS.map(Text), max_size=1),
        "prerequisites": st.lists(WORDS.map(Text), max_size=1),
        "notes": st.lists(st.builds(Notes, WORDS, st.sampled_from(NotesStatus)), max_size=2),
    }
)
NUMBERS = st.sampled_from([None, "1.1", "1.2"])
TOPICS = st.builds(a_topic, NUMBERS, WORDS, FIELDS, st.lists(QUESTIONS, max_size=2), BLOCKS)
CHAPTERS = st.builds(a_chapter, st.sampled_from([None, "1"]), WORDS, st.lists(TOPICS, max_size=2))
VERSIONS = st.builds(
    a_version,
    st.lists(CHAPTERS, max_size=2),
    name=WORDS,
    title=st.none() | WORDS,
    front_matter=st.none() | WORDS,
    prose=BLOCKS,
    source=st.just(SOURCE),
)


@pytest.mark.parametrize("form", DIFF)
@examples(40)
@given(
    before=VERSIONS, after=VERSIONS, verbose=st.booleans(), columns=st.sampled_from([40, 60, 100])
)
def test_nothing_harmful_comes_out(
    form: str, before: Version, after: Version, verbose: bool, columns: int
) -> None:
    style = Style(columns, verbose=verbose)
    found = "".join(DIFF[form].render(diff(before, after), style))
    assert sanitize(found.replace("\n", "")) == found.replace("\n", "")
    found.encode()
    assert found.endswith("\n")
    if form == "json":
        validate("diff", found)
    if form == "text":
        assert max(map(display_width, found.split("\n"))) <= columns
    if form == "markdown":
        assert len(found) <= MOST_CHARACTERS
