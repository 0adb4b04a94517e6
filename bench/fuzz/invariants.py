"""What must hold of any guide: each promise yields what breaks it, in a few words."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from curriculum_tools.editing.renumber import renumber
from curriculum_tools.engine.fix_loop import GuideReader, fix_in_passes
from curriculum_tools.facts.facts import Facts
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import AmbiguousReferenceError, DoubtfulGuideError, MergeError
from curriculum_tools.model.finding import Finding
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import GuideReport
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.parse import parse
from curriculum_tools.syntax.tiling import render
from curriculum_tools.syntax.write import write_guide
from curriculum_tools.versions.lock import Lock, read_lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.unread import unread_words, unwritten_words
from curriculum_tools.versions.version import Version, Versions, version_of
from tests.linting import PATH, guide, lint

#: What may change in a title or question: marks, numbers of topics, and where links lead.
_TOLD = re.compile(r"\]\([^()]*\)|[\W\d_]+")
#: Of fields: what was a text beside one can be read as a field by itself.
_LABELS = {word for spec in HOME.fields for label in spec.labels for word in label.split()}
#: Takes a text and the one before it in the campaign.
Promise = Callable[[str, str], Iterator[str]]


def tiles(text: str, _other: str) -> Iterator[str]:
    """The leaves of a guide are its text."""
    if render(guide(text)) != text:
        yield "the leaves are not the text"


def holds_all_words(text: str, _other: str) -> Iterator[str]:
    """No word of a guide is lost where it is read."""
    yield from (f"not read: {words.text}" for words in unread_words(said(text)))


def reads_back(text: str, _other: str) -> Iterator[str]:
    """What is written is read back: no word goes, and at most once the layout is mended."""
    version = said(text)
    once = written(version)
    lost = unwritten_words(version, said(once))
    if lost.keys() - _LABELS:
        yield f"not written: {' '.join(lost)}"
    again = written(said(once))
    if written(said(again)) != again:
        yield "written anew each time"


def fixes_hold(text: str, _other: str) -> Iterator[str]:
    """Fixing changes no title and no question, and nothing more the second time."""
    fixed = _fixed(text)
    if _fixed(fixed) != fixed:
        yield "a second run fixes more"
    yield from _changes(text, fixed)


def numbers_hold(text: str, _other: str) -> Iterator[str]:
    """Numbering anew changes no title and no question, and nothing the second time."""
    try:
        anew = renumber(Facts(guide(text), Config()), parse).after.text
        yield from _changes(text, anew)
        if renumber(Facts(guide(anew), Config()), parse).after.text != anew:
            yield "numbered anew each time"
    except (DoubtfulGuideError, AmbiguousReferenceError):
        return


def merges_hold(text: str, other: str) -> Iterator[str]:
    """Merging loses nothing in either order, and says the same again from its lock and its own."""
    pair = (said(text, "a.md"), said(other, "b.md"))
    try:
        _merged(pair[::-1])
        found = _merged(pair)
    except MergeError:
        return
    lock = read_lock(write_lock(Lock(Versions(pair, True))), "lock.json", pair[0].dialect)
    if _merged(lock.versions.items) != found:
        yield "the lock merges to another guide"
    if _merged([said(found, "a.md")]).split() != found.split():
        yield "a merged guide merges to another one"


FAST: tuple[Promise, ...] = (tiles, holds_all_words, reads_back)
SLOW: tuple[Promise, ...] = (fixes_hold, numbers_hold, merges_hold)


@lru_cache(maxsize=16)
def said(text: str, name: str = PATH) -> Version:
    """Return what a text says."""
    return version_of(guide(text), name)


def written(version: Version) -> str:
    """Write a version as Markdown."""
    return write_guide(version.root, version.front_matter, version.dialect)


def _merged(versions: Sequence[Version]) -> str:
    return merge(Versions(tuple(versions), True), "merged.md", lambda _path: False).text


def _fixed(text: str) -> str:
    return fix_in_passes(_linted(text), GuideReader(guide, _linted), _is_safe).report.source.text


@lru_cache(maxsize=8)
def _linted(text: str) -> GuideReport:
    return GuideReport(Source(PATH, text), lint(text))


def _is_safe(finding: Finding) -> bool:
    return finding.fix is not None and finding.fix.safe


def _changes(before: str, after: str) -> Iterator[str]:
    """Yield the titles and questions that a text has gained or lost, by their words."""
    one, other = Counter(_parts(guide(before))), Counter(_parts(guide(after)))
    for sign, parts in (("lost", one - other), ("gained", other - one)):
        yield from (f"{sign}: {part}" for part in parts)


def _parts(read: Guide) -> Iterator[str]:
    texts = [section.title for section in (*read.chapters, *read.topics)]
    texts += [question.text for _, question in read.questions]
    return ("".join(_TOLD.sub("", text).split()) for text in texts)
