"""Merging, from end to end: versions in, the text of one guide out, and all that is said of it."""

from typing import NamedTuple

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnaccountedError
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.write import write_guide
from curriculum_tools.versions.merge.account import account
from curriculum_tools.versions.merge.asked_twice import asked_twice
from curriculum_tools.versions.merge.conflicts import conflicts
from curriculum_tools.versions.merge.finish import finished
from curriculum_tools.versions.merge.left_apart import absent, review
from curriculum_tools.versions.merge.overruled import overruled
from curriculum_tools.versions.merge.parts import Exists
from curriculum_tools.versions.merge.plan import Plan
from curriculum_tools.versions.merge.planning import Decided, make_plan
from curriculum_tools.versions.merge.printing import Printer, printed_guide
from curriculum_tools.versions.merge.read_back import refuse_misread, refuse_mixed
from curriculum_tools.versions.merge.result import Merged, MergedChapter
from curriculum_tools.versions.version import Version, Versions, version_of


class _Written(NamedTuple):
    """A merged guide, and its text."""

    chapters: tuple[MergedChapter, ...]
    guide: Version
    text: str


def merge(
    versions: Versions,
    name: str,
    exists: Exists,
    decided: Decided = Decided(),  # noqa: B008 - immutable
    config: Config = Config(),  # noqa: B008
) -> Merged:
    """Merge versions into a guide called `name`, in the dialect of the newest.

    The guide is read back and everything accounted for. Raises UnaccountedError where something
    would be lost, and MergeError where versions are of several dialects or cannot be joined in one.
    """
    refuse_mixed(versions, name)
    plan = make_plan(versions, name, exists, decided)
    chapters, guide, text = _written(plan, config)
    written = version_of(parse(Source(name, text), guide.dialect), name)
    if guide.dialect.templates:
        refuse_misread(chapters, written, name)
    accounting = account(plan, guide, written)
    if accounting.missing or len(written.topics) != len(guide.topics):
        raise UnaccountedError(name, [str(item) for item in accounting.missing])
    return Merged(
        guide=guide,
        text=text,
        versions=plan.versions,
        chapters=chapters,
        conflicts=tuple(conflicts(plan)),
        review=tuple(review(plan, chapters, asked_twice(plan, chapters, decided.rulings))),
        absent=tuple(absent(plan, chapters)),
        stale=plan.stale,
        overruled=tuple(overruled(plan)),
        accounting=accounting,
    )


def merged_text(
    versions: Versions, name: str, exists: Exists, decided: Decided, config: Config
) -> str:
    """Return the text that `merge` gives or gave; nothing is said of it, and nothing checked."""
    return _written(make_plan(versions, name, exists, decided), config).text


def _written(plan: Plan, config: Config) -> _Written:
    chapters = tuple(Printer(plan).chapters())
    guide = printed_guide(plan, chapters)
    text = write_guide(guide.root, guide.front_matter, guide.dialect)
    return _Written(chapters, guide, finished(text, guide, plan, config))
