"""The letters of options do not count up.

Learners look for B below A, and an answer that names a letter is easily read as the wrong option.
The first letter that is odd is reported, unless the answer names the one that is missing there.

The fix gives the options the letters that they should have, and the answer the new letter of its
option. It is unsafe, because text may name the letters too, and because the options may be what is
in the wrong order. There is none where the answer does not tell which option it names.

## Bad

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- C) Green
- B) White

**Answer: A**
```

```toml
[dialect]
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}**"
```

## Good

```markdown
# Tea

## Which leaf is fermented longest?

- A) Black
- B) Green
- C) White

**Answer: A**
```

```toml
[dialect]
question = "## {text}"
option = "- {letter}) {text}"
answer = "**Answer: {letter}**"
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.answers import named
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.content import Question, Text
from curriculum_tools.model.finding import Defect, Edit, Fix, Severity
from curriculum_tools.model.source import Source

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_FEWEST = 2  # one alone has no order


def check(facts: Facts) -> Iterator[Defect]:
    """Report the first option of each question whose letter is not the one that follows."""
    for _, question in facts.guide.questions:
        labels = [option.label for option in question.options if option.label]
        if len(labels) != len(question.options) or not _FEWEST <= len(labels) <= len(_LETTERS):
            continue
        for label, letter in zip(labels, _LETTERS, strict=False):
            if label.text.upper() != letter:
                if letter in question.answer.letters and not named(question, letter):
                    break  # that option is not there at all, which is reported at the answer
                yield _defect(question, label, letter, facts.source)
                break


def _defect(question: Question, label: Text, letter: str, source: Source) -> Defect:
    """Return what is wrong with a label in the place of a letter."""
    place = "first" if label == question.options[0].label else "next"
    is_above = re.search(rf"\s(?:[-*+]\s+)?{letter}[.):]\s", question.text) is not None
    return Defect(
        label.span,
        f"this option is {label.text}, where {_like(label.text, letter)} comes {place}",
        fix=None if is_above else _relabelled(question, source),
        key=f"{question.text}\n{label.text}",
        help=f"give {letter} a line of its own, below the question" if is_above else None,
    )


def _relabelled(question: Question, source: Source) -> Fix | None:
    """Return the fix that relabels all options, if the answer's letters can follow."""
    new = dict(zip((option.letter for option in question.options), _LETTERS, strict=False))
    is_clear = len(new) == len(question.options)
    if not is_clear or not all(named(question, name) for name in question.answer.letters):
        return None
    places = [option.label for option in question.options if option.label]
    edits = []
    for place in (*places, *question.answer.names):
        old = source.slice(place.span)
        letter = _like(old, new[old.upper()])
        if letter != old:
            edits.append(Edit(place.span, letter))
    return Fix("relabel the options", False, tuple(edits))


def _like(old: str, letter: str) -> str:
    """Return a letter as small as an old one."""
    return letter if old.isupper() else letter.lower()


RULE = Rule("option-label-out-of-order", Group.ANSWERS, Severity.WARNING, __doc__, check)
