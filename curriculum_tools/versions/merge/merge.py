"""Merging, from end to end: versions in, the text of one guide out, and all that is said of it."""

from collections.abc import Iterable

from curriculum_tools.model.errors import UnaccountedError
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.markdown import markdown
from curriculum_tools.versions.merge.account import account
from curriculum_tools.versions.merge.disputes import (
    ASKED_ABOUT,
    absent,
    conflicts,
    review,
    rewordings,
)
from curriculum_tools.versions.merge.join import Decided, join
from curriculum_tools.versions.merge.joined import Exists
from curriculum_tools.versions.merge.merged import Merged
from curriculum_tools.versions.merge.printing import Printer, printed_guide
from curriculum_tools.versions.version import Version, version_of


def merge(
    versions: Iterable[Version],
    name: str,
    exists: Exists,
    *,
    declared: bool,
    decided: Decided = Decided(),  # noqa: B008 - immutable
) -> Merged:
    """Merge versions, the oldest first if their order is `declared`, into a guide called `name`.

    The guide is read back and everything accounted for. Raises UnaccountedError where something
    would be lost.
    """
    joined = join(versions, name, exists, declared=declared, decided=decided)
    chapters = tuple(Printer(joined).chapters())
    guide = printed_guide(joined, chapters)
    text = markdown(guide)
    written = version_of(parse(Source(name, text)), name)
    accounting = account(joined, written)
    if accounting.missing or len(written.topics) != len(guide.topics):
        raise UnaccountedError(name, [str(item) for item in accounting.missing])
    return Merged(
        guide=guide,
        text=text,
        versions=joined.versions,
        declared=declared,
        chapters=chapters,
        conflicts=tuple(conflicts(joined)),
        review=tuple(review(joined, name)),
        absent=tuple(absent(joined, chapters)),
        stale=joined.stale,
        accounting=accounting,
    )
