"""The formats of `curriculum diff`; each is imported when it is asked for."""

from collections.abc import Iterator

from curriculum_tools.output.style import Style
from curriculum_tools.versions.diff.changes import Difference

FORMATS = ("text", "json", "markdown")


def render(name: str, difference: Difference, style: Style) -> Iterator[str]:
    """Render a difference; the name must be one of FORMATS."""
    if name == "json":
        from curriculum_tools.output.diff_json import diff_json

        return diff_json(difference)
    if name == "markdown":
        from curriculum_tools.output.diff_markdown import diff_markdown

        return diff_markdown(difference)
    from curriculum_tools.output.diff_text import diff_text

    return diff_text(difference, style)
