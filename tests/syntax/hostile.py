"""Texts that are made to take long."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

TOPIC = "# Title\n\n## 1. Chapter\n\n### 1.1 Topic\n"
NOTES = f"{TOPIC}- **Path to detailed notes**: "
BOMB = "a: &a [x, x]\n" + "".join(
    f"{name}: &{name} [*{before}, *{before}]\n"
    for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)


class Hostile(NamedTuple):
    """A kind of text, made to a size in code points, and the size that bench/ measures."""

    text: Callable[[int], str]
    size: int


def _repeated(unit: str, head: str = "", tail: str = "", size: int = 1_000_000) -> Hostile:
    return Hostile(lambda size: head + unit * (size // len(unit)) + tail, size)


def _long(unit: str, head: str = "", tail: str = "") -> Hostile:
    return _repeated(unit, head, tail, 10_000_000)


def _front_matter(unit: str, head: str = "a: ") -> Hostile:
    return _repeated(unit, f"---\n{head}", "\n---\n# Title\n", 60_000)


def _fixed(text: str) -> Hostile:
    return Hostile(lambda _size: text, len(text))


def _binary(size: int) -> str:
    return Random(0).randbytes(size).decode("utf-8", "surrogateescape")


def _nested_lists(size: int) -> str:
    return _deep_list(int(size**0.5), "")


def _deep_list(depth: int, text: str) -> str:
    return "".join(f"{'  ' * level}- level {level}\n" for level in range(depth)) + text


def _wide_table(size: int) -> str:
    return f"{'a|' * (size // 4)}\n{'-|' * (size // 4)}\n"


CASES: dict[str, Hostile] = {
    "nothing": _fixed(""),
    "binary": Hostile(_binary, 10_000_000),
    "NUL bytes": _long("\0"),
    "one long line": _long("word "),
    "one long word": _long("x"),
    "blank line": _long(" "),
    "tabs": _long("\t"),
    "empty lines": _repeated("\n"),
    "carriage returns": _repeated("\r"),
    "list marks": _long("- "),
    "mixed list marks": _long("* - + "),
    "numbers": _long("1. "),
    "quote marks": _long(">"),
    "quoted lists": _long("> - "),
    "quotes of quotes": _repeated(">" * 50 + " a\n"),
    "back-ticks": _long("`"),
    "code spans": _long("` `` ``` "),
    "brackets": _long("["),
    "link heads": _long("[a]("),
    "link with blanks": _long(" ", f"{TOPIC}[a](", "x"),
    "escaped brackets": _long("\\[", "[a](b) "),
    "definitions": _repeated("[a]: b\n"),
    "label over lines": _repeated("a\n", "[", "]: b"),
    "link title over lines": _repeated("a\n", '[a]: b "', '"'),
    "link target": _long("a", "[a]: ", "\n"),
    "asterisks": _long("*"),
    "bold blanks": _long(" ", f"{TOPIC}- **", "x"),
    "unclosed bold": _long("a ", f"{TOPIC}- **"),
    "headings": _repeated("# a\n"),
    "empty headings": _repeated("#\n"),
    "topics": _repeated("### 1.1 T\n- **Questions**:\n  - Q?\n"),
    "deeper topics": _repeated("#### 1.1 T\n- a\n", "## 1. Chapter\n"),
    "setext headings": _repeated("a\n-\n"),
    "questions": _repeated("  - Why?\n", f"{TOPIC}- **Questions**:\n"),
    "questions further left": _repeated("  - Why?\n", f"{TOPIC}-   **Questions**:\n"),
    "questions between comments": _repeated(
        "<!-- a\nb -->\n  - Why?\n", f"{TOPIC}- **Questions**:\n"
    ),
    "fields": _repeated("- **Questions**: Why?\n", TOPIC),
    "lines of a paragraph": _repeated("line\n"),
    "lines of a field": _repeated("line\n", f"{TOPIC}**Description**: "),
    "fields of a paragraph": _repeated("**Description**: a\n", TOPIC),
    "nested lists": Hostile(_nested_lists, 4_000_000),
    "deep lists": _repeated(_deep_list(30, "\n")),
    "deep lists apart": _repeated(_deep_list(30, "\ntext\n\n")),
    "comment lines": _repeated("<!-- a -->\n"),
    "long comment": _long("- ", "<!--", "-->"),
    "unclosed comment": _long("- ", "<!--"),
    "unclosed comments": _repeated("<!--\n"),
    "unclosed comments apart": _repeated("<!-- a\n\n- "),
    "comments over lines": _repeated("<!--\n-->\n"),
    "comments in lists": _repeated("- <!--\n  -->\n"),
    "HTML tags": _long("<a "),
    "HTML attributes": _long(" a=b", "<a"),
    "HTML blocks": _repeated("<div>\n\n"),
    "fences": _repeated("```\n"),
    "unclosed fences": _repeated("- ```\n"),
    "table rows": _repeated("|a|b|\n", "|a|b|\n|-|-|\n"),
    "table columns": _long("a|", "", "\n"),
    "wide table": Hostile(_wide_table, 1_000_000),
    "thematic breaks": _repeated("---\n"),
    "almost a break": _long("- ", "", "x"),
    "breaks of blanks": _repeated("-     \n"),
    "notes in one word": _long("x", NOTES),
    "notes in many": _repeated("a.md ", NOTES),
    "notes with blanks": _long(" ", f"{NOTES}`a.md`", "x `b.md`"),
    "notes with anchors": _long(".a#", f"{NOTES}`a.md` `", " b`"),
    "notes in code": _repeated("`a.md` ", NOTES),
    "covered": _long(" in", f"{TOPIC}- *(Covered"),
    "prerequisites": _repeated("1.1, ", f"{TOPIC}- **Prerequisites**: "),
    "number of a topic": _long("1.", "### "),
    "digits": _long("1", "### 1."),
    "front matter never closed": _long("a: b\n", "---\n"),
    "long front matter": _front_matter("k: v\n", ""),
    "front matter of brackets": _front_matter("["),
    "front matter of mappings": _front_matter("{a: "),
    "front matter of keys": _front_matter("? ", ""),
    "front matter of anchors": _front_matter("&a "),
    "front matter of dashes": _front_matter("---\n", ""),
    "aliases": _fixed(f"---\n{BOMB}---\n# Title\n"),
    "recursive alias": _fixed("---\na: &a [*a]\n---\n# Title\n"),
    "alias of the root": _fixed("---\n&a {b: *a}\n---\n# Title\n"),
    "Python object": _fixed("---\na: !!python/object/apply:os.system [ls]\n---\n"),
    "code point out of range": _fixed('---\na: "\\UFFFFFFFF"\n---\n'),
    "version out of range": _fixed(f"---\n%YAML 1.{'9' * 5000}\n---\n"),
}
