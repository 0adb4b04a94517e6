"""What gives the headings of a text their anchors, for each platform."""

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from typing import TypeAlias

from curriculum_tools.model.config import Platform

HeadingAnchors: TypeAlias = Callable[[Sequence[str], Collection[str]], list[str]]
"""Returns the anchor of each heading of a text; takes the labels of its link definitions too."""


def anchors_on(platform: Platform) -> HeadingAnchors:
    """Return what gives headings their anchors on a platform; only its module is imported."""
    name = platform.value.replace("-", "_")
    anchors: HeadingAnchors = getattr(import_module(f"{__package__}.{name}"), name)
    return anchors
