"""From a template as it is written in a config to what it matches.

`{n}. ### {text}` is a heading of level 3 in a numbered list item. The marks of the carrier stand in
front; what follows is compared with the visible text of a whole line, without regard to case.
"""

import re
from collections.abc import Mapping
from functools import partial

from curriculum_tools.model.errors import TemplateError
from curriculum_tools.model.templates import Carrier, Template

#: What each placeholder stands for; {text} at the end of a template is all the rest.
PLACEHOLDERS: Mapping[str, str] = {
    "n": r"\d++(?:\.\d++)*+[a-z]?",
    "text": r"\S(?:.*?\S)??",
    "letter": r"[A-Za-z]",
    "mark": r"[ xX]",
    "count": r"\d[\d,.]*",
    "word": r"(?:[^\W\d_]+[ ]?)?",
    "url": r"\S+",
}
# An answer may name several: `A, C`, `A and C`, `AC`.
_LETTERS = r"[A-Za-z](?:(?:\s*[,/&]\s*(?:and\s+)?|\s+and\s+)[A-Za-z]\b)*+|(?-i:[A-H]{2,8})"
_HEADING = re.compile(r"(?P<item>(?:[-*+]|\{n\}[.)])[ ]+)?(?P<marks>#{1,6})[ ]+(?P<rest>.+)")
_ITEM = re.compile(r"(?P<item>[-*+]|\{n\}[.)])[ ]+(?P<rest>.+)")
_SUMMARY = re.compile(r"<summary>(?P<rest>.+)</summary>")
_DIV = re.compile(r"(?<!:):::+[ ]*(?P<rest>[\w-]+)")
_ROW = re.compile(r"\|(?P<rest>.+)\|")
_PART = re.compile(r"\{(?P<name>[a-z]*)\}")
_GOOD = "a good one is `## {text}`, `{n}. ### {text}` or `- {text}`"


def compile_template(text: str, *, is_answer: bool = False) -> Template:
    """Return what a template matches; raises TemplateError that names the part that is wrong."""
    forms = {**PLACEHOLDERS, "letter": _LETTERS} if is_answer else PLACEHOLDERS
    read = partial(_template, text, forms)
    written = text.strip()
    if match := _HEADING.fullmatch(written):
        carrier = Carrier.LISTED_HEADING if match["item"] else Carrier.HEADING
        number = "{n}" in (match["item"] or "")
        return read(carrier, match["rest"], len(match["marks"]), listed_number=number)
    if match := _ITEM.fullmatch(written):
        number = "{n}" in match["item"]
        carrier = Carrier.NUMBERED_ITEM if number else Carrier.ITEM
        return read(carrier, match["rest"], listed_number=number)
    for carrier, form in (
        (Carrier.SUMMARY, _SUMMARY),
        (Carrier.DIV, _DIV),
        (Carrier.ROW, _ROW),
    ):
        if match := form.fullmatch(written):
            return read(carrier, match["rest"])
    return read(Carrier.LINE, written)


def _template(
    text: str,
    forms: Mapping[str, str],
    carrier: Carrier,
    rest: str,
    level: int = 0,
    *,
    listed_number: bool = False,
) -> Template:
    pattern = ""
    seen: set[str] = {"n"} if listed_number else set()
    last = 0
    bold_before = 0
    for part in _PART.finditer(rest):
        name = part["name"]
        if name not in forms:
            known = ", ".join(f"{{{each}}}" for each in forms)
            raise TemplateError(text, part.group(), f"the placeholders are {known}")
        if name in seen:
            raise TemplateError(text, part.group(), "a placeholder stands in a template once")
        seen.add(name)
        literal = rest[last : part.start()]
        bold_before += literal.count("**")
        pattern += _literal(literal)
        form = forms[name]
        if name == "text" and bold_before % 2 and "**" in rest[part.end() :]:
            form = r"(?:(?!\*\*).)+?"  # what is bold as a whole has no end of bold type in it
        pattern += f"(?P<{name}>{form})"
        last = part.end()
    if not rest.strip() or rest.strip("#") == "":
        raise TemplateError(text, rest or text, _GOOD)
    pattern += _literal(rest[last:])
    if carrier is Carrier.LINE and not seen:
        raise TemplateError(text, text, _GOOD)
    compiled = re.compile(rf"\s*{pattern}\s*", re.IGNORECASE)
    return Template(text, carrier, compiled, level, listed_number, "**" in rest)


def _literal(text: str) -> str:
    """Return a pattern for what stands between placeholders; blanks may be any."""
    words = [re.escape(word) for word in re.split(r"\s+", text)]
    return r"\s*".join(words)
