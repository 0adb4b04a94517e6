"""What was mended in a guide, for `--show-fixes`."""

from collections import Counter
from collections.abc import Iterable, Iterator

from curriculum_tools.model.finding import Finding
from curriculum_tools.output.sanitize import sanitize


def fixed_lines(path: str, fixed: Iterable[Finding]) -> Iterator[str]:
    """Yield the path of a guide, and below it how often each thing was done, the first first.

    Lines are not told: each fix may move those of the next.
    """
    counts = Counter((finding.rule, finding.fix.title) for finding in fixed if finding.fix)
    yield f"{sanitize(path)}:"
    for (rule, title), count in counts.items():
        yield f"  {count:,} × {rule}: {sanitize(title)}"
