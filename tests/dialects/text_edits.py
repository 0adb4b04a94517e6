"""Edits of the text of a guide in any dialect, as a person makes them, and what they did."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from curriculum_tools.editing.numbers_after_merge import numbered_again
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.content import Question
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from tests.dialects.quizzes import NOUNS


@dataclass
class Side:
    """A text that somebody edited: the words that came in, and the questions that went or moved."""

    text: str
    words: list[str] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)
    deleted: set[int] = field(default_factory=set)


class TextEdits:
    """Makes edits of one guide; no word comes in twice."""

    def __init__(self, guide: Guide, chance: Random) -> None:
        self._guide = guide
        self._text = guide.source.text
        self._chance = chance
        self._questions = [question for _, question in guide.questions]
        self._words = iter([f"{one}{other}" for one in NOUNS for other in NOUNS[::7]])

    @property
    def places(self) -> list[int]:
        """The questions, which stand for places in the guide."""
        return list(range(len(self._questions)))

    def edited(self, places: Sequence[int]) -> Side:
        """Edit the text at some questions, and perhaps number it anew."""
        side = Side("", touched=set(places))
        edits = [edit for place in places for edit in self._edits(place, side)]
        text, last = self._text, len(self._text)
        for start, end, new in sorted(edits, reverse=True):
            if end <= last:
                text = text[:start] + new + text[end:]
                last = start
        side.text = text
        side.words = [word for word in side.words if word in text]
        if self._chance.random() < 0.5:
            guide = parse(Source(self._guide.path, text), self._guide.dialect)
            side.text = numbered_again(Facts(guide, Config()), _parsed).source.text
        return side

    def _edits(self, place: int, side: Side) -> list[tuple[int, int, str]]:
        question = self._questions[place]
        word = next(self._words)
        side.words.append(word)
        kinds = ["reword", "reword", "answer"]
        if self._is_whole(question):
            kinds += ["add", "add", "delete", "move", "chapter"]
        kind = self._chance.choice(kinds)
        start, end = question.extent.start, self._end(question)
        extent = self._text[start:end]
        if kind == "delete":
            side.deleted.add(place)
            return [(start, end, "")]
        if kind == "move" and (other := self._next(place)) is not None:
            side.touched.add(place + 1)
            second = self._text[other.extent.start : self._end(other)]
            between = self._text[end : other.extent.start]
            return [(start, self._end(other), second + between + extent)]
        if kind == "answer":
            lines = [m.end() for m in re.finditer(r"(?m)^[ \t]*[A-Za-z].*\w\.$", extent)]
            if lines:
                at = start + self._chance.choice(lines)
                return [(at, at, f" The {word} too.")]
        if kind == "add":
            between = self._text[end : len(self._text)]
            blanks = between[: len(between) - len(between.lstrip())] or "\n"
            return [(end, end, blanks + self._asked_anew(question, word))]
        chapters = [c for c in self._guide.chapters if c.is_headed and c.span.start < start]
        if kind == "chapter" and chapters and chapters[-1].title:
            heading = self._text[chapters[-1].heading.span.start : chapters[-1].heading.span.end]
            heading = heading.rstrip().replace(chapters[-1].title, f"The {word}")
            new = f"{heading}\n\n{self._asked_anew(question, next(self._words))}\n\n"
            return [(chapters[-1].span.start, chapters[-1].span.start, new)]
        return [self._reworded(question, word)]

    def _is_whole(self, question: Question) -> bool:
        """Tell whether what is opened in a question is closed there, and it begins a line."""
        text = self._text[question.extent.start : self._end(question)]
        before = self._text[: question.extent.start].rpartition("\n")[2]
        return not before and not re.search(r"<details|</details|^:::", text, re.MULTILINE)

    def _end(self, question: Question) -> int:
        text = self._text[question.extent.start : question.extent.end]
        return question.extent.start + len(text.rstrip())

    def _next(self, place: int) -> Question | None:
        """Return the question behind one, if it stands in the same section."""
        if place + 1 >= len(self._questions):
            return None
        section = self._guide.questions[place][0]
        other = self._guide.questions[place + 1]
        return other[1] if other[0] is section and self._is_whole(other[1]) else None

    def _reworded(self, question: Question, word: str) -> tuple[int, int, str]:
        asked = self._text[question.span.start : question.span.end]
        at = question.span.start + (asked.index(" ") if " " in asked else len(asked))
        return at, at, f" {word}"

    def _asked_anew(self, question: Question, word: str) -> str:
        start, end = question.extent.start, self._end(question)
        before = self._text[start : question.span.start]
        behind = self._text[question.span.end : end].partition("\n")[0]
        return f"{before}What is a {word}?{behind}"


def _parsed(facts: Facts, source: Source) -> Facts:
    return Facts(parse(source, facts.guide.dialect), facts.config)
