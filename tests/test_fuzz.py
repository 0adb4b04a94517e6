"""A few inputs of the campaign that bench/fuzz runs for hours."""

from bench.fuzz.__main__ import failures
from bench.fuzz.inputs import guides, made
from tests.examples import some
from tests.repository import ROOT


def test_what_is_made_up_is_read_written_fixed_and_merged() -> None:
    known = guides([ROOT / "guides" / "versions"])
    for number in range(some(200)):
        assert [*failures(20, number, known)] == [], made(20, number, known)


def test_an_input_follows_from_its_number() -> None:
    known = guides([ROOT / "guides" / "versions"])
    assert made(1, 4, known) == made(1, 4, known) != made(2, 4, known)
