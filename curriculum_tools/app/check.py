"""Running the rules over guides: what a lint comes to where the cache has no answer."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TypeAlias

from curriculum_tools.app.around import orphans_given_to, project_path, surroundings_of, tree_of
from curriculum_tools.app.guides import Candidate, is_guide, parse_text
from curriculum_tools.app.shares import shared_out
from curriculum_tools.engine.run import run_rules
from curriculum_tools.engine.selection import selected
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.rules import ALL
from curriculum_tools.store.cache.asked import AskingTree
from curriculum_tools.store.cache.codec import Entry
from curriculum_tools.store.discovery import ignored_for

Text: TypeAlias = tuple[Candidate, Source]


def check(candidate: Candidate, source: Source, against: Guide | None = None) -> Entry:
    """Run the rules over one text, and those on what became of an earlier version.

    There is no report on what is no guide and must be one.
    """
    tree = AskingTree(tree_of(candidate))
    guide = parse_text(source, candidate)
    if candidate.found.must_be_guide and not is_guide(guide):
        return Entry(None, tree.asked, is_guide=False)
    config = candidate.config
    rules = selected(ALL, config, ignored_for(config, candidate.shown_as))
    around = surroundings_of(guide, candidate, orphans_given_to(candidate), tree)
    result = run_rules(
        guide,
        rules,
        config,
        around,
        every_rule=ALL,
        against=against,
        project_path=project_path(candidate),
    )
    topics, questions = len(guide.topics), len(guide.questions)
    report = GuideReport(guide.source, result.findings, topics, questions, result.suppressed)
    return Entry(report, tree.asked, is_guide(guide))


def check_all(texts: Sequence[Text], jobs: int, against: Guide | None = None) -> Iterable[Entry]:
    """Check texts in their order; `jobs` is the number of processes, 0 for one a core."""
    return shared_out(partial(_check_text, against), texts, _size, jobs)


def _check_text(against: Guide | None, text: Text) -> Entry:
    return check(*text, against)


def _size(text: Text) -> int:
    return len(text[1].text)
