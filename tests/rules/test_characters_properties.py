"""What holds for the rules about characters and front matter whatever the text is."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.engine.rule import Group
from curriculum_tools.model.content import Block
from curriculum_tools.model.finding import Finding
from curriculum_tools.rules import ALL
from tests.examples import tried
from tests.linting import guide, lint

GROUPS = {Group.CHARACTERS, Group.FRONT_MATTER, Group.SUPPRESSIONS}
RULES = [rule for rule in ALL if rule.group in GROUPS]
BY_ID = {rule.id: rule for rule in RULES}

PARTS = st.sampled_from(
    [
        *("\n", "\n", "\n\n", "\r\n", "\r", " ", "  ", "\t", "    "),
        *("a", "word", "`", "```", "~~~", "> ", "- ", "* ", "1. ", "# ", "## 1. A", "### 1.1 B"),
        *("\\", '\\"', "\\'", '"', "'", "“", "’", "(", "[a](b ", ")", "===", "---"),
        *(
            "- **Questions**:",
            "- **Description**: ",
            "- **Path to detailed notes**: ",
            "<b>",
            "<!--",
        ),
        *("-->", "<<<<<<< a", "=======", ">>>>>>> b", "\ufeff", "\0", "\u202e", "\u200f", "\u2028"),
        *(
            "\udcff",
            "\udcfe",
            "\udce9",
            "א",
            "curriculum-disable-next-line",
            "title: x",
            "&a",
            "*a",
        ),
    ]
)
MARKDOWN = st.lists(PARTS, max_size=40).map("".join)

INDENTS = st.sampled_from(["  ", "  ", "   ", "    ", "     ", "\t", " "])
HANGING = st.sampled_from(
    ["- What is it?", "1. What is it?", "and more of it", "", "  - a hint", "  more", "      code"]
)
QUESTION_LISTS = st.lists(st.tuples(INDENTS, st.lists(HANGING, max_size=6)), min_size=2, max_size=5)


def safe(findings: tuple[Finding, ...]) -> list[Finding]:
    return [finding for finding in findings if finding.fix and finding.fix.safe]


def rendered(text: str) -> str:
    """Render a text as HTML, with one space for each run of blanks, and none before a tag."""
    html = MarkdownIt("commonmark").enable("table").render(text)
    return " ".join(html.split()).replace(" <", "<")


@given(st.one_of(st.text(), MARKDOWN))
def test_no_text_raises_and_every_span_lies_in_the_text(text: str) -> None:
    for finding in lint(text, RULES):
        spans = [finding.span, *(related.span for related in finding.related)]
        spans += [edit.span for edit in finding.fix.edits] if finding.fix else []
        assert all(0 <= span.start <= span.end <= len(text) for span in spans)
        assert finding.message.isprintable()


@given(MARKDOWN)
def test_a_safe_fix_mends_what_it_is_for(text: str) -> None:
    findings = lint(text, RULES)
    for finding in safe(findings):
        assert finding.fix
        rule = [BY_ID[finding.rule]]
        assert len(lint(apply_fixes(text, [finding.fix]), rule)) < len(lint(text, rule))


def outline(text: str) -> list[object]:
    """Return what the topics of a guide say, without places."""
    return [
        (
            [(each.name, each.values, outlined_blocks(each.blocks)) for each in topic.fields],
            [(question.text, outlined_blocks(question.blocks)) for question in topic.questions],
            outlined_blocks(topic.free_blocks),
        )
        for topic in guide(text).topics
    ]


def outlined_blocks(blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in blocks]


@given(QUESTION_LISTS, st.sampled_from(["", "- **Description**: Last.\n", "  after\n"]))
def test_a_list_that_is_moved_says_the_same(lists: list[tuple[str, list[str]]], after: str) -> None:
    text = "# Guide\n\n## 1. Chapter\n"
    for number, (indent, lines) in enumerate(lists, 1):
        listed = "".join(f"{indent}{line}\n" for line in ["- Why?", *lines])
        text += f"\n### 1.{number} Topic\n- **Questions**:\n{listed}{after}"
    for finding in safe(lint(text, [BY_ID["inconsistent-indent"]])):
        assert finding.fix
        assert outline(apply_fixes(text, [finding.fix])) == outline(text)


@given(MARKDOWN)
def test_blanks_that_are_removed_were_not_seen(text: str) -> None:
    text = re.sub(r"\r\n?|[\0\ufeff<]|[\udc80-\udcff]", "\n", text)
    fixes = [found.fix for found in safe(lint(text, [BY_ID["trailing-whitespace"]])) if found.fix]
    assert rendered(apply_fixes(text, fixes)) == rendered(text)


@given(MARKDOWN)
def test_a_backslash_that_is_removed_escaped_nothing(text: str) -> None:
    text = re.sub(r"\r\n?|[\0\ufeff<]|[\udc80-\udcff]", "\n", text)
    text = re.sub(r"\\[ \t]+\n", "\\\n", text)  # markdown-it sees no hard break in `\  `
    fixes = [found.fix for found in safe(lint(text, [BY_ID["stray-backslash"]])) if found.fix]
    before, after = rendered(text), rendered(apply_fixes(text, fixes))
    assert re.sub(r"[\s\\]", "", after) == re.sub(r"[\s\\]", "", before)


@pytest.mark.parametrize(
    "part", ["\\", '\\"', " ", "\t\n", " x", "> ", '](a "', "```\n", "- ~~~\n", "<<<<<<<\n", "’'"]
)
def test_a_large_text_is_read_in_proportion_to_its_size(part: str) -> None:
    """Quadratic reading would outlast anybody's patience here."""
    text = f"# Title\n\n{part * (tried(60_000, 20_000) // len(part))}x"
    lint(text, RULES, toml='[severity]\nmixed-quotes = "info"\n')
