"""How well pairs are judged: python -m bench.likeness.quality [--semantic] [--truth FOLDER] …

Prints average precision, and precision and recall of each verdict, for every set of judged pairs
and by how pairs of banks were drawn; with intervals, and with the weights of real life. The figures
are of the package as it is, with or without `--semantic`; what it does on subjects that it has not
seen, `train.py` says. README.md in this folder says what is counted, and how.
"""

import argparse
import csv
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.likeness.figures import Ranked, average_precision, resampled, share
from bench.likeness.truth import (
    SHARED,
    UNIFORM,
    LabelledPair,
    Truth,
    read_lines,
    read_truth,
    real_questions,
)
from curriculum_tools.likeness import (
    Closeness,
    Judgement,
    Verdict,
    Weights,
    Wording,
    find_pairs,
    judge,
    key,
    weigh,
)
from curriculum_tools.store.embeddings import Embeddings

#: The verdicts that a table has a line for.
LEAST = (Verdict.SAME, Verdict.LIKELY, Verdict.POSSIBLE)


class JudgedLabel(NamedTuple):
    """A labelled pair, and what was judged of it."""

    pair: LabelledPair
    judgement: Judgement


def judged(truth: Truth, closeness: Closeness | None) -> list[JudgedLabel]:
    """Judge all pairs."""
    return [
        JudgedLabel(
            pair, judge(Wording(pair.a), Wording(pair.b), truth.weights_of(pair), closeness)
        )
        for pair in truth.pairs
    ]


def table(name: str, pairs: Sequence[JudgedLabel]) -> Iterator[str]:
    """Yield average precision, and precision and recall at each verdict."""
    positives = sum(pair.label for pair, _ in pairs)
    yield f"\n{name}: {len(pairs)} pairs, {positives} of them the same question"
    if not positives:
        return
    ranked = [(judgement.score, pair.label) for pair, judgement in pairs]
    yield f"  average precision {resampled(ranked, _precision)}"
    for least in LEAST:
        found = [pair for pair, judgement in pairs if judgement.verdict <= least]
        right = sum(pair.label for pair in found)
        yield (
            f"  {least.value:8} or better: {len(found):3} pairs, {len(found) - right} wrong; "
            f"precision {share(right, len(found))}, recall {share(right, positives)}"
        )


def at_real_rates(pairs: Sequence[JudgedLabel]) -> Iterator[str]:
    """Yield the precision of verdicts if a uniformly drawn pair stands for as many as it does."""
    yield "\nbanks, weighed: a uniformly drawn pair counts ten times, all others once"
    for least in (Verdict.LIKELY, Verdict.POSSIBLE):
        found = [p for p, j in pairs if j.verdict <= least and j.verdict is not Verdict.SAME]
        right = sum(pair.stands_for for pair in found if pair.label)
        every = sum(pair.stands_for for pair in found)
        drawn = [pair for pair in found if pair.drawn == UNIFORM]
        yield (
            f"  {least.value:8} or better, without `same`: precision {right / (every or 1):.3f}; "
            f"of the uniform ones {sum(pair.label for pair in drawn)} of {len(drawn)} right"
        )
    reworded = [judgement for pair, judgement in pairs if pair.is_reworded]
    likely = sum(judgement.verdict <= Verdict.LIKELY for judgement in reworded)
    yield f"  reworded or taken out by maintainers, likely or better: {_of(likely, reworded)}"
    yield "  how probable, and how often right:"
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        bin_ = [(p, j.score) for p, j in pairs if low <= j.score < low + 0.2]
        if bin_:
            right = sum(pair.label for pair, _ in bin_)
            yield f"    {low:.1f}–{low + 0.2:.1f}: {_of(right, bin_)}"


def probes(path: Path, closeness: Closeness | None) -> Iterator[str]:
    """Yield which of the pairs `same` joins, of those that it must never join."""
    rows = read_lines(path)
    weights = weigh([])
    pairs = [(Wording(row["a"]), Wording(row["b"])) for row in rows]
    joined = [(a, b) for a, b in pairs if judge(a, b, weights, closeness).verdict is Verdict.SAME]
    yield f"\nprobes: {len(joined)} of {len(rows)} joined as the same"
    yield from (f"  wrong: {a.text} | {b.text}" for a, b in joined)


