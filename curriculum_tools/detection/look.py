"""A quick look at a text that spares most files that are no guides from being parsed.

It loses no guide: what it asks for is less than what a guide of any kind has. In a folder of 7,000
files, nearly all of them prose, parsing them all takes a minute and looking two seconds
(bench/finding).
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from curriculum_tools.detection.asking import asks, ends_asking, names_answer
from curriculum_tools.detection.forms import names_question, option_form

#: What the fewest questions of a guide without fields have, by the shares in `questions`.
FEWEST_SIGNS = 6
_MARKS = re.compile(
    r"[ \t>]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+)*(?:[*_]{1,3}|<[^<>\n]*>|\[)*[ \t]*"
)
_FIGURES = re.compile(r"\d+")
_DIV = re.compile(r"[ \t]*:{3,}[ \t{.]*(?P<name>[\w-]+)")
_BOLD_LINE = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*(?:\*\*|__)[^\W_]", re.MULTILINE)
_PLACEHOLDER = re.compile(
    r"[*_(][^\n]{0,40}\b(?:to be (?:created|written)|covered)\b", re.IGNORECASE
)


def may_be_guide(text: str, labels: Iterable[str]) -> bool:
    """Tell whether a text may be a guide: of the default dialect, by its labels, or any other."""
    return "\0" in text or _may_have_fields(text, frozenset(labels)) or may_hold_questions(text)


def may_have_labels(text: str) -> bool:
    """Tell whether a text may have fields under labels of its own: bold words, twice at least."""
    return "\0" in text or bool(_PLACEHOLDER.search(text) or len(_BOLD_LINE.findall(text)) > 1)


def may_hold_questions(text: str, fewest: int = FEWEST_SIGNS) -> bool:
    """Tell whether enough lines with the same marks ask, or look like options or answers."""
    signs: Counter[str] = Counter()
    for line in text.splitlines():
        if sign := _sign(line):
            signs[sign] += 1
            if signs[sign] >= (2 * fewest if sign is _OPTION else fewest):
                return True
    return False


_OPTION = "option"
_ANSWER = "answer"


def _sign(line: str) -> str:
    """Return what a line is a sign of: an option, an answer, or questions with such marks."""
    match = _MARKS.match(line)
    marks = match.group() if match else ""
    said = line[len(marks) :]
    if not said:
        return ""
    if marks and option_form(said):
        return _OPTION
    if names_answer(said) or ((div := _DIV.match(line)) and names_answer(div["name"])):
        return _ANSWER
    if asks(said) if marks or not said[0].isalpha() else ends_asking(said):
        return _FIGURES.sub("0", marks) or "line"
    return "named" if names_question(said) else ""


def _may_have_fields(text: str, labels: frozenset[str]) -> bool:
    return bool(_labels(labels).search(text) or _PLACEHOLDER.search(text))


@lru_cache(maxsize=16)
def _labels(labels: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a label in bold type, in whatever case and with any blanks."""
    words = "|".join(r"\s+".join(map(re.escape, label.split())) for label in sorted(labels))
    return re.compile(rf"(?:\*\*|__)\s*(?:{words})\b", re.IGNORECASE)
