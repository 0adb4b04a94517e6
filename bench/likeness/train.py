"""Learn what makes two questions one: python -m bench.likeness.train [--semantic] [--write].

Fits a logistic regression to the features of all judged pairs, with scikit-learn, and prints how
well it does on subjects that it has not seen. With --semantic the closeness of the two texts is one
more feature (curriculum-tools[semantic]). With --write the coefficients become those of the
package. README.md in this folder says more. The same pairs give the same coefficients.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from bench.likeness.figures import average_precision
from bench.likeness.truth import SHARED, UNIFORM, LabelledPair, Truth, read_truth
from curriculum_tools.likeness import Closeness, Verdict, Wording
from curriculum_tools.likeness.features import Features
from curriculum_tools.likeness.judge import features_of, judge_prepared
from curriculum_tools.likeness.vocabulary import LEAST_SHARED, LIKELY, POSSIBLE
from curriculum_tools.store.embeddings import Embeddings

PACKAGE = Path(__file__).resolve().parents[2] / "curriculum_tools" / "likeness"
FOLDS = 6
#: The strength of regularisation; the figures hardly change from .05 to 1.
STRENGTH = 0.3
#: How much a pair counts: those of banks drawn at real rates more, those written for this less.
COUNTS = {"judged": 1.0, "banks": 1.0, "pairs": 0.5, "fresh": 0.5, "rates": 0.7}
UNIFORM_COUNTS = 2.0
#: Added to the intercept: the judged pairs have more duplicates than questions have in real life.
#: With it, about half of the pairs of banks are right that reach one half.
REAL_RATES = -0.25
HEAD = '''"""The logistic regression of {}; bench/likeness/train.py writes this file."""

'''
#: Cosines at which questions that share few words might be judged all the same.
FLOORS = (0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75)


class Table:
    """The features and labels of pairs; `taken` are those that no rule calls the same.

    `apart` are those that share too few words to be compared by words alone.
    """

    def __init__(self, truth: Truth, closeness: Closeness | None = None) -> None:
        """Compute the features; with closeness it is the last."""
        self.pairs = truth.pairs
        self.names: tuple[str, ...] = Features._fields
        rows, same, apart = [], [], []
        for pair in truth.pairs:
            weights = truth.weights_of(pair)
            a, b = weights.prepare(Wording(pair.a)), weights.prepare(Wording(pair.b))
            rows.append(features_of(a, b))
            verdict = judge_prepared(a, b)[1]
            same.append(verdict is Verdict.SAME)
            apart.append(verdict is not Verdict.SAME and rows[-1].shared < LEAST_SHARED)
        self.rows, self.taken, self.apart = np.array(rows), ~np.array(same), np.array(apart)
        if closeness is not None:
            close = [closeness.of(Wording(pair.a), Wording(pair.b)) for pair in truth.pairs]
            self.rows = np.column_stack([self.rows, close])
            self.names = (*Features._fields, "closeness")
        self.labels = np.array([pair.label for pair in truth.pairs])
        self.counts = np.array([_counts(pair) for pair in truth.pairs])
        self.folds = np.array(folds(truth.pairs))


def folds(pairs: Sequence[LabelledPair]) -> list[int]:
    """Return a fold for each pair, the same for all of a subject, of nearly equal sizes."""
    sizes = Counter((pair.source, pair.subject) for pair in pairs)
    found: dict[tuple[str, str], int] = {}
    filled: Counter[tuple[str, int]] = Counter()
    for name, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold = min(range(FOLDS), key=lambda fold: (filled[name[0], fold], fold))
        found[name] = fold
        filled[name[0], fold] += size
    return [found[pair.source, pair.subject] for pair in pairs]


def fitted(table: Table, chosen: Any) -> tuple[float, Any]:
    """Return intercept and coefficients of a fit on the chosen rows."""
    chosen = chosen & table.taken
    scale = StandardScaler().fit(table.rows[chosen])
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    model.fit(scale.transform(table.rows[chosen]), table.labels[chosen], table.counts[chosen])
    coefficients = model.coef_[0] / scale.scale_
    intercept = model.intercept_[0] - (coefficients * scale.mean_).sum() + REAL_RATES
    return float(intercept), coefficients


def unseen(table: Table) -> Any:
    """Return the probability of each pair by a fit that has not seen its subject; same: 1."""
    found = np.ones(len(table.pairs))
    for fold in range(FOLDS):
        intercept, coefficients = fitted(table, table.folds != fold)
        tested = (table.folds == fold) & table.taken
        found[tested] = 1 / (1 + np.exp(-intercept - table.rows[tested] @ coefficients))
    return found


def _counts(pair: LabelledPair) -> float:
    return COUNTS[pair.source] * (UNIFORM_COUNTS if pair.drawn == UNIFORM else 1.0)


def report(table: Table, scores: Any) -> None:
    """Print how good the scores of unseen subjects are."""
    parts = {name: [pair.source == name for pair in table.pairs] for name in COUNTS}
    parts["banks, not same by rule"] = [p.source == "banks" for p in table.pairs] & table.taken
    parts["banks, uniform"] = [pair.drawn == UNIFORM for pair in table.pairs]
    parts["banks, reworded"] = [pair.is_reworded for pair in table.pairs]
    for name, part in parts.items():
        chosen = np.array(part)
        ranked = zip(scores[chosen].tolist(), table.labels[chosen].tolist(), strict=True)
        precision = average_precision(ranked, int(table.labels[chosen].sum()))
        likely = chosen & (scores >= LIKELY)
        right = int(table.labels[likely].sum())
        print(
            f"{name:24} {chosen.sum():4} pairs: average precision {precision:.3f}, likely or "
            f"better {likely.sum()}, {right} of them right of {table.labels[chosen].sum()}"
        )


def report_floors(table: Table, scores: Any) -> None:
    """Print what is found among pairs that share few words, by the least cosine they need."""
    print("\npairs that share few words, by the least cosine at which they are judged")
    every = table.labels[table.apart].sum()
    for floor in FLOORS:
        near = table.apart & (table.rows[:, -1] >= floor)
        found = [near & (scores >= least) for least in (LIKELY, POSSIBLE)]
        likely, possible = [f"{table.labels[each].sum()} of {each.sum()}" for each in found]
        same = f"{table.labels[near].sum():2} of {every} the same"
        print(
            f"  {floor:.2f}: {near.sum():3} pairs, {same}; right: likely {likely}, "
            f"possible or better {possible}"
        )


def main(arguments: Sequence[str]) -> None:
    """Fit, report, and write the coefficients if asked to."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--truth", type=Path, default=SHARED / "truth")
    parser.add_argument("--guides", type=Path, default=SHARED / "guides")
    parser.add_argument("--semantic", action="store_true", help="learn with closeness, too")
    parser.add_argument("--write", action="store_true", help="write the package's coefficients")
    options = parser.parse_args(arguments)
    closeness = Embeddings() if options.semantic else None
    table = Table(read_truth(options.truth, options.guides), closeness)
    print(f"unseen subjects, {FOLDS} folds")
    scores = unseen(table)
    report(table, scores)
    if closeness is not None:
        report_floors(table, scores)
    intercept, coefficients = fitted(table, np.ones(len(table.pairs), bool))
    lines = [f"INTERCEPT = {intercept:.3f}\n", "COEFFICIENTS = (\n"]
    for name, value in zip(table.names, coefficients, strict=True):
        lines.append(f"    {value:.3f},  # {name}\n")
    learnt = "`Features` and closeness" if options.semantic else "`Features`"
    text = HEAD.format(learnt) + "".join(lines) + ")\n"
    print(f"\n{text}")
    if options.write:
        name = "semantic_coefficients.py" if options.semantic else "coefficients.py"
        (PACKAGE / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
