"""Two versions held against each other by number alone, as two languages of a guide must be."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.templates import Numbers
from curriculum_tools.versions.version import Version

#: What is numbered, the place of its chapter where numbers begin anew in each, and the number.
Key: TypeAlias = tuple[str, int | None, str]


class Numbered(NamedTuple):
    """A chapter, topic or question with a number, and where it stands."""

    what: str
    number: str
    title: str
    line: int | None
    said: Section | Question
    within: Key | None = None

    @property
    def questions(self) -> int:
        """How many questions stand in it."""
        if isinstance(self.said, Question):
            return 0
        return len(self.said.questions) + sum(len(t.questions) for t in self.said.sections)


class Unlike(NamedTuple):
    """Something of one number that is not the same in both: what it is, before and after."""

    before: Numbered
    after: Numbered
    what: str  # "questions", "options", "answer" or "notes"
    was: str
    now: str


@dataclass(frozen=True)
class NumberDifference:
    """What only one of two versions has under a number, and what has other content in both.

    `shared` counts the numbers that both have. What is missing with its chapter or topic is told
    by that.
    """

    before: Version
    after: Version
    shared: int
    missing: tuple[Numbered, ...]
    extra: tuple[Numbered, ...]
    unlike: tuple[Unlike, ...]

    @property
    def is_same(self) -> bool:
        """Tell whether both have the same under each number."""
        return not (self.missing or self.extra or self.unlike)

    @property
    def numbers(self) -> int:
        """How many numbers there are in the two."""
        return self.shared + len(self.missing) + len(self.extra)


def diff_by_number(before: Version, after: Version) -> NumberDifference:
    """Compare what stands under equal numbers: counts of questions and options, answers, notes."""
    one, other = dict(_numbered(before)), dict(_numbered(after))
    shared = [key for key in one if key in other]
    return NumberDifference(
        before,
        after,
        len(shared),
        tuple(_only(one, other)),
        tuple(_only(other, one)),
        tuple(unlike for key in shared for unlike in _unlike(one[key], other[key])),
    )


def _numbered(version: Version) -> Iterator[tuple[Key, Numbered]]:
    """Yield what has a number; of several with one number the first."""
    seen: set[Key] = set()
    for key, numbered in _in_order(version):
        if key not in seen:
            seen.add(key)
            yield key, numbered


def _in_order(version: Version) -> Iterator[tuple[Key, Numbered]]:
    templates = version.dialect.templates
    begins_anew = templates is not None and templates.numbers is Numbers.CHAPTER
    is_counted = templates is None or templates.numbers is not Numbers.LIST
    for place, chapter in enumerate(version.chapters, 1):
        key = _key(chapter)
        if key:
            yield key, _of_section(version, chapter, None)
        for topic in chapter.sections:
            own = _key(topic)
            if own:
                yield own, _of_section(version, topic, key)
            for question in topic.questions if is_counted else ():
                if question.number:
                    number = question.number.text
                    line = version.line_of(question)
                    name = ("question", place if begins_anew else None, number)
                    yield (
                        name,
                        Numbered("question", number, question.text, line, question, own or key),
                    )


def _key(section: Section) -> Key | None:
    return (section.role.value, None, section.number) if section.number else None


def _of_section(version: Version, section: Section, within: Key | None) -> Numbered:
    line = version.line_of(section)
    return Numbered(section.role.value, section.number or "", section.title, line, section, within)


def _only(one: dict[Key, Numbered], other: dict[Key, Numbered]) -> Iterator[Numbered]:
    """Yield what the other version lacks, unless it lacks that in which it stands."""
    for key, numbered in one.items():
        is_told = numbered.within in one and numbered.within not in other
        if key not in other and not is_told:
            yield numbered


def _unlike(before: Numbered, after: Numbered) -> Iterator[Unlike]:
    was, now = before.said, after.said
    if isinstance(was, Question) and isinstance(now, Question):
        pairs = {
            "options": (str(len(was.options)), str(len(now.options))),
            "answer": (_answer(was), _answer(now)),
        }
        if len(was.options) != len(now.options):
            del pairs["answer"]
    elif isinstance(was, Section) and isinstance(now, Section) and not was.sections:
        pairs = {
            "questions": (str(len(was.questions)), str(len(now.questions))),
            "notes": (_notes(was), _notes(now)),
        }
    else:
        return
    for what, (old, new) in pairs.items():
        if old != new:
            yield Unlike(before, after, what, old, new)


def _answer(question: Question) -> str:
    """Return what an answer names: letters, or the places of options that are ticked."""
    ticked = question.answer.ticked
    places = [str(at) for at, each in enumerate(question.options, 1) if each.text in ticked]
    return ", ".join([*question.answer.letters, *(f"option {place}" for place in places)])


def _notes(topic: Section) -> str:
    return ", ".join(sorted(notes.path for notes in topic.notes))
