"""The format `markdown`: what branches would give twice, fit for a comment on a pull request."""

from collections.abc import Iterator

from curriculum_tools.output.collisions.paragraphs import (
    CollisionPlace,
    Paragraph,
    paragraphs,
    summary,
)
from curriculum_tools.output.escape_markdown import escape_comment
from curriculum_tools.output.style import Style
from curriculum_tools.versions.collision_report import CollisionReport

MOST_CHARACTERS = 65_536  # of a comment on GitHub
_MOST_OF_A_TEXT = 300
_ROOM = 500  # characters kept for what stands behind the list


def render(report: CollisionReport, _style: Style) -> Iterator[str]:
    """Yield a list; what would make a comment too long is counted, and left out."""
    found = list(paragraphs(report))
    used = 0
    for number, paragraph in enumerate(found):
        text = _item(paragraph)
        used += len(text)
        if used > MOST_CHARACTERS - _ROOM:
            yield f"- … {len(found) - number:,} more; `curriculum collisions` lists them\n"
            break
        yield text
    yield ("\n" if found else "") + _escaped(summary(report)) + "\n"


def _item(paragraph: Paragraph) -> str:
    head = f"- **{_escaped(paragraph.path)}**: {_escaped(paragraph.said)}\n"
    return head + "".join(map(_place, paragraph.places))


def _place(place: CollisionPlace) -> str:
    return f"  - {_escaped(place.where)}: {_escaped(place.name)}\n"


def _escaped(text: str) -> str:
    cut = f"{text[:_MOST_OF_A_TEXT]}…" if len(text) > _MOST_OF_A_TEXT else text
    return escape_comment(cut)
