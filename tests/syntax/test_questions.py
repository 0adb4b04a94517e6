"""What hangs below a question: what is asked, and what answers it."""

from textwrap import dedent, indent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.content import Question
from curriculum_tools.syntax.write import write_guide
from tests.syntax.promises import checked
from tests.versions.told import told

CODE = "```\nprint(1)\n```"
TABLE = "| a | b |\n|---|---|\n| 1 | 2 |"
QUOTE = "> To be, or not to be."
FIGURE = "![A tree](tree.png)"
OPTIONS = "- [ ] yes\n- [x] no"

#: What hangs below a question: what of it is prompt, the options, those ticked, and the answer.
BODIES: dict[str, tuple[str, list[str], list[str], list[str], list[str]]] = {
    "nothing": ("", [], [], [], []),
    "code": (CODE, [CODE], [], [], []),
    "a table": (TABLE, [TABLE], [], [], []),
    "a quote": (QUOTE, [QUOTE], [], [], []),
    "a figure": (FIGURE, [FIGURE], [], [], []),
    "a figure as HTML": ('<img src="tree.png">', ['<img src="tree.png">'], [], [], []),
    "figures by reference": ("![A][a] ![B][b]", ["![A][a] ![B][b]"], [], [], []),
    "a paragraph": ("It is.", [], [], [], ["It is."]),
    "a list": ("- one\n- two", [], [], [], ["- one\n- two"]),
    "HTML": ("<div>\nIt is.\n</div>", [], [], [], ["<div>\nIt is.\n</div>"]),
    "a figure in a text": (f"As in {FIGURE}.", [], [], [], [f"As in {FIGURE}."]),
    "options": (OPTIONS, [], ["yes", "no"], ["no"], []),
    "options, none ticked": ("* [ ] yes\n* [ ] no", [], ["yes", "no"], [], []),
    "options, all ticked": ("+ [X] yes\n+ [x] no", [], ["yes", "no"], ["yes", "no"], []),
    "options with blank lines": ("- [ ] yes\n\n- [x] no", [], ["yes", "no"], ["no"], []),
    "options with a list below": (
        "- [ ] yes\n  - maybe\n- [x] no", [], [], [], ["- [ ] yes\n  - maybe\n- [x] no"]
    ),
    "an option among others": ("- [ ] yes\n- no", [], [], [], ["- [ ] yes\n- no"]),
    "an option twice": ("- [ ] yes\n- [x] yes", [], [], [], ["- [ ] yes\n- [x] yes"]),
    "a second list of options": (
        f"{OPTIONS}\n\nWhy:\n\n* [ ] so\n* [x] thus",
        [], ["yes", "no"], ["no"], ["Why:", "* [ ] so\n* [x] thus"],
    ),
    "words that lead to code": (f"Given:\n\n{CODE}", ["Given:", CODE], [], [], []),
    "words that lead to options": (
        f"Choose:\n\n{OPTIONS}", ["Choose:"], ["yes", "no"], ["no"], []
    ),
    "words that lead to words": ("Because:\n\nIt is.", [], [], [], ["Because:", "It is."]),
    "words that lead to nothing": (f"{CODE}\n\nIt is:", [CODE], [], [], ["It is:"]),
    "two leads": (f"Given:\n\nThis:\n\n{CODE}", ["Given:", "This:", CODE], [], [], []),
    "all of it": (
        f"{CODE}\n\nAnd:\n\n{TABLE}\n\n{OPTIONS}\n\nIt is.\n\n{QUOTE}",
        [CODE, "And:", TABLE], ["yes", "no"], ["no"], ["It is.", QUOTE],
    ),
    "code behind an answer": (f"It is:\n\nThis.\n\n{CODE}", [], [], [], ["It is:", "This.", CODE]),
    "code behind options": (f"{OPTIONS}\n\n{CODE}", [CODE], ["yes", "no"], ["no"], []),
}  # fmt: skip


def question(body: str, text: str = "Is it?") -> Question:
    item = (
        f"  - {text}\n\n{indent(body, '    ')}\n" if text else f"  - {indent(body, '    ')[4:]}\n"
    )
    (found,) = checked(f"## A\n\n### B\n- **Questions**:\n{item}").topics[0].questions
    return found


def parts(found: Question) -> tuple[list[str], list[str], list[str], list[str]]:
    return (
        [block.text for block in found.prompt],
        [option.text for option in found.options],
        list(found.answer.ticked),
        [block.text for block in found.answer.blocks],
    )


@pytest.mark.parametrize("body", BODIES)
def test_what_is_asked_and_what_is_answered(body: str) -> None:
    text, *expected = BODIES[body]
    found = question(text)
    assert found.text == "Is it?"
    assert parts(found) == tuple(expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (CODE, ([CODE], [], [], [])),
        (OPTIONS, ([], ["yes", "no"], ["no"], [])),
        ("- one\n- two\n\nIt is.", (["- one\n- two"], [], [], ["It is."])),
        (f"- one\n\n{CODE}", (["- one", CODE], [], [], [])),
    ],
)
def test_a_question_without_a_text_is_its_first_block(
    body: str, expected: tuple[list[str], list[str], list[str], list[str]]
) -> None:
    assert parts(question(body, text="")) == expected


def test_an_answer_is_no_part_of_which_question_it_is() -> None:
    bare, answered = question(CODE), question(f"{CODE}\n\nIt is.")
    assert bare.prompt == answered.prompt
    assert bare != answered, "but a version that answers it says more"


@given(
    st.lists(
        st.sampled_from(
            [CODE, TABLE, QUOTE, FIGURE, OPTIONS, "* [ ] maybe", "It is.", "Given:", "- so", "* so"]
        ),
        max_size=6,
    )
)
def test_whatever_hangs_below_a_question_is_written_again(bodies: list[str]) -> None:
    item = indent("\n\n".join(["Is it?", *bodies]), "    ")[4:]
    version = told(f"## A\n\n### B\n- **Questions**:\n  - {item}\n")
    written = write_guide(version.root, version.front_matter, version.dialect)
    assert told(written) == version


def test_options_and_answer_are_written_below_the_prompt() -> None:
    text = dedent("""\
        ## A

        ### B
        - **Questions**:
          - Is it?
            * [ ] yes
            * [x] no

            ```
            print(1)
            ```

            - so
    """)
    version = told(text)
    written = write_guide(version.root, version.front_matter, version.dialect)
    assert written == dedent("""\
        ## A

        ### B
        - **Questions**:
          - Is it?
            ```
            print(1)
            ```

            * [ ] yes
            * [x] no

            - so
    """)
