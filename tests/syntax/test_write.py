"""What is written as Markdown reads back the same, whatever it is."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.content import Block, BlockKind
from curriculum_tools.syntax.layout import apart
from curriculum_tools.syntax.questions import blocks_of
from curriculum_tools.syntax.write import write_guide
from curriculum_tools.versions.version import Version
from tests.examples import examples
from tests.real_guides import each_real_guide, real_guide
from tests.repository import files_of_each_folder, text_of
from tests.syntax.dialects import Dialect, Said, dialects, topics
from tests.syntax.markdown import any_text, guide_like_text
from tests.versions.told import told

_LIST_MARKS = re.compile(r"(?:[-*+]|\d+[.)])*")


def markdown(version: Version) -> str:
    return write_guide(version.root, version.front_matter, version.dialect)


def assert_reads_back(text: str) -> None:
    version = told(text)
    written = markdown(version)
    assert told(written) == version
    assert markdown(told(written)) == written


@files_of_each_folder
@pytest.mark.slow
def test_guides_of_the_repository(paths: Sequence[Path]) -> None:
    for path in paths:
        assert_reads_back(text_of(path))


@each_real_guide
def test_real_guides(name: str) -> None:
    assert_reads_back(real_guide(name).text)


@given(dialects, topics)
def test_dialects(dialect: Dialect, said: list[Said]) -> None:
    assert_reads_back(dialect.guide(said))


@given(any_text)
def test_any_text(text: str) -> None:
    assert_reads_back(text)


@given(guide_like_text)
@examples(150)
def test_any_layout(text: str) -> None:
    """What a layout gone wrong means is read anew at most once, and not a word of it is lost."""
    version = told(text)
    written = markdown(version)
    read = told(written)
    assert _words(read) == _words(version)
    again = markdown(read)
    assert markdown(told(again)) == again


@pytest.mark.parametrize(
    "text",
    [
        "# A\n -   b\n- c\n  # d\n",  # an item to the left of the first
        "# A\n -\t# b\n    # c\n",  # a tab that would be wider in another column
        "# A\n > b\n===\n    # c\n",  # a text only because it stands so far to the right
        "# A\n#\x85\n",  # a text only because of what looks like a blank
    ],
)
def test_a_layout_that_moves_is_read_as_it_was(text: str) -> None:
    assert_reads_back(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<!-- a", "\\<!-- a"),
        ("1986. What?", "1986\\. What?"),
        ("- x", "\\- x"),
        ("# x", "\\# x"),
        ('<img src="a.png">', '<img src="a.png">'),
        ("<b>bold</b> words", "<b>bold</b> words"),
        ("[a]: is no link", "[a]: is no link"),
        ("1.2 Joins", " 1.2 Joins"),
        ("**Joins**", " **Joins**"),
        ("##Joins", " ##Joins"),
        ("2 eggs", " 2 eggs"),
        ("words", "words"),
    ],
)
def test_a_paragraph_stays_one_wherever_it_stands(text: str, written: str) -> None:
    """Only where it stood, beside a label, was it none of what it begins as."""
    assert [*apart([Block(BlockKind.PARAGRAPH, text)])] == [written, ""]
    assert not told(f"# A\n\n{written}\n").chapters


def test_a_line_that_is_broken_by_a_backslash_is_joined_without_it() -> None:
    text = "## 1. B\n\n### 1.1 C\n- **Questions**:\n  - What\\\n    then?\n  - Why\\\\\n    so?\n"
    (topic,) = told(text).topics
    assert [question.text for question in topic.questions] == ["What then?", "Why\\\\ so?"]
    assert_reads_back(text)


def _words(version: Version) -> list[object]:
    """All that a version says, blocks as words: lists may join, and empty bullets go."""
    said: list[object] = [version.title, version.front_matter, _in(version.prose)]
    for chapter in version.chapters:
        said += [chapter.number, chapter.title, _in(chapter.blocks)]
        for topic in chapter.sections:
            said += [topic.number, topic.title, _in(topic.lead), _in(topic.blocks)]
            said += [(each.name, each.values, _in(each.blocks)) for each in topic.fields]
            said += [(question.text, _in(blocks_of(question))) for question in topic.questions]
    return said


def _in(blocks: Iterable[Block]) -> list[str]:
    words = (word for block in blocks for word in block.text.split())
    return [word for word in words if not _LIST_MARKS.fullmatch(word)]


def test_the_usual_dialect() -> None:
    text = dedent("""\
        ---
        title: Baking
        ---

        # Baking

        For all who bake.

        ## 1. Bread

        Of flour and water.

        ### 1.1 Kneading
        - **Description**: Stretching dough.
        - **Prerequisites**: Flour, 2.1
        - **Path to detailed notes**: `bread/kneading.md` (draft)
        - **Questions**:
          - What does it do?
            ```python
            knead()
            ```
          - When is it enough?

        ### 1.2 Proving
        - *(Individual file to be created, e.g., `bread/proving.md`)*
        - *(Covered in `bread/yeast.md`)*

        Warm is faster.

        ## Cakes

        ### Sponges
    """)
    assert markdown(told(text)) == text


@pytest.mark.parametrize(
    "heading", ["C #\n---", "C ##\n---", "#\n---", "1. C #\n---", "C#\n---", "C\\#\n---"]
)
def test_a_title_that_ends_with_the_mark_of_a_heading(heading: str) -> None:
    assert_reads_back(f"# Languages\n\n{heading}\n\n### 1.1 F #\xa0\n")


@pytest.mark.parametrize(
    ("block", "end"),
    [
        ("```\ncode", "```"),
        ("~~~~ python\n```\ncode\n~~~", "~~~~"),
        ("```", "```"),
        ("<!-- a comment\n\nof two parts", "-->"),
        ("<pre>\n\nas is", "</pre>"),
        ("<?php\n\necho", "?>"),
        ("<![CDATA[\n\nx", "]]>"),
        ("<!doctype\n\nhtml", ">"),
    ],
)
@pytest.mark.parametrize("before", ["# A\n", "# A\n\n## B\n", "# A\n\n## B\n\n### C\n"])
def test_what_a_version_leaves_open_at_its_end_is_closed(before: str, block: str, end: str) -> None:
    """Other versions' topics may come to stand behind it."""
    text = f"{before}\n{block}\n"
    assert_reads_back(text)
    assert markdown(told(text)) == f"{text}{end}\n"


