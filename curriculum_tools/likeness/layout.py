"""Code without its layout, so that it compares equal however its lines are indented and parted."""

import re

_FENCE = re.compile(r"(`{3,}|~{3,})[ \t]*(?P<language>[^\s`{]*).*")
#: Languages in which indentation says nothing, by the names that fences give them.
_FREE = (
    "c c# c++ cpp cs csharp css dart go html java javascript js json jsx kotlin kt less php rs "
    "rust scss sql swift ts tsx typescript xml"
)
FREE = frozenset(_FREE.split())


def without_layout(code: str) -> str:
    """Return a code block without blank lines, the ends of lines, and the width of indents.

    How deep a line stands is kept, unless the language of the fence has no use for it.
    """
    lines = code.strip("\n").split("\n")
    fence = _FENCE.fullmatch(lines[0])
    language = fence["language"].casefold() if fence else ""
    if fence:
        is_closed = len(lines) > 1 and lines[-1].strip().startswith(fence[1])
        lines = lines[1:-1] if is_closed else lines[1:]
    filled = [line.rstrip().expandtabs() for line in lines if line.strip()]
    depths = [0] * len(filled) if language in FREE else _depths(filled)
    pairs = zip(depths, filled, strict=True)
    return "\n".join([f"```{language}", *("\t" * depth + line.lstrip() for depth, line in pairs)])


def _depths(lines: list[str]) -> list[int]:
    """Return how deep each line stands in those before it."""
    depths = []
    around: list[int] = []
    for line in lines:
        indent = len(line) - len(line.lstrip())
        while around and around[-1] > indent:
            around.pop()
        if not around or around[-1] < indent:
            around.append(indent)
        depths.append(len(around) - 1)
    return depths
