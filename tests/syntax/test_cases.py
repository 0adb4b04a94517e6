"""Guides with what the parser reads in them, side by side.

`cases/<case>.md` is parsed, and `cases/<case>.outline` holds what must be read in it.
`pytest --regenerate` writes the outlines anew; review them as a diff.
"""

from pathlib import Path

import pytest

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.tiling import render
from tests.syntax.outline import outline

CASES = sorted((Path(__file__).parent / "cases").glob("*.md"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_case(case: Path, request: pytest.FixtureRequest) -> None:
    text = case.read_bytes().decode()
    guide = parse(Source(case.name, text))
    expected = case.with_suffix(".outline")
    if request.config.getoption("--regenerate"):
        expected.write_text(outline(guide), encoding="utf-8")
    assert outline(guide) == expected.read_text(encoding="utf-8")
    assert render(guide) == text
