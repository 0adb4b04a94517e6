"""A repository that everybody clones, and a clone that was set up."""

from pathlib import Path

import pytest

from tests.clones import Clone


@pytest.fixture
def origin(tmp_path: Path) -> Clone:
    """Return a repository whose attributes are committed, where the program is installed."""
    origin = Clone(tmp_path)
    origin.install()
    origin.set_up()
    origin.commit("Merge guides as guides")
    return origin


@pytest.fixture
def fresh(origin: Clone, tmp_path: Path) -> Clone:
    """Return a fresh clone in which nothing was done but `curriculum setup-git`."""
    fresh = Clone(tmp_path / "a fresh clone", of=origin)
    fresh.set_up()
    return fresh
