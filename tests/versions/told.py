"""Versions, for tests, out of the texts of guides."""

from functools import cache
from textwrap import dedent

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.version import Version, version_of
from tests.real_guides import real_guide


def told(text: str, name: str = "guide.md") -> Version:
    """Give what a guide says."""
    return version_of(parse(Source(name, text)), name)


def sketched(text: str, name: str = "guide.md") -> Version:
    """Give what a guide says that is written in a test, indented as the test is."""
    return told(dedent(text), name)


@cache
def real_version(name: str) -> Version:
    """Return what a real guide says."""
    return told(real_guide(name).text, name)
