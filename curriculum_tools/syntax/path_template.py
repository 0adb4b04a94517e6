"""From paths with placeholders to what they match: which files are translations of which."""

import re
from collections.abc import Iterator, Mapping

from curriculum_tools.model.errors import TemplateError
from curriculum_tools.model.templates import Translations

#: Language, script and region as in BCP 47, with either sign between; the likeliest form first:
#: of `first-aid-es` the language is rather `es` than `aid-es`.
_REGION = r"(?:[A-Za-z]{2}|\d{3})"
LANGUAGES = (
    rf"[A-Za-z]{{2}}[-_][A-Za-z]{{4}}(?:[-_]{_REGION})?",
    rf"[A-Za-z]{{2}}[-_]{_REGION}",
    r"[A-Za-z]{2,3}",
    rf"[A-Za-z]{{3}}(?:[-_][A-Za-z]{{4}})?(?:[-_]{_REGION})?",
)
#: What the other placeholders of paths stand for.
PLACEHOLDERS: Mapping[str, str] = {
    "lang": "",
    "dir": r"[^/]+(?:/[^/]+)*",
    "name": r"[^/]+",
    "path": r".+",
}
_PART = re.compile(
    r"\{(?P<name>[a-z]*)\}(?P<slash>/?)|(?P<folders>\*\*/)|(?P<glob>\*+|\?)|[^{*?]+|."
)
_GLOBS = {"*": "[^/]*", "**": ".*", "?": "[^/]"}


def compile_translations(of: str, within: str) -> Translations:
    """Return which files are translations: those that match `within`, a glob with placeholders.

    Raises TemplateError that names the part that is wrong.
    """
    names = set(_names(within))
    for name in _names(of):
        if name not in names:
            raise TemplateError(of, f"{{{name}}}", f"`in` has no {{{name}}} to take it from")
    patterns = tuple(re.compile(_regex(within, form)) for form in LANGUAGES)
    return Translations(of, patterns if "lang" in names else patterns[:1])


def _names(path: str) -> Iterator[str]:
    for part in _PART.finditer(path):
        name = part["name"]
        if name is not None and name not in PLACEHOLDERS:
            known = ", ".join(f"{{{each}}}" for each in PLACEHOLDERS)
            raise TemplateError(path, f"{{{name}}}", f"the placeholders of paths are {known}")
        if name is not None:
            yield name


def _regex(path: str, language: str) -> str:
    regex = ""
    seen: set[str] = set()
    for part in _PART.finditer(path):
        name = part["name"]
        if name in seen:
            regex += f"(?P={name}){part['slash']}"
        elif name == "dir" and part["slash"]:  # files beside the config are in no folder
            regex += f"(?:(?P<dir>{PLACEHOLDERS['dir']})/)?"
        elif name:
            regex += f"(?P<{name}>{PLACEHOLDERS[name] or language}){part['slash']}"
        elif part["folders"]:
            regex += "(?:.*/)?"
        else:
            glob = part["glob"]
            regex += _GLOBS.get(glob, ".*") if glob else re.escape(part.group())
        if name:
            seen.add(name)
    return regex
