"""Anchors, as GitHub makes them."""

import pytest

from curriculum_tools.facts.anchors import anchors, anchors_of_text, slug
from tests.linting import guide


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("1.2 Types of APIs", "12-types-of-apis"),
        ("Sync vs. Async", "sync-vs-async"),
        ("What is an API?", "what-is-an-api"),
        ("Read & write", "read--write"),
        ("`__init__` and `a_b`", "__init__-and-a_b"),
        ("**Bold**, *italic* and _both_", "bold-italic-and-both"),
        ("snake_case stays", "snake_case-stays"),
        ("A [link](https://example.org/a_b) inside", "a-link-inside"),
        ("A [reference][x] inside", "a-reference-inside"),
        ("![picture](x.png) Caption", "caption"),
        ("A <b>tag</b> &amp; an entity", "a-tag--an-entity"),
        ("C++ / C#", "c--c"),
        ("Café, Größe, 日本語", "café-größe-日本語"),
        ("हिन्दी", "हिन्दी"),
        ("x² 🚀 rockets", "x--rockets"),
        (r"\*stars\* and \_lines", "stars-and-_lines"),
        ("", ""),
    ],
)
def test_slug(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor


def test_repeated_headings_are_numbered_and_do_not_collide() -> None:
    text = "# A\n\n# A\n\n# A-1\n\n# A\n"
    assert anchors_of_text(text) == {"a", "a-1", "a-1-1", "a-2"}


def test_headings_of_all_kinds_have_one() -> None:
    text = (
        "# Title #\n\n## Chapter 3: Storage\n\n### 3.1 Tables\n\n#### Deeper\n\n> ## Quoted\n\n"
        "- # Listed\n\nUnderlined\nover two lines\n===\n\n"
        "```\n# Code\n```\n\n<!--\n# Comment\n-->\n"
    )
    assert anchors(guide(text)) == {
        "title",
        "chapter-3-storage",
        "31-tables",
        "deeper",
        "quoted",
        "listed",
        "underlined-over-two-lines",
    }


def test_explicit_anchors() -> None:
    text = (
        '<a id="html"></a>\n\nText <a name=bare></a> and <b class="x" id=\'single\'>y</b>.\n\n'
        '`<a id="code"></a>`\n\n## Given {#given .class}\n\n## In a heading <a id="inside"></a>\n'
    )
    found = anchors_of_text(text)
    assert {"html", "bare", "single", "given", "inside", "in-a-heading"} <= found
    assert "code" not in found


def test_endless_headings_do_no_harm() -> None:
    assert anchors_of_text("# " + "_a " * 100_000)
    assert anchors_of_text("# " + "[" * 100_000)
    assert anchors_of_text("# " + "<a " * 100_000)
