"""Whatever CommonMark has is parsed without loss, wherever it stands and however lines end."""

import pytest

from tests.syntax.commonmark import EXAMPLES
from tests.syntax.promises import checked

PLACES = {
    "alone": ("", ""),
    "in a topic": ("## 1. C\n\n### 1.1 T\n", ""),
    "in a field": ("### 1.1 T\n- **Questions**:\n", "  "),
    "below a question": ("### 1.1 T\n- **Questions**:\n  - Why?\n", "    "),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_examples_are_parsed_without_loss(place: str, line_end: str) -> None:
    head, indent = PLACES[place]
    for _, example in EXAMPLES:
        text = head + "".join(f"{indent}{line}" for line in _lines(example))
        checked(text.replace("\n", line_end))


def test_examples_one_after_another_are_parsed_without_loss() -> None:
    checked("\n\n".join(example for _, example in EXAMPLES))


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")]
