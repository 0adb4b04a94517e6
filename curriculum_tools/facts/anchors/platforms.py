"""What gives the headings of a text their anchors, for each platform."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeAlias

from curriculum_tools.facts.anchors.docusaurus import docusaurus
from curriculum_tools.facts.anchors.github import github
from curriculum_tools.facts.anchors.kramdown import kramdown
from curriculum_tools.facts.anchors.kramdown_gfm import kramdown_gfm
from curriculum_tools.facts.anchors.mdbook import mdbook
from curriculum_tools.facts.anchors.mkdocs import mkdocs
from curriculum_tools.facts.anchors.pandoc import pandoc
from curriculum_tools.model.config import Platform

HeadingAnchors: TypeAlias = Callable[[Sequence[str], Collection[str]], list[str]]
"""Returns the anchor of each heading of a text; takes the labels of its link definitions too."""

PLATFORMS: Mapping[Platform, HeadingAnchors] = {
    Platform.GITHUB: github,
    Platform.KRAMDOWN: kramdown,
    Platform.KRAMDOWN_GFM: kramdown_gfm,
    Platform.PANDOC: pandoc,
    Platform.MKDOCS: mkdocs,
    Platform.MDBOOK: mdbook,
    Platform.DOCUSAURUS: docusaurus,
}
