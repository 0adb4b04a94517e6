"""Running the rules over guides that the cache has no result for."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.app.pages import RULES, Page
from curriculum_tools.app.parallel import run_parallel
from curriculum_tools.engine.run import run_rules
from curriculum_tools.engine.selection import selected
from curriculum_tools.facts.held import Held, held
from curriculum_tools.facts.order import PAGE
from curriculum_tools.facts.surroundings import count_absent
from curriculum_tools.model.data_path import data_path
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Tree
from curriculum_tools.rules import ALL
from curriculum_tools.store.cache.codec import LintResult
from curriculum_tools.store.cache.dependencies import RecordingTree
from curriculum_tools.store.discovery import ignored_for
from curriculum_tools.syntax.parse import parse

Text: TypeAlias = tuple[Candidate, Source]


def lint_guide(
    guide: Guide, candidate: Candidate, tree: Tree | None = None, against: Guide | None = None
) -> GuideReport:
    """Run the rules over a guide, and those on what became of an earlier version.

    At a page that is no guide only the rules look that are meant for it.
    """
    project = candidate.project
    config = project.config_with_rulings
    around = project.surroundings(guide, tree, candidate.orphans)
    around = replace(around, habits=candidate.habits)
    rules = selected(ALL, config, ignored_for(config, guide.path))
    if candidate.page:
        meant = RULES[candidate.page]
        rules = tuple(rule for rule in rules if meant in (rule.id, rule.group))
    result = run_rules(
        guide,
        rules,
        config,
        around,
        every_rule=ALL,
        against=against,
        project_path=project.path_of(guide.path),
    )
    counts = Held() if candidate.page else held(guide)
    return GuideReport(
        guide.source,
        result.findings,
        counts.topics,
        counts.questions,
        result.suppressed,
        count_absent(around),
        counts.chapters,
        counts.answers,
        counts.options,
        guide.dialect.read_as,
        is_page=candidate.page is not None,
    )


def parse_candidate(candidate: Candidate, source: Source) -> Guide:
    """Parse the text of a file, which may be a page that is no guide."""
    config = candidate.project.config
    if candidate.page is Page.ORDER:
        return parse(source, PAGE)
    if candidate.page is Page.DATA and config.templates:
        from curriculum_tools.syntax.data_guide import parse_data

        return parse_data(source, data_path(config.templates.prerequisites).keys)
    return parse_text(source, config)


def lint_text(
    candidate: Candidate, source: Source, against: Guide | None = None
) -> LintResult | None:
    """Lint the text of a file; None if it must be a guide and is none."""
    tree = RecordingTree(candidate.project.tree)
    guide = parse_candidate(candidate, source)
    if candidate.must_be_guide and not is_guide(guide):
        return None
    report = lint_guide(guide, candidate, tree, against)
    return LintResult(report, tree.dependencies, is_guide(guide))


def lint_texts(
    texts: Sequence[Text], jobs: int, against: Guide | None = None
) -> Iterable[LintResult | None]:
    """Lint texts in their order; `jobs` is the number of processes, 0 for one a core."""
    return run_parallel(partial(_lint, against), texts, _size, jobs)


def _lint(against: Guide | None, text: Text) -> LintResult | None:
    return lint_text(*text, against)


def _size(text: Text) -> int:
    return len(text[1].text)
