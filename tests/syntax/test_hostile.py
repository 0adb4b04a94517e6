"""Texts that are made to take long: nothing is lost, and nothing raises (bench/ has the times)."""

import pytest

from tests.syntax.hostile import CASES
from tests.syntax.promises import checked

SIZE = 3000  # code points


@pytest.mark.parametrize("case", CASES)
def test_hostile_text_is_parsed_without_loss(case: str) -> None:
    checked(CASES[case].text(SIZE))
