"""Two entries of the table of contents lead to one place, and another place has none.

Most often an entry was copied and its link forgotten: who follows it finds the wrong question. The
place that lost its entry is told by the words of the entry, its number, or where it stands. It is
not reported as missing.

## Bad

```markdown
# Gardening

- [What is loam?](#what-is-loam)
- [What is mulch?](#what-is-loam)
- [What is lime?](#what-is-lime)

## What is loam?

Clay, silt and sand.

## What is mulch?

A cover of straw.

## What is lime?

It makes soil less sour.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
```

## Good

```markdown
# Gardening

- [What is loam?](#what-is-loam)
- [What is mulch?](#what-is-mulch)
- [What is lime?](#what-is-lime)

## What is loam?

Clay, silt and sand.

## What is mulch?

A cover of straw.

## What is lime?

It makes soil less sour.
```

```toml
[dialect]
question = "## {text}"
answer = "rest"
```
"""

from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.contents_faults import SharedTarget
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.places import bare
from curriculum_tools.model.finding import Defect, Edit, Fix, Related, Severity
from curriculum_tools.model.source import Span


def check(facts: Facts) -> Iterator[Defect]:
    """Report each second entry that leads to a place while another has none."""
    for fault in facts.contents_faults.shared:
        place = fault.forgotten
        line = facts.source.line_of(fault.first.span.start)
        forgotten = facts.source.line_of(place.title.span.start)
        yield Defect(
            fault.second.span,
            f"this entry leads to where that on line {line} leads, "
            f"and the {place.what} on line {forgotten} has no entry",
            related=(
                Related("the other entry", fault.first.span),
                Related("what has none", place.title.span),
            ),
            fix=_fix(facts, fault),
        )


def _fix(facts: Facts, fault: SharedTarget) -> Fix | None:
    """Lead the entry that is meant for the other place to it; sure if it has its words."""
    wrong = fault.wrong
    anchor = facts.places.anchor_of.get(fault.forgotten.order)
    if anchor is None or not facts.source.slice(wrong.destination).endswith(wrong.target):
        return None
    end = wrong.destination.end
    edit = Edit(Span(end - len(wrong.target), end), anchor)
    is_sure = bare(wrong.text) == bare(fault.forgotten.title.text)
    return Fix(f"link to #{anchor}", is_sure, (edit,))


RULE = Rule("shared-contents-target", Group.CONTENTS, Severity.WARNING, __doc__, check)
