import tomllib
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.store.toml_lines import KeyPath, key_lines, line_of

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


def paths(value: object, keys: KeyPath = ()) -> Iterator[KeyPath]:
    if keys:
        yield keys
    entries = (
        enumerate(value)
        if isinstance(value, list)
        else value.items()
        if isinstance(value, dict)
        else ()
    )
    for key, inner in entries:
        yield from paths(inner, (*keys, key))


@given(st.lists(st.sampled_from(FRAGMENTS), max_size=6), st.sampled_from(["\n", "\r\n"]))
def test_each_key_of_a_text_has_a_line_that_holds_it(fragments: list[str], end: str) -> None:
    text = "\n".join(fragment.format(n=n) for n, fragment in enumerate(fragments))
    text = text.replace("\n", end)
    lines = key_lines(text)
    assert set(lines) == set(paths(tomllib.loads(text)))
    for keys, line in lines.items():
        if isinstance(keys[-1], str):
            written = text.splitlines()[line - 1].replace("\\", "")
            assert keys[-1].replace("\\", "") in written


@given(st.text(alphabet="a=[]{}\"'.,#\n\\ 1") | st.text())
def test_a_text_that_is_no_toml_has_no_lines_rather_than_a_crash(text: str) -> None:
    key_lines(text)


def test_the_usual_forms() -> None:
    text = (
        '# ignore = ["numbering"]\n'
        'include = [\n  "a.md",\n  "b.md",\n]\n'
        '[severity]\nsimilar-title = "error"\n'
        '[[curriculum]]\nversions = ["a.md"]\n\n[[curriculum]]\nversion = []\n'
    )
    assert line_of(text, ("include",)) == 2
    assert line_of(text, ("include", 1)) == 4
    assert line_of(text, ("severity", "similar-title")) == 7
    assert line_of(text, ("curriculum", 1)) == 11
    assert line_of(text, ("curriculum", 1, "version")) == 12
    assert line_of(text, ("ignore",)) is None
    assert line_of(text, ("similar-title",)) is None
