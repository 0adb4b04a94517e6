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

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.finding import Defect, Severity
from curriculum_tools.model.guide import FaultKind
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.front_matter import read_front_matter, read_yaml

if TYPE_CHECKING:
    from jsonschema import ValidationError

_LONGEST = 160  # characters of a validator's message, which can quote a whole value
_FENCE = 3


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
    """Return whether another rule already reports the character at an offset."""
    character = facts.source.text[offset : offset + 1]
    return unicodedata.category(character or "-") in ("Cc", "Cs") and character not in "\t\r\n"


def _violations(facts: Facts, span: Span, schema: Mapping[str, object]) -> Iterator[Defect]:
    from jsonschema.validators import Draft202012Validator, validator_for
    from referencing import Registry

    front = read_front_matter(facts.source.text, span.start)
    if front is None:
        return
    yaml = facts.source.slice(front.body)
    values, _faults = read_yaml(yaml, front.body.start, numbers=True)
    # An empty registry, so that no reference to another schema is fetched.
    validator = validator_for(schema, default=Draft202012Validator)(schema, registry=Registry())
    for error in validator.iter_errors(values):
        for path, message in _described(error):
            key = _key(yaml, path)
            place = Span(span.start, span.start + _FENCE)
            if key:
                place = Span(front.body.start + key.start, front.body.start + key.end)
            yield Defect(place, message, key=message)


def _described(error: "ValidationError") -> Iterator[tuple[Sequence[str | int], str]]:
    """Yield the path to each key that an error is about, and the message for it."""
    path = list(error.absolute_path)
    within = f" of `{_dotted(path)}`" if path else ""
    if error.validator == "required":
        missing = re.match(r"'(.*)' is a required property", error.message)
        if missing:
            yield path, f"front matter lacks the key `{missing[1]}`{within}"
            return
    if error.validator == "additionalProperties" and error.validator_value is False:
        for key in _unknown(error):
            name = _dotted([*path, key])
            yield [*path, key], f"front matter has the key `{name}`, which its schema does not know"
        return
    message = error.message
    if len(message) > _LONGEST:
        message = f"it does not satisfy `{error.validator}` of its schema"
    where = f"front matter key `{_dotted(path)}`" if path else "front matter"
    yield path, f"{where}: {message}"


def _unknown(error: "ValidationError") -> Iterator[str]:
    """Yield the keys that `additionalProperties` forbids."""
    if not isinstance(error.instance, dict) or not isinstance(error.schema, dict):
        return
    patterns = list(error.schema.get("patternProperties", {}))
    for key in error.instance:
        is_known = key in error.schema.get("properties", {})
        if not is_known and not any(re.search(pattern, key) for pattern in patterns):
            yield key


def _dotted(path: Sequence[str | int]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def _key(yaml: str, path: Sequence[str | int]) -> Span | None:
    """Return the span of the last key of a path that is found in block style, if any."""
    found = None
    for depth, part in enumerate(part for part in path if isinstance(part, str)):
        lead = r"[ \t]*(?:-[ \t]+)*" if depth else ""
        pattern = rf"(?<![^\r\n]){lead}(?P<key>[\"']?{re.escape(part)}[\"']?)[ \t]*:"
        match = re.compile(pattern).search(yaml, found.end if found else 0)
        found = Span(*match.span("key")) if match else found
    return found


RULE = Rule("invalid-front-matter", Group.FRONT_MATTER, Severity.ERROR, __doc__, check)
