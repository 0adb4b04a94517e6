"""How good a merge of the five real guides is, and how long merging takes.

    python -m bench.merge.score [--guides ../shared/guides] [--runs 5]

README.md in this folder says what is counted, and how.
"""

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterable
from itertools import combinations
from pathlib import Path

from bench.align.score import real_guides
from bench.measuring import REPOSITORY, report
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.output.decisions_yaml import decisions_yaml
from curriculum_tools.store.decisions import parse_decisions
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.merge.planning import Decided
from curriculum_tools.versions.merge.result import Merged
from curriculum_tools.versions.version import Version, Versions

OLDEST_FIRST = (2, 4, 0, 1, 3)  # as the five are sorted by name
VERSIONS, TOPICS = 20, 150


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    quality(options.guides)
    guides = sorted(options.guides.glob("*.md"))
    timed("the five real guides", [guides[place] for place in OLDEST_FIRST], options.runs)
    with tempfile.TemporaryDirectory() as folder:
        timed(f"{VERSIONS} versions of {TOPICS} topics", many_versions(Path(folder)), 1)
        timed("three versions in a circle", in_a_circle(Path(folder)), options.runs)


def quality(folder: Path) -> None:
    """Print what is joined, folded and left to decide, with and without a declared order."""
    versions, truth = real_guides(folder, folder.parent / "truth" / "alignment.json")
    known = {
        (version.name, version.line_of(topic)): truth[v, t]
        for v, version in enumerate(versions)
        for t, topic in enumerate(version.topics)
    }
    ordered = [versions[place] for place in OLDEST_FIRST]
    for in_order in (True, False):
        found = merged(ordered, in_order=in_order)
        rulings = len(found.suggestions)
        left = merged(ordered, in_order=in_order, decisions=decisions_yaml(found.suggestions))
        figures = {
            "declared order": in_order,
            "chapters": len(found.guide.chapters),
            "topics": len(found.guide.topics),
            "questions": sum(len(topic.questions) for topic in found.guide.topics),
            **joins(found, known),
            "review": len(found.review),
            "open conflicts": len(found.open_conflicts),
            "rulings": rulings,
            "left after them": len(left.suggestions),
        }
        print(json.dumps(figures), flush=True)


def merged(versions: Iterable[Version], *, in_order: bool, decisions: str = "") -> Merged:
    rulings = Rulings(tuple(parse_decisions(decisions, "decisions.yaml")))
    decided = Decided(rulings)
    return merge(Versions(tuple(versions), in_order), "merged.md", lambda _path: False, decided)


def joins(found: Merged, known: dict[tuple[str, int | None], str | None]) -> dict[str, float]:
    """Return precision and recall of the joins, and the recall with review items."""
    topics = [topic for chapter in found.chapters for topic in chapter.topics]
    place_of = {(o.source, o.line): n for n, topic in enumerate(topics) for o in topic.origins}
    doubts = {
        frozenset(place_of[member.source, member.line] for member in item.members)
        for item in found.review
        if item.kind == "same-topic"
    }
    pairs = [
        (known[a] == known[b], {place_of[a], place_of[b]})
        for a, b in combinations([each for each in known if known[each] is not None], 2)
        if a[0] != b[0]
    ]
    true = sum(is_true for is_true, _ in pairs)
    joined = [is_true for is_true, places in pairs if len(places) == 1]
    doubted = sum(is_true for is_true, places in pairs if frozenset(places) in doubts)
    return {
        "precision": round(sum(joined) / len(joined), 4),
        "recall": round(sum(joined) / true, 4),
        "recall with review": round((sum(joined) + doubted) / true, 4),
    }


def timed(what: str, paths: list[Path], runs: int) -> None:
    """Time the command as a process."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "curriculum_tools", "merge", "--check", "--quiet"]
        command += ["-o", f"{folder}/merged.md", "--oldest-first"]
        size = sum(path.stat().st_size for path in paths)
        report(what, [*command, *map(str, paths)], size, runs)


def many_versions(folder: Path) -> list[Path]:
    """Write versions that have most topics in common, each partly reworded."""
    subjects = [f"subject{number}" for number in range(TOPICS)]
    aspects = ("cost", "limit", "origin", "purpose", "danger")
    verbs = ("explain", "describe", "compare", "measure", "prove")
    paths = []
    for v in range(VERSIONS):
        draws = random.Random(v)
        lines = ["# Everything"]
        for t, subject in enumerate(subjects):
            if t % 12 == 0:
                lines.append(f"\n## {t // 12 + 1}. Part of {subject}")
            if draws.random() < 0.1:
                continue
            lines.append(
                f"\n### {t // 12 + 1}.{t % 12 + 1} The {draws.choice(aspects)} of {subject}"
            )
            lines.append(
                f"- **Description**: How to {draws.choice(verbs)} {subject} and its parts."
            )
            lines.append("- **Questions**:")
            lines += [
                f"  - How do you {draws.choice(verbs)} the {aspect} of {subject}?"
                for aspect in aspects
            ]
        path = folder / f"{v}.md"
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def in_a_circle(folder: Path) -> list[Path]:
    """Write three versions, each two of which have another topic first and another last."""
    paths = []
    for order in ("123", "231", "312"):
        topics = [f"### 1.{at} Part {name}\n" for at, name in enumerate(order, 1)]
        paths.append(folder / f"{order}.md")
        paths[-1].write_text("\n".join(["# Parts\n\n## 1. All\n", *topics]), encoding="utf-8")
    return paths


if __name__ == "__main__":
    main()
