"""The topics that the newest version does not have, by their names."""

from collections.abc import Iterator

from curriculum_tools.versions.merge.result import Absent, Merged


def absent_names(merged: Merged) -> Iterator[str]:
    """Yield them all, chapter by chapter."""
    for absent in merged.absent:
        yield from names_of_absent(absent)


def names_of_absent(absent: Absent) -> Iterator[str]:
    """Yield the topics of a chapter: by number, else by title, else by that of the chapter."""
    for topic in absent.topics:
        yield topic.said.number or topic.said.title or absent.chapter.said.title
