"""What is new since the last merge, in words."""

from collections.abc import Iterator, Mapping

from curriculum_tools.output.counted import counted
from curriculum_tools.output.merge.conflict_text import is_overruled_anew, kind_words, meets_edit
from curriculum_tools.versions.merge.result import MergeReport


def news_texts(report: MergeReport) -> Iterator[str]:
    """Yield a text for each version with news, and one for what of it meets a decision."""
    for news in report.news:
        if news.is_added:
            yield f"{news.source} is merged for the first time: {_listed(news.new)}"
            continue
        if news.new:
            are = "is" if list(news.new.values()) == [1] else "are"
            yield f"{_listed(news.new)} {are} new in {news.source}"
        if news.gone:
            are = "is" if list(news.gone.values()) == [1] else "are"
            yield f"{_listed(news.gone)} {are} gone from {news.source}"
    new = frozenset[str]().union(*(news.texts for news in report.news))
    met = [each for each in report.merged.open_conflicts if each.options[-1].value in new]
    for is_met, what in ((meets_edit, "what was edited by hand"), (is_overruled_anew, "a ruling")):
        if count := sum(map(is_met, met)):
            yield f"{count:,} of them {'meets' if count == 1 else 'meet'} {what}"


def _listed(counts: Mapping[str, int]) -> str:
    """Return counts of kinds, the most first: `3 questions and 1 description`."""
    parts = [counted(count, *kind_words(kind)) for kind, count in counts.items()]
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]])) if parts else "nothing"
