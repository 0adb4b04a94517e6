"""Text from guides, made safe to show.

A guide or a file name may hold characters that move the cursor, end a line, turn the direction of
writing or are no valid Unicode. Shown raw, they could forge a line of output. So could commands to
a workflow runner, which looks for them in what is printed: GitHub takes `::command::` at the start
of a line, and `##[command]` (the older form) anywhere in it; Azure takes `##vso[command]`, TeamCity
`##teamcity[command]`.
"""

import re

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LINE_SEPARATORS = "\u2028\u2029"
_AFTER_ASCII = f"\x7f-\x9f{_BIDI_CONTROLS}{_LINE_SEPARATORS}"
_SURROGATES = "\ud800-\udfff"

_HARMFUL = re.compile(f"[\x00-\x1f{_AFTER_ASCII}{_SURROGATES}]")
_HARMFUL_IN_JSON = re.compile(f"[{_AFTER_ASCII}]|(?<=#)#(?=\\w*\\[)")
_IN_PATCH = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SURROGATE = re.compile(f"[{_SURROGATES}]")
_NO_BYTE = re.compile("[\ud800-\udc7f\udd00-\udfff]")  # lone surrogates that stand for no byte
_COMMAND = re.compile(r"##(?=\w*\[)")
_COMMAND_AT_START = re.compile(r"^(\s*)::")
_DELETE = "\x7f"
_PICTURES = 0x2400  # the control pictures stand in the order of the controls they show
_UNDECODED = range(0xDC80, 0xDD00)  # bytes that are no UTF-8, as PEP 383 has them


def sanitize(text: str) -> str:
    """Return a text in one line in which every harmful character is visible and does nothing.

    Control characters are shown by their pictures (`␛`), stray bytes as `<FF>`, others as
    `<U+202E>`; the signs that make a command are replaced by ones that look like them.
    """
    if text.isprintable() and "::" not in text and "##" not in text:
        return text  # as nearly all are: what is harmful is not printable
    return _COMMAND_AT_START.sub(r"\1∷", defuse_commands(_HARMFUL.sub(_shown, text)))


def defuse_commands(text: str) -> str:
    """Return a text of the same length in which no `##[command]` works, wherever it stands."""
    return _COMMAND.sub("#♯", text) if "##" in text else text


def sanitize_patch(patch: str) -> str:
    """Return a patch in which nothing moves the cursor, turns the direction or commands a runner.

    Where there is something of that kind, what is returned cannot be applied any more.
    """
    lines = (_IN_PATCH.sub(_shown, line) for line in patch.split("\n"))
    return "\n".join(_COMMAND_AT_START.sub(r"\1∷", defuse_commands(line)) for line in lines)


def sanitize_json(json: str) -> str:
    r"""Return JSON of the same meaning in which harmful characters are written as `\uXXXX`.

    Lone surrogates, which no valid JSON can hold, become U+FFFD.
    """
    return _HARMFUL_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", valid_unicode(json))


def valid_unicode(text: str) -> str:
    """Return a text with its lone surrogates replaced by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def raw_bytes(text: str) -> bytes:
    """Return a text as UTF-8, in which bytes that were not UTF-8 are themselves again."""
    return _NO_BYTE.sub("\ufffd", text).encode(errors="surrogateescape")


def _shown(match: re.Match[str]) -> str:
    character = match[0]
    code = ord(character)
    if character < " ":
        return chr(_PICTURES + code)
    if character == _DELETE:
        return "\u2421"
    if code in _UNDECODED:
        return f"<{code - 0xDC00:02X}>"
    return f"<U+{code:04X}>"
