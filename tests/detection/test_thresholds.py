"""Where a form of line begins to be that of questions."""

import pytest

from curriculum_tools.detection.evidence import FormEvidence, gather
from curriculum_tools.detection.misses import nearest_miss
from curriculum_tools.detection.questions import (
    ASKING,
    EXPECTED_ASKING,
    FEWEST,
    is_numbered,
    is_question,
    question_forms,
)
from curriculum_tools.detection.scan import Scanned, scan
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.document import read_document
from tests.detection.writing import headings


def text_of(written: str, path: str = "page.md") -> Scanned:
    return scan(read_document(Source(path, written)))


def strongest(written: str, path: str = "page.md") -> FormEvidence:
    return max(gather([text_of(written, path)]), key=lambda evidence: evidence.count)


def page(asking: int, other: int, below: str = "So.") -> str:
    titles = [f"What is part {n}?" for n in range(asking)] + [f"Part {n}" for n in range(other)]
    return headings(titles, below)


@pytest.mark.parametrize("count", [FEWEST - 1, FEWEST])
def test_so_many_lines_recur(count: int) -> None:
    assert is_question(strongest(page(count, 0))) == (count >= FEWEST)


@pytest.mark.parametrize(
    ("path", "share"), [("page.md", ASKING), ("interview-questions.md", EXPECTED_ASKING)]
)
def test_so_many_of_them_ask(path: str, share: float) -> None:
    enough = round(share * 20)
    assert is_question(strongest(page(enough, 20 - enough), path))
    assert not is_question(strongest(page(enough - 1, 21 - enough), path))


def test_answers_below_make_up_for_lines_that_do_not_ask() -> None:
    assert not is_question(strongest(page(8, 12)))
    assert is_question(strongest(page(8, 12, "**Answer:** so it is.")))


def test_tasks_ask_where_solutions_are_folded_below_them() -> None:
    titles = [f"Create a pot of {n} litres" for n in range(10)]
    folded = "<details><summary>show</summary>\n\nSo.\n\n</details>"
    assert not question_forms([text_of(headings(titles))])
    assert question_forms([text_of(headings(titles, folded))])


def test_a_label_is_enough() -> None:
    assert is_question(strongest(headings([f"Question {n}" for n in range(1, 10)])))


def test_few_lines_with_a_label_of_another_form_are_of_the_same_kind() -> None:
    titles = [*(f"Question {n}" for n in range(1, 10)), "Question 10: the kiln"]
    templates = [each.form.template for each in question_forms([text_of(headings(titles))])]
    assert templates == ["## {word}{n}", "## {word}{n}: {text}"]


def test_numbers_that_count_up() -> None:
    assert is_numbered(strongest(headings([f"{n}. Part" for n in range(1, 10)])))
    assert not is_numbered(strongest(headings([f"{n * 3}. Part" for n in range(1, 10)])))


def test_questions_and_answers_are_counted_below_the_headings_they_stand_in() -> None:
    evidence = strongest(headings([f"Why {n}?" for n in range(9)], "- A. so\n- B. not so"))
    assert (evidence.count, evidence.asking, evidence.choosing) == (9, 9, 9)
    assert evidence.options == {"- {letter}. {text}": 18}


def test_the_nearest_miss_is_told_in_words() -> None:
    assert str(nearest_miss(text_of(page(1, 2)))) == (
        'has 1 line "## {text}" that asks; 8 make a guide'
    )
    assert str(nearest_miss(text_of(page(5, 2)))) == (
        'has 5 lines "## {text}" that ask; 8 make a guide'
    )
    assert str(nearest_miss(text_of(page(9, 9)))) == (
        'has 18 lines "## {text}", but only 9 of them ask'
    )
    assert nearest_miss(text_of("# Page\n\nIt rained.\n")) is None
    assert nearest_miss(text_of(page(9, 0))) is None
