"""The format `text`: what branches would give twice, and where in each it stands."""

from collections.abc import Iterator

from curriculum_tools.output.collisions.paragraphs import paragraphs, summary
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.collision_report import CollisionReport

_INDENT = "  "


def render(report: CollisionReport, style: Style) -> Iterator[str]:
    """Yield what is given twice with its two places, then how many collisions there are."""
    for paragraph in paragraphs(report):
        yield f"{style.path(sanitize(paragraph.path))}: {sanitize(paragraph.said)}\n"
        for where, name in paragraph.places:
            yield from wrap_text(sanitize(f"{where}  {name}"), style.width, _INDENT)
    if not style.quiet:
        yield from wrap_text(sanitize(summary(report)), style.width)
