"""An entry of the table of contents has another number than what it leads to prints.

Readers who look for "question 12" find another one. The number is compared with the printed one,
whether that is right or wrong. Entries in a row that err by as much are one finding, because one
question put in or taken out moves all after it. Lists whose items all have one number count by
themselves, and an item's number is not compared where an entry before it is missing.

## Bad

```markdown
# Gardening

| Nr | Question |
| -- | -------- |
| 1  | [What is loam?](#what-is-loam) |
| 12 | [What is mulch?](#what-is-mulch) |
| 3  | [What is lime?](#what-is-lime) |

1. ### What is loam?

   Clay, silt and sand.

2. ### What is mulch?

   A cover of straw.

3. ### What is lime?

   It makes soil less sour.
```

```toml
[dialect]
question = "{n}. ### {text}"
answer = "rest"
```

## Good

```markdown
# Gardening

| Nr | Question |
| -- | -------- |
| 1  | [What is loam?](#what-is-loam) |
| 2  | [What is mulch?](#what-is-mulch) |
| 3  | [What is lime?](#what-is-lime) |

1. ### What is loam?

   Clay, silt and sand.

2. ### What is mulch?

   A cover of straw.

3. ### What is lime?

   It makes soil less sour.
```

```toml
[dialect]
question = "{n}. ### {text}"
answer = "rest"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.anchor_faults import MOST_SHOWN
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Related, Severity


def check(facts: Facts) -> Iterator[Defect]:
    """Report each entry with a wrong number, where the first of those stands that err alike."""
    for fault in facts.contents_faults.numbers:
        said, printed = fault.entry.number, fault.place.number
        if said is None or printed is None:
            continue
        alike = ((fault.entry, fault.place), *fault.others)
        edits = tuple(
            Edit(entry.number.span, place.number.text)
            for entry, place in alike
            if entry.number and place.number
        )
        title = f"write {printed.text}" if len(edits) == 1 else f"write {len(edits)} numbers anew"
        more = f" (and so are {len(fault.others)} after it)" if fault.others else ""
        numbers = (entry.number for entry, _ in fault.others[:MOST_SHOWN])
        yield Defect(
            said.span,
            f"{said.text} leads to the {fault.place.what} with number {printed.text}{more}",
            related=(
                Related("this one is meant", printed.span),
                *(Related("also here", number.span) for number in numbers if number),
            ),
            fix=Fix(title, True, edits),
            key=fault.entry.text,
        )


RULE = Rule("wrong-number-in-contents", Group.CONTENTS, Severity.WARNING, __doc__, check)
