"""Strategies for texts: any at all, and such as guides are made of."""

from hypothesis import strategies as st

LINE_ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r"])
ODD_CHARACTERS = (
    "\0\ufeff\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u2028\u2029\u3000\u200b\ud800\udc80\udcff\t\\é汉🎓"
)
any_text = st.text(st.one_of(st.characters(), st.sampled_from(ODD_CHARACTERS)), max_size=80)

_INDENTS = st.sampled_from(["", "", "", "", " ", "  ", "  ", "   ", "    ", "\t", "      ", " \t"])
_MARKERS = st.sampled_from(
    ["", "", "- ", "- ", "* ", "+ ", "1. ", "2) ", "-", "-   ", "-\t", "> ", ">", "- - ", "-     "]
)
_CONTENTS = st.sampled_from(
    [
        "# Title",
        "## 1. Chapter",
        "## Chapter 2: More",
        "## Plain",
        "### 1.1 Topic",
        "### 1. Topic",
        "### Topic",
        "#### 1.2 Deeper",
        "### ",
        "### 1.3 Closed ###",
        "Underlined\n===",
        "Underlined\n---",
        "1.4 Underlined\n--",
        "**Description**: What it is.",
        "**Description:** What\n  it is.",
        "**DESCRIPTION** what",
        "**Path to detailed notes**: `notes/a.md`",
        "**Path to detailed notes**: `a.md` (see also `b()`), `c.md` and `d.md`",
        "**Path to detailed notes**: [a](a.md)",
        "**Path to detailed notes**: a/b.md",
        "*(Individual file to be created, e.g., `a.md`)*",
        "*(Covered in `a.md`)*",
        "**Questions**:",
        "**Questions**:\\",
        "__questions__",
        "**Questions**: Why?",
        "**Prerequisites**: 1.1, [Topic](#topic); `x`.",
        "**Hint**: unknown",
        "**Bold** words",
        "What is it?",
        "A long question\nthat goes on?",
        "```python",
        "```",
        "~~~",
        "    code",
        "> quoted",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "<!-- comment -->",
        "<!-- curriculum-disable x -->",
        "<!-- a comment",
        "that ends -->",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "[label]: target.md",
        "[label]: <t> 'title'",
        "***",
        "---",
        "- - -",
        "text `code` [link](x.md) \\",
        "",
        "",
        "a: b",
        "...",
    ]
)
_lines = st.builds(
    lambda indent, marker, content, odd, end: f"{indent}{marker}{content}{odd}{end}",
    _INDENTS,
    _MARKERS,
    _CONTENTS,
    st.sampled_from(["", "", "", "", "", "  ", "\t", "\xa0", "\x0c", "\u2028x"]),
    LINE_ENDS,
)
_odd_lines = st.builds(lambda text, end: text + end, any_text, LINE_ENDS)
_deep_list = st.integers(1, 30).map(
    lambda depth: "".join("  " * level + "- deep\n" for level in range(depth))
)
guide_like_text = st.lists(
    st.one_of(_lines, _lines, _lines, _lines, _odd_lines, _deep_list), max_size=25
).map("".join)
