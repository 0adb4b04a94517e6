"""Making text from guides safe to show.

A guide, or a file name, may hold characters that move the cursor, end a line, turn the
direction of writing or are no valid Unicode. Shown raw, they could forge a line of output.
"""

import re

_BIDI_CONTROLS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_LINE_SEPARATORS = "\u2028\u2029"
_AFTER_ASCII = f"\x7f-\x9f{_BIDI_CONTROLS}{_LINE_SEPARATORS}"
_SURROGATES = "\ud800-\udfff"

_HARMFUL = re.compile(f"[\x00-\x1f{_AFTER_ASCII}{_SURROGATES}]")
_HARMFUL_IN_JSON = re.compile(f"[{_AFTER_ASCII}]")
_SURROGATE = re.compile(f"[{_SURROGATES}]")
_DELETE = "\x7f"
_PICTURES = 0x2400  # the control pictures stand in the order of the controls they show
_UNDECODED = range(0xDC80, 0xDD00)  # bytes that are no UTF-8, as PEP 383 has them


def harmless(text: str) -> str:
    """Give a text in one line in which every harmful character is visible and does nothing.

    Controls are shown by their pictures (`␛`), stray bytes as `<FF>`, others as `<U+202E>`.
    """
    return _HARMFUL.sub(_shown, text)


def harmless_json(json: str) -> str:
    r"""Give a JSON text with the same meaning in which harmful characters stand as `\uXXXX`.

    Lone surrogates, which no valid JSON can hold, become U+FFFD.
    """
    return _HARMFUL_IN_JSON.sub(lambda match: f"\\u{ord(match[0]):04x}", valid_unicode(json))


def valid_unicode(text: str) -> str:
    """Give a text with its lone surrogates replaced by U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


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
