"""The front matter cannot be read, or does not match its schema.

Sites that are built from the guides take the title and other metadata from there. Front matter is
a YAML mapping of plain values between two `---` lines; tags and aliases are not supported. If the
config names a JSON Schema (`schema` under `[front-matter]`), the values must match it, and each
violation is a finding. Dates count as strings there.

## Bad

```markdown
---
title: Guide: the storage engine
---

# Guide
```

## Good

```markdown
---
title: "Guide: the storage engine"
---

# Guide
```
"""

import unicodedata
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.front_matter import read_front_matter
from curriculum_tools.syntax.json_schema import KeyPath, missing_key, schema_errors, unknown_keys
from curriculum_tools.syntax.yaml_text import DATES, YamlError, parse_yaml

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LONGEST = 160  # characters of a validator's message, which may quote a whole value
_FENCE = len("---")


def check(facts: Facts) -> Iterator[Defect]:
    """Report what is wrong with the front matter."""
    guide = facts.guide
    span = guide.front_matter_span
    if span and any(span.covers(conflict.first) for conflict in facts.conflicts):
        return
    for fault in guide.faults:
        if fault.kind is FaultKind.FRONT_MATTER and not _is_unreadable(facts, fault.span.start):
            yield Defect(fault.span, fault.message, key=fault.message)
    schema = facts.config.front_matter_schema
    if schema is not None and span and guide.front_matter is not None:
        yield from _violations(facts, span, schema)


def _is_unreadable(facts: Facts, offset: int) -> bool:
    """Tell whether another rule already reports the character at an offset."""
    character = facts.source.text[offset : offset + 1]
    return unicodedata.category(character or "-") in ("Cc", "Cs") and character not in "\t\r\n"


def _violations(facts: Facts, span: Span, schema: Mapping[str, object]) -> Iterator[Defect]:
    fence = Span(span.start, span.start + _FENCE)
    front = read_front_matter(facts.source.text, span.start)
    if front is None:
        return
    try:
        yaml = parse_yaml(facts.source.slice(front.body), DATES)
    except YamlError as error:  # numbers that were only texts before
        yield Defect(fence, f"front matter {error}", key=str(error))
        return
    for violation in schema_errors(yaml.value or {}, schema):
        for path, message in _told(violation):
            while path and isinstance(path[-1], int):
                path = path[:-1]
            place = fence
            if path:
                key = yaml.span_of(path)
                place = Span(front.body.start + key.start, front.body.start + key.end)
            yield Defect(place, message, key=message)


def _told(error: "ValidationError") -> Iterator[tuple[KeyPath, str]]:
    """Yield the path to each key that an error is about, and a message that names the key."""
    path: KeyPath = tuple(error.absolute_path)
    missing = missing_key(error)
    if missing is not None:
        within = f" of `{_dotted(path)}`" if path else ""
        yield path, f"front matter lacks the key `{missing}`{within}"
        return
    unknown = unknown_keys(error)
    for key in unknown:
        name = _dotted((*path, key))
        yield (*path, key), f"front matter has the key `{name}`, which its schema does not know"
    if unknown:
        return
    message = error.message
    if len(message) > _LONGEST:
        message = f"it does not satisfy `{error.validator}` of its schema"
    yield path, f"front matter{f' key `{_dotted(path)}`' if path else ''}: {message}"


def _dotted(path: KeyPath) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


RULE = Rule("invalid-front-matter", Group.FRONT_MATTER, Severity.ERROR, __doc__, check)
