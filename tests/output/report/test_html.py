"""The page of a report: what it shows, and that nothing in a guide can do harm there."""

import base64
import hashlib
import re
from contextlib import chdir
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.app.report import ReportOptions, gather
from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.model.source import Source
from curriculum_tools.output.report.gathered import Counts, Gathered, HistoryPoint
from curriculum_tools.output.report.html import render_pages
from curriculum_tools.syntax.parse import parse
from tests.examples import examples
from tests.reported import DIALECT, NEW, Element, read_page, write_kitchens

HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def gathered_in(folder: Path, **options: str) -> Gathered:
    with chdir(folder):
        return gather(ReportOptions(**options)).gathered  # type: ignore[arg-type]


def page_of(gathered: Gathered) -> Element:
    (html,) = render_pages(gathered, "report.html").values()
    return read_page(html)


@pytest.fixture(scope="module")
def kitchens(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    return gathered_in(write_kitchens(tmp_path_factory.mktemp("kitchens")))


@pytest.fixture(scope="module")
def page(kitchens: Gathered) -> Element:
    return page_of(kitchens)


def test_it_has_a_section_for_all_there_is_and_links_to_each(page: Element) -> None:
    sections = [each.attributes["id"] for each in page.all("section")]
    assert sections == [
        "numbers",
        "to_decide",
        "coverage",
        "findings",
        "settled",
        "differences",
        "duplicates",
        "prerequisites",
    ]
    (contents,) = page.all("nav")
    assert [each.attributes["href"] for each in contents.all("a")] == [f"#{s}" for s in sections]
    assert all(page.one(each.attributes["aria-labelledby"]) for each in page.all("section"))
    assert [each.text for each in page.all("h1")] == ["Kitchens"]


def test_numbers_are_those_of_the_merged_curriculum(page: Element) -> None:
    figures = [each.text for each in page.one("numbers").all("li")]
    assert figures[:3] == [
        "2 guides 2 versions, merged",
        "5 topics of 7 in all guides",
        "7 questions of 10 in all guides",
    ]


def test_coverage_draws_each_topic_and_counts_each_chapter(page: Element) -> None:
    rows = [each.text for each in page.one("coverage").all("tr")]
    assert rows[1].startswith("1. Heat")
    assert rows[1].endswith("2 1 0 0 1 1")  # topics, written, covered, planned, none, not found
    drawn = [each for each in page.one("coverage").all("rect") if each.inside]
    assert [each.text for each in drawn][:2] == ["1.1 Stoves: no notes", "1.2 Ovens: not found"]
    assert drawn[1].attributes["class"] == "written lost"


def test_findings_stand_below_guide_and_chapter_with_their_line_marked(page: Element) -> None:
    section = page.one("findings")
    assert [each.text for each in section.all("h3")] == [
        "new.md 2 errors, 3 warnings",
        "old.md 1 error",
    ]
    heads = {each.text for each in section.all("p", "item-head")}
    assert "warning duplicate-question new.md:11:5" in heads
    marked = [each.text for each in section.all("mark")]
    assert "Which fuel is cheapest to cook with?" in marked


def test_versions_stand_side_by_side_with_the_words_that_differ(page: Element) -> None:
    section = page.one("differences")
    assert [each.text for each in section.all("h3")] == ["old.md → new.md"]
    description = next(
        each for each in section.all("li") if each.text.startswith("description changed")
    )
    before, after = description.all("div", "side")
    assert before.text == "before, line 6 What is hot."
    assert after.text == "after, line 6 What gets hot, and how fast."
    removed = next(each for each in section.all("li") if each.text.startswith("topic removed"))
    assert [each.text for each in removed.all("div", "side")] == [
        "before, line 19 2.1 Steel",
        "after nothing",
    ]
    reworded = next(each for each in section.all("li") if "How do you keep" in each.text)
    assert [each.text for each in reworded.all("del")] == ["is", "kept"]
    assert [each.text for each in reworded.all("ins")] == ["do you keep"]


def test_a_new_number_is_marked_on_both_sides(tmp_path: Path) -> None:
    write_kitchens(tmp_path)
    old = (tmp_path / "new.md").read_text("utf-8").replace("### 2.3 Honing", "### 2.4 Honing")
    (tmp_path / "old.md").write_text(old, encoding="utf-8")
    (changed,) = page_of(gathered_in(tmp_path)).one("differences").all("li")
    assert changed.text.startswith("topic renumbered before, line 27 2.4 Honing")
    assert [(each.tag, each.text) for each in changed.all() if each.tag in ("del", "ins")] == [
        ("del", "2.4"),
        ("ins", "2.3"),
    ]


def test_prerequisites_are_drawn_and_listed_and_a_cycle_is_told(page: Element) -> None:
    section = page.one("prerequisites")
    assert next(section.all("p", "alert")).text.startswith("Topics that build on each other")
    (drawing,) = section.all("svg")
    assert drawing.attributes["role"] == "img"
    titles = [page.one(name).text for name in drawing.attributes["aria-labelledby"].split()]
    assert titles[0] == "Prerequisites of new.md"
    boxes = [each.text for each in drawing.all("text")]
    assert sorted(boxes) == ["1.1 Stoves", "1.2 Ovens", "2.2 Whetstones", "2.3 Honing"]
    listed = [each.text for each in section.all("div") if each.text.startswith("2.2")]
    assert listed == ["2.2 Whetstones builds on 1.1 Stoves; 2.3 Honing; no topic: Grit"]


def test_history_is_drawn_and_listed_the_newest_first(kitchens: Gathered) -> None:
    points = (
        HistoryPoint("aaa", "2024-05-01", "Begin", Counts(3, 4, 1)),
        HistoryPoint("bbb", "2024-05-09", "Go on", Counts(4, 6, 1)),
    )
    section = page_of(replace(kitchens, history=points)).one("history")
    assert [each.text for each in section.all("p")][1:] == [
        "Topics: 4 from 3",
        "Questions: 6 from 4",
        "Topics with notes: 1 from 1",
    ]
    rows = [each.text for each in section.all("tr")]
    assert rows[1:] == ["2024-05-09 bbb Go on 4 6 1", "2024-05-01 aaa Begin 3 4 1"]
    assert "No commit" in page_of(replace(kitchens, history=())).one("history").text


def test_the_policy_allows_its_own_style_and_nothing_else(page: Element) -> None:
    (style,) = page.all("style")
    (policy,) = (
        each.attributes["content"]
        for each in page.all("meta")
        if each.attributes.get("http-equiv") == "Content-Security-Policy"
    )
    (source,) = (text for text in style.inside if isinstance(text, str))
    digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )
    assert not [each for each in page.all() if "style" in each.attributes]
    assert not list(page.all("script"))
    assert not [each for each in page.all() if {"src", "srcset"} & each.attributes.keys()]
    assert "url(" not in source.replace("url(#", "")
    assert "@import" not in source


