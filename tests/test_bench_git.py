"""The benchmarks of merging run, on a repository made for it, and count what there is."""

from pathlib import Path

import pytest

from bench.git.replay import Figures, cases_of, replay
from bench.git.simulate import GUIDES, cases
from curriculum_tools.store.config import Configs
from tests.merging_clone import GUIDE, MergingClone


def test_a_merge_of_people_is_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    clone = MergingClone(tmp_path)
    clone.git("config", "--unset", "merge.curriculum.driver")
    ours, theirs = (f"{GUIDE}  - What is {each}?\n" for each in ("an outer join", "a self join"))
    clone.branches(ours, theirs)
    clone.git("merge", "feature", fails=True)
    clone.commit("Merge", **{"g.md": f"{ours}  - What is a self join?\n"})
    monkeypatch.chdir(tmp_path)
    figures = Figures()
    for case in cases_of(str(tmp_path)):
        replay(case, figures, Configs())
    wanted = {"files": 1, "git conflicts": 1, "solved": 1, "solved as people did": 1}
    assert {what: count for what, count in figures.counts.items() if count} == wanted


def test_branches_are_the_same_for_the_same_seed() -> None:
    guide = GUIDES / "core.md"
    first, second = (list(cases(guide, 2)) for _ in range(2))
    assert first == second
    assert len({case.three.ours for case in first}) == 2
