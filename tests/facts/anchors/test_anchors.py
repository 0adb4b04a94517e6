"""What can be linked to in a guide."""

import pytest

from curriculum_tools.facts.anchors import (
    anchor_places,
    anchors,
    anchors_of_text,
    heading_anchors,
    moved_anchor,
)
from curriculum_tools.facts.anchors.github import github
from curriculum_tools.model.config import Platform
from tests.examples import tried
from tests.linting import config, guide


def found(text: str, platform: Platform = Platform.GITHUB) -> frozenset[str]:
    return anchors(guide(text), platform)


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("1.2 Types of APIs", "12-types-of-apis"),
        ("Sync vs. Async", "sync-vs-async"),
        ("Read & write", "read--write"),
        ("Two  blanks", "two--blanks"),
        ("No\u00a0break", "nobreak"),
        ("Func<string,string>", "funcstringstring"),
        ("List<T>", "list"),
        ("The <title> tag", "the-title-tag"),
        ("`__init__` and `a_b`", "__init__-and-a_b"),
        ("**Bold**, *italic* and _both_", "bold-italic-and-both"),
        ("snake_case stays", "snake_case-stays"),
        ("A [link](https://example.org/a_b) inside", "a-link-inside"),
        ("A [reference][x] inside", "a-reference-inside"),
        ("A [reference][y] inside", "a-referencey-inside"),
        ("![picture](x.png) Caption", "-caption"),
        ('<a id="x"></a> Behind', "-behind"),
        ("A <b>tag</b> &amp; an entity", "a-tag--an-entity"),
        ("C++ / C#", "c--c"),
        ("Café, Größe, 日本語", "café-größe-日本語"),
        ("हिन्दी", "हिन्दी"),
        ("x² 🚀 rockets", "x--rockets"),
        (":rocket: rockets", "rocket-rockets"),
        (r"\*stars\* and \_lines", "stars-and-_lines"),
        ("Given {#id}", "given-id"),
        ("", ""),
    ],
)
def test_an_anchor_of_github(heading: str, anchor: str) -> None:
    assert github([heading], ["X"]) == [anchor]


@pytest.mark.parametrize("platform", Platform)
@pytest.mark.parametrize("heading", ["a" * 5_000, "_a " * 5_000, "<a " * 5_000, "{" * 5_000])
def test_long_headings_do_no_harm(heading: str, platform: Platform) -> None:
    assert found(f"# {heading}", platform)


@pytest.mark.parametrize("platform", Platform)
def test_many_headings_of_one_name_have_an_anchor_each(platform: Platform) -> None:
    count = tried(5_000, 1_000)
    assert len(found("# Same\n\n" * count, platform)) == count


def test_repeated_headings_are_numbered_and_do_not_collide() -> None:
    assert found("# A\n\n# A\n\n# A-1\n\n# A\n") == {"a", "a-1", "a-1-1", "a-2"}


HEADINGS_OF_ALL_KINDS = (
    "# Title #\n\n## Chapter 3: Storage\n\n### 3.1 Tables\n\n#### Deeper\n\n> ## Quoted\n\n"
    "- # Listed\n\n  ## In an item\n\n> Quoted underline\n> ---\n\n"
    "Underlined\nover two lines\n===\n\n"
    "```\n# Code\n```\n\n<!--\n# Comment\n-->\n\n> ```\n> # Code in a quote\n> ```\n\n"
    "1. Why?\n\n       # Indented code\n\n   #### Answer\n"
)


def test_headings_of_all_kinds_have_one() -> None:
    assert found(HEADINGS_OF_ALL_KINDS) == {
        "title",
        "chapter-3-storage",
        "31-tables",
        "deeper",
        "quoted",
        "quoted-underline",
        "listed",
        "in-an-item",
        "underlinedover-two-lines",
        "answer",
    }


@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_change_no_anchor(end: str) -> None:
    assert found(HEADINGS_OF_ALL_KINDS.replace("\n", end)) == found(HEADINGS_OF_ALL_KINDS)


def test_headings_below_questions_have_one() -> None:
    text = "# G\n\n## 1. C\n\n### 1.1 T\n- **Questions**:\n  - Why?\n\n    #### An answer\n"
    assert "an-answer" in found(text)


