"""HTML tags and the places of their attributes."""

import time

import pytest

from curriculum_tools.syntax.tags import tags


def read(text: str) -> list[tuple[str, dict[str, str]]]:
    return [
        (
            f"{'/' if tag.is_closing else ''}{tag.name}",
            {name: text[slice(*span)] for name, span in tag.attributes.items()},
        )
        for tag in tags(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<a href="x.md">x</a>', [("a", {"href": "x.md"}), ("/a", {})]),
        ("<A HREF='x.md' >", [("a", {"href": "x.md"})]),
        ("<img src=x.png width=3>", [("img", {"src": "x.png", "width": "3"})]),
        ('<img\n  src = "x.png"\n/>', [("img", {"src": "x.png"})]),
        ('<a title="b > c" href="x.md">', [("a", {"title": "b > c", "href": "x.md"})]),
        ("<a title=\"href='y'\" href=x>", [("a", {"title": "href='y'", "href": "x"})]),
        ('<a data-href="x" download>', [("a", {"data-href": "x"})]),
        ('<a href="  x.md ">', [("a", {"href": "x.md"})]),
        ('<a href="">', [("a", {"href": ""})]),
        ("<br>", [("br", {})]),
        ("<my-tag id=x>", [("my-tag", {"id": "x"})]),
        (r'\<a href="x">', []),
        ("a < b and c > d", []),
        ("Func<string,string>", []),
        ("<https://example.org>", []),
        ("<!-- x -->", []),
        ('<a href="x', []),
    ],
)
def test_tags(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    "unit", ["<a ", '<a "', "<a '", '<a "<a " ', "<a x=", "<", '<a b="" ', "<a\n", "<a '\" "]
)
def test_tags_without_end_take_linear_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        start = time.process_time()
        list(tags(text))
        return time.process_time() - start

    seconds(10_000)
    assert seconds(200_000) < 100 * max(seconds(20_000), 0.01)
