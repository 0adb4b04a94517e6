"""In which lines guides say how many questions they hold."""

import pytest

from curriculum_tools.app.project_counts import guess_counts
from tests.linting import guide

TABLE = {"chapter": "## {text}", "question": "### {text}", "answer": "rest"}
QUESTIONS = "### What is {0}?\n\nSo.\n\n"
BODY = "".join(
    f"## {chapter}\n\n" + "".join(QUESTIONS.format(f"{chapter} {n}") for n in range(count))
    for chapter, count in (("Fire", 3), ("Earth", 2), ("Water", 4))
)


@pytest.mark.parametrize(
    ("said", "templates"),
    [
        (
            "| Fire | 3 questions |\n| --- | --- |\n| Earth | 2 questions |\n",
            ["| {text} | {count} questions |"],
        ),
        ("This page holds **9** questions.\n", ["holds {count} questions"]),
        ("This page holds 9 hard questions.\n", ["holds {count} hard questions"]),
        ("Each guest asked 7 questions.\n", []),
        ("There are many questions.\n", []),
    ],
)
def test_only_numbers_that_are_right_tell(said: str, templates: list[str]) -> None:
    assert guess_counts([guide(f"# Pottery\n\n{said}\n{BODY}")], TABLE) == templates
