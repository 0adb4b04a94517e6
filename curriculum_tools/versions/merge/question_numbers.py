"""The numbers of questions in a merged guide, which count on in the manner of its dialect."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from curriculum_tools.model.content import Question, Section, Text
from curriculum_tools.model.templates import Numbers
from curriculum_tools.versions.merge.result import MergedChapter
from curriculum_tools.versions.version import Version, Versions


def with_numbers(chapters: Iterable[MergedChapter], versions: Versions) -> Iterator[MergedChapter]:
    """Yield chapters with the questions numbered anew, where they count by themselves."""
    templates = versions.dialect.templates
    newest = versions.items[-1] if versions.items else None
    if not templates or not newest or templates.numbers in (Numbers.FREE, Numbers.LIST):
        yield from chapters
        return
    count = _Count(newest, begins_anew=templates.numbers is Numbers.CHAPTER or _begins_anew(newest))
    for chapter in chapters:
        count.begin(chapter.said)
        yield _numbered(chapter, count)


def _numbered(chapter: MergedChapter, count: "_Count") -> MergedChapter:
    topics = []
    for topic in chapter.topics:
        questions = tuple(replace(each, said=count.next(each.said)) for each in topic.questions)
        said = replace(topic.said, questions=tuple(each.said for each in questions))
        topics.append(replace(topic, said=said, questions=questions))
    said = replace(chapter.said, sections=tuple(topic.said for topic in topics))
    return replace(chapter, said=said, topics=tuple(topics))


class _Count:
    """Counts questions. Numbers with parts or letters, such as 12a, stay as they are."""

    def __init__(self, newest: Version, *, begins_anew: bool) -> None:
        runs = [run for run in _runs(newest) if run]
        self._first = min(runs[0][0], 1) if runs else 1
        longer = [run for run in runs if len(run) > 1]
        self._is_lazy = bool(longer) and all(len(set(run)) == 1 for run in longer)
        self._begins_anew = begins_anew
        self._next = self._first

    def begin(self, chapter: Section) -> None:
        """Begin a chapter."""
        if self._begins_anew and chapter.is_headed:
            self._next = self._first

    def next(self, question: Question) -> Question:
        """Return the next question with its number, if it has any."""
        number = question.number
        if number is None or not number.text.isdecimal() or self._is_lazy:
            return question
        width = len(number.text) if number.text.startswith("0") else 1
        self._next += 1
        return replace(question, number=Text(str(self._next - 1).zfill(width)))


def _begins_anew(version: Version) -> bool:
    """Tell whether numbers begin with 1 in more than half of the chapters behind the first."""
    later = [run[0] for run in _runs(version) if run][1:]
    return 2 * sum(first <= 1 for first in later) > len(later) > 0


def _runs(version: Version) -> list[list[int]]:
    return [
        [
            int(question.number.text)
            for topic in chapter.sections
            for question in topic.questions
            if question.number and question.number.text.isdecimal()
        ]
        for chapter in version.chapters
    ]
