"""Finding duplicate questions, in guides and across them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from curriculum_tools.facts.asked_wording import asked_wording
from curriculum_tools.likeness import (
    Closeness,
    CrowdedWords,
    EmbeddingModel,
    JudgedPair,
    Judgement,
    QuestionCluster,
    Verdict,
    Weights,
    Wording,
    clusters,
    find_pairs,
    judge,
    key,
    weigh,
)
from curriculum_tools.likeness.question_rulings import apply_rulings
from curriculum_tools.model.content import Question, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import QuestionRuling


@dataclass(frozen=True, slots=True)
class PlacedQuestion:
    """A question with the guide and topic it stands in."""

    guide: Guide
    topic: Section
    question: Question

    @property
    def line(self) -> int:
        """The line of its text, from 1."""
        return self.guide.source.line_of(self.question.span.start)


@dataclass(frozen=True, slots=True)
class Duplicates:
    """What was found; pairs and clusters name questions by their places in `questions`.

    `uncompared` is at most how many pairs a cap left out, for the words in `crowded`. `model` is
    what was asked besides words, if anything was.
    """

    guides: int
    questions: tuple[PlacedQuestion, ...]
    pairs: tuple[JudgedPair, ...]
    clusters: tuple[QuestionCluster, ...]
    stale_rulings: tuple[QuestionRuling, ...]
    crowded: tuple[CrowdedWords, ...]
    uncompared: int
    model: EmbeddingModel | None = None


def find_duplicates(
    guides: Sequence[Guide],
    rulings: Rulings,
    at_least: Verdict = Verdict.POSSIBLE,
    *,
    apart: Callable[[str, str], bool] = lambda _a, _b: False,
    progress: Callable[[int, int], None] | None = None,
    closeness: Closeness | None = None,
) -> Duplicates:
    """Find pairs judged `at_least`, and clusters of what is the same.

    `apart` tells whether two guides, given by their paths, are not to be compared. With `closeness`
    pairs are judged by meaning, too.
    """
    questions = tuple(
        PlacedQuestion(guide, topic, question)
        for guide in guides
        for topic, question in guide.questions
    )
    wordings = [asked_wording(placed.question) for placed in questions]
    weights = weights_of(guides, wordings)
    found = find_pairs(wordings, weights, progress=progress, closeness=closeness)
    ruled = apply_rulings(found.pairs, wordings, rulings)
    paths = [placed.guide.path for placed in questions]
    pairs = tuple(_pairs_within(ruled.pairs, wordings, lambda a, b: apart(paths[a], paths[b])))
    return Duplicates(
        guides=len(guides),
        questions=questions,
        pairs=tuple(pair for pair in pairs if pair.judgement.verdict <= at_least),
        clusters=clusters(pairs),
        stale_rulings=ruled.stale,
        crowded=found.crowded,
        uncompared=found.uncompared,
        model=closeness.model if closeness else None,
    )


def _pairs_within(
    pairs: Iterable[JudgedPair], wordings: Sequence[Wording], apart: Callable[[int, int], bool]
) -> Iterator[JudgedPair]:
    """Yield the pairs that are to be compared, best first.

    Pairs stand for all copies of their wordings; where the copies that are named stand apart,
    others may not.
    """
    copies: dict[str, list[int]] = {}
    for place, wording_ in enumerate(wordings):
        copies.setdefault(key(wording_), []).append(place)
    for pair in pairs:
        if not apart(pair.a, pair.b):
            yield pair
            continue
        ones = copies[key(wordings[pair.a])]
        others = [pair.b] if pair.judgement.score == 1.0 else copies[key(wordings[pair.b])]
        together = ((a, b) for b in others for a in ones if a != b and not apart(a, b))
        for a, b in islice(together, 1):
            if pair.judgement.score < 1.0 or a < b:
                yield JudgedPair(min(a, b), max(a, b), pair.judgement)


def weights_of(guides: Iterable[Guide], wordings: Iterable[Wording]) -> Weights:
    """Weigh words by the questions; what acronyms stand for is read from descriptions too."""
    prose = (
        topic.description.text for guide in guides for topic in guide.topics if topic.description
    )
    return weigh(wordings, prose)


def judge_given(
    given: Sequence[tuple[str, str]], guides: Sequence[Guide], closeness: Closeness | None = None
) -> Iterator[Judgement]:
    """Judge given pairs of texts, in their order, by the words of the guides and of the pairs."""
    wordings = [asked_wording(question) for guide in guides for _, question in guide.questions]
    texts = [Wording(text) for pair in given for text in pair]
    weights = weights_of(guides, [*wordings, *texts])
    for a, b in given:
        yield judge(Wording(a), Wording(b), weights, closeness)
