"""Merging three versions of a file as git hands them over, which never loses a side."""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.app.merged_lines import MergedLines
from curriculum_tools.editing.numbers_after_merge import (
    contents_in_order,
    numbered_again,
    numbering_faults,
)
from curriculum_tools.facts.facts import Facts
from curriculum_tools.facts.line_ends import read_line_ends, with_line_ends
from curriculum_tools.model.config import Config
from curriculum_tools.model.source import BYTE_ORDER_MARK, Source
from curriculum_tools.store.config import Configs
from curriculum_tools.store.line_merge import merge_by_lines
from curriculum_tools.store.paths import folder_of
from curriculum_tools.store.reading import source_of
from curriculum_tools.store.sources import path_of_source, read_named_source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.threeway.joined_text import Labels
from curriculum_tools.versions.threeway.merging import ThreeWay, merge


class Three(NamedTuple):
    """The bytes of three versions of a file, and the path that it has in the work tree."""

    base: bytes
    ours: bytes
    theirs: bytes
    path: str


class Outcome(NamedTuple):
    """A merged file: its bytes, whether nothing is left to resolve, and what is told of it."""

    data: bytes
    is_clean: bool
    told: tuple[str, ...] = ()


def merge_three(three: Three, configs: Configs, size: int = 7) -> Outcome:
    """Merge a file: as a guide where it is one, else by lines. Raises nothing of its own."""
    base, ours, theirs, path = three
    if theirs in (base, ours):
        return Outcome(ours, is_clean=True)
    if base == ours:
        return Outcome(theirs, is_clean=True)
    try:
        merged = _as_guides(three, configs.of_folder(folder_of(path)), Labels(size))
    except Exception as error:  # noqa: BLE001 - a bug or a bad config must lose nobody's work
        merged = f"{type(error).__name__}: {error}"
    return by_lines(three, size, merged) if isinstance(merged, str) else merged


def merge_named(
    base: str, ours: str, theirs: str, output: str | None, config_path: str | None
) -> Outcome:
    """Merge three sources that are named as for `diff`; raises a CurriculumError.

    The config is that of the guide to be written, else that of ours.
    """
    sources = [read_named_source(name).text for name in (base, ours, theirs)]
    data = [text.encode("utf-8", "surrogateescape") for text in sources]
    path = output or path_of_source(ours)
    return merge_three(Three(data[0], data[1], data[2], path), Configs(config_path))


def by_lines(three: Three, size: int, why: str) -> Outcome:
    """Merge a file line by line, as git does, and tell why."""
    done = merge_by_lines(three[:3], size)
    if done.text is None:
        told = (f"{three.path}: {done.complaint}; ours is left as it is",)
        return Outcome(three.ours, is_clean=False, told=told)
    return Outcome(done.text, done.conflicts == 0, (f"{three.path}: merged by lines: {why}",))


def _as_guides(three: Three, config: Config, labels: Labels) -> Outcome | str:
    """Merge three versions of a guide; return why not where it cannot be done."""
    sources = [source_of(data, three.path) for data in three[:3]]
    texts = [_plain(source.text) for source in sources]
    if None in texts:
        return "its lines do not all end alike"
    plain = [text or "" for text in texts]
    lines = MergedLines(three[:3], plain, three.path, config)
    if lines.keep_all and lines.are_in_order():
        return Outcome(lines.data, True, _asked_twice(lines.facts, plain))
    ours = parse_text(Source(three.path, plain[1]), config)
    if not is_guide(ours):
        return "it is no guide"
    if lines.keep_all and lines.are_in_order(numbering_faults(Facts(ours, config))):
        return Outcome(lines.data, True, _asked_twice(lines.facts, plain))
    read = partial(parse, dialect=ours.dialect)
    base, theirs = (read(Source(three.path, plain[n])) for n in (0, 2))
    guides = (base, ours, theirs)
    if any(Facts(guide, config).conflicts or guide.is_doubtful for guide in guides):
        return "not all of it can be read"
    merged = merge(base, ours, theirs, read)
    if merged.lost:
        return f"something would be lost or doubled, such as {merged.lost[0]!r}"
    sides = [Facts(guide, config) for guide in (ours, theirs)]
    if merged.is_deletion_alone and lines.are_in_order(*map(numbering_faults, sides)):
        return Outcome(lines.data, is_clean=True, told=tuple(_deletions(merged, three.path)))
    return _outcome(merged, sides, [source.text for source in sources], labels)


def _outcome(
    merged: ThreeWay, sides: Sequence[Facts], texts: Sequence[str], labels: Labels
) -> Outcome:
    path = merged.resolved.path
    facts = Facts(merged.resolved, sides[0].config)
    if not (merged.conflicts or any(side.contents_faults.order for side in sides)):
        facts = contents_in_order(facts, _parsed)
    facts, wrong = _numbered(facts, sides)
    told = list(_deletions(merged, path))
    told += [f"{path}: conflict: {about}" for about in merged.conflicts]
    told += [f"{path}: neither side has this, mend it: {each}" for each in wrong]
    told += _asked_twice(facts, texts)
    text = merged.write(facts.source.text, labels) if merged.conflicts else facts.source.text
    data = _like(text, texts).encode("utf-8", "surrogateescape")
    return Outcome(data, not (merged.conflicts or wrong), tuple(told))


def _deletions(merged: ThreeWay, path: str) -> Iterator[str]:
    return (f"{path}: deleted by {each.by}: {each.what}" for each in merged.deletions)


def _asked_twice(merged: Facts | None, texts: Sequence[str]) -> tuple[str, ...]:
    """Tell of questions that both sides have added, in two places."""
    if merged is None:
        return ()
    asked = Counter(question.text for _, question in merged.guide.questions)
    repeated = [text for text, count in asked.items() if count > 1]
    new = [text for text in repeated if [side.count(text) for side in texts[1:]] == [1, 1]]
    return tuple(f"{merged.guide.path}: asked twice now: {text}" for text in new)


def _numbered(facts: Facts, sides: Sequence[Facts]) -> tuple[Facts, list[str]]:
    """Number a merged guide anew where both sides were in order; say what is wrong that was not."""
    found = numbering_faults(facts)
    if not found:
        return facts, []
    ours, theirs = map(numbering_faults, sides)
    if not (ours or theirs):
        facts = numbered_again(facts, _parsed)
        found = numbering_faults(facts)
    return facts, sorted(found - (ours | theirs))


def _parsed(facts: Facts, source: Source) -> Facts:
    return Facts(parse(source, facts.guide.dialect), facts.config)


def _plain(text: str) -> str | None:
    """Return a text without byte order mark whose lines end with LF; None where they differ."""
    if len(read_line_ends(text).counts) > 1:
        return None
    return with_line_ends(text.removeprefix(BYTE_ORDER_MARK))


def _like(text: str, texts: Sequence[str]) -> str:
    """Give a text the line ends and the byte order mark that the versions have."""
    ends = [read_line_ends(each).usual for each in texts]
    marks = [BYTE_ORDER_MARK if each.startswith(BYTE_ORDER_MARK) else "" for each in texts]
    return _chosen(marks) + with_line_ends(text, _chosen(ends))


def _chosen(values: Sequence[str]) -> str:
    base, ours, theirs = values
    return theirs if base == ours else ours
