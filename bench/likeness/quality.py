"""How well pairs are judged: python bench/likeness/quality.py [--truth FILE] [--guides DIR]

README.md in this folder says what is counted, and how.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[1]))

from curriculum_tools.likeness import Verdict, Weights, Wording, find_pairs, judge, key, weigh

SHARED = HERE.parents[2] / "shared"


class Judged(NamedTuple):
    """A pair of questions judged by hand."""

    a: str
    b: str
    label: bool
    subject: str


def read_pairs(path: Path) -> list[Judged]:
    """Return the judged pairs of a JSON Lines file."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    return [Judged(r["a"], r["b"], bool(r["label"]), r.get("subject", "")) for r in rows]


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


def average_precision(ranked: Iterable[tuple[float, bool]], positives: int) -> float:
    """Return the mean precision at each positive; a tie is one step, a missed positive is 0."""
    by_score: dict[float, list[bool]] = {}
    for score, label in ranked:
        by_score.setdefault(score, []).append(label)
    hits = seen = 0
    total = 0.0
    for score in sorted(by_score, reverse=True):
        labels = by_score[score]
        hits += sum(labels)
        seen += len(labels)
        total += sum(labels) * hits / seen
    return total / positives if positives else 0.0


def interval(count: int) -> str:
    """Return the bound of the rule of three: no error in n trials means a rate below 3/n (95 %)."""
    return f"error below {3 / count:.2f}" if count else "no pairs"


def table(name: str, pairs: Sequence[Judged], weights: Callable[[Judged], Weights]) -> None:
    """Print average precision, and precision and recall at each verdict."""
    judged = [(judge(Wording(p.a), Wording(p.b), weights(p)), p.label) for p in pairs]
    positives = sum(label for _, label in judged)
    precision = average_precision(((j.score, label) for j, label in judged), positives)
    print(f"\n{name}: {len(pairs)} pairs, {positives} of them the same question")
    print(f"  average precision {precision:.3f}")
    for least in (Verdict.SAME, Verdict.LIKELY, Verdict.POSSIBLE):
        labels = [label for j, label in judged if j.verdict <= least]
        hits = sum(labels)
        wrong = len(labels) - hits
        line = f"  {least.value:8} or better: {len(labels):3} pairs, {wrong} wrong"
        line += f", precision {hits / (len(labels) or 1):.3f}, recall {hits / positives:.3f}"
        print(line + (f"; {interval(len(labels))}" if not wrong else ""))
    for peer, score in peers([text for p in pairs for text in (p.a, p.b)]).items():
        ranked = ((score(p.a, p.b), p.label) for p in pairs)
        print(f"  peer {peer:24} average precision {average_precision(ranked, positives):.3f}")


def peers(texts: list[str]) -> dict[str, Callable[[str, str], float]]:
    """Return the string measures that are installed, to compare with."""
    found: dict[str, Callable[[str, str], float]] = {}
    try:
        from rapidfuzz import fuzz
    except ImportError:
        print("  (rapidfuzz is not installed)")
    else:
        for name in ("ratio", "token_sort_ratio", "token_set_ratio", "WRatio"):
            found[f"rapidfuzz {name}"] = getattr(fuzz, name)
    try:
        from sklearn.feature_extraction.text import TfidfVectorizer
    except ImportError:
        print("  (scikit-learn is not installed)")
        return found
    distinct = list(dict.fromkeys(texts))
    place = {text: i for i, text in enumerate(distinct)}
    for name, options in (
        ("TF-IDF words", {}),
        ("TF-IDF characters 3-5", {"analyzer": "char_wb", "ngram_range": (3, 5)}),
    ):
        rows = TfidfVectorizer(**options).fit_transform(distinct)
        cosine = (rows @ rows.T).toarray()
        found[name] = partial(_cosine, cosine, place)
    return found


def _cosine(cosine: Any, place: dict[str, int], a: str, b: str) -> float:
    return float(cosine[place[a], place[b]])


def with_rewordings(pairs: Sequence[Judged], alignment: Path) -> list[Judged]:
    """Return the judged pairs, with the rewordings between versions that were checked by hand."""
    if not alignment.is_file():
        return list(pairs)
    checked = json.loads(alignment.read_text(encoding="utf-8"))["question_rewordings"]
    return [*(Judged(a, b, True, "") for a, b in checked), *pairs]


def all_pairs(questions: list[str], weights: Weights, pairs: Sequence[Judged]) -> None:
    """Print the average precision over all pairs, with unjudged pairs counted in both ways."""
    known = set(questions)
    label = {
        frozenset((p.a, p.b)): p.label
        for p in pairs
        if p.a in known and p.b in known and key(Wording(p.a)) != key(Wording(p.b))
    }
    positives = sum(label.values())
    scores: dict[str, list[tuple[float, bool | None]]] = {"likeness": []}
    wordings = [Wording(text) for text in questions]
    for pair in find_pairs(wordings, weights).pairs:
        sides = frozenset((questions[pair.a], questions[pair.b]))
        scores["likeness"].append((pair.judgement.score, label.get(sides)))
    for name, score in peers(questions).items():
        scores[name] = [
            (score(a, b), label.get(frozenset((a, b))))
            for i, a in enumerate(questions)
            for b in questions[i + 1 :]
        ]
    print(f"\nall pairs of {len(questions)} questions, {positives} of them judged the same")
    print("  average precision: unjudged pairs counted as different | left out")
    for name, ranked in scores.items():
        strict = average_precision(((s, bool(truth)) for s, truth in ranked), positives)
        known_only = [(s, truth) for s, truth in ranked if truth is not None]
        print(f"  {name:28} {strict:.3f} | {average_precision(known_only, positives):.3f}")


def _of_subject(weights: dict[str, Weights], pair: Judged) -> Weights:
    return weights[pair.subject]


def main() -> None:
    """Print all tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--truth", type=Path, default=SHARED / "truth" / "question_pairs.jsonl")
    parser.add_argument("--guides", type=Path, default=SHARED / "guides")
    options = parser.parse_args()
    for file in ("pairs.jsonl", "fresh.jsonl"):
        other = read_pairs(HERE / file)
        weights = {
            subject: weigh(
                Wording(text) for p in other if p.subject == subject for text in (p.a, p.b)
            )
            for subject in {p.subject for p in other}
        }
        table(f"other subjects ({file})", other, partial(_of_subject, weights))
    if not options.truth.is_file() or not options.guides.is_dir():
        print(f"\nno judged pairs at {options.truth}, or no guides at {options.guides}")
        return
    pairs = read_pairs(options.truth)
    questions, prose = real_questions(options.guides)
    weights_of_all = weigh([Wording(text) for text in questions], prose)
    table("judged pairs", pairs, lambda _: weights_of_all)
    all_pairs(questions, weights_of_all, pairs)
    alignment = options.truth.with_name("alignment.json")
    print("\nthe same, with the checked rewordings of alignment.json as positives:", end="")
    all_pairs(questions, weights_of_all, with_rewordings(pairs, alignment))


if __name__ == "__main__":
    main()
