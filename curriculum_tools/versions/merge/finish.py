"""What of a merged guide follows from the rest: counts of questions, and the table of contents."""

from curriculum_tools.engine.apply_fixes import apply_fixes
from curriculum_tools.facts.counts import said_counts
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.finding import Fix
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.merge.contents_table import contents_rewritten
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.version import Version


def finished(text: str, guide: Version, plan: Plan, config: Config) -> str:
    """Return the text of a merged guide with what follows from the rest brought up to date."""
    dialect = guide.dialect
    if not dialect.templates:
        return text
    facts = _facts(guide.name, text, dialect, config)
    renamed = _renamed(plan, guide)
    facts = _facts(guide.name, contents_rewritten(facts, renamed), dialect, config)
    counts = [count for count in said_counts(facts) if count.said != count.actual]
    fixes = [Fix("count", True, count.edits) for count in counts]
    return apply_fixes(facts.source.text, fixes) if fixes else facts.source.text


def _facts(name: str, text: str, dialect: Dialect, config: Config) -> Facts:
    return Facts(parse(Source(name, text), dialect), config)


def _renamed(plan: Plan, guide: Version) -> dict[str, str | None]:
    """Return the titles of versions that are no titles of the guide, with what they are now."""
    found: dict[str, str | None] = {}
    for version in plan.versions.items:
        found |= {question.text: None for topic in version.topics for question in topic.questions}
    for joined in plan.questions.joined:
        printed = joined.printed.text if joined.homes else None
        found |= {asked.said.text: printed for asked in joined.asked}
    for topic in plan.topics:
        found |= {member.said.title: topic.title.value for member in topic.members}
    for chapter in plan.chapters:
        found |= {member.said.title: chapter.name for member in chapter.members}
    titles = _titles(guide)
    return {old: new for old, new in found.items() if old and old not in titles}


def _titles(guide: Version) -> set[str]:
    sections = (*guide.chapters, *guide.topics)
    asked = (question.text for topic in guide.topics for question in topic.questions)
    return {*(section.title for section in sections), *asked}