def test_without_guides_it_says_so(tmp_path: Path) -> None:
    page = page_of(gathered_in(tmp_path))
    assert page.one("numbers").text == "Numbers No guides were found."
    assert page.one("findings").text == "Findings Nothing was looked at."


def test_guides_without_questions_and_without_a_curriculum(tmp_path: Path) -> None:
    bare = "\n".join(
        line for line in NEW.splitlines() if "?" not in line and "Question" not in line
    )
    (tmp_path / "bare.md").write_text(bare, encoding="utf-8")
    page = page_of(gathered_in(tmp_path))
    names = [each.attributes["id"] for each in page.all("section")]
    assert names == ["numbers", "coverage", "findings", "prerequisites"]


def test_guides_of_another_dialect_have_their_questions_counted(tmp_path: Path) -> None:
    (tmp_path / "tea.md").write_text(DIALECT, encoding="utf-8")
    config = '[dialect]\nquestion = "### {n}. {text}"\n'
    (tmp_path / "curriculum.toml").write_text(config, encoding="utf-8")
    page = page_of(gathered_in(tmp_path))
    assert "5 questions" in [each.text for each in page.one("numbers").all("li")]
    assert "5 questions" in page.one("coverage").text


def test_what_is_settled_altogether_says_so(tmp_path: Path) -> None:
    write_kitchens(tmp_path)
    (tmp_path / "old.md").write_text(NEW, encoding="utf-8")
    section = page_of(gathered_in(tmp_path)).one("to_decide")
    assert section.text == "To decide Nothing is left to decide."


