"""Templates: what they match, and what is said of those that cannot be read."""

import pytest

from curriculum_tools.model.errors import ConfigError, TemplateError
from curriculum_tools.model.source import Piece
from curriculum_tools.model.templates import Carrier
from curriculum_tools.store.config_settings import check_config
from curriculum_tools.store.config_templates import templates_of
from curriculum_tools.syntax.template import compile_template
from curriculum_tools.syntax.template_match import match_line
from curriculum_tools.syntax.visible import visible


@pytest.mark.parametrize(
    ("written", "carrier", "level"),
    [
        ("## {text}", Carrier.HEADING, 2),
        ("{n}. ### {text}", Carrier.LISTED_HEADING, 3),
        ("- ### {text}", Carrier.LISTED_HEADING, 3),
        ("- {letter}) {text}", Carrier.ITEM, 0),
        ("{n}. {text}", Carrier.NUMBERED_ITEM, 0),
        ("<summary>{text}</summary>", Carrier.SUMMARY, 0),
        (":::challenge", Carrier.DIV, 0),
        ("| {text} | {count} |", Carrier.ROW, 0),
        ("**{n})** {text}", Carrier.LINE, 0),
    ],
)
def test_the_carrier_is_what_stands_in_front(written: str, carrier: Carrier, level: int) -> None:
    template = compile_template(written)
    assert (template.carrier, template.level) == (carrier, level)


@pytest.mark.parametrize(
    ("written", "line", "said"),
    [
        ("## {n}. {text}", "12. What *is* it?", {"n": "12", "text": "What is it?"}),
        ("## {n}. {text}", '<a name="x"></a>12a. **What**?', {"n": "12a", "text": "What?"}),
        (
            "## {word}{n}. {text}",
            "Pregunta 3. Qué?",
            {"word": "Pregunta ", "n": "3", "text": "Qué?"},
        ),
        ("## {word}{n}. {text}", "3. What?", {"word": "", "n": "3", "text": "What?"}),
        ("- [{mark}] {text}", "[x] yes", {"mark": "x", "text": "yes"}),
        ("## {text} ({count})", "Nets (1,204)", {"text": "Nets", "count": "1,204"}),
        ("**{text}**", "**Is it?**", {"text": "Is it?"}),
        ("**{text}**", "<b>Is it?</b>", {"text": "Is it?"}),
        ("**{text}**", "**Tip:** it **is**", None),
        ("**{n}) {text}", "**1) Sums.** Add *two*.", {"n": "1", "text": "Sums.** Add two."}),
        ("**{n}) {text}", "1) Sums. **Add** two.", None),
        ("## {n}. {text}", "What is 1. here?", None),
        ("- {text}", "see <https://a.example/x>.", {"text": "see https://a.example/x."}),
        ("- {text}", "<b>ask</b> <someone@a.example>", {"text": "ask someone@a.example"}),
        ("## Q. {text}", "q. [What](x.md)?", {"text": "What?"}),
    ],
)
def test_the_visible_text_of_a_line_is_compared(
    written: str, line: str, said: dict[str, str] | None
) -> None:
    template = compile_template(written)
    match = template.pattern.fullmatch(visible(line, keeps_bold=template.keeps_bold).text)
    assert (match and match.groupdict()) == said


@pytest.mark.parametrize(
    ("line", "letters"),
    [
        ("Answer: b", ["b"]),
        ("Answer: **A**, **C**", ["A", "C"]),
        ("Answer: A, B, and D", ["A", "B", "D"]),
        ("Answer: A AND C", ["A", "C"]),
        ("Answer: A/C & D", ["A", "C", "D"]),
        ("Answer: CE", ["C", "E"]),
        ("Answer: be", None),
        ("Answer: NOT", None),
        ("Answer: A, of course", None),
    ],
)
def test_an_answer_names_one_letter_or_several(line: str, letters: list[str] | None) -> None:
    template = compile_template("Answer: {letter}", is_answer=True)
    found = match_line([template], Carrier.LINE, Piece(line, 0))
    assert (found and [each.text for each in found.letters]) == letters
    assert not found or [line[slice(*each.span)] for each in found.letters] == letters


@pytest.mark.parametrize(
    ("line", "part", "whole"),
    [
        ("1. What is *this*", "What is this", "What is *this*"),
        ("1. See [a](b.md) now", "See a now", "See [a](b.md) now"),
        ("**1. All bold**", "All bold", "All bold"),
        ("1. `code` first", "code first", "`code` first"),
    ],
)
def test_marks_are_not_cut_in_two(line: str, part: str, whole: str) -> None:
    seen = visible(line)
    start = seen.text.index(part)
    first, end = seen.span(start, start + len(part))
    assert line[first:end] == whole


@pytest.mark.parametrize(
    ("written", "part"),
    [("## {title}", "{title}"), ("## {n} {n}", "{n}"), ("What?", "What?"), ("{n}. ### {n}", "{n}")],
)
def test_what_cannot_be_read_is_named_with_a_good_one(written: str, part: str) -> None:
    with pytest.raises(TemplateError) as wrong:
        compile_template(written)
    assert wrong.value.part == part
    assert wrong.value.hint


def test_a_config_says_in_which_line_a_template_is_wrong() -> None:
    with pytest.raises(ConfigError, match="title") as wrong:
        check_config({"dialect": {"chapter": "## {title}"}}, "curriculum.toml", lambda _keys: 7)
    assert wrong.value.line == 7


def test_questions_below_a_field_are_of_the_default_dialect() -> None:
    table = {"chapter": "## {text}", "question": "field"}
    assert templates_of(table) is None
    assert templates_of({**table, "question": "- {text}"}) is not None
