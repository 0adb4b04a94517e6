"""The formats of an index: each is what the tool that reads it takes, whatever a title holds."""

import json
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.output.formats import INDEX
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.versions.index import Index, IndexChapter, IndexNotes, IndexTopic, NotesFile
from tests.indexing import index
from tests.schemas import validate

GUIDE = """\
    # Databases and SQL

    ## 1. Storage

    ### 1.1 Tables
    - **Path to detailed notes**: `notes/sql/tables.md`
    - **Questions**:
      - What is a row?

    ### 1.2 Indexes
    - **Path to detailed notes**: `notes/sql/indexes.md`

    ### 1.3 Locks
    - *(Individual file to be created, e.g., `notes/locks.md`)*

    ## 2. Use

    ### 2.1 Overview
    - **Path to detailed notes**: `notes/overview.md`

    ### 2.2 Queries
    - *(Covered in `notes/sql/tables.md`)*

    ### 2.3 Plans
    - **Description**: How a query is run.
"""
FILES = ("notes/sql/tables.md", "notes/overview.md")

HOSTILE = [
    "a: b", "a # b", "# a", "- a", "1. a", "? a", "yes", "null", "1.1", "~", "!tag", "&a", "*b*",
    "%x", "@x", "`c`", "a | b", "> a", "{a: b}", "[x](y)", "![x](y)", "a] b", "a\\", "'q' \"d\"",
    "<script>alert(1)</script>", "List<int> & more", "&lt;b&gt;", "~~x~~", "C #", "C ##", "$x$",
    "::error::x", "##[error]x", "\u202eabc", "\x1b[2K", "e\u0301 é 漢字 🎉", "---", "x" * 2000,
    "<!-- x", "https://a.example/b", "_a_ __b__", "\u2028x", "a\ttab",
]  # fmt: skip

one_line = st.text(st.characters(codec="utf-8", exclude_characters="\r\n")).filter(
    lambda text: text == " ".join(text.split()) and text
)


def text_of(name: str, made: Index) -> str:
    return "".join(INDEX[name].render(made, Style()))


def titled(title: str, page: str = "a.md") -> Index:
    """Give an index whose guide, chapter and only topic have one title."""
    notes = IndexNotes(f"notes/{page}", NotesStatus.WRITTEN, NotesFile(f"notes/{page}", page))
    topic = IndexTopic("1.1", title, 2, (notes,), ())
    return Index(title, (IndexChapter("1", title, (topic,)),), "notes", (page,))


def test_a_page_to_read() -> None:
    assert text_of("markdown", index(GUIDE, files=FILES)) == snapshot("""\
# Databases and SQL

6 topics: 3 with notes of their own, 1 covered elsewhere, 1 with notes planned, 1 without notes. The notes of 1 topic are not there.

| Chapter | Topics | Written | Covered | Planned | None | Not found |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| 1. Storage | 3 | 2 | 0 | 1 | 0 | 1 |
| 2. Use | 3 | 1 | 1 | 0 | 1 | 0 |
| **All** | 6 | 3 | 1 | 1 | 1 | 1 |

## 1. Storage

| | Topic | Questions | Notes |
| ---: | --- | ---: | --- |
| 1.1 | [Tables](notes/sql/tables.md) | 1 | written |
| 1.2 | Indexes | 0 | written, but not found: notes/sql/indexes.md |
| 1.3 | Locks | 0 | planned |

## 2. Use

| | Topic | Questions | Notes |
| ---: | --- | ---: | --- |
| 2.1 | [Overview](notes/overview.md) | 0 | written |
| 2.2 | [Queries](notes/sql/tables.md) | 0 | covered elsewhere |
| 2.3 | Plans | 0 | – |
""")


def test_the_navigation_for_mkdocs() -> None:
    assert text_of("mkdocs", index(GUIDE, files=FILES)) == snapshot("""\
# docs_dir: notes
nav:
  - "1. Storage":
      - "1.1 Tables": "sql/tables.md"
  - "2. Use":
      - "2.1 Overview": "overview.md"
""")


def test_the_summary_of_mdbook() -> None:
    assert text_of("mdbook", index(GUIDE, files=FILES)) == snapshot("""\
# Summary

# 1. Storage

- [1.1 Tables](sql/tables.md)
- [1.2 Indexes]()
- [1.3 Locks]()

# 2. Use

- [2.1 Overview](overview.md)
""")


def test_the_meta_files_of_fumadocs() -> None:
    found = validate("fumadocs", text_of("fumadocs", index(GUIDE, files=FILES)))
    assert found == snapshot(
        {
            "meta.json": {"title": "Databases and SQL", "pages": ["sql", "overview"]},
            "sql/meta.json": {"title": "SQL", "pages": ["tables"]},
        }
    )