@pytest.mark.parametrize(
    "html",
    [
        "<h2>Plain <i>tag</i></h2>",
        '<h2 align="center">Plain tag</h2>',
        "<details><summary><h3>Plain tag</h3></summary>\n\nText.\n\n</details>",
        '<h1\n  title="a > b">\n  Plain tag\n</h1>',
        "> <H2>Plain tag</H2>",
    ],
)
def test_headings_in_html_have_one_on_github(html: str) -> None:
    assert "plain-tag" in found(f"# Title\n\n{html}\n")
    assert "plain-tag" not in found(f"# Title\n\n{html}\n", Platform.MKDOCS)
    assert "plain-tag" not in found(f"# Title\n\n<!-- {html} -->\n\n```\n{html}\n```\n")


def test_headings_in_html_are_counted_with_the_others() -> None:
    assert found("# A\n\n<h2>A</h2>\n\n# A\n") == {"a", "a-1", "a-2"}


@pytest.mark.parametrize(
    "text",
    [
        '<a id="here"></a>',
        "Text <a name=here></a>.",
        "Text <b class=\"x\" id='here'>y</b>.",
        '<a\n  title="a > b"\n  name="here"></a>',
        "## Heading {#here .class}",
        "## Heading {: #here }",
        "## Heading <!-- #here -->",
        "## Heading {/* #here */}",
        '### <a name="here"></a> 1.1 Heading',
        "A paragraph. {: #here}",
        "[]{#here}A span.",
        ":::{.note #here}\nText.\n:::",
        '> <a id="here"></a>',
        '- x <a id="here"></a>',
        '<details>\n<summary id="here">More</summary>\n\nText.\n\n</details>',
    ],
)
@pytest.mark.parametrize("platform", Platform)
def test_anchors_that_are_written_out_are_known_everywhere(text: str, platform: Platform) -> None:
    assert "here" in found(f"# Title\n\n{text}\n", platform)


@pytest.mark.parametrize(
    "text",
    [
        '`<a id="here"></a>`',
        '```\n<a id="here"></a>\n```',
        '    <a id="here"></a>',
        '<!-- <a id="here"></a> -->',
        '> ```\n> <a id="here"></a>\n> ```',
        "<script>\nx = '<a id=\"here\">'\n</script>",
        "`{#here}`",
        r'\<a id="here">',
        '<a title="id=here">',
        '<a data-id="here">',
    ],
)
def test_what_only_looks_like_an_anchor_is_none(text: str) -> None:
    assert "here" not in found(f"# Title\n\n{text}\n")


@pytest.mark.parametrize("platform", Platform)
def test_a_heading_with_an_anchor_of_its_own_keeps_the_other(platform: Platform) -> None:
    assert {"own", "heading"} <= found("# Heading {#own}\n", platform)


def test_headings_of_a_text() -> None:
    assert anchors_of_text("# One\n\n## Two\n", Platform.GITHUB) == {"one", "two"}


def test_anchors_by_heading() -> None:
    parsed = guide("# A\n\n> # A\n\n## A\n")
    anchors_by_start = heading_anchors(parsed, Platform.GITHUB)
    assert [anchors_by_start[h.span.start] for h in parsed.headings] == ["a", "a-2"]


def test_a_heading_in_a_list_item_is_named_without_the_mark_of_the_item() -> None:
    settings = config("""[dialect]
question = ["- ### {text} ({n} points)", "{n}. ### {text}"]
answer = "rest"
""")
    text = "# A\n\n12.  ### What is *one*? ###\n\n     #### Below\n\n- ### Two (2 points)\n"
    parsed = guide(text, settings=settings)
    assert [question.text for _, question in parsed.questions] == ["What is *one*?", "Two"]
    assert anchors(parsed, Platform.GITHUB) == {"a", "what-is-one", "below", "two-2-points"}
    places = anchor_places(parsed, Platform.GITHUB)
    assert places["what-is-one"] == text.index("### What")


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("# A\n\n## 1.1 B\n", ("11-b", "12-b")),
        ("# A\n\n## 1.1 B\n\n## 1.1 B\n", None),
        ("# A\n\n## 1.1 B\n\n> ## 1.1 B\n", None),
        ("# A\n\n## 1.1 B\n\n## 1.2 B\n", None),
        ("# 1.1 B\n\n## 1.1 B\n", None),
    ],
)
def test_an_anchor_moves_where_no_namesake_is_touched(
    text: str, moved: tuple[str, str] | None
) -> None:
    parsed = guide(text)
    heading = parsed.headings[1]
    assert moved_anchor(parsed, Platform.GITHUB, heading, "1.2 B") == moved