def medical(path: Path, closeness: Closeness | None) -> Iterator[str]:
    """Yield the average precision on a file of the Medical Question Pairs (Curai, 2020)."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row[1], row[2], row[3] == "1") for row in csv.reader(file)]
    weights = weigh([Wording(text) for a, b, _ in rows for text in (a, b)])
    ranked = [
        (judge(Wording(a), Wording(b), weights, closeness).score, label) for a, b, label in rows
    ]
    yield f"\nmedical questions: {len(rows)} pairs, average precision {_precision(ranked):.3f}"


def peers(pairs: Sequence[LabelledPair]) -> Iterator[str]:
    """Yield the average precision of string measures, as far as they are installed."""
    positives = sum(pair.label for pair in pairs)
    for name, score in _peers([text for pair in pairs for text in (pair.a, pair.b)]):
        ranked = ((score(pair.a, pair.b), pair.label) for pair in pairs)
        yield f"  peer {name:24} average precision {average_precision(ranked, positives):.3f}"


def _peers(texts: list[str]) -> Iterator[tuple[str, Callable[[str, str], float]]]:
    try:
        from rapidfuzz import fuzz
    except ImportError:
        pass
    else:
        for name in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
            yield f"rapidfuzz {name}", getattr(fuzz, name)
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        return
    distinct = list(dict.fromkeys(texts))
    place = {text: i for i, text in enumerate(distinct)}
    for name, options in (
        ("TF-IDF words", {}),
        ("TF-IDF characters 3-5", {"analyzer": "char_wb", "ngram_range": (3, 5)}),
    ):
        rows = TfidfVectorizer(**options).fit_transform(distinct)
        cosine = (rows @ rows.T).toarray()
        yield name, partial(_cosine, cosine.tolist(), place)


def _cosine(cosine: list[list[float]], place: dict[str, int], a: str, b: str) -> float:
    return cosine[place[a]][place[b]]


def all_pairs(
    questions: list[str],
    weights: Weights,
    pairs: Iterable[LabelledPair],
    closeness: Closeness | None,
) -> Iterator[str]:
    """Yield the average precision over all pairs, with unjudged pairs counted in both ways."""
    known = set(questions)
    label = {
        frozenset((p.a, p.b)): p.label
        for p in pairs
        if p.a in known and p.b in known and key(Wording(p.a)) != key(Wording(p.b))
    }
    positives = sum(label.values())
    wordings = [Wording(text) for text in questions]
    found = find_pairs(wordings, weights, closeness=closeness).pairs
    ranked = [
        (pair.judgement.score, label.get(frozenset((questions[pair.a], questions[pair.b]))))
        for pair in found
    ]
    strict = average_precision(((s, bool(truth)) for s, truth in ranked), positives)
    known_only = [(s, truth) for s, truth in ranked if truth is not None]
    yield f"\nall pairs of {len(questions)} questions, {positives} of them judged the same"
    yield (
        f"  average precision {strict:.3f} if unjudged pairs are different, "
        f"{average_precision(known_only, positives):.3f} without them"
    )


def _precision(ranked: Sequence[Ranked]) -> float:
    return average_precision(ranked, sum(label for _, label in ranked))


def _of(hits: int, all_: Sequence[object]) -> str:
    return f"{hits} of {len(all_)}, {share(hits, len(all_))}"


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--truth", type=Path, default=SHARED / "truth")
    parser.add_argument("--guides", type=Path, default=SHARED / "guides")
    parser.add_argument("--medical", type=Path, help="mqp.csv of the Medical Question Pairs")
    parser.add_argument("--semantic", action="store_true", help="judge by closeness, too")
    options = parser.parse_args()
    truth = read_truth(options.truth, options.guides)
    closeness = Embeddings() if options.semantic else None
    found = judged(truth, closeness)
    by_source: dict[str, list[JudgedLabel]] = {}
    for each in found:
        by_source.setdefault(each.pair.source, []).append(each)
    for source, pairs in by_source.items():
        print(*table(source, pairs), *peers([pair for pair, _ in pairs]), sep="\n")
    banks = by_source.get("banks", [])
    for drawn, _ in Counter(pair.drawn for pair, _ in banks).most_common():
        print(
            *table(f"banks, {drawn}", [each for each in banks if each.pair.drawn == drawn]),
            sep="\n",
        )
    if banks:
        print(*at_real_rates(banks), sep="\n")
    if (options.truth / "probes.jsonl").is_file():
        print(*probes(options.truth / "probes.jsonl", closeness), sep="\n")
    if "judged" in by_source:
        questions, _ = real_questions(options.guides)
        weights = truth.weights["judged", ""]
        print(*all_pairs(questions, weights, truth.pairs, closeness), sep="\n")
    if options.medical:
        print(*medical(options.medical, closeness), sep="\n")


if __name__ == "__main__":
    main()
