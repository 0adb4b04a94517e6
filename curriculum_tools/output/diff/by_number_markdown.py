"""The format `markdown` of a comparison by number, for a pull request."""

from collections.abc import Iterator

from curriculum_tools.output.diff.by_number_lines import sentences, summary
from curriculum_tools.output.escape_markdown import escape_comment
from curriculum_tools.output.style import Style
from curriculum_tools.versions.diff.by_number import NumberDifference

MOST_LISTED = 200  # a comment on GitHub has at most 65,536 characters


def render(difference: NumberDifference, style: Style) -> Iterator[str]:
    """Yield a list of the differences."""
    if style.quiet and difference.is_same:
        return
    yield f"### By number: {escape_comment(summary(difference))}\n"
    lines = list(sentences(difference))
    if lines:
        yield "\n"
    yield from (f"- {escape_comment(line[:300])}\n" for line in lines[:MOST_LISTED])
    if len(lines) > MOST_LISTED:
        yield f"- {len(lines) - MOST_LISTED:,} more: `curriculum diff --by-number` lists them\n"
