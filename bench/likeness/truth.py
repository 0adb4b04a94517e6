"""Pairs of questions that were judged by hand, with the word weights that each is judged by."""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from curriculum_tools.likeness import Weights, Wording, weigh

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
#: Pairs that were written for this purpose, each of a subject.
OWN = ("pairs", "fresh", "rates")
#: A pair drawn uniformly from what was flagged in the banks stands for about this many.
STANDS_FOR = 10
UNIFORM = "sample of likely/possible, uniform"
REWORDED = ("line replaced", "removed as duplicate")


class LabelledPair(NamedTuple):
    """Two questions, and whether a maintainer would keep only one of them."""

    a: str
    b: str
    label: bool
    source: str  #: "judged", "banks", or the name of a file of OWN
    subject: str  #: pairs of one subject are never on both sides of a fold
    drawn: str = ""  #: how it was drawn from the banks

    @property
    def stands_for(self) -> int:
        """How many pairs it stands for where questions are as they are in real life."""
        return STANDS_FOR if self.drawn == UNIFORM else 1

    @property
    def is_reworded(self) -> bool:
        """Whether maintainers put it into other words, or took one of the two out."""
        return self.label and self.drawn.startswith(REWORDED)


class Truth(NamedTuple):
    """All judged pairs, and the weights of words by source and subject."""

    pairs: tuple[LabelledPair, ...]
    weights: dict[tuple[str, str], Weights]

    def weights_of(self, pair: LabelledPair) -> Weights:
        """Return the weights that a pair is judged by."""
        if pair.source == "judged":
            return self.weights["judged", ""]
        return self.weights[pair.source, pair.subject]


def read_truth(truth: Path, guides: Path) -> Truth:
    """Return what was judged: the pairs in this folder, and those in `truth` if there are any.

    Judged pairs are of the real guides, whose questions weigh their words. Those of a bank are
    weighed by the questions of its pairs alone, since the banks are not here.
    """
    pairs = [pair for name in OWN for pair in _own(name)]
    weights = {}
    if (truth / "question_pairs.jsonl").is_file() and guides.is_dir():
        pairs += _judged(truth / "question_pairs.jsonl", guides)
        questions, prose = real_questions(guides)
        weights["judged", ""] = weigh([Wording(text) for text in questions], prose)
    if (truth / "bank_pairs.jsonl").is_file():
        pairs += _banks(truth / "bank_pairs.jsonl")
    texts: dict[tuple[str, str], list[Wording]] = {}
    for pair in pairs:
        if pair.source != "judged":
            both = (Wording(pair.a), Wording(pair.b))
            texts.setdefault((pair.source, pair.subject), []).extend(both)
    weights |= {name: weigh(wordings) for name, wordings in texts.items()}
    return Truth(tuple(pairs), weights)


def read_lines(path: Path) -> list[Any]:
    """Return the values of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def real_questions(folder: Path) -> tuple[list[str], list[str]]:
    """Return the distinct questions of the guides in a folder, and the descriptions.

    Reads plain lines, so that this benchmark does not depend on the parser.
    """
    questions: dict[str, None] = {}
    prose: list[str] = []
    for path in sorted(folder.glob("*.md")):
        inside = False
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.strip()
            if text.startswith(("- **", "#")):
                inside = text.startswith("- **Questions")
                if text.startswith("- **Description"):
                    prose.append(text.partition("**:")[2])
            elif inside and text.startswith("- "):
                questions[text[2:].strip()] = None
    return list(questions), prose


def _own(name: str) -> Iterable[LabelledPair]:
    for row in read_lines(HERE / f"{name}.jsonl"):
        yield LabelledPair(row["a"], row["b"], bool(row["label"]), name, row["subject"])


def _judged(path: Path, guides: Path) -> Iterable[LabelledPair]:
    """Yield the judged pairs; those that share a question or a topic are of one subject."""
    rows = read_lines(path)
    topics = _topic_of_each(guides)
    links = [(row["a"], row["b"]) for row in rows]
    links += [(text, topics[text]) for pair in links for text in pair if text in topics]
    leader = _leaders(links)
    for row in rows:
        yield LabelledPair(row["a"], row["b"], bool(row["label"]), "judged", leader[row["a"]])


def _banks(path: Path) -> Iterable[LabelledPair]:
    """Yield the pairs of banks; banks that share a pair are one subject."""
    rows = read_lines(path)
    banks = [_banks_of(row["bank"]) for row in rows]
    leader = _leaders([(names[0], name) for names in banks for name in names])
    for row, names in zip(rows, banks, strict=True):
        label = bool(row["label"])
        yield LabelledPair(row["a"], row["b"], label, "banks", leader[names[0]], row["drawn"])


def _banks_of(text: str) -> list[str]:
    """Return the banks of "one+other", of "one@history", and of "one@revision"."""
    return text.partition("@")[0].split("+")


def _topic_of_each(folder: Path) -> dict[str, str]:
    """Return the title of the first topic that asks each question."""
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.md")):
        title = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            text = line.strip()
            if text.startswith("### "):
                title = text.lstrip("# 0123456789.")
            elif text.startswith("- ") and not text.startswith("- **"):
                found.setdefault(text[2:].strip(), "topic " + title)
    return found


def _leaders(links: Sequence[tuple[str, str]]) -> dict[str, str]:
    """Return for each name the first of those that links join it with."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for one, other in links:
        first, second = sorted((find(one), find(other)))
        leader[second] = first
    return {name: find(name) for name in leader}
