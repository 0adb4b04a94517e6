"""What is said of guides that no config tells of: which lines were taken for what."""

from collections.abc import Iterator

from curriculum_tools.model.report import GuideReport, LintReport
from curriculum_tools.output.counted import counted
from curriculum_tools.output.sanitize import sanitize

MOST_NAMED = 5  # guides


def detected_lines(report: LintReport) -> Iterator[str]:
    """Yield a line for each guide whose dialect was detected; of many only the first."""
    guides = [guide for guide in report.guides if guide.read_as.is_detected]
    if not guides:
        return
    for guide in guides[:MOST_NAMED]:
        yield f"read {sanitize(guide.path)}: {', '.join(_taken(guide))}"
    if len(guides) > MOST_NAMED:
        yield f"read {counted(len(guides) - MOST_NAMED, 'more guide')} likewise"
    yield "no config says how these guides are written: curriculum init writes it down"


def _taken(guide: GuideReport) -> Iterator[str]:
    """Yield how many of what a guide has, and by which templates."""
    read_as = guide.read_as
    for count, name, templates in (
        (guide.questions, "question", read_as.questions),
        (guide.topics, "topic", read_as.topics),
        (guide.chapters, "chapter", read_as.chapters),
    ):
        if templates:
            said = " or ".join(f'"{sanitize(template)}"' for template in templates)
            yield f"{counted(count, name)} {said}"
