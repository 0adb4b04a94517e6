"""The sample guides of many dialects, which lie beside the repository as the real guides do."""

import tomllib
from typing import NamedTuple

import pytest

from curriculum_tools.store.globs import matches
from tests.real_guides import real_guides


class SharedSample(NamedTuple):
    """A guide of a sample: its path from the top of the sample, its text and the config."""

    path: str
    text: str
    toml: str


FAMILIES = (
    "01-numbered-heading",
    "02-lettered-options",
    "03-checkbox-quiz",
    "04-details-summary",
    "05-summary-counts",
    "06-plain-heading",
    "07-bullets",
    "08-bold-paragraph",
    "09-one-level",
    "10-lessons",
    "11-divs",
    "12-book",
    "13-config-json",
)


def shared_samples(family: str) -> list[SharedSample]:
    """Return the guides of a family, clean ones and flawed ones; skips the test without them."""
    folder = real_guides().parent / "dialects" / family
    if not folder.is_dir():
        pytest.skip(f"the samples of dialects are not in {folder.parent}")
    toml = (folder / "curriculum.toml").read_text("utf-8")
    include = tomllib.loads(toml).get("include", ["**/*.md"])
    return [
        SharedSample(path.relative_to(top).as_posix(), path.read_text("utf-8"), toml)
        for top in (folder / "clean", folder / "flawed")
        for path in sorted(top.rglob("*.md"))
        if matches(tuple(include), path.relative_to(top).as_posix())
    ]
