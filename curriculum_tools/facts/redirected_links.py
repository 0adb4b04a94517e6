"""Links that a text should have in another folder."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from curriculum_tools.facts.links import RelativeLink, behind_path, path_of, relative_links
from curriculum_tools.model.finding import Edit
from curriculum_tools.model.source import Source, Span
from curriculum_tools.syntax.parse import parse

#: Returns the destination that a link should have; None where it stays as it is.
NewDestination = Callable[[RelativeLink], str | None]

_SIGNS = re.compile(r"\]\(|\]:|\b(?:href|src)\b", re.IGNORECASE)
_ABOVE = "\n"  # so that a line of dashes is a line, and opens no front matter
# What would end a destination, or be read as something else in it.
_RESERVED = re.compile(r"[\s\x00-\x1f\x7f\"'()<>\[\]\\`{|}%?#&:]")


def redirections(text: str, redirect: NewDestination) -> Iterator[Edit]:
    """Yield the edits that redirect the links of a text, in their order.

    The text may be part of a guide.
    """
    if not _SIGNS.search(text):
        return
    for link in relative_links(parse(Source("", _ABOVE + text))):
        destination = redirect(link) if link.path else None
        if destination is not None:
            start, end = (at - len(_ABOVE) for at in link.span)
            yield Edit(Span(start, end), destination)


def destination_of(path: str, link: RelativeLink) -> str | None:
    """Return the destination of a link with another path, which is not yet encoded.

    Names at its end that the link has, too, stay as they are written. None where it cannot be told
    what of the destination is its path.
    """
    rest = behind_path(link)
    if rest is None:
        return None
    names = path.split("/")
    written = link.destination.removesuffix(rest).split("/")
    kept = 0
    for name, own in zip(reversed(names), reversed(written), strict=False):
        if path_of(own, is_html=link.is_html) != name:
            break
        kept += 1
    encoded = [_RESERVED.sub(_encoded, name) for name in names[: len(names) - kept]]
    return "/".join([*encoded, *written[len(written) - kept :]]) + rest


def edited(text: str, edits: list[Edit]) -> str:
    """Return a text with edits made, which are in order and do not overlap."""
    ends = [0, *(edit.span.end for edit in edits)]
    starts = [*(edit.span.start for edit in edits), len(text)]
    kept = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    return kept[0] + "".join(edit.text + after for edit, after in zip(edits, kept[1:], strict=True))


def place_after(at: int, edits: list[Edit]) -> int:
    """Return where a place in a text is once edits are made."""
    return at + sum(
        len(edit.text) - (edit.span.end - edit.span.start) for edit in edits if edit.span.end <= at
    )


def _encoded(match: re.Match[str]) -> str:
    return quote(match.group(), safe="")
