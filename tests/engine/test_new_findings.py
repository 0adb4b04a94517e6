"""Which findings are new: a function of findings and changed lines, without git or a disk."""

import pytest

from curriculum_tools.engine.new_findings import changed_files_by_group, finding_lines, new_findings
from curriculum_tools.model.file_change import FileChange, Hunk
from curriculum_tools.model.finding import Finding, Related, Severity
from curriculum_tools.model.source import Source, Span

SOURCE = Source("guide.md", "".join(f"line {n}\n" for n in range(1, 10)))
OTHER = Source("other.md", SOURCE.text)


def at(line: int, *related: Related, rule: str = "rule", last: int | None = None) -> Finding:
    span = Span(SOURCE.line_span(line).start, SOURCE.line_span(last or line).end)
    return Finding(rule, "fields", Severity.ERROR, "m", "guide.md", span, None, related, None, "f")


def about(text: str, message: str = "m", group: str = "notes") -> tuple[Finding, Source]:
    finding = Finding(
        "r", group, Severity.ERROR, message, "x.md", Span(0, len(text)), None, (), None, "f"
    )
    return finding, Source("x.md", text)


def is_new(
    finding: Finding, *hunks: Hunk, before: frozenset[tuple[str, int]] | None = None
) -> bool:
    change = {"guide.md": FileChange(hunks, "")}
    return bool(list(new_findings([finding], SOURCE, change, before)))


def test_any_line_of_a_finding_may_have_changed() -> None:
    assert is_new(at(3), Hunk(3, 1, 1))
    assert is_new(at(2, last=4), Hunk(4, 2, 0))
    assert not is_new(at(2, last=3), Hunk(4, 2, 0))
    assert not is_new(at(5), Hunk(3, 2, 2))
    assert not is_new(at(3), Hunk(3, 0, 5))  # lines that are gone are no lines of now


def test_the_end_of_a_finding_is_exclusive() -> None:
    """A finding that takes in the end of its line is not about the next one; one may be empty."""
    third = SOURCE.line_span(3)
    whole = at(3)._replace(span=Span(third.start, SOURCE.line_span(4).start))
    empty = at(3)._replace(span=Span(third.start, third.start))
    for finding in (whole, empty):
        assert not is_new(finding, Hunk(2, 1, 1))
        assert is_new(finding, Hunk(3, 1, 1))
        assert not is_new(finding, Hunk(4, 1, 1))


def test_all_of_a_new_file_is_new_and_nothing_of_an_unchanged_one() -> None:
    assert list(new_findings([at(1), at(9)], SOURCE, {"guide.md": FileChange()})) == [at(1), at(9)]
    assert list(new_findings([at(1), at(9)], SOURCE, {"other.md": FileChange()})) == []


def test_a_related_place_may_have_changed_in_whatever_file() -> None:
    here = Related("there", SOURCE.line_span(7))
    assert is_new(at(3, here), Hunk(7, 1, 1))
    assert not is_new(at(3, here), Hunk(6, 1, 1))
    there = at(3, Related("there", OTHER.line_span(7), OTHER))
    assert list(new_findings([there], SOURCE, {"other.md": FileChange((Hunk(7, 1, 1),), "")}))
    assert not is_new(there, Hunk(7, 1, 1))


def test_what_was_found_on_the_line_before_is_not_new() -> None:
    before = frozenset([("rule", 3)])
    assert not is_new(at(5), Hunk(1, 2, 0), before=before)
    assert not is_new(at(2), Hunk(1, 0, 1), before=before)
    assert is_new(at(4), Hunk(1, 2, 0), before=before)
    assert is_new(at(5, rule="another"), Hunk(1, 2, 0), before=before)


@pytest.mark.parametrize(
    ("text", "message", "group", "found"),
    [
        ("notes/gone.md", "m", "notes", True),
        ("docs/notes/gone.md", "m", "notes", True),
        ("../notes/gone.md#part", "m", "links", True),
        (".\\notes\\gone.md", "m", "notes", True),
        ("guide", "no guide names docs/notes/gone.md", "notes", True),
        ("notes/gone.md", "m", "fields", False),
        ("other/gone.md", "m", "notes", False),
        ("edited.md#part", "m", "links", True),
        ("edited.md", "m", "notes", False),
    ],
)
def test_a_file_that_came_went_or_changed_is_a_cause(
    text: str, message: str, group: str, found: bool
) -> None:
    causes = changed_files_by_group(["docs/notes/gone.md"], ["edited.md"])
    finding, source = about(text, message, group)
    assert bool(list(new_findings([finding], source, {}, None, causes))) == found


def test_lines_end_as_git_ends_them() -> None:
    source = Source("guide.md", "one\rtwo\r\nthree\n")
    finding = at(1)._replace(span=Span(10, 12))
    assert finding_lines([finding], source) == {("rule", 2)}
