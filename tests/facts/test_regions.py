import pytest

from curriculum_tools.facts.regions import Regions
from curriculum_tools.model.leaves import LeafKind
from tests.linting import guide


def regions(text: str) -> Regions:
    return Regions(guide(text))


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [
        ("one\ntwo", True),
        ("one\n\ntwo", False),
        ("one\n- two", False),
        ("one\n# Two", False),
        ("one\n===", False),
        ("one\n---", False),
        ("one\n```\n```", False),
        ("one\n> two", False),
        ("one\n<!-- two -->", False),
        ("# One\ntwo", False),
        ("- one\n  two", True),
        ("- one\ntwo", True),
        ("- one\n- two", False),
        ("1. one\n2. two", False),
        ("> one\n> two", True),
        ("> one\ntwo", True),
        ("> one\n> - two", False),
        ("> - one\n>   two", True),
        ("***\ntwo", False),
        ("one\r\ntwo", True),
        ("one", False),
    ],
)
def test_a_paragraph_goes_on_in_the_next_line(text: str, goes_on: bool) -> None:
    assert regions(text).paragraph_goes_on(1) is goes_on


def test_a_label_goes_on_in_the_next_line_unless_a_list_follows() -> None:
    text = "### 1.1 A\n- **Description**:\n  Said here.\n- **Questions**:\n  - Why?\n"
    found = regions(text)
    assert [found.paragraph_goes_on(line) for line in range(1, 6)] == [
        False, True, False, False, False
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "```\nX\n```",
        "> ```\n> X\n> ```\n",
        "- a\n  - ~~~sh\n    X\n    ~~~\n",
        "> - ````\n>   ```\n>   X\n>   ````\n",
        "> ```\n> X",
        "    X",
    ],
)
def test_code_is_code_in_lists_and_quotes_too(text: str) -> None:
    assert regions(text).kind_at(text.index("X")) is LeafKind.CODE


@pytest.mark.parametrize(
    "text", ["> ```\n> a\n> ```\n> X\n", "> ``` a ``` X\n", "> a\n\nX ```\n", "X", "- a\n  X"]
)
def test_what_stands_beside_code_is_prose(text: str) -> None:
    assert regions(text).is_prose(text.index("X"))


def test_front_matter_and_html_are_no_prose() -> None:
    text = "---\ntitle: A\n---\n\n<div>\nB\n</div>\n\nC\n"
    found = regions(text)
    assert [found.is_prose(text.index(letter)) for letter in "ABC"] == [False, False, True]
    assert [text[slice(*span)] for span in found.unread()] == [
        "---\ntitle: A\n---\n",
        "<div>\nB\n</div>",
    ]


def test_an_empty_guide_has_nothing_in_it() -> None:
    assert regions("").kind_at(0) is LeafKind.MARKUP
    assert not regions("").paragraph_goes_on(1)
