"""The format `text` of a comparison by number."""

from collections.abc import Iterator

from curriculum_tools.output.diff.by_number_lines import sentences, summary
from curriculum_tools.output.sanitize import sanitize
from curriculum_tools.output.style import Style
from curriculum_tools.output.wrapping import wrap_text
from curriculum_tools.versions.diff.by_number import NumberDifference


def render(difference: NumberDifference, style: Style) -> Iterator[str]:
    """Yield a line for each difference, and how many numbers both have."""
    for sentence in sentences(difference):
        yield f"{sanitize(' '.join(sentence.split()))}\n"
    if not (style.quiet and difference.is_same):
        yield from wrap_text(summary(difference), style.width)
