"""Titles that topics of different chapters may share, such as "Overview" at the head of each."""

import re
from collections import Counter
from collections.abc import Sequence
from fnmatch import translate

from curriculum_tools.likeness import normalise
from curriculum_tools.model.content import Section
from curriculum_tools.model.guide import Guide

FEWEST_CHAPTERS = 2


class SharedTitles:
    """Tells which titles belong to a chapter: each may have a topic of that title.

    The config names them with globs, or each chapter that has topics has one of that title.
    """

    def __init__(self, guide: Guide, globs: Sequence[str]) -> None:
        """Take a guide and the globs of its config."""
        self._allowed = [re.compile(translate(" ".join(glob.casefold().split()))) for glob in globs]
        self._chapter_of = {
            topic.span: place
            for place, chapter in enumerate(guide.chapters)
            for topic in chapter.sections
        }
        headed = ([t for t in c.sections if t.is_headed] for c in guide.chapters if c.is_headed)
        chapters = [topics for topics in headed if topics]  # others hold their questions themselves
        having = Counter(
            title for topics in chapters for title in {normalise(topic.title) for topic in topics}
        )
        is_divided = len(chapters) >= FEWEST_CHAPTERS
        self._everywhere = {t for t, n in having.items() if is_divided and n == len(chapters)}

    def home(self, topic: Section) -> int | None:
        """Return the place of the chapter that a topic's title belongs to.

        None where the title belongs to the whole guide, so that no other topic should have it.
        """
        title = normalise(topic.title)
        forms = title, " ".join(topic.title.casefold().split())
        is_allowed = any(glob.match(form) for glob in self._allowed for form in forms)
        return self._chapter_of[topic.span] if is_allowed or title in self._everywhere else None
