"""Words without inflection, and scraps of words without a crash."""

from itertools import product

import pytest

from curriculum_tools.likeness.stem import lemma, stem

ENDINGS = ("", "s", "es", "ies", "ing", "ed", "ied", "ating", "ated", "ise", "isation", "our", "ss")


@pytest.mark.parametrize(
    ("word", "stemmed"), [("validated", "valid"), ("validation", "valid"), ("heating", "heat")]
)
def test_inflection_goes(word: str, stemmed: str) -> None:
    assert stem(word) == stemmed


def test_scraps_of_words_have_a_stem() -> None:
    for length in range(3):
        for letters in product("abeist", repeat=length):
            for ending in ENDINGS:
                word = "".join(letters) + ending
                assert not word or (stem(word) and lemma(word))
