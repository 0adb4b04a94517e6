from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.engine.apply_fixes import apply_fixes, compatible_fixes, overlap
from curriculum_tools.model.finding import Edit, Fix
from curriculum_tools.model.source import Span


def fix(*edits: tuple[int, int, str]) -> Fix:
    return Fix("mend", True, tuple(Edit(Span(start, end), text) for start, end, text in edits))


@st.composite
def texts_with_fixes(draw: st.DrawFn) -> tuple[str, list[Fix]]:
    """Return a text, and fixes whose own edits do not overlap."""
    text = draw(st.text(max_size=40))
    offsets = st.integers(0, len(text))
    fixes = []
    for _ in range(draw(st.integers(0, 6))):
        places = sorted(draw(st.sets(offsets, min_size=2, max_size=6)) if text else {0})
        spans = [Span(*pair) for pair in zip(places[::2], places[1::2], strict=False)]
        edits = tuple(Edit(span, draw(st.text(max_size=3))) for span in spans)
        fixes.append(Fix("mend", draw(st.booleans()), edits))
    return text, fixes


def test_edits_are_applied_from_left_to_right() -> None:
    assert (
        apply_fixes("one two three", [fix((8, 13, "3")), fix((0, 3, "1"), (4, 7, "2"))]) == "1 2 3"
    )


def test_insertions_stand_before_what_follows_them() -> None:
    assert apply_fixes("ab", [fix((1, 1, "-")), fix((2, 2, ".")), fix((1, 2, "c"))]) == "a-c."


def test_of_overlapping_fixes_the_first_by_position_wins() -> None:
    assert apply_fixes("abcdef", [fix((2, 5, "Y")), fix((1, 3, "X"))]) == "aXdef"


def test_a_fix_that_waits_keeps_nobody_else_waiting() -> None:
    first, second, third = fix((0, 2, "X")), fix((1, 4, "Y")), fix((3, 5, "Z"))
    assert compatible_fixes([third, second, first]) == (first, third)


def test_a_fix_is_applied_whole_or_not_at_all() -> None:
    assert apply_fixes("abcdef", [fix((1, 3, "X")), fix((2, 4, "Y"), (5, 6, "Z"))]) == "aXdef"


def test_of_two_insertions_at_one_place_one_waits() -> None:
    assert apply_fixes("ab", [fix((1, 1, "x")), fix((1, 1, "y"))]) == "axb"


def test_equal_fixes_are_applied_once() -> None:
    assert apply_fixes("abc", [fix((1, 2, "")), fix((1, 2, ""))]) == "ac"


@given(texts_with_fixes())
def test_without_edits_a_text_stays_as_it_is(given_text: tuple[str, list[Fix]]) -> None:
    text, _ = given_text
    assert apply_fixes(text, []) == apply_fixes(text, [fix()]) == text


@given(texts_with_fixes())
def test_what_is_applied_does_not_overlap_and_what_waits_does(
    given_text: tuple[str, list[Fix]],
) -> None:
    text, fixes = given_text
    chosen = compatible_fixes(fixes)
    spans = [edit.span for one in chosen for edit in one.edits]
    assert not any(overlap(a, b) for i, a in enumerate(spans) for b in spans[:i])
    for waiting in (one for one in fixes if one.edits and one not in chosen):
        assert any(overlap(edit.span, span) for edit in waiting.edits for span in spans)
    grown = sum(
        len(edit.text) - (edit.span.end - edit.span.start) for c in chosen for edit in c.edits
    )
    assert len(apply_fixes(text, fixes)) == len(text) + grown


@given(texts_with_fixes())
def test_what_no_edit_touches_stays(given_text: tuple[str, list[Fix]]) -> None:
    text, fixes = given_text
    marked = [Fix("drop", True, tuple(Edit(e.span, "") for e in one.edits)) for one in fixes]
    dropped = {at for one in compatible_fixes(marked) for e in one.edits for at in range(*e.span)}
    assert apply_fixes(text, marked) == "".join(c for at, c in enumerate(text) if at not in dropped)
