"""Plain words are read as click reads them, and what is not plain is left to click."""

from unittest import mock

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.cli.lint import command
from curriculum_tools.cli.lint_options import OPTIONS
from curriculum_tools.cli.plain_words import read_plain_words
from tests.examples import examples

FLAGS = [flag for option in OPTIONS for flag in option.flags]
VALUES = [
    "a.md",
    "a,b",
    "json",
    "text",
    "error",
    "always",
    "1",
    "0",
    "-1",
    "+2",
    "٣",
    "x=1",
    "",
    "-",
]
EDGES = [
    "--",
    "-h",
    "--help",
    "--fi",
    "-vq",
    "-vv",
    "-x",
    "--no-such",
    "-v=1",
    "--fix=1",
    "---",
    "=",
]

words = st.lists(
    st.one_of(
        st.sampled_from(FLAGS),
        st.sampled_from(VALUES),
        st.sampled_from(EDGES),
        st.builds("{}={}".format, st.sampled_from(FLAGS), st.sampled_from(VALUES)),
        st.text(st.characters(exclude_characters="\0"), max_size=4),
    ),
    max_size=8,
)


def by_click(given_words: list[str]) -> dict[str, object] | None:
    try:
        return command.make_context("lint", list(given_words)).params
    except (click.ClickException, click.exceptions.Exit):
        return None


@given(words)
@examples(1000)
def test_what_is_read_is_what_click_reads(given_words: list[str]) -> None:
    with mock.patch("click.echo"):
        expected = by_click(given_words)
    assert read_plain_words(given_words, OPTIONS) in (None, expected)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "guides a.md -",
        "-q --output-format json guides",
        "--select=numbering,notes --ignore x --ignore=y -- --a.md -b.md",
        "--jobs 2 -v -v --fix --config c.toml --config fields.required=[]",
    ],
)
def test_usual_words_need_no_click(line: str) -> None:
    read = read_plain_words(line.split(), OPTIONS)
    assert read is not None
    assert read == by_click(line.split())


@pytest.mark.parametrize("line", ["--help", "-vq", "--jobs 0", "--output-format x", "--selec a"])
def test_what_is_not_plain_is_left_to_click(line: str) -> None:
    assert read_plain_words(line.split(), OPTIONS) is None


def test_completion_is_left_to_click(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("_CURRICULUM_COMPLETE", "bash_complete")
    assert read_plain_words([], OPTIONS) is None
