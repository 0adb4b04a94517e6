"""The translations of guides as a table: which numbers each language lacks."""

from collections.abc import Iterable, Iterator

from curriculum_tools.facts.translations import QuestionNumber
from curriculum_tools.output.escape_markdown import escape_heading, escape_markdown
from curriculum_tools.output.number_ranges import number_ranges
from curriculum_tools.versions.translation_matrix import TranslatedGuide


def translations_table(guides: Iterable[TranslatedGuide]) -> Iterator[str]:
    """Yield a heading and a table for each guide that has translations."""
    for guide in guides:
        yield f"\n## Translations of {escape_heading(guide.path)}\n"
        yield "\n| Language | File | Questions | Lacks | Only here |\n"
        yield "| --- | --- | ---: | --- | --- |\n"
        for each in guide.translations:
            cells = (
                escape_markdown(each.language),
                escape_markdown(each.path),
                f"{each.questions:,} of {guide.questions:,}",
                _listed(each.lacks),
                _listed(each.extra),
            )
            yield f"| {' | '.join(cells)} |\n"


def _listed(numbers: Iterable[QuestionNumber]) -> str:
    return escape_markdown(number_ranges(map(str, numbers))) or "–"
