"""The format `json`: what has new numbers, in the shape of schemas/renumber.schema.json."""

from collections.abc import Iterator, Sequence

from curriculum_tools.editing.renumber import Renumbered
from curriculum_tools.output.json_writer import Object, write_json
from curriculum_tools.output.style import Style

VERSION = 1


def render(guides: Sequence[Renumbered], _style: Style) -> Iterator[str]:
    """Yield all guides, the unchanged ones too."""
    return write_json({"version": VERSION, "guides": [_guide(guide) for guide in guides]})


def _guide(guide: Renumbered) -> Object:
    return {
        "path": guide.before.path,
        "changed": guide.is_changed,
        "headings": [
            {
                "line": guide.before.line_of(each.heading.span.start),
                "what": each.what,
                "before": each.old,
                "after": each.new,
                "title": each.heading.title.text,
            }
            for each in guide.numbers
        ],
        "questions": guide.questions,
        "references": guide.references,
        "links": guide.links,
    }
