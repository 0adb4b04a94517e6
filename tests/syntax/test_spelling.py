"""What somebody probably meant to write."""

from curriculum_tools.syntax.spelling import MOST_WORDS, Speller, closest


def test_the_likest_word_is_found_and_none_that_is_not_alike() -> None:
    known = {"select", "severity", "exclude"}
    assert closest("selct", known) == "select"
    assert closest("serverity", known) == "severity"
    assert closest("xyz", known) is None


def test_among_many_words_more_likeness_is_asked_for() -> None:
    known = ["index-scans"]
    assert closest("index", known) == "index-scans"
    assert Speller().closest("index", known) is None
    assert Speller().closest("index-scan", known) == "index-scans"


def test_only_so_many_guesses_are_made() -> None:
    speller = Speller(answers=1)
    assert speller.closest("tabels", ["tables"]) == "tables"
    assert speller.closest("tabels", ["tables"]) is None
    many = [f"tables{n}" for n in range(MOST_WORDS + 1)]
    assert Speller().closest("tables1", many) is None
