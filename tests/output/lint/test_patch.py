"""Unified diffs as git writes them."""

import pytest
from inline_snapshot import snapshot

from curriculum_tools.output.lint.patch import patch


def patched(before: str, after: str, path: str = "guides/a.md") -> str:
    return "".join(patch(path, before, after))


def test_a_change_with_its_surroundings() -> None:
    lines = [f"line {number}\n" for number in range(1, 9)]
    changed = [*lines[:4], "new\n", *lines[5:]]
    assert patched("".join(lines), "".join(changed)) == snapshot("""\
--- a/guides/a.md
+++ b/guides/a.md
@@ -2,7 +2,7 @@
 line 2
 line 3
 line 4
-line 5
+new
 line 6
 line 7
 line 8
""")


def test_a_missing_line_end_is_shown() -> None:
    assert patched("one\ntwo", "one\ntwo\n") == snapshot("""\
--- a/guides/a.md
+++ b/guides/a.md
@@ -1,2 +1,2 @@
 one
-two
\\ No newline at end of file
+two
""")


def test_only_line_feeds_end_a_line() -> None:
    lines = patched("a\r\nb\x0cc\u2028d\re\n", "a\nb\x0cc\u2028d\re\n").split("\n")
    assert lines[3:] == ["-a\r", "+a", " b\x0cc\u2028d\re", ""]


def test_equal_texts_have_no_diff() -> None:
    assert patched("a\n", "a\n") == ""


@pytest.mark.parametrize(
    ("path", "named"),
    [
        ("a.md", "a/a.md"),
        ("/tmp/a.md", "a/tmp/a.md"),
        ("with space.md", "a/with space.md\t"),
        ("ü x.md", r'"a/\303\274 x.md"'),
        ('"\\\t.md', r'"a/\"\\\t.md"'),
        ("\udcff.md", r'"a/\377.md"'),
        ("\x01\n.md", r'"a/\001\n.md"'),
    ],
)
def test_names_are_quoted_as_git_does(path: str, named: str) -> None:
    assert patched("a\n", "b\n", path).splitlines()[0] == f"--- {named}"
