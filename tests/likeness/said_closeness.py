"""Closeness as a test says it is, without a model."""

from collections.abc import Iterator, Sequence

from curriculum_tools.likeness import EmbeddingModel, Wording


class SaidCloseness:
    """Pairs of texts that are as close as is said; all others are far from each other."""

    model = EmbeddingModel("said", "tests", "1.0")

    def __init__(self, said: dict[tuple[str, str], float]) -> None:
        self._said = {frozenset(pair): close for pair, close in said.items()}

    def of(self, a: Wording, b: Wording) -> float:
        return self._said.get(frozenset((a.text, b.text)), 0.0)

    def neighbours(self, wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
        for y, other in enumerate(wordings):
            for x, one in enumerate(wordings[:y]):
                if self.of(one, other) > 0.0:
                    yield x, y
