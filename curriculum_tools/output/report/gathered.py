"""What a report is made of: what the other commands find, side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.facts.duplicates import Duplicates
from curriculum_tools.facts.prerequisites import Prerequisite
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import LintReport
from curriculum_tools.versions.diff.changes import Difference
from curriculum_tools.versions.index import Index
from curriculum_tools.versions.merge.result import MergeReport


@dataclass(frozen=True, slots=True)
class GatheredCurriculum:
    """A declared curriculum: its versions as declared, merged and compared.

    `why_not` says in one line why there is no merge or no index; the other parts stand all the
    same. Each difference is one between neighbouring versions.
    """

    name: str
    versions: tuple[str, ...]
    merge: MergeReport | None = None
    index: Index | None = None
    differences: tuple[Difference, ...] = ()
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class GatheredGuides:
    """Guides that belong to no curriculum, under one name, with their index."""

    name: str
    index: Index


@dataclass(frozen=True, slots=True)
class PrerequisiteGraph:
    """What the topics of a guide build on; `name` is the path of the guide."""

    name: str
    guide: Guide
    prerequisites: tuple[Prerequisite, ...]


class Counts(NamedTuple):
    """How much guides hold; `written` counts topics that have notes of their own."""

    topics: int
    questions: int
    written: int


class HistoryPoint(NamedTuple):
    """A commit that changed guides, its day as `2024-05-31`, and what the guides held then."""

    commit: str
    day: str
    subject: str
    counts: Counts


@dataclass(frozen=True, slots=True)
class Gathered:
    """All of a report. `guides` are those that were linted, by their paths.

    `history` has the oldest commit first, and is None where it was not asked for.
    """

    lint: LintReport
    guides: Mapping[str, Guide]
    curricula: tuple[GatheredCurriculum, ...] = ()
    others: tuple[GatheredGuides, ...] = ()
    duplicates: Duplicates | None = None
    prerequisites: tuple[PrerequisiteGraph, ...] = ()
    history: tuple[HistoryPoint, ...] | None = None

    @property
    def indexes(self) -> tuple[Index, ...]:
        """The indexes of all curricula that could be merged, and of all other guides."""
        merged = (curriculum.index for curriculum in self.curricula if curriculum.index)
        return (*merged, *(guides.index for guides in self.others))
