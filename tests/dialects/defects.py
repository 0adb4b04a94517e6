"""Defects put into the files of a quiz, each with the families that can have it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import NamedTuple

from tests.dialects.quizzes import ASKED, Files, Item, Part, Quiz, slug


@dataclass
class Draft:
    """A project that is edited around one of its questions, which is amid its part.

    The defect is to be found at `path` on the line `at`, counted from 0.
    """

    quiz: Quiz
    files: Files
    part: Part
    item: Item
    path: str
    at: int = -1

    @classmethod
    def of(cls, quiz: Quiz, files: Files, chance: Random) -> "Draft":
        part = chance.choice(quiz)
        item = part.items[chance.randrange(1, ASKED - 1)]
        return cls(
            quiz, dict(files), part, item, next(p for p, t in files.items() if item.text in t)
        )

    @property
    def lines(self) -> list[str]:
        return self.files[self.path].split("\n")

    @property
    def asked(self) -> int:
        """The line of the question itself, which is the last with its text."""
        return max(n for n, line in enumerate(self.lines) if self.item.text in line)

    def neighbour(self, by: int) -> Item:
        return self.part.items[self.part.items.index(self.item) + by]

    def near(self, text: str) -> int:
        """Give the line of a text below the question."""
        found = enumerate(self.lines)
        return next(n for n, line in found if n > self.asked and text in line)

    def edit(self, at: int, *lines: str) -> None:
        """Write other lines in place of one, where the defect is then found if nowhere else."""
        old = self.lines
        self.files[self.path] = "\n".join([*old[:at], *lines, *old[at + 1 :]])
        self.at = at if self.at < 0 else self.at

    def swap(self, at: int, old: str, new: str) -> None:
        assert old in self.lines[at]
        self.edit(at, self.lines[at].replace(old, new, 1).rstrip())

    def found(self, at: int) -> None:
        self.at = at


class Defect(NamedTuple):
    """What finds a defect, in which families, and what puts it in."""

    rule: str
    families: str
    put: Callable[[Draft], None]


def renumbered(by: int, parts: int = 0) -> Callable[[Draft], None]:
    """Give the question, and those after it in so many parts, other numbers."""

    def put(draft: Draft) -> None:
        start = draft.asked
        numbers = re.compile(r"\d+(?=[.)])")
        first = draft.quiz.index(draft.part)
        items = [i for p in draft.quiz[first : first + parts] for i in p.items]
        for item in [i for i in items if i.number >= draft.item.number] or [draft.item]:
            lines = draft.lines
            for at in [n for n, line in enumerate(lines) if item.text in line]:
                draft.edit(at, numbers.sub(lambda m: str(int(m[0]) + by), lines[at], count=1))
        draft.found(start)

    return put


def asked_again(draft: Draft) -> None:
    first, old = draft.neighbour(-1), draft.item
    at = draft.asked
    for hints in [p for p, t in draft.files.items() if p.endswith("hints.md") and old.text in t]:
        draft.files[hints] = draft.files[hints].replace(old.text, first.text)
    for line in [n for n, text in enumerate(draft.lines) if old.text in text]:
        text = draft.lines[line].replace(old.text, first.text)
        draft.edit(line, text.replace(slug(old.text), f"{slug(first.text)}-1"))
    for one, other in zip(old.options, first.options, strict=True):
        for line in [n for n, text in enumerate(draft.lines) if one in text and n > at]:
            draft.edit(line, draft.lines[line].replace(one, other))
    draft.found(at)


def replaced(
    what: Callable[[Draft], str], new: str, *, at_text: bool = False
) -> Callable[[Draft], None]:
    """Replace a text below the question; it is found there, or at the question."""

    def put(draft: Draft) -> None:
        start = draft.asked
        draft.swap(draft.near(what(draft)), what(draft), new)
        draft.found(draft.at if at_text else start)

    return put


def unclosed(draft: Draft) -> None:
    """Take away the end of the details that hold the answer; they are found where they open."""
    draft.swap(draft.near("</details>"), "</details>", "")
    draft.found(next(n for n in range(draft.at, -1, -1) if "<details>" in draft.lines[n]))


def entry(draft: Draft) -> int:
    """Give the line of the question in the contents."""
    return next(n for n, line in enumerate(draft.lines) if f"(#{slug(draft.item.text)})" in line)


def dropped_entry(draft: Draft) -> None:
    at = entry(draft)
    lines = draft.lines
    draft.files[draft.path] = "\n".join([*lines[:at], *lines[at + 1 :]])
    draft.found(draft.asked)


def changed_entry(change: Callable[[Draft, str], str]) -> Callable[[Draft], None]:
    def put(draft: Draft) -> None:
        draft.edit(entry(draft), change(draft, draft.lines[entry(draft)]))

    return put


def in_file(
    path: str, old: str, new: str, at: str = "", defect: str = ""
) -> Callable[[Draft], None]:
    """Replace a text in a file, where the defect is found, else in the file `defect` and `at`.

    In all of these, `part`, `first` and `last` stand for names of parts.
    """

    def put(draft: Draft) -> None:
        names = {"part": draft.part.name, "first": draft.quiz[0].name, "last": draft.quiz[-1].name}
        draft.path = path.format(**names)
        sought = old.format(**names)
        found = next(n for n, line in enumerate(draft.lines) if sought in line)
        draft.swap(found, sought, new.format(**names))
        if defect:
            draft.path = defect.format(**names)
        if at:
            draft.found(next(n for n, line in enumerate(draft.lines) if at.format(**names) in line))

    return put


def swapped_sections(draft: Draft) -> None:
    """Put the second section of a file before the first, with what it says."""
    lines = draft.lines
    first, second, third = [n for n, line in enumerate(lines) if line.startswith("## ")]
    moved = [*lines[:first], *lines[second:third], *lines[first:second], *lines[third:]]
    draft.files[draft.path] = "\n".join(moved)
    draft.found(first)


def same_option(draft: Draft) -> None:
    """Write one of the wrong options again in place of another, which is found."""
    wrong = [n for n in range(4) if n != draft.item.right]
    one, other = (draft.item.options[n] for n in wrong[:2])
    at = draft.near(other)
    draft.swap(at, other, one)
    draft.found(at)


def left_behind(draft: Draft) -> None:
    """Take the last question from a translation."""
    draft.path = next(p for p in draft.files if p.endswith("-fr.md") or p.startswith("de/"))
    start = max(n for n, line in enumerate(draft.lines) if line.startswith("####") and "." in line)
    draft.files[draft.path] = "\n".join(draft.lines[:start]).rstrip() + "\n"
    draft.found(0)


def answered_otherwise(draft: Draft) -> None:
    """Mark another option in a translation."""
    translated = {"README.md": "de/README.md"}.get(draft.path, draft.path.replace(".md", "-fr.md"))
    draft.path = translated
    other = (draft.item.right + 1) % 4
    if translated == "de/README.md":
        draft.swap(draft.near("Antwort: "), f": {draft.item.letter}", f": {'ABCD'[other]}")
    else:
        draft.swap(draft.near("[x]"), "[x]", "[ ]")
        at = draft.near(draft.item.options[other])
        draft.swap(at, "[ ]", "[x]")
        draft.found(at)


def answer(draft: Draft) -> str:
    """Give the answer, which in a quiz with letters is the line that names one."""
    option = draft.item.options[draft.item.right]
    named = f"**Answer: {draft.item.letter}) {option}**"
    return named if named in draft.lines else draft.item.answer


def label(draft: Draft) -> str:
    """Give the label of an option that is not the right one."""
    return "C: " if draft.item.letter == "D" else "D: "
