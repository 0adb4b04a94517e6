r"""The page of a rule, read from the docstring of its module.

    Summary, one sentence on one line.

    Why it matters, in a few lines.

    ## Bad          a fenced `markdown` block in which the rule finds something; optionally a `toml`
                    block (the config) and a `text` block (the files that exist)
    ## Good         the same, in which it finds nothing

Of two `markdown` blocks the first is an earlier version of the guide. `\uXXXX` in an example is
that character, so that invisible ones can be seen; `\z` at the end means that the last line has no
line end.
"""

import re
from dataclasses import dataclass

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<body>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Example:
    """A guide, its config as TOML, the files around it, and an earlier version of it."""

    guide: str
    config: str = ""
    files: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a rule's docstring."""

    summary: str
    why: str
    bad: Example
    good: Example


def read_page(doc: str) -> Page:
    """Parse a docstring; raise ValueError if an example is missing."""
    head, _, rest = doc.strip().partition("\n## Bad\n")
    bad, _, good = rest.partition("\n## Good\n")
    summary, _, why = head.partition("\n")
    return Page(summary.strip(), why.strip(), _example(bad), _example(good))


def _example(text: str) -> Example:
    blocks: dict[str, list[str]] = {}
    for fence in _FENCE.finditer(text):
        blocks.setdefault(fence["language"], []).append(fence["body"])
    if "markdown" not in blocks:
        raise ValueError("a rule's page has no markdown example")
    *before, guide = (_unescaped(body) for body in blocks["markdown"])
    files = tuple("".join(blocks.get("text", [])).split())
    return Example(guide, "".join(blocks.get("toml", [])), files, "".join(before))


def _unescaped(text: str) -> str:
    text = text.removesuffix("\\z\n")
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
