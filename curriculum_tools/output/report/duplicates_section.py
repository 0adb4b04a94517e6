"""The section `duplicates`: questions that are asked twice."""

from dataclasses import dataclass
from typing import NamedTuple

from curriculum_tools.facts.duplicates import Duplicates, PlacedQuestion
from curriculum_tools.likeness import JudgedPair
from curriculum_tools.output.counted import counted
from curriculum_tools.output.duplicates.text import HEADS
from curriculum_tools.output.report.gathered import Gathered
from curriculum_tools.output.report.section import LeftOut, ReportSection, limited
from curriculum_tools.output.report.shown_text import Sides, alike_sides

MOST_PAIRS = 300  # of each kind
WORD_FOR_WORD = "Asked twice, word for word"


class ShownPair(NamedTuple):
    """Two questions, where they stand, and how alike they are, in [0, 1]."""

    a: str
    b: str
    score: float
    said: Sides


@dataclass(frozen=True, slots=True)
class PairsOfKind:
    """Pairs that are judged alike."""

    title: str
    count: int
    pairs: tuple[ShownPair, ...]
    left_out: LeftOut | None


def duplicates_section(gathered: Gathered) -> ReportSection | None:
    """Return the section; None where nothing was compared."""
    found = gathered.duplicates
    if found is None or not found.questions:
        return None
    equal = tuple(pair for pair in found.pairs if pair.judgement.score == 1.0)
    kinds = [(WORD_FOR_WORD, equal)]
    for verdict, head in HEADS.items():
        judged = (p for p in found.pairs if p.judgement.verdict is verdict)
        kinds.append((head, tuple(pair for pair in judged if pair.judgement.score < 1.0)))
    parts = tuple(_of_kind(found, title, pairs) for title, pairs in kinds if pairs)
    looked_at = f"Of {counted(len(found.questions), 'question')}"
    lead = f"{looked_at}, none is asked twice."
    if found.pairs:
        lead = f"{looked_at}, {counted(len(found.pairs), 'pair is', 'pairs are')} alike."
    if gathered.curricula:
        lead += " Versions of one curriculum repeat each other on purpose and are not compared."
    return ReportSection("duplicates", "Asked twice", lead, parts, len(found.pairs))


def _of_kind(found: Duplicates, title: str, pairs: tuple[JudgedPair, ...]) -> PairsOfKind:
    shown, left_out = limited(pairs, MOST_PAIRS, "curriculum duplicates -v")
    return PairsOfKind(title, len(pairs), tuple(_pair(found, pair) for pair in shown), left_out)


def _pair(found: Duplicates, pair: JudgedPair) -> ShownPair:
    a, b = found.questions[pair.a], found.questions[pair.b]
    guard = pair.judgement.guard
    remarks = (f"{guard} differs",) if guard else ()
    said = Sides(*alike_sides(a.question.text, b.question.text), remarks)
    return ShownPair(_place(a), _place(b), pair.judgement.score, said)


def _place(placed: PlacedQuestion) -> str:
    topic = placed.topic.number or placed.topic.title
    where = f"{placed.guide.path}:{placed.line}"
    return f"{where} ({topic})" if topic else where
