"""Which links of a guide are relative, and what they stand for."""

import time

import pytest

from curriculum_tools.facts.links import relative_links
from tests.linting import config, guide


def found(text: str) -> list[tuple[str, str]]:
    return [(link.path, link.anchor) for link in relative_links(guide(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a](b.md)", [("b.md", "")]),
        ("[a](b.md#c)", [("b.md", "c")]),
        ("[a](b.md?q=1#c%20d)", [("b.md", "c d")]),
        ("[a](#c)", [("", "c")]),
        ("[a](<b c.md>)", [("b c.md", "")]),
        ("[a](b%20c.md)", [("b c.md", "")]),
        (r"[a](b\_c.md)", [("b_c.md", "")]),
        ("[a](b&amp;c.md)", [("b&c.md", "")]),
        ("![a](../b.png)", [("../b.png", "")]),
        ("[a]: b.md\n[c]: <d.md> 'e'\n", [("b.md", ""), ("d.md", "")]),
        ("[a](C:/b.md)", [("C:/b.md", "")]),
        ("[a](https://b.md) [a](mailto:b@c.d) [a](//b.md) [a](/b.md) [a]()", []),
        ("[a]({{ b }}.md)", []),
        (r"\[a](b.md)", []),
        ("`[a](b.md)`", []),
        ("<!-- [a](b.md) -->", []),
        ("a <!-- [a](b.md) --> c", []),
        ("[^1]: b.md", []),
        ("[a]: b.md goes on", []),
        ("> ```\n> [a](b.md)\n> ```", []),
        ("> [a](b.md)", [("b.md", "")]),
        ('<a href="b.md#c%20d">a</a>', [("b.md", "c d")]),
        ("<a\n  class='x'\n  href='#c'>a</a>", [("", "c")]),
        ("<p><img src=b.png width=3></p>", [("b.png", "")]),
        ('<a href="b&amp;c.md">a</a>', [("b&c.md", "")]),
        (r'<a href="b\_c.md">a</a>', [(r"b\_c.md", "")]),
        ("| a | <img src='b.png'> |\n| --- | --- |", [("b.png", "")]),
        ("> <img\n> src=b.png>", [("b.png", "")]),
        ("- <details>\n  <summary>a</summary>\n\n  <img src=b.png>\n  </details>", [("b.png", "")]),
        ('<details>\n\n[a](b.md) <a href="c.md">c</a>\n\n</details>', [("b.md", ""), ("c.md", "")]),
        ('`<a href="b.md">`', []),
        ('<!-- <a href="b.md"> -->', []),
        ('<div><!-- <a href="b.md"> --></div>', []),
        ("<style>\n/* <img src=b.png> */\n</style>", []),
        ('    <a href="b.md">', []),
        ('> ```\n> <a href="b.md">\n> ```', []),
        ('<a href="https://b.md"><a href="/b.md"><a href=""><a name="b.md">', []),
        ('<a href="{{ b }}.md">', []),
    ],
)
def test_relative_links(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(f"# Title\n\n{text}\n") == expected


def test_a_destination_spans_what_is_written() -> None:
    text = "# Title\n\n[a](<b c.md#d>)\n"
    (link,) = relative_links(guide(text))
    assert guide(text).source.slice(link.span) == link.destination == "b c.md#d"


def test_notes_paths_are_no_links() -> None:
    text = "# G\n\n## 1. C\n\n### 1.1 T\n- **Path to detailed notes**: "
    assert found(f"{text}[a](b.md)\n") == found(f'{text}<a href="b.md">a</a>\n') == []


def test_unclosed_comments_do_no_harm() -> None:
    assert found("# Title\n\n[a](b.md) " + "x <!-- " * 50_000) == [("b.md", "")]


@pytest.mark.parametrize(
    "unit",
    [
        "x <!-- ",
        "<a href='b.md",
        '<a href="" ',
        "<div>\n<!-- <img src=x>",
        "> <a href=x\n",
        "`<a href=` ",
    ],
)
def test_endless_html_does_no_harm(unit: str) -> None:
    started = time.process_time()
    found("# Title\n\n<a href='b.md'>b</a> " + unit * 20_000)
    assert time.process_time() - started < 10


def test_what_is_the_text_of_a_link_leaves_the_link_whole() -> None:
    settings = config('[dialect]\nchapter = "## {text}"\nquestion = "- {n}: {text}"\n')
    text = "# G\n\n## [Soil](#soil)\n\n- 1: [What is loam?](#loam)\n- [2: What is lime?](#lime)\n"
    parsed = guide(text, settings=settings)
    assert [question.text for _, question in parsed.questions] == ["What is loam?", "What is lime?"]
    assert [link.anchor for link in relative_links(parsed)] == ["soil", "loam", "lime"]