def test_json_is_what_its_schema_says() -> None:
    found = validate("index", text_of("json", index(GUIDE, files=FILES)))
    assert found["coverage"] == snapshot(
        {"topics": 6, "written": 3, "planned": 1, "covered": 1, "none": 1, "not_found": 1}
    )
    assert found["chapters"][1]["topics"][1] == snapshot(
        {
            "number": "2.2",
            "title": "Queries",
            "questions": 0,
            "notes": [{"path": "notes/sql/tables.md", "status": "covered", "found": True}],
            "from": [{"path": "1.md", "number": "2.2", "line": 21}],
        }
    )


@pytest.mark.parametrize("name", INDEX)
def test_an_empty_guide_has_an_empty_index(name: str) -> None:
    assert text_of(name, index("Nothing.\n"))


@pytest.mark.parametrize("title", HOSTILE)
def test_any_title_reads_back(title: str) -> None:
    check_titles(title)


@given(one_line)
def test_any_title_at_all_reads_back(title: str) -> None:
    check_titles(title)


def check_titles(title: str) -> None:
    made = titled(title)
    shown = sanitize(title)
    chapter, topic = sanitize(f"1. {title}"), sanitize(f"1.1 {title}")
    assert nav(made) == [{chapter: [{topic: "a.md"}]}]
    assert summary(made) == [("part", chapter), ("a.md", topic)]
    page = text_of("markdown", made)
    assert visible(page)[0] == shown
    assert visible(page)[-3:] == [shown, "2", "written"]
    for name in INDEX:
        lines = text_of(name, made).splitlines()
        assert not any(line.lstrip().startswith("::") for line in lines)


def nav(made: Index) -> Any:
    """Read the navigation of MkDocs as it does, and its titles as a browser does."""

    def shown(value: Any) -> Any:
        if isinstance(value, list):
            return [shown(item) for item in value]
        return (
            {unescape(key): shown(v) for key, v in value.items()}
            if isinstance(value, dict)
            else value
        )

    return shown(yaml.safe_load(text_of("mkdocs", made))["nav"])


def summary(made: Index) -> list[tuple[str, str]]:
    """Read a SUMMARY.md by the rules of mdBook: parts, links by where they lead, nothing else."""
    tokens = MarkdownIt("commonmark").parse(text_of("mdbook", made))
    block = [t.type for t in tokens if t.type.endswith("_open") or t.type == "inline"]
    assert set(block) <= {
        "heading_open", "bullet_list_open", "list_item_open", "paragraph_open", "inline",
    }  # fmt: skip
    found = []
    for before, token in pairwise(tokens):
        if token.type != "inline":
            continue
        children = token.children or []
        text = "".join(child.content for child in children)
        if before.type == "heading_open":
            assert before.tag == "h1"
            found.append(("part", text))
        else:
            kinds = [child.type for child in children]
            assert (kinds[0], kinds[-1]) == ("link_open", "link_close")
            assert "link_open" not in kinds[1:]
            found.append((str(children[0].attrGet("href")), text))
    assert found[0] == ("part", "Summary")
    return found[1:]


def visible(page: str) -> list[str]:
    """Give the texts that a page shows, heading by heading and cell by cell."""
    tokens = MarkdownIt("commonmark").enable("table").parse(page)
    return [
        "".join(child.content for child in token.children or [])
        for token in tokens
        if token.type == "inline"
    ]


@pytest.mark.parametrize("page", ["a b.md", "a(b).md", "<a>.md", "a&amp;b.md", "a\\b.md", "ä.md"])
def test_any_page_can_be_linked(page: str) -> None:
    made = titled("T", page)
    assert nav(made) == [{"1. T": [{"1.1 T": page}]}]
    ((href, _title),) = summary(made)[1:]
    assert MarkdownIt().normalizeLinkText(href) == page


def test_drafts_of_mdbook_lead_nowhere_and_no_page_stands_twice() -> None:
    twice = GUIDE.replace("notes/sql/indexes.md", "notes/overview.md")
    links = [href for href, _title in summary(index(twice, files=FILES))]
    assert links == ["part", "sql/tables.md", "overview.md", ""]
    assert list(INDEX["mdbook"].remarks(index(twice, files=FILES))) == [
        "1 topic left out: an earlier topic has the same page"
    ]


def test_pages_of_fumadocs_that_no_topic_names_are_not_hidden() -> None:
    files = (
        *FILES,
        "notes/sql/more.mdx",
        "notes/other/x.md",
        "notes/index.mdx",
        "notes/sql/index.mdx",
    )
    found = json.loads(text_of("fumadocs", index(GUIDE, files=files)))
    assert {path: meta["pages"] for path, meta in found.items()} == {
        "meta.json": ["index", "sql", "overview", "..."],
        "sql/meta.json": ["tables", "..."],
    }


def test_a_page_beside_a_folder_of_its_name_is_told_from_it() -> None:
    text = GUIDE.replace("notes/overview.md", "notes/sql.md")
    found = json.loads(
        text_of("fumadocs", index(text, files=("notes/sql/tables.md", "notes/sql.md")))
    )
    assert found["meta.json"]["pages"] == ["sql", "sql.md"]
