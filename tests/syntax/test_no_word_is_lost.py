"""Every word that a reader sees of a guide is in what is parsed: told by another library."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.unread import unread_words
from curriculum_tools.versions.version import version_of
from tests.dialects.guides import SAMPLES
from tests.dialects.shared_samples import FAMILIES, shared_samples
from tests.examples import examples
from tests.linting import config, guide
from tests.real_guides import each_real_guide, real_guide
from tests.repository import files_of_each_folder, text_of
from tests.syntax.markdown import guide_like_text
from tests.visible_words import unseen

NOTHING = Counter[str]()


def assert_no_word_is_lost(read: Guide) -> None:
    assert unseen(read) == NOTHING
    assert [*unread_words(version_of(read))] == []


def parsed(text: str) -> Guide:
    return parse(Source("guide.md", text))


@each_real_guide
def test_real_guides(name: str) -> None:
    assert_no_word_is_lost(parse(real_guide(name)))


@files_of_each_folder
@pytest.mark.slow
def test_guides_of_the_repository(paths: Sequence[Path]) -> None:
    for path in paths:
        assert_no_word_is_lost(parsed(text_of(path)))


@pytest.mark.parametrize("name", SAMPLES)
def test_dialects(name: str) -> None:
    sample = SAMPLES[name]
    assert_no_word_is_lost(guide(sample.text, settings=config(sample.toml)))


@pytest.mark.parametrize("family", FAMILIES)
def test_samples_of_dialects(family: str) -> None:
    for sample in shared_samples(family):
        assert_no_word_is_lost(guide(sample.text, settings=config(sample.toml)))


@given(guide_like_text)
@examples(150)
def test_any_layout(text: str) -> None:
    assert_no_word_is_lost(parsed(text))


LINES = st.sampled_from(
    [
        *("see the draft `a.md`", "[two words](a.md)", "`a.md` and `b.md`", "a.md or b.md (late)"),
        *("<a href='a.md'>shown</a> after", "before [`a.md`](../a.md) after", "none", "1.1, n/a"),
        *(
            "Why?",
            "lead words",
            "**bold** word",
            "`code` only",
            "> quoted",
            "- nested",
            "1986. Why?",
        ),
        *(
            "*(Individual file to be created by Ann, e.g., `a.md`, in May)*",
            "n/a",
            "- `a.md`",
            "[a]: b",
        ),
        *("*(Covered in two parts in `a.md`, and fully in `b.md`)*", "(covered in a.md)", "para"),
    ]
)
HEADS = st.sampled_from(
    [
        *("- **Path to detailed notes**: ", "- **Questions**: ", "- **Prerequisites**: "),
        *("- **Description**: ", "- **Interview questions**: ", "- **Other**: ", "- Questions: "),
        *("  - ", "  ", "    ", "    - ", "", "- ", "  1. ", "\n  ", "\n"),
    ]
)
FIELDS = st.lists(st.builds("{}{}\n".format, HEADS, LINES), max_size=8).map("".join)


@given(FIELDS)
@examples(300)
def test_whatever_stands_in_fields(fields: str) -> None:
    assert_no_word_is_lost(parsed(f"# A\n\n## 1. B\n\n### 1.1 C\n{fields}"))


@pytest.mark.parametrize(
    ("value", "path", "remark"),
    [
        ("see the draft `a.md`", "a.md", "see the draft"),
        ("see the draft `a.md` (late)", "a.md", "see the draft late"),
        ("[two words](a.md)", "a.md", "two words"),
        ("[a.md](a.md)", "a.md", None),
        ("[`a.md`](a.md), late", "a.md", "late"),
        ("<a href='a.md'>shown</a> after", "a.md", "shown after"),
        ("draft of a.md", "a.md", "draft of"),
    ],
)
def test_what_stands_around_a_path_is_its_remark(value: str, path: str, remark: str | None) -> None:
    (topic,) = parsed(f"## 1. B\n\n### 1.1 C\n- **Path to detailed notes**: {value}\n").topics
    (notes,) = topic.notes
    assert (notes.path, notes.remark) == (path, remark)


def test_what_hangs_below_a_path_is_a_block() -> None:
    (topic,) = parsed(
        "## 1. B\n\n### 1.1 C\n- **Path to detailed notes**:\n  - `a.md`\n    - late\n"
    ).topics
    assert [block.text for block in topic.fields[0].blocks] == ["- late"]
