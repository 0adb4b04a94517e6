"""The topics that the newest version does not have, by their names."""

from collections.abc import Iterator

from curriculum_tools.versions.merge.result import Merged


def absent_names(merged: Merged) -> Iterator[str]:
    """Yield the topics that the newest version does not have: by number, else by title."""
    for each in merged.absent:
        for topic in each.topics:
            yield topic.said.number or topic.said.title or each.chapter.said.title
