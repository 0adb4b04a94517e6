"""Rulings that match nothing, and which of their texts is at fault."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.likeness import normalise
from curriculum_tools.likeness.question_rulings import ruling_key, ruling_text, ruling_wording
from curriculum_tools.likeness.wording import wording_of
from curriculum_tools.model.rulings import (
    ChapterName,
    FromRuling,
    HomeRuling,
    OrderRuling,
    PairRuling,
    PresenceRuling,
    QuestionName,
    QuestionRuling,
    Ruling,
    TopicName,
)
from curriculum_tools.syntax.spelling import LIKE_ENOUGH, closest
from curriculum_tools.versions.merge.names import version_named
from curriculum_tools.versions.version import Version


@dataclass(frozen=True, slots=True)
class StaleRuling:
    """A ruling that matches nothing; `missing` is the text of it that is in no version.

    `nearest` is the text that is there and most like it, if one is like it at all.
    """

    ruling: Ruling
    missing: str | None = None
    nearest: str | None = None


@dataclass(frozen=True, slots=True)
class _Known:
    """The texts of one kind that there are: each as it is compared, and as it is written."""

    compared: Callable[[str], str]
    texts: dict[str, str]

    def has(self, text: str) -> bool:
        return self.compared(text) in self.texts

    def nearest(self, text: str) -> str | None:
        found = closest(self.compared(text), self.texts, LIKE_ENOUGH)
        return None if found is None else self.texts[found]


def stale_rulings(
    rulings: Collection[Ruling], versions: Sequence[Version]
) -> tuple[StaleRuling, ...]:
    """Return rulings that match nothing with what of them is at fault."""
    return tuple(_explained(ruling, versions) for ruling in rulings)


def _explained(ruling: Ruling, versions: Sequence[Version]) -> StaleRuling:
    for text, known in _texts(ruling, versions):
        if not known.has(text):
            return StaleRuling(ruling, text, known.nearest(text))
    return StaleRuling(ruling)


def _texts(ruling: Ruling, versions: Sequence[Version]) -> Iterator[tuple[str, _Known]]:
    """Yield the texts by which a ruling names things, each with what there is of its kind."""
    if isinstance(ruling, QuestionRuling):
        yield from ((text, _questions(versions)) for text in (ruling.a, ruling.b))
    for name in _names(ruling):
        match name:
            case TopicName(title=title, chapter=chapter):
                yield title, _topics(versions)
                if chapter is not None:
                    yield chapter, _chapters(versions)
            case ChapterName(title=title):
                yield title, _chapters(versions)
            case QuestionName(text=text, topic=topic):
                yield text, _questions(versions)
                if topic is not None:
                    yield topic.title, _topics(versions)
    if isinstance(ruling, FromRuling) and version_named(versions, ruling.source) is None:
        names = {version.name: version.name for version in versions}
        yield ruling.source, _Known(str, names)


def _names(ruling: Ruling) -> Iterator[object]:
    match ruling:
        case PairRuling(a=a, b=b) | OrderRuling(what=a, other=b) | HomeRuling(topic=a, chapter=b):
            yield from (a, b)
        case PresenceRuling(what=what) | FromRuling(what=what):
            yield what
        case _:
            yield getattr(ruling, "topic", None) or getattr(ruling, "what", None)


def _topics(versions: Sequence[Version]) -> _Known:
    titles = [topic.title for version in versions for topic in version.topics]
    return _Known(normalise, {normalise(title): title for title in titles})


def _chapters(versions: Sequence[Version]) -> _Known:
    titles = [chapter.title for version in versions for chapter in version.chapters]
    return _Known(normalise, {normalise(title): title for title in titles})


def _questions(versions: Sequence[Version]) -> _Known:
    asked = (q for version in versions for topic in version.topics for q in topic.questions)
    wordings = [wording_of(question) for question in asked]
    texts = {ruling_key(wording): ruling_text(wording) for wording in wordings}
    return _Known(lambda text: ruling_key(ruling_wording(text)), texts)
