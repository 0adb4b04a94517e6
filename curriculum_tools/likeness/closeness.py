"""What may be asked, besides words, about how close two questions are in meaning."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from curriculum_tools.likeness.normalise import fragments
from curriculum_tools.likeness.wording import Wording
from curriculum_tools.likeness.wrappers import unwrap


class EmbeddingModel(NamedTuple):
    """The model that says how close two texts are, and the package that brings it."""

    name: str
    package: str
    version: str  #: of the package


class Closeness(Protocol):
    """Says how close wordings are; the same of two of them whatever else it is asked about."""

    @property
    def model(self) -> EmbeddingModel:
        """The model that says so."""

    def of(self, a: Wording, b: Wording) -> float:
        """Return how close two wordings are in [0, 1]: the cosine of their vectors; symmetric."""

    def neighbours(self, wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
        """Yield the places of those nearest to each other, each pair once, the lower place first.

        Which pairs they are depends on the wordings and their order.
        """


def embedded_text(wording: Wording) -> str:
    """Return the text that a model reads: without marks, and without what is wrapped around it."""
    parts = fragments(unwrap(wording.text).text)
    return " ".join("".join(part.text for part in parts).split())
