"""Reading back what was merged: each part must be read as what it is."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from curriculum_tools.model.content import Question
from curriculum_tools.model.errors import MergeError
from curriculum_tools.versions.merge.result import MergedChapter, Origin, QuestionOrigin
from curriculum_tools.versions.version import Version, Versions

_HINT = "write it there as the templates of [dialect] have it, and keep what is open in it closed"


def refuse_mixed(versions: Versions, name: str) -> None:
    """Raise MergeError where versions are written in several dialects."""
    for first, other in pairwise(versions.items):
        if other.dialect.templates != first.dialect.templates:
            what = f"{first.name} and {other.name} are written in different dialects"
            hint = "merge versions of one [dialect]: see [dialect.files] in curriculum.toml"
            raise MergeError(name, what, hint)


def refuse_misread(chapters: Sequence[MergedChapter], written: Version, name: str) -> None:
    """Raise MergeError where a merged guide, which is to be written, reads otherwise."""
    if len(chapters) != len(written.chapters):
        found = {each.title for each in written.chapters}
        lost = next((each for each in chapters if each.said.title not in found), None)
        if lost is None:
            raise MergeError(name, "not written: it would have chapters of its own", _HINT)
        raise _misread(name, f"the chapter {lost.said.title!r}", lost.origins)
    for chapter, read in zip(chapters, written.chapters, strict=True):
        titles = [topic.said.title for topic in chapter.topics]
        if titles != [topic.title for topic in read.sections] or chapter.said.title != read.title:
            raise _misread(name, f"the chapter {chapter.said.title!r}", chapter.origins)
        for topic, section in zip(chapter.topics, read.sections, strict=True):
            asked = [_said(question) for question in section.questions]
            for place, question in enumerate(topic.questions):
                if place >= len(asked) or _said(question.said) != asked[place]:
                    what = f"the question {question.said.text!r}"
                    raise _misread(name, what, question.origins)
            if len(asked) > len(topic.questions):
                raise _misread(name, f"the topic {topic.said.title!r}", topic.origins)


def _said(question: Question) -> tuple[object, ...]:
    number = question.number.text if question.number else None
    return number, tuple(option.letter for option in question.options), question


def _misread(name: str, what: str, origins: Iterable[Origin | QuestionOrigin]) -> MergeError:
    first = next(iter(origins), None)
    line = f":{first.line}" if first and first.line else ""
    where = f"{first.source}{line}" if first else name
    return MergeError(where, f"not written to {name}: there {what} would read otherwise", _HINT)
