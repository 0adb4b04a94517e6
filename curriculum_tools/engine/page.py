r"""A rule's page, read from the docstring of its module.

    Summary, one sentence on one line.

    Why, in a few lines.

    ## Bad          a fenced `markdown` block on which the rule has a finding; beside it may stand
                    a `toml` block (the config) and a `text` block (the files that are there)
    ## Good         the same, without a finding

`\uXXXX` in an example stands for that character, so that invisible ones can be seen; `\z` at its
end says that its last line has no line end.
"""

import re
from dataclasses import dataclass

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+)\n(?P<body>.*?)^(?P=fence)$", re.MULTILINE | re.DOTALL
)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Example:
    """A guide, the config that holds for it as TOML, and the files around it."""

    guide: str
    config: str = ""
    files: tuple[str, ...] = ()
    before: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule's docstring says."""

    summary: str
    why: str
    bad: Example
    good: Example


def read_page(doc: str) -> Page:
    """Read a docstring; raises ValueError where a part is missing."""
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
