"""Duplicates in the guides that a command names, and pairs that a file gives."""

from pathlib import Path

import pytest

from curriculum_tools.app.duplicates import duplicates, judge_pairs
from curriculum_tools.likeness import Verdict
from curriculum_tools.model.errors import ConfigError, CurriculumError
from tests.app.on_disk import curriculum, guide, write


@pytest.fixture(autouse=True)
def folder(here: Path) -> Path:
    write({"old.md": guide("Tables", "Locks"), "new.md": guide("Tables", "Views")})
    return here


def pairs(*paths: str, config: str | None = None) -> list[tuple[str, str]]:
    """Return where each pair stands."""
    found, errors = duplicates(paths, config, Verdict.LIKELY, None)
    assert errors == []
    path_of = [placed.guide.path for placed in found.questions]
    return [(path_of[pair.a], path_of[pair.b]) for pair in found.pairs]


ACROSS = [("new.md", "old.md")]


def test_in_and_across_guides() -> None:
    assert pairs() == pairs("new.md", "old.md") == ACROSS
    assert pairs("old.md") == []


def test_versions_of_one_curriculum_repeat_each_other_on_purpose() -> None:
    write({"curriculum.toml": curriculum("old.md", "new.md")})
    assert pairs() == []
    assert pairs("old.md", "new.md") == ACROSS
    write({"curriculum.toml": curriculum("old.md", output="new.md")})
    assert pairs() == []
    write({"curriculum.toml": curriculum("old.md") + curriculum("new.md")})
    assert pairs() == ACROSS
    write({"new.md": guide("Tables", "Tables"), "curriculum.toml": curriculum("old.md", "new.md")})
    assert pairs() == [("new.md", "new.md")]


def test_a_stale_ruling_is_told_only_where_all_guides_were_looked_at() -> None:
    ruling = "different-questions: [{questions: [gone, gone too], reason: they went}]\n"
    write({"curriculum.decisions.yaml": ruling})
    for paths, stale in [((), 1), (("old.md",), 0)]:
        found, _ = duplicates(paths, None, Verdict.LIKELY, None)
        assert len(found.stale_rulings) == stale


def test_what_cannot_be_read_stands_beside_the_rest() -> None:
    found, errors = duplicates(("lost.md", "old.md", "new.md"), None, Verdict.LIKELY, None)
    assert len(found.pairs) == 1
    assert [str(error) for error in errors] == ["lost.md: no such file or folder"]


def test_given_pairs_come_back_in_their_order() -> None:
    write({"pairs": '{"a": "What is a row?", "b": "Bake."}\n\n{"a": "Why?", "b": "Why"}\n'})
    judgements, model = judge_pairs("pairs", [], None)
    assert model is None
    verdicts = [judgement.verdict for judgement in judgements]
    assert verdicts == [Verdict.DIFFERENT, Verdict.SAME]


@pytest.mark.parametrize("line", ["no json", "[]", '{"a": "x"}', '{"a": "x", "b": 1}', "[" * 9999])
def test_a_line_that_is_no_pair(line: str) -> None:
    write({"pairs": f'{{"a": "x", "b": "y"}}\n{line}\n'})
    with pytest.raises(ConfigError, match=r"^pairs:2: "):
        judge_pairs("pairs", [], None)


def test_words_are_weighed_by_all_guides_that_are_named() -> None:
    write({"pairs": '{"a": "x", "b": "y"}\n'})
    with pytest.raises(CurriculumError, match=r"lost\.md"):
        judge_pairs("pairs", ["lost.md", "old.md"], None)
