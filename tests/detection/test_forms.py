"""From one line to the template that it would be written as."""

import pytest

from curriculum_tools.detection.asking import asks, may_ask, names_answer
from curriculum_tools.detection.forms import (
    names_question,
    option_form,
    shape_heading,
    shape_item,
    shape_line,
    shape_summary,
)


@pytest.mark.parametrize(
    ("text", "template", "said", "number"),
    [
        ("Why does ice float?", "### {text}", "Why does ice float?", ""),
        ("12. Why?", "### {n}. {text}", "Why?", "12"),
        ("12) Why?", "### {n}) {text}", "Why?", "12"),
        ("4.2 Why?", "### {n} {text}", "Why?", "4.2"),
        ("Q7. Why?", "### {word}{n}. {text}", "Why?", "7"),
        ("Question 7: Why?", "### {word}{n}: {text}", "Why?", "7"),
        ("Question 7", "### {word}{n}", "", "7"),
        ("Q. Why?", "### Q. {text}", "Why?", ""),
        ("Pregunta: ¿Por qué?", "### Pregunta: {text}", "¿Por qué?", ""),
        ("# 3. Rain", "### # {n}. {text}", "Rain", "3"),
        ("Python 3 in a day", "### {text}", "Python 3 in a day", ""),
        ("2020 was dry", "### {n} {text}", "was dry", "2020"),
        ("Note: rain", "### {text}", "Note: rain", ""),
    ],
)
def test_headings(text: str, template: str, said: str, number: str) -> None:
    shaped = shape_heading(text, 3)
    assert (shaped.form.template, shaped.said, shaped.number) == (template, said, number)


@pytest.mark.parametrize(
    ("text", "marker", "template"),
    [
        ("Why?", "-", "- {text}"),
        ("Why?", "*", "- {text}"),
        ("Why?", "7.", "{n}. {text}"),
        ("**Why?**", "-", "- **{text}**"),
        ("**Why** not?", "-", "- {text}"),
        ("Q3. Why?", "+", "- {word}{n}. {text}"),
    ],
)
def test_items(text: str, marker: str, template: str) -> None:
    assert shape_item(text, marker).form.template == template


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("**Why?**", "**{text}**"),
        ("**3)** Why?", "**{n})** {text}"),
        ("**3. Why?**", "**{n}. {text}**"),
        ("✅ Try it", "✅ {text}"),
        ("Q: Why?", "Q: {text}"),
        ("Why?", None),
        ("**Tip:** dry it", None),
        ("— he said", None),
    ],
)
def test_lines_stand_out_or_are_none(text: str, template: str | None) -> None:
    shaped = shape_line(text)
    assert (shaped.form.template if shaped else None) == template


def test_summaries() -> None:
    assert shape_summary("Why?").form.template == "<summary>{text}</summary>"
    assert shape_summary("Q2: Why?").form.template == "<summary>{word}{n}: {text}</summary>"


@pytest.mark.parametrize(
    ("text", "template"),
    [
        ("[x] wet", "- [{mark}] {text}"),
        ("[ ] dry", "- [{mark}] {text}"),
        ("A: wet", "- {letter}: {text}"),
        ("b) wet", "- {letter}) {text}"),
        ("I. wet", ""),
        ("[wet](rain.md)", ""),
    ],
)
def test_options(text: str, template: str) -> None:
    assert option_form(text) == template


@pytest.mark.parametrize(
    "text",
    [
        *("Why not", "What is dew", "How does fog form", "Rain or snow?", "Explain dew"),
        *("¿Qué es?", "Is it wet? (hard) ⭐", "什么是雾？", "Почему идёт дождь"),
    ],
)
def test_what_asks_on_any_page(text: str) -> None:
    assert asks(text)
    assert may_ask(text)


@pytest.mark.parametrize(
    "text",
    [
        *("Create a user", "Implement a queue", "Is it set", "Can be set twice", "List all keys"),
        *("Given a tree", "Wie oft", "举例说明"),
    ],
)
def test_what_asks_only_where_questions_are_expected(text: str) -> None:
    assert not asks(text)
    assert may_ask(text)


@pytest.mark.parametrize(
    "text",
    ["How it works", "How to build", "When it is full, it stops", "Which may be empty", "Rain", ""],
)
def test_what_asks_nowhere(text: str) -> None:
    assert not may_ask(text)


def test_labels_of_answers_and_questions() -> None:
    labels = ("Answer", "Show the answer:", "Antwort: C", "答案", "Ответ", "✅ Solution")
    assert all(map(names_answer, labels))
    assert not names_answer("Answers are given by the people who live there, who know the place")
    assert all(map(names_question, ("Question 5", "Q: Why?", "Frage 3: Warum?")))
    assert not names_question("Questionable: this")
