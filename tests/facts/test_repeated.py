"""Questions that a guide asks again."""

from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.repeated import Repetition
from curriculum_tools.model.config import Config
from tests.linting import guide, lint

TEXT = """
# Gardening

## 1. Soil

### 1.1 Compost
- **Questions**:
  - What rots?
  - What smells?
  - What warms?

### 1.2 Heaps
- **Questions**:
  - What smells?
  - What rots!

### 1.3 Mulch
- **Questions**:
  - What covers?
  - What rots?

### 1.4 Straw
- **Questions**:
  - What covers?
  - What warms?
"""


def repeated() -> list[Repetition]:
    return list(Facts(guide(TEXT), Config()).repeated_questions)


def test_each_later_one_is_paired_with_the_first() -> None:
    assert [(r.topic.number, r.question.text, r.first_topic.number) for r in repeated()] == [
        ("1.2", "What smells?", "1.1"),
        ("1.2", "What rots!", "1.1"),
        ("1.3", "What rots?", "1.1"),
        ("1.4", "What covers?", "1.3"),
        ("1.4", "What warms?", "1.1"),
    ]


def test_it_is_told_whether_a_topic_has_nothing_else_and_whether_all_of_it_is_in_one_place() -> (
    None
):
    whole = {r.topic.number: (r.is_all, r.is_all_there) for r in repeated()}
    assert whole == {"1.2": (True, True), "1.3": (False, False), "1.4": (True, False)}


def test_a_topic_that_is_repeated_as_a_whole_is_one_cause() -> None:
    causes = {f.cause for f in lint(TEXT) if f.rule == "duplicate-question" and f.cause}
    assert causes == {"all 2 questions of 1.2 are already asked in 1.1"}


ANSWERED = """
## 1. Soil

### 1.1 Compost
- **Questions**:
  - What rots?

    Leaves do.
  - Which of these rots?
    - [ ] stones
    - [x] leaves

### 1.2 Heaps
- **Questions**:
  - What rots?
  - Which of these rots?
    - [x] stones
    - [ ] leaves
  - Which of these rots?
    - [ ] glass
    - [x] leaves
  - What rots?
    ```
    leaves
    ```
"""


def test_another_answer_does_not_make_another_question() -> None:
    found = Facts(guide(ANSWERED), Config()).repeated_questions
    lines = [guide(ANSWERED).source.line_of(each.question.span.start) for each in found]
    assert lines == [15, 16]
