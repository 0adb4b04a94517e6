r"""The page of a rule, read from the docstring of its module.

    Summary, one sentence on one line.

    Why it matters, in a few lines.

    ## Bad          a fenced `markdown` block in which the rule finds something; optionally a `toml`
                    block (the config) and a `text` block (the files that exist)
    ## Good         the same, in which it finds nothing

Of two `markdown` blocks the first is an earlier version of the guide; the last is always the guide.
A path behind the word `markdown` is that of the guide, or makes of another one a file around it.
`\uXXXX` in an example is that character, so that invisible ones can be seen; `\z` at the end means
that the last line has no line end.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_FENCE = re.compile(
    r"^(?P<fence>`{3,})(?P<language>\w+)(?:[ ](?P<path>\S+))?\n(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")


@dataclass(frozen=True, slots=True)
class Example:
    """A guide, its config as TOML, the files around it, and an earlier version of it.

    `texts` are those of files around it that have one, by path; `path` is the guide's own, where
    that matters.
    """

    guide: str
    config: str = ""
    files: tuple[str, ...] = ()
    before: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    path: str | None = None


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
    pages: list[tuple[str | None, str]] = []
    for fence in _FENCE.finditer(text):
        if fence["language"] == "markdown":
            pages.append((fence["path"], _unescaped(fence["body"])))
        else:
            blocks.setdefault(fence["language"], []).append(fence["body"])
    if not pages:
        raise ValueError("a rule's page has no markdown example")
    *others, (path, guide) = pages
    return Example(
        guide,
        config="".join(blocks.get("toml", [])),
        files=tuple("".join(blocks.get("text", [])).split()),
        before="".join(body for name, body in others if not name),
        texts={name: body for name, body in others if name},
        path=path,
    )


def _unescaped(text: str) -> str:
    text = text.removesuffix("\\z\n")
    return _ESCAPE.sub(lambda escape: chr(int(escape[1], 16)), text)
