"""Anchors compared with what the programs themselves give to headings made by chance."""

import json
from pathlib import Path

import pytest

from curriculum_tools.facts.anchors.platforms import anchors_on
from curriculum_tools.model.config import Platform
from tests.facts.anchors.made_headings import documents
from tests.facts.anchors.record import COUNT, RECORDERS
from tests.schemas import load

FOLDER = Path(__file__).parent

#: Headings that a program reads in a way of its own, each with what is odd about it.
UNLIKE: dict[Platform, frozenset[str]] = {
    Platform.KRAMDOWN_GFM: frozenset(
        [
            "2.10. <T> &eacute;: K.NET!",  # text behind a tag without an end is raw
            "_List<T>&#39;",
            r"_\`x\`, _a b_c_ mail@example.org",  # marks of emphasis that do not pair
        ]
    ),
    Platform.PANDOC: frozenset(
        [
            "_€: `<T>` {#own}",  # attributes behind a mark that does not pair
            r"_\*stars\* C++ {#own}",
            "2.10. it’s <a id='there'></a>_x² № 5 {#own}",
        ]
    ),
}


@pytest.mark.parametrize("platform", Platform)
def test_anchors_are_those_that_were_recorded(platform: Platform) -> None:
    recorded = json.loads((FOLDER / f"{platform}.json").read_text(encoding="utf-8"))["documents"]
    made = list(documents(COUNT))
    assert [[heading for heading, _ in pairs] for pairs in recorded] == made
    odd = UNLIKE.get(platform, frozenset())
    seen: set[str] = set()
    for pairs in recorded:
        found = anchors_on(platform)([heading for heading, _ in pairs], ())
        for (heading, anchor), ours in zip(pairs, found, strict=True):
            assert anchor == ours or heading in odd, heading
            seen.update({heading} & odd if anchor != ours else ())
    assert seen == odd


def test_every_platform_of_the_config_is_known_and_recorded() -> None:
    table = load("config")["properties"]["dialect"]["properties"]["anchors"]
    assert table["enum"] == list(Platform) == list(RECORDERS)
