"""Guides are read by the templates of their config, and nothing of them is lost."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.facts.held import is_topic
from curriculum_tools.model.guide import Guide
from curriculum_tools.syntax.tiling import render
from tests.dialects.guides import SAMPLES, Sample
from tests.examples import examples
from tests.linting import config, guide, lint

NAMES = pytest.mark.parametrize("name", SAMPLES)


def read(sample: Sample, text: str | None = None) -> Guide:
    return guide(sample.text if text is None else text, settings=config(sample.toml))


def asked(found: Guide) -> tuple[tuple[str | None, str, int, bool], ...]:
    return tuple(
        (each.number.text if each.number else None, each.text, len(each.options), each.is_answered)
        for _, each in found.questions
    )


@NAMES
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_a_guide_is_read_as_its_dialect_has_it(name: str, end: str) -> None:
    sample = SAMPLES[name]
    found = read(sample, sample.text.replace("\n", end))
    chapters = tuple(chapter.title for chapter in found.chapters if chapter.is_headed)
    topics = tuple(topic.title for topic in found.topics if is_topic(found, topic))
    assert (chapters, topics) == (sample.chapters, sample.topics)
    assert asked(found) == sample.asked


@pytest.mark.parametrize(("name", "other"), list(product(SAMPLES, SAMPLES)))
def test_the_leaves_tile_any_text_in_any_dialect(name: str, other: str) -> None:
    text = SAMPLES[other].text
    for cut in range(0, len(text), 37):
        found = read(SAMPLES[name], text[cut:])
        assert render(found) == text[cut:]
        reach = 0
        for leaf in found.leaves:
            assert leaf.start == reach
            reach = leaf.span.end


MARKS = [
    *("<details>", "</details>", "<summary>", "</summary>", "<b>", ":::", "::: challenge", "- ["),
    *("- []", "```", "> ", "1. ", "<!--", "-->", "| a | b |", "|---|---|", "**", "**a", "# "),
    *("###### 1.", "1. ###", "\t", "***", "[a](#b)", "\\", "`"),
]
LINES = [*MARKS, *{line for sample in SAMPLES.values() for line in sample.text.split("\n")}]
PREFIXES = st.sampled_from(["", "", "  ", "    ", "> ", "- "])


@given(
    st.sampled_from(sorted(SAMPLES)),
    st.lists(st.tuples(PREFIXES, st.sampled_from(LINES)).map("".join), max_size=25),
)
@examples(100)
def test_whatever_is_written_is_read_and_linted(name: str, lines: list[str]) -> None:
    text = "\n".join(lines)
    found = read(SAMPLES[name], text)
    assert render(found) == text
    assert lint(text, toml=SAMPLES[name].toml) is not None


@NAMES
def test_places_lead_to_what_stands_there(name: str) -> None:
    found = read(SAMPLES[name])
    for _, question in found.questions:
        assert " ".join(found.source.slice(question.span).split()) == question.text
        assert question.extent.covers(question.span)
        if question.number:
            assert found.source.slice(question.number.span) == question.number.text


@NAMES
def test_every_filled_line_is_said_by_something(name: str) -> None:
    """Each word of a guide is in its headings, questions, options or blocks."""
    found = read(SAMPLES[name])
    shown = [leaf.text for leaf in found.leaves if leaf.kind != "markup"]
    words = {word for text in shown for word in text.split()}
    lacking = [word for word in found.source.text.split() if word.isalpha() and word not in words]
    assert lacking == []


def test_options_have_labels_and_the_answer_names_them() -> None:
    _, question = read(SAMPLES["lettered options"]).questions[0]
    assert [option.letter for option in question.options] == ["A", "B"]
    assert question.answer.letters == ("A",)
    assert [block.text for block in question.prompt] == ["```python\nprint(1)\n```"]


def test_an_answer_may_name_several_options() -> None:
    found = read(SAMPLES["items that hold all"])
    names = [each.answer.names for _, each in found.questions]
    assert [[name.text for name in each] for each in names] == [["B"], ["A", "C"], []]
    assert [found.source.slice(name.span) for name in names[1]] == ["A", "C"]


def test_ticks_say_which_options_are_right() -> None:
    _, question = read(SAMPLES["checkboxes"]).questions[0]
    assert question.answer.ticked == ("`{1, 2}`",)
    assert question.options[2].text == "a list\n```python\nx = [1]\n```"


@pytest.mark.parametrize("answer", ["<https://a.example/x>", "<someone@a.example>", "[x](y.md)"])
def test_an_answer_may_be_a_link_alone(answer: str) -> None:
    found = guide(f"## Q. What?\n\n{answer}\n\n## Q. Who?\n\n<br/>\n", settings=config(LINKED))
    assert [said for *_, said in asked(found)] == [True, False]


def test_a_placeholder_is_an_answer_that_is_none_yet() -> None:
    questions = [each for _, each in read(SAMPLES["bold lines"]).questions]
    assert [each.answer.is_unfinished for each in questions] == [False, True, False, False]


@NAMES
def test_of_a_clean_guide_nothing_is_said_that_its_dialect_does_not_know(name: str) -> None:
    sample = SAMPLES[name]
    found = {finding.group for finding in lint(sample.text, toml=sample.toml)}
    assert not found & {"fields", "numbering", "prerequisites"}
    assert "topic-outside-chapter" not in {f.rule for f in lint(sample.text, toml=sample.toml)}


def test_a_template_with_a_number_is_no_heading_behind_a_bullet() -> None:
    toml = SAMPLES["headings in a numbered list"].toml
    found = guide("- ### No number\n\n1. ### A number\n", settings=config(toml))
    assert asked(found) == (("1", "A number", 0, False),)


@pytest.mark.parametrize("part", ["<>", "[", "<a href='#x'>", "<summary>", "**", "`", "<a>*"])
def test_marks_without_end_take_their_share_of_time(part: str) -> None:
    """A pattern that tries all ways to divide them would never come back."""
    for name in ("summaries", "bold lines"):
        text = f"{SAMPLES[name].text}\n{part * 2000}\n"
        assert render(read(SAMPLES[name], text)) == text


LINKED = '[dialect]\nquestion = "## Q. {text}"\nanswer = "rest"\n'

WRONG_NUMBERS = """# Quiz

###### 1. One?

###### 2. Two?

###### 2. Three?

###### 5. Five?
"""


def test_questions_are_numbered_by_the_one_diagnosis() -> None:
    toml = SAMPLES["lettered options"].toml
    found = [f for f in lint(WRONG_NUMBERS, toml=toml) if f.group == "numbering"]
    assert [(f.rule, f.message) for f in found] == [
        ("duplicate-number", "question number 2 is already used on line 5"),
        ("skipped-number", "question 4 is missing before 5"),
    ]


@pytest.mark.parametrize("mode", ["free", "list"])
def test_numbers_that_count_by_themselves_are_not_looked_at(mode: str) -> None:
    toml = f'{SAMPLES["lettered options"].toml}numbers = "{mode}"\n'
    assert [f for f in lint(WRONG_NUMBERS, toml=toml) if f.group == "numbering"] == []


def test_numbers_may_begin_anew_in_each_chapter() -> None:
    toml = '[dialect]\nchapter = "## {text}"\nquestion = "### {n}. {text}"\n'
    text = "# A\n\n## B\n\n### 1. C?\n\n### 2. D?\n\n## E\n\n### 1. F?\n\n### 2. G?\n"
    assert [f for f in lint(text, toml=toml) if f.group == "numbering"] == []
