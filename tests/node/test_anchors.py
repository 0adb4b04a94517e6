"""Anchors compared with what programs from npm give to other headings than the recorded ones."""

import pytest

from curriculum_tools.facts.anchors.platforms import anchors_on
from curriculum_tools.model.config import Platform
from tests.facts.anchors.made_headings import documents
from tests.facts.anchors.record import RECORDERS

pytestmark = pytest.mark.node

COUNT = 200
SEED = 77


@pytest.mark.parametrize("platform", [Platform.GITHUB, Platform.DOCUSAURUS])
def test_anchors_are_those_that_the_program_gives(platform: Platform) -> None:
    made = list(documents(COUNT, SEED))
    _program, recorded = RECORDERS[platform](made)
    for headings, anchors in zip(made, recorded, strict=True):
        assert anchors_on(platform)(headings, ()) == anchors, headings
