"""The text refers to a number that no heading has.

Topics are moved, removed and renumbered, and a "see 1.7" stays behind. Readers look for it in vain,
or take the next topic that gets the number for the one that is meant. Reported are numbers after
"see", "topic", "section" and "chapter" in descriptions, questions and other prose, in a guide that
numbers its topics or chapters; not those in code, in links to elsewhere and of other works, such as
"section 4.2 of RFC 9110".

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns; for locks see 1.7.

### 1.2 Locks
- **Description**: Who may write, and when.
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Tables
- **Description**: Rows and columns; for locks see 1.2.

### 1.2 Locks
- **Description**: Who may write, and when.
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.known_numbers import KnownNumbers
from curriculum_tools.facts.stale_references import stale_references
from curriculum_tools.model.finding import Defect, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each number in the text that nothing has."""
    known = KnownNumbers(facts.guide, facts.sub_headings, facts.numbering)
    for stale in stale_references(facts.guide, facts.own_references, known):
        meant = stale.meant
        yield Defect(
            stale.span,
            f"no {stale.what} has the number {stale.number}",
            help=f"did you mean {meant.number} {meant.title}?" if meant else None,
        )


RULE = Rule("stale-reference", Group.NUMBERING, Severity.WARNING, __doc__, check)
