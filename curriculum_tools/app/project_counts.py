"""The lines in which guides say how many questions there are: a guess for a first config."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from curriculum_tools.facts.counts import said_counts
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from curriculum_tools.store.config_templates import templates_of
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.parse import parse

RIGHT = 0.7  # of the numbers that are said, for these to be those of questions
_ROW = re.compile(r"^\|[^|\n]*\|[ *]*\d+[ *]+(?P<word>questions?)[ *]*\|", re.MULTILINE)
_PROSE = re.compile(r"\b(?P<before>[a-z]+)[ ]\**\d+\**[ ](?P<after>(?:[a-z]+[ ])?questions)\b")


def guess_counts(guides: Sequence[Guide], table: Mapping[str, object]) -> list[str]:
    """Return the templates of lines that hold how many questions there are, most of them right."""
    candidates = dict.fromkeys(each for guide in guides for each in _candidates(guide.source.text))
    return [each for each in candidates if _is_right(each, guides, table)]


def _candidates(text: str) -> Iterator[str]:
    for row in _ROW.finditer(text):
        yield f"| {{text}} | {{count}} {row['word']} |"
    for line in _PROSE.finditer(text):
        yield f"{line['before']} {{count}} {line['after']}"


def _is_right(template: str, guides: Sequence[Guide], table: Mapping[str, object]) -> bool:
    """Tell whether most of the numbers in lines of a template are those of questions there."""
    before = _said(guides, table)
    said = _said(guides, {**table, "count": template})
    return len(said) > len(before) and sum(said) >= RIGHT * len(said)


def _said(guides: Sequence[Guide], table: Mapping[str, object]) -> list[bool]:
    """Return whether each number that guides name, as a dialect reads them, is right."""
    dialect = replace(HOME, templates=templates_of(table))
    return [
        count.said == count.actual
        for guide in guides
        for count in said_counts(Facts(parse(guide.source, dialect), Config()))
    ]
