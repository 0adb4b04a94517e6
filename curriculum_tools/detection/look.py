"""A quick look at a text that spares most files that are no guides from being parsed.

It loses no guide: what it asks for is less than what a guide of any kind has. In a folder of 7,000
files, nearly all of them prose, it takes a tenth of the time of markdown-it's block pass alone
(bench/dialects.py).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

_BOLD_LINE = re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*(?:\*\*|__)[^\W_]", re.MULTILINE)
_PARTS = ("o be ", "O BE ", "overed", "OVERED")
_PLACEHOLDER = re.compile(
    r"[*_(][^\n]{0,40}\b(?:to be (?:created|written)|covered)\b", re.IGNORECASE
)


def may_be_guide(text: str, labels: Iterable[str]) -> bool:
    """Tell whether a text may be a guide: of the default dialect, by its labels, or any other."""
    if may_have_fields(text, labels):
        return True
    from curriculum_tools.detection.signs import may_hold_questions  # most guides have fields

    return may_hold_questions(text)


def may_have_labels(text: str) -> bool:
    """Tell whether a text may have fields under labels of its own: bold words, twice at least."""
    has_bold = len(_BOLD_LINE.findall(text)) > 1
    return "\0" in text or has_bold or _may_have_placeholders(text)


def may_have_fields(text: str, labels: Iterable[str]) -> bool:
    """Tell whether a text may have fields of the default dialect, or is one in another encoding."""
    has_label = bool(_labels(frozenset(labels)).search(text))
    return "\0" in text or has_label or _may_have_placeholders(text)


def _may_have_placeholders(text: str) -> bool:
    is_worth_it = any(part in text for part in _PARTS)  # the search is slow
    return is_worth_it and bool(_PLACEHOLDER.search(text))


@lru_cache(maxsize=16)
def _labels(labels: frozenset[str]) -> re.Pattern[str]:
    """Return what finds a label in bold type, in whatever case and with any blanks."""
    words = "|".join(r"\s+".join(map(re.escape, label.split())) for label in sorted(labels))
    return re.compile(rf"(?:\*\*|__)\s*(?:{words})\b", re.IGNORECASE)
