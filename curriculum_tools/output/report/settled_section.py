"""The section `settled`: what versions say differently and how that was settled."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.model.content import Text
from curriculum_tools.output.counted import counted
from curriculum_tools.output.diff.word_diff import word_diff
from curriculum_tools.output.merge.conflict_text import kind_words
from curriculum_tools.output.report.gathered import Gathered, GatheredCurriculum
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.shown_text import Sides, sides
from curriculum_tools.versions.merge.joined_questions import Fold
from curriculum_tools.versions.merge.result import Conflict, Merged, MergedTopic

MOST_SETTLED = 300  # of each kind
WHERE = "curriculum merge --check -v"  # all of it is
HOW = {
    "only": "only one says anything",
    "majority": "most versions say so",
    "newest": "the newest version says so",
    "edited": "edited by hand",
    "exists": "its file is there",
    "written": "written beats planned",
    "decision": "decided",
    "tie": "a tie",
}
WORDINGS = "questions in other words"


class SettledItem(NamedTuple):
    """A choice: what was not taken beside what was, from which versions, and why."""

    where: str
    how: str
    said: Sides
    not_from: str
    taken_from: str


@dataclass(frozen=True, slots=True)
class SettledOfKind:
    """All choices of a kind."""

    title: str
    count: int
    items: tuple[SettledItem, ...]
    left_out: LeftOut | None


@dataclass(frozen=True, slots=True)
class SettledMerge:
    """What a merge settled: how many choices for which reason, the choices, and the account.

    A row of the account counts the items of a kind, and what became of them.
    """

    name: str
    how: tuple[tuple[str, int], ...]
    kinds: tuple[SettledOfKind, ...]
    account_columns: tuple[str, ...]
    account: tuple[tuple[str, tuple[int, ...]], ...]


def settled_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where nothing was merged."""
    merged = [each for each in gathered.curricula if each.merge]
    if not merged:
        return None
    parts = tuple(map(_settled, merged))
    count = sum(kind.count for part in parts for kind in part.kinds)
    lead = (
        f"Where versions say different things, {counted(count, 'choice was', 'choices were')} made "
        "without asking, or as decided. Nothing that any version says is lost."
    )
    return ReportSection("settled", "Settled", lead, parts, count)


def _settled(curriculum: GatheredCurriculum) -> SettledMerge:
    if curriculum.merge is None:
        raise ValueError("there is a merge")
    merged = curriculum.merge.merged
    found: dict[str, list[SettledItem]] = {}
    for conflict in merged.conflicts:
        if not conflict.is_open:
            found.setdefault(kind_words(conflict.kind)[1], []).extend(_choices(conflict))
    if wordings := list(_wordings(merged)):
        found[WORDINGS] = wordings
    kinds = tuple(
        SettledOfKind(title, len(items), *limited(tuple(items), MOST_SETTLED, WHERE))
        for title, items in found.items()
    )
    how = Counter(item.how for items in found.values() for item in items)
    accounting = merged.accounting
    columns = tuple(accounting.counts())
    rows = ((kind, accounting.counts(kind)) for kind in accounting.kinds)
    return SettledMerge(
        curriculum.name,
        tuple(how.most_common()),
        kinds,
        tuple(column.replace("_", " ") for column in columns),
        tuple((kind, tuple(counts.values())) for kind, counts in rows if counts["items"]),
    )


def _choices(conflict: Conflict) -> Iterator[SettledItem]:
    """Yield what was chosen beside each other option."""
    chosen = conflict.options[conflict.chosen]
    where = f"{conflict.number or ''} {conflict.title or ''}".strip()
    for option in conflict.options:
        if option is not chosen:
            yield SettledItem(
                where,
                HOW.get(conflict.by, conflict.by),
                sides(word_diff(Text(option.value), Text(chosen.value))),
                ", ".join(option.sources),
                ", ".join(chosen.sources),
            )


def _wordings(merged: Merged) -> Iterator[SettledItem]:
    """Yield the questions of versions that another wording stands for."""
    for chapter in merged.chapters:
        for topic in chapter.topics:
            yield from _wordings_of(topic)


def _wordings_of(topic: MergedTopic) -> Iterator[SettledItem]:
    hows = {Fold.SAME: "the same in other words", Fold.DECISION: HOW["decision"]}
    where = f"{topic.said.number or ''} {topic.said.title}".strip()
    for question in topic.questions:
        kept = [origin.source for origin in question.origins if origin.fold is Fold.KEPT]
        for origin in question.origins:
            if origin.fold in hows:
                said = sides(word_diff(Text(origin.text), Text(question.said.text)))
                how = hows[origin.fold]
                yield SettledItem(where, how, said, origin.source, ", ".join(kept))
