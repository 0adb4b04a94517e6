import tomllib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_tools.syntax.json_schema import KeyPath
from curriculum_tools.syntax.toml_lines import TomlLines

FRAGMENTS = [
    "plain-{n} = 1",
    '"quoted \\" [{n}]" = "a # no comment, = [ and {{ ]"',
    "'literal # {n}' = 'a \\'",
    "dotted{n}.inner.'most' = true",
    "spaced{n} . inner = 1979-05-27 07:32:00",
    "number{n} = 3.14e+2 # comment = [",
    "empty{n} = []",
    'list{n} = [ "a", \'b\', 1.5,\n  [1, 2],  # ]\n\n  3,\n]',
    'inline{n} = {{ a = 1, b.c = [ {{ d = "}}" }} ], "e f" = {{}} }}',
    'long{n} = """\nkey = 1\n[header]\n"two" ""quotes\\""""',
    "long-literal{n} = '''\n\"\"\" # key = 2\n'''",
    "[table-{n}]\nkey = 1\n  indented = 2",
    "[ table{n} . 'in ner' ]\nkey = 1",
    "[[items{n}]]\nkey = 1\n[[items{n}]]\n[items{n}.sub]\nkey = 1\n[[items{n}.deep]]",
    "[[nested{n}]]\n[[nested{n}.deep]]\nkey = 1\n[[nested{n}.deep]]\n[nested{n}.deep.sub]",
    "# nothing\n",
]  # fmt: skip


def paths(value: object, path: KeyPath = ()) -> Iterator[KeyPath]:
    if path:
        yield path
    entries = (
        enumerate(value)
        if isinstance(value, list)
        else value.items()
        if isinstance(value, dict)
        else ()
    )
    for key, inner in entries:
        yield from paths(inner, (*path, key))


@settings(max_examples=50)
@given(st.lists(st.sampled_from(FRAGMENTS), max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_each_key_of_a_text_has_a_line_that_holds_it(fragments: list[str], end: str) -> None:
    text = "\n".join(fragment.format(n=n) for n, fragment in enumerate(fragments))
    text = text.replace("\n", end)
    for path in paths(tomllib.loads(text)):
        line = TomlLines(text).line_of(path)
        assert line
        if isinstance(path[-1], str):
            written = text.splitlines()[line - 1].replace("\\", "")
            assert path[-1].replace("\\", "") in written


TEXT = """\
# ignore = ["numbering"]
include = [
  "a.md", # ]
  "b.md",
]
[severity]
similar-title = "error"
[[curriculum]]
versions = ["a.md"]

[[curriculum]]
version = []
[long]
text = \"\"\"
include = []
\"\"\"
lists = [
  [1],
  [2,
   3]
]
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("include",), 2),
        (("include", 0), 3),
        (("include", 1), 4),
        (("severity",), 6),
        (("severity", "similar-title"), 7),
        (("curriculum",), 8),
        (("curriculum", 1), 11),
        (("curriculum", 1, "version"), 12),
        (("long", "text"), 14),
        (("long", "lists", 1), 19),
        (("ignore",), None),
        (("similar-title",), None),
    ],
)
def test_the_usual_forms(path: KeyPath, line: int | None) -> None:
    assert TomlLines(TEXT).line_of(path) == line
