"""Front matter: what is read, and what is refused."""

import pytest

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.front_matter import MAX_LENGTH, read_front_matter


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_values_come_out_as_json(line_end: str) -> None:
    text = "---\na: text\nb: [1, 2.50, 2024-05-01]\nc: {d: null, e: yes}\n--- \n# Title\n"
    text = text.replace("\n", line_end)
    front = read_front_matter(text)
    assert front
    assert front.values == {
        "a": "text",
        "b": ["1", "2.50", "2024-05-01"],
        "c": {"d": None, "e": True},
    }
    assert text[front.span.end :] == f"# Title{line_end}"
    assert not front.faults


@pytest.mark.parametrize(
    "text", ["", "---", "---\n", "---\n\n# Title\n\n---\n", "a\n---\nb\n---\n"]
)
def test_there_is_none(text: str) -> None:
    assert read_front_matter(text) is None


@pytest.mark.parametrize("text", ["---\n---\n", "---\n# a comment\n...\n"])
def test_it_may_be_empty(text: str) -> None:
    front = read_front_matter(text)
    assert front
    assert front.values == {}


@pytest.mark.parametrize(
    ("yaml", "place", "message"),
    [
        ("a: [1\nb: 2", (3, 2), "expected ',' or ']'"),
        ("a: 1\n\tb: 2", (3, 1), "cannot start any token"),
        ("- a", (2, 1), "no mapping"),
        ("just text", (2, 1), "no mapping"),
        ("a: 1\nb: 2\na: 3", (4, 1), "key `a` twice"),
        ("a: &x [1]\nb: *x", (2, 4), "alias"),
        ("a: &x [*x]", (2, 4), "alias"),
        ("a: !!python/object/apply:os.system [ls]", (2, 4), "unknown kind"),
        ("a: !!binary aGk=", (2, 4), "unknown kind"),
        ("? [a]\n: b", (2, 3), "no plain text"),
        ("a: \0", (2, 4), "forbids"),
        ("a: b\udc80", (2, 5), "forbids"),
        (f"a: {'[' * 60}{']' * 60}", (2, 54), "too deep"),
        pytest.param(f"a: {'[' * 5000}", (2, 1), "too deep", marks=pytest.mark.slow),
        ('a: "\\UFFFFFFFF"', (2, 1), "out of range"),
        (f"a: {'b' * MAX_LENGTH}", (2, 1), "longer than"),
    ],
)
def test_a_fault_has_a_place(yaml: str, place: tuple[int, int], message: str) -> None:
    text = f"---\n{yaml}\n---\n"
    front = read_front_matter(text)
    assert front
    [fault] = front.faults
    assert Source("guide.md", text).position(fault.span.start) == place, fault.message
    assert message in fault.message


def test_front_matter_that_is_never_closed_is_a_fault_and_no_front_matter() -> None:
    front = read_front_matter("---\ntitle: a\n# Title\n")
    assert front
    assert front.values is None
    assert front.span == (0, 0)
    assert "no closing line" in front.faults[0].message
