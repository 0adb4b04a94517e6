"""What is said of topics whose numbers do not fit together."""

from tests.linting import lint


def said(*headings: str) -> list[str]:
    topics = "".join(f"### {each} Topic {each}\n- **Description**: D.\n\n" for each in headings)
    found = lint(f"# Guide\n\n## 1. Chapter\n\n{topics}")
    return [each.message for each in found if each.rule.endswith("-number")]


def test_where_all_are_foreign_their_gaps_are_those_of_the_first() -> None:
    assert said("2.1", "3.3", "3.4") == [
        "topics 2.1 to 3.4 are inside chapter 1",
        "topic 2.2 is missing before 3.3",
    ]


def test_where_one_is_foreign_only_that_is_said() -> None:
    assert said("1.1", "2.2", "1.3") == ["topic 2.2 is inside chapter 1"]
