"""Fit the coefficients of the score: python bench/likeness/fit.py (needs scikit-learn, numpy).

Prints the coefficients, which `vocabulary.py` has rounded, and the average precision that such a
fit reaches on unseen pairs: judged pairs by cross-validation over topics, other subjects each left
out in turn. Pairs that a guard lowers take no part in the fit.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np
from quality import HERE, SHARED, Judged, average_precision, read_pairs, real_questions
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from curriculum_tools.likeness import Weights, Wording, judge, weigh
from curriculum_tools.likeness.judge import features
from curriculum_tools.likeness.vocabulary import GUARDED, LIKELY

FOLDS = 8
BARRING = ("code", "negation", "number", "antonym", "word-order")


class Table:
    """The features, labels and guards of pairs."""

    def __init__(self, pairs: list[Judged], weights: Callable[[Judged], Weights]) -> None:
        """Compute the features of the pairs."""
        rows, barred, same = [], [], []
        for pair in pairs:
            a, b, own = Wording(pair.a), Wording(pair.b), weights(pair)
            rows.append(features(own.prepare(a), own.prepare(b)))
            judged = judge(a, b, own)
            barred.append(judged.guard in BARRING)
            same.append(judged.verdict.value == "same")
        self.rows, self.labels = np.array(rows), np.array([pair.label for pair in pairs])
        self.barred, self.same = np.array(barred), np.array(same)


def fitted(*parts: tuple[Table, np.ndarray]) -> LogisticRegression:
    """Return a fit on the chosen rows of some tables."""
    rows = np.vstack([table.rows[chosen & ~table.barred] for table, chosen in parts])
    labels = np.concatenate([table.labels[chosen & ~table.barred] for table, chosen in parts])
    return LogisticRegression(C=2, max_iter=5000).fit(rows, labels)


def scores(model: LogisticRegression, table: Table, chosen: np.ndarray) -> np.ndarray:
    """Return the scores of the chosen rows, lowered by guards."""
    found = model.predict_proba(table.rows[chosen])[:, 1]
    found = np.where(table.barred[chosen], GUARDED * found, found)
    return np.where(table.same[chosen], 0.95, found)


def topics(pairs: list[Judged], groups: dict[str, str]) -> list[str]:
    """Return a group for each pair, so that no question or topic is on both sides of a split."""
    leader: dict[str, str] = {}

    def find(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for pair in pairs:
        for one, other in ((pair.a, groups.get(pair.a, pair.a)), (pair.a, pair.b)):
            leader[find(one)] = find(other)
        leader[find(pair.b)] = find(groups.get(pair.b, pair.b))
    return [find(pair.a) for pair in pairs]


def topic_of_each(folder: Path) -> dict[str, str]:
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


def report(name: str, found: np.ndarray, table: Table) -> None:
    """Print how good the scores of unseen pairs are."""
    precision = average_precision(
        zip(found.tolist(), table.labels.tolist(), strict=True), int(table.labels.sum())
    )
    chosen = (found >= LIKELY) & ~table.barred
    hits = int(table.labels[chosen].sum())
    print(
        f"{name}: average precision {precision:.3f}; likely or better: precision "
        f"{hits / chosen.sum():.3f}, recall {hits / table.labels.sum():.3f}"
    )


def main() -> None:
    """Fit the coefficients, and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--truth", type=Path, default=SHARED / "truth" / "question_pairs.jsonl")
    parser.add_argument("--guides", type=Path, default=SHARED / "guides")
    options = parser.parse_args()
    questions, prose = real_questions(options.guides)
    whole = weigh([Wording(text) for text in questions], prose)
    pairs, others = read_pairs(options.truth), read_pairs(HERE / "pairs.jsonl")
    subjects = np.array([pair.subject for pair in others])
    own = {
        subject: weigh(Wording(t) for p in others if p.subject == subject for t in (p.a, p.b))
        for subject in set(subjects.tolist())
    }
    judged, other = Table(pairs, lambda _: whole), Table(others, lambda p: own[p.subject])
    all_judged, all_other = judged.labels >= 0, other.labels >= 0
    final = fitted((judged, all_judged), (other, all_other))
    print("coefficients", final.intercept_.round(1), final.coef_.round(1)[0])
    groups = topics(pairs, topic_of_each(options.guides))
    unseen = np.zeros(len(pairs))
    for _, test in GroupKFold(FOLDS).split(judged.rows, judged.labels, groups):
        left_out = np.isin(np.arange(len(pairs)), test)
        model = fitted((judged, ~left_out), (other, all_other))
        unseen[left_out] = scores(model, judged, left_out)
    report(f"judged pairs, {FOLDS} folds of {len(set(groups))} groups of topics", unseen, judged)
    unseen = np.zeros(len(others))
    for subject in own:
        left_out = subjects == subject
        model = fitted((judged, all_judged), (other, ~left_out))
        unseen[left_out] = scores(model, other, left_out)
    report("other subjects, each left out", unseen, other)
    alone = fitted((judged, all_judged))
    report("other subjects, fit on the judged pairs", scores(alone, other, all_other), other)


if __name__ == "__main__":
    main()