@given(st.lists(st.sampled_from(["```", "~~~~", "`", "a: `b`", "- c", "> d", "", "# e"])))
def test_code_with_fences_in_it(lines: list[str]) -> None:
    fence = "`" * 5
    code = "\n".join(["    " + line for line in [fence, *lines, fence]])
    assert_reads_back(f"# A\n## B\n### C\n- **Questions**:\n  - Why?\n{code}\n  - What?\n")


@pytest.mark.parametrize("below", ["", "  - Why?\n\n"])
def test_a_text_below_the_label_of_questions_is_no_question(below: str) -> None:
    text = f"## A\n\n### B\n- **Questions**:\n\n  None as yet.\n\n{below}### C\n"
    (topic, _) = told(text).topics
    assert len(topic.questions) == below.count("?")
    assert_reads_back(text)


def test_how_notes_cover_a_topic_is_said_again() -> None:
    text = "## 1. A\n\n### 1.1 B\n- *(Covered only briefly in `notes/c.md`, at its end)*\n"
    version = told(text)
    (notes,) = version.topics[0].notes
    assert (notes.manner, notes.remark) == ("only briefly", "at its end")
    assert markdown(version) == text


@pytest.mark.parametrize("text", ["- x?", "# Why?", "> Why?", "1. Why?", "```"])
def test_a_question_that_would_open_a_block_in_a_bullet_stays_beside_its_label(text: str) -> None:
    guide = f"# Guide\n\n## 1. Chapter\n\n### 1.1 Topic\n- **Questions**: {text}\n"
    assert [q.text for topic in told(guide).topics for q in topic.questions] == [text]
    assert f"- **Questions**: {text}\n" in markdown(told(guide))
    assert_reads_back(guide)
