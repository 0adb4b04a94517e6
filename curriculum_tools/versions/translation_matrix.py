"""Which questions of a guide its translations have: a matrix of numbers and languages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.facts.translations import (
    QuestionNumber,
    lacking_numbers,
    numbered_questions,
)
from curriculum_tools.model.guide import Guide


@dataclass(frozen=True, slots=True)
class Translation:
    """A translation: the numbers that it lacks of its original, and those that only it has."""

    language: str
    path: str
    questions: int
    lacks: tuple[QuestionNumber, ...]
    extra: tuple[QuestionNumber, ...]


@dataclass(frozen=True, slots=True)
class TranslatedGuide:
    """A guide that has translations, sorted by language, and the numbers of its questions."""

    path: str
    questions: int
    numbers: tuple[QuestionNumber, ...]
    translations: tuple[Translation, ...]

    @property
    def rows(self) -> Iterator[tuple[QuestionNumber, list[str], list[str]]]:
        """Yield each number with the languages that have it, and those that lack it."""
        lacking = [(each.language, frozenset(each.lacks)) for each in self.translations]
        for number in self.numbers:
            lacks = [language for language, numbers in lacking if number in numbers]
            has = [language for language, numbers in lacking if number not in numbers]
            yield number, has, lacks


def translated(
    original: Guide, translations: Iterable[tuple[str | None, Guide]]
) -> TranslatedGuide:
    """Compare a guide with its translations, each given with its language, if that is known."""
    found = [
        Translation(
            language or guide.path,
            guide.path,
            len(guide.questions),
            lacking_numbers(guide, original),
            lacking_numbers(original, guide),
        )
        for language, guide in translations
    ]
    numbers = dict.fromkeys(number for number, _ in numbered_questions(original))
    ordered = tuple(sorted(_told_apart(found), key=lambda each: (each.language, each.path)))
    return TranslatedGuide(original.path, len(original.questions), tuple(numbers), ordered)


def _told_apart(found: Sequence[Translation]) -> Iterator[Translation]:
    """Yield translations; two into one language go by their paths."""
    languages = [each.language for each in found]
    for each in found:
        name = each.language if languages.count(each.language) == 1 else each.path
        yield Translation(name, each.path, each.questions, each.lacks, each.extra)
