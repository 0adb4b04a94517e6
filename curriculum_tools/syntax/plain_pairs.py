"""Front matter of nothing but `key: value` lines, read without YAML where YAML says the same."""

import re

# A plain scalar that begins with a letter or digit. A colon before a blank would make it a key, a
# number sign behind a blank a comment.
_VALUE = r"(?![^\r\n]*?(?: \#|: |:[\r\n]|:\Z))[A-Za-z0-9][^\r\n]*"
_PAIR = re.compile(rf"(?P<key>[A-Za-z_][A-Za-z0-9_-]{{0,99}}): +(?P<value>{_VALUE})(?:\r?\n|\r|\Z)")
_NO_TEXTS = frozenset(["true", "false", "yes", "no", "on", "off", "null"])


def plain_pairs(yaml: str) -> dict[str, str] | None:
    """Return the pairs of a mapping whose values are texts, dates or numbers, all as written.

    None where only YAML can tell: what is quoted, nested, commented, empty, a word that stands for
    a truth value, or a key that occurs twice.
    """
    pairs: dict[str, str] = {}
    place = 0
    while match := _PAIR.match(yaml, place):
        key, value = match["key"], match["value"].rstrip(" ")
        is_text = value.isprintable() and value.lower() not in _NO_TEXTS
        if key in pairs or not is_text:
            return None
        pairs[key] = value
        place = match.end()
    return pairs if pairs and place == len(yaml) else None
