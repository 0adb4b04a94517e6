"""The guide has both straight and curly quotes.

A search for a question with `'` does not find the same question with `’`, and a comparison of
texts counts them as two. Code, tags and the targets of links are ignored. Quotation marks and
apostrophes are checked separately, since each may have its own cause; single quotes count as
apostrophes. The rule is off by default.

## Bad

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What's an index?
  - What doesn’t an index speed up?
  - Where's an index kept?
```

## Good

```markdown
# Guide

## 1. Storage

### 1.1 Indexes
- **Questions**:
  - What's an index?
  - What doesn't an index speed up?
  - How is `‘a’ < 'b'` answered from an index?
```
"""

import re
from collections.abc import Iterator

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Edit, Fix, Related, Severity
from curriculum_tools.model.leaves import LeafKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.inline import mask

_PAIRS = (('"', "“”", "quotation mark"), ("'", "‘’", "apostrophe"))
_UNSEEN = re.compile(r"<[/!A-Za-z][^<>\r\n]{0,999}>|\]\([^()\r\n]{0,999}\)")
_OPENING = re.compile(r"(?:^|[\s(\[{—–*_“‘])\Z")


def check(facts: Facts) -> Iterator[Defect]:
    """Report unusual quotation marks and unusual apostrophes, each once for the guide."""
    text = facts.source.text
    pairs = [pair for pair in _PAIRS if pair[0] in text and any(mark in text for mark in pair[1])]
    if not pairs:
        return
    visible = _visible(facts)
    for straight, curly, name in pairs:
        places = [match.start() for match in re.finditer(f"[{straight}{curly}]", visible)]
        straights = [at for at in places if text[at] == straight]
        curlies = [at for at in places if text[at] != straight]
        if straights and curlies:
            yield _defect(text, straights, curlies, (straight, curly, name))


def _visible(facts: Facts) -> str:
    """Return the text with code, HTML, front matter and the targets of links blanked out."""
    paths = (leaf.span for leaf in facts.guide.leaves if leaf.kind is LeafKind.PATH)
    text = mask(facts.source.text, iter(sorted([*facts.regions.unread(), *paths])))
    text = mask(text, (span.outer for span in facts.prose.code_spans))
    return _UNSEEN.sub(lambda match: " " * len(match.group()), text)


def _defect(
    text: str, straights: list[int], curlies: list[int], pair: tuple[str, str, str]
) -> Defect:
    straight, curly, name = pair
    sides = [(len(straights), -straights[0]), (len(curlies), -curlies[0])]
    is_straight_usual = sides[0] > sides[1]
    odd, usual = (curlies, straights) if is_straight_usual else (straights, curlies)
    kinds = ("curly", "straight") if is_straight_usual else ("straight", "curly")
    plural = "" if len(odd) == 1 else "s"
    message = f"{len(odd)} {kinds[0]} {name}{plural} beside {len(usual)} {kinds[1]}"
    edits = tuple(
        Edit(Span(at, at + 1), straight if is_straight_usual else curly[not _opens(text, at)])
        for at in odd
    )
    return Defect(
        Span(odd[0], odd[0] + 1),
        message,
        related=(Related(f"{kinds[1]} here", Span(usual[0], usual[0] + 1)),),
        fix=Fix(f"make all of them {kinds[1]}", False, edits),
        key=f"{kinds[0]} {name}",
    )


def _opens(text: str, at: int) -> bool:
    return bool(_OPENING.search(text[max(0, at - 1) : at]))


RULE = Rule("mixed-quotes", Group.CHARACTERS, Severity.WARNING, __doc__, check, on=False)
