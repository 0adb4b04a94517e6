"""Two branches that edit different topics of one version merge with git, lock and all.

bench/merge/git.py counts how often they do not, over more cases.
"""

from pathlib import Path

import pytest

from bench.merge.git import Repository

FEW, MORE = range(2), range(2, 12)


@pytest.mark.parametrize("seeds", [FEW, pytest.param(MORE, marks=pytest.mark.slow)])
def test_git_merges_what_two_branches_edit(
    seeds: range, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    repository = Repository(tmp_path, "statistics")
    for seed in seeds:
        is_merged, is_written, edits = repository.case(seed)
        assert is_merged, (seed, edits)
        assert is_written, (seed, edits)
