"""The quick look loses no text that is read as a guide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.app.guides import is_guide, may_be_guide, parse_text
from curriculum_tools.detection.signs import may_hold_questions
from curriculum_tools.model.config import Config
from curriculum_tools.model.source import Source
from tests.detection.writing import FAMILIES, LANGUAGES, headings, write_family
from tests.examples import examples
from tests.real_guides import each_real_guide, real_guide

CUTS = st.lists(st.integers(0, 400), max_size=12)


@examples(60)
@given(st.sampled_from(list(FAMILIES)), st.sampled_from(LANGUAGES), st.integers(0, 99), CUTS)
def test_it_loses_no_guide_of_which_lines_are_missing(
    family: str, language: str, seed: int, cuts: list[int]
) -> None:
    lines = write_family(family, language, seed).text.splitlines()
    kept = "\n".join(line for n, line in enumerate(lines) if n not in cuts)
    source = Source("pottery.md", kept)
    if is_guide(parse_text(source, Config())):
        assert may_be_guide(source, Config())


@each_real_guide
def test_it_loses_no_real_guide(name: str) -> None:
    assert may_be_guide(real_guide(name), Config())


@pytest.mark.parametrize("mark", ["## {n}. ", "#### {n}) ", "### Q{n}. ", "{n}. ### ", "**{n})** "])
def test_numbers_that_differ_are_marks_of_one_kind(mark: str) -> None:
    text = "\n\n".join(f"{mark.format(n=n)}What is {n}?" for n in range(1, 13))
    assert may_hold_questions(text)


def test_prose_and_code_are_passed_over() -> None:
    assert not may_hold_questions("It rained.\n\n" * 400)
    assert not may_hold_questions("```\n" + headings(["Why?"] * 20) + "```\n")
