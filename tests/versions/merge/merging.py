"""Merging the texts of guides in a test, without a disk."""

from collections.abc import Collection, Iterable
from textwrap import dedent

from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.versions.lock import Lock, write_lock
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Conflict, Merged
from curriculum_tools.versions.version import Version, Versions
from tests.versions.told import told

OUTPUT = "merged.md"


def rulings(decisions: str) -> Rulings:
    """Read the text of a decisions file."""
    return Rulings(tuple(parse_decisions(dedent(decisions), "decisions.yaml")))


def merge_versions(
    versions: Iterable[Version],
    *,
    in_order: bool = False,
    decisions: str = "",
    found: Collection[str] = (),
) -> Merged:
    """Merge versions; `found` are the paths of the notes that are there."""
    return merge(
        Versions(tuple(versions), in_order),
        OUTPUT,
        lambda path: path in found,
        Decided(rulings(decisions)),
    )


def merged(
    *texts: str, in_order: bool = False, decisions: str = "", found: Collection[str] = ()
) -> Merged:
    """Merge guides, called a.md, b.md and so on; their texts may be indented as the test is."""
    versions = [told(dedent(text), f"{chr(ord('a') + n)}.md") for n, text in enumerate(texts)]
    return merge_versions(versions, in_order=in_order, decisions=decisions, found=found)


def lock_text(found: Merged) -> str:
    """Give the lock that is written beside a merged guide."""
    return write_lock(Lock(found.versions))


def outline(found: Merged) -> list[str]:
    """Give the headings of a merged guide."""
    lines = []
    for chapter in found.guide.chapters:
        lines.append(f"{chapter.number} {chapter.title}" if chapter.number else "-")
        lines += [f"{topic.number} {topic.title}" for topic in chapter.sections]
    return lines


def questions(found: Merged) -> dict[str, list[str]]:
    """Give the questions of a merged guide by the titles of their topics."""
    return {t.title: [q.text for q in t.questions] for t in found.guide.topics if t.questions}


def conflict(found: Merged, kind: str) -> Conflict:
    """Give the only conflict of a kind."""
    (only,) = (each for each in found.conflicts if each.kind == kind)
    return only


def chosen(found: Merged, kind: str) -> tuple[str, str, bool]:
    """Give the value that won the only conflict of a kind, by what, and whether it is open."""
    one = conflict(found, kind)
    return one.options[one.chosen].value, one.by.value, one.is_open


def to_review(found: Merged) -> list[tuple[str, str, str]]:
    """Give what may be the same and was left apart."""
    return [(r.kind, r.members[0].text, r.members[1].text) for r in found.review]
