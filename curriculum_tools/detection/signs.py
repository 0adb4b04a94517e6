"""Signs of questions: a quick look for guides that have no fields."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from curriculum_tools.detection.asking import FIRST_WORDS, ends_asking, may_ask, names_answer
from curriculum_tools.detection.forms import names_question, option_form

#: What the fewest questions of a guide without fields have, by the shares in `questions`.
FEWEST_SIGNS = 6
SOME_ASKING = 0.3  # of the lines with the same marks, some of which may be of another form
_MARKS = re.compile(
    r"[ \t>]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+)*(?:[*_]{1,3}|<[^<>\n]*>|\[(?![ xX]?\]))*[ \t]*"
)
_FIGURES = re.compile(r"\d+")
_DIV = re.compile(r":{3,}[ \t{.]*(?P<name>[\w-]+)")


def may_hold_questions(text: str, fewest: int = FEWEST_SIGNS) -> bool:
    """Tell whether enough lines with the same marks ask, or look like options or answers.

    Of the lines with marks that ask, those with the same marks that do not must not be many more.
    """
    signs: Counter[str] = Counter()
    lines: Counter[str] = Counter()
    for line in _outside_code(text):
        if line[0].isalpha():
            signs[_plain_sign(line)] += 1
            continue
        match = _MARKS.match(line)
        marks = match.group() if match else ""
        shape = _shape(marks)
        lines[shape] += 1
        signs[_sign(line[len(marks) :], shape)] += 1
    del signs[_NONE]
    return any(
        count >= (2 * fewest if sign is _OPTION else fewest) and count >= SOME_ASKING * lines[sign]
        for sign, count in signs.items()
    )


_NONE = ""
_OPTION = "option"
_ANSWER = "answer"
_PLAIN = "plain"
_LETTER_MARKS = (":", ".", ")")
_LONGEST_WORD = max(map(len, FIRST_WORDS))


@lru_cache(maxsize=1024)
def _shape(marks: str) -> str:
    """Return marks with one figure for each number, which differs from line to line."""
    return _FIGURES.sub("0", marks)


def _outside_code(text: str) -> Iterator[str]:
    """Yield the lines of a text but for those in fences."""
    fence = ""
    for line in text.splitlines():
        start = line.lstrip()[:3]
        if start in ("```", "~~~") and fence in ("", start):
            fence = "" if fence else start
        elif start and not fence:
            yield line


def _plain_sign(line: str) -> str:
    """Return what a line of prose is a sign of, which is nearly always nothing."""
    if _begins_with_name(line):
        if names_answer(line):
            return _ANSWER
        if names_question(line):
            return _PLAIN
    return _PLAIN if ends_asking(line) else _NONE


def _sign(said: str, marks: str) -> str:
    """Return what a line is a sign of: an option, an answer, or questions with such marks."""
    first = said[:1]
    if first == "[" or said[1:2] in _LETTER_MARKS:
        if marks and option_form(said):
            return _OPTION
    elif first == ":" and (div := _DIV.match(said)) and names_answer(div["name"]):
        return _ANSWER
    is_asking = may_ask(said)
    if _begins_with_name(said) or not first.isalnum():
        if names_answer(said):
            return _ANSWER
        is_asking = is_asking or names_question(said)
    return (marks or _PLAIN) if is_asking else _NONE


def _begins_with_name(text: str) -> bool:
    """Tell whether a text begins with a word that may name a question or an answer."""
    return text[:_LONGEST_WORD].casefold().startswith(FIRST_WORDS)