def test_what_cannot_be_merged_says_why_and_the_rest_stands(tmp_path: Path) -> None:
    write_kitchens(tmp_path)
    (tmp_path / "old.md").unlink()
    page = page_of(gathered_in(tmp_path))
    assert "could not be merged: old.md: no such file" in page.one("to_decide").text
    assert "duplicate-question" in page.one("findings").text


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    '" onclick="alert(1)" x="',
    "{{ 7 * 7 }} {% raw %}",
    "\x1b[31mred\x07",
    "abc\u202egnirts\u202c",
    "]]> <!-- <svg/onload=alert(1)>",
    "&lt;b&gt; &#x3c;script&#x3e;",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_guide_says_is_shown_and_never_done(tmp_path: Path, text: str) -> None:
    write_kitchens(tmp_path)
    for name in ("old.md", "new.md"):
        guide = (tmp_path / name).read_text("utf-8")
        for word in ("Kitchens", "Heat", "Stoves", "What is hot", "fuel", "Whetstones", "Grit"):
            guide = guide.replace(word, f"{word} {text}")
        (tmp_path / name).write_text(guide, encoding="utf-8")
    (html,) = render_pages(gathered_in(tmp_path), "report.html").values()
    page = read_page(html)
    assert not HARMFUL.search(html)
    assert not list(page.all("script"))
    assert not list(page.all("img"))
    assert len(list(page.all("style"))) == 1
    handlers = {n for each in page.all() for n in each.attributes if n.startswith("on")}
    assert not handlers
    if text.isprintable():
        assert " ".join(text.split()) in page.text


@examples(25)
@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_whatever_a_guide_says_the_page_is_whole(title: str, question: str) -> None:
    guide = parse(Source(f"{title}.md", NEW.replace("Ovens", title).replace("grit", question)))
    report = GuideReport(guide.source, topics=len(guide.topics))
    gathered = Gathered(LintReport((report,)), {guide.path: guide})
    (html,) = render_pages(gathered, "report.html").values()
    assert not HARMFUL.search(html)
    read_page(html)


def test_what_is_too_long_for_one_page_goes_on_on_others(kitchens: Gathered) -> None:
    pages = render_pages(kitchens, "report.html", largest=6_000)
    assert list(pages)[:2] == ["report.html", "report-2.html"]
    read = {name: read_page(html) for name, html in pages.items()}
    whole = page_of(kitchens)
    for page in read.values():
        (contents,) = page.all("nav")
        links = [each.attributes["href"] for each in contents.all("a")]
        for name, _, anchor in (link.partition("#") for link in links):
            if anchor:
                assert read[name].one(anchor).tag == "section"
    parts = [list(page.all("h3")) for page in read.values()]
    together = [each.text for part in parts for each in part]
    assert together == [each.text for each in whole.all("h3")]
    sizes = [len(html) - len(min(pages.values(), key=len)) for html in pages.values()]
    assert len(pages) > 2 or max(sizes) < 6_000


def test_long_lists_and_long_texts_say_what_is_left_out(tmp_path: Path) -> None:
    topics = "".join(
        f"### 1.{n} Topic {n} {'x' * 3000}\n- **Description**: It.\n- See [more](more-{n}.md).\n\n"
        for n in range(1, 400)
    )
    (tmp_path / "long.md").write_text(f"# Long\n\n## 1. One\n\n{topics}", encoding="utf-8")
    (html,) = render_pages(gathered_in(tmp_path), "report.html").values()
    left_out = [each.text for each in read_page(html).all("p", "left-out")]
    assert left_out == ["200 more are left out here; curriculum lint long.md shows all."]
    assert "characters more)" in html
    assert len(html) < 1_500_000
