"""Which keys of front matter changed, told without reading it as YAML."""

import re

from curriculum_tools.model.content import Text

_KEY = re.compile(r"(?P<key>[^\s#:-][^:]*?)(?<![ \t])[ \t]*:(?:[ \t]|$)")


def changed_keys(before: Text | None, after: Text | None) -> tuple[str, ...]:
    """Return the keys whose lines differ, in their order; none where only other lines do."""
    one, other = _lines_by_key(before), _lines_by_key(after)
    return tuple(key for key in {**one, **other} if key and one.get(key) != other.get(key))


def _lines_by_key(text: Text | None) -> dict[str, list[str]]:
    """Return the lines of each key; what stands before the first is under the empty one."""
    found: dict[str, list[str]] = {}
    key = ""
    for line in (text.text if text else "").split("\n"):
        if match := _KEY.match(line):
            key = match["key"]
        found.setdefault(key, []).append(line)
    return found
