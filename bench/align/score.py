"""How well versions are aligned, and how fast: python bench/align/score.py [--guides DIR].

README.md in this folder says what is counted, and how.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))

from bench.align.drawing import (
    BARE,
    CHANCES,
    HALVES,
    STYLES,
    SUBJECTS,
    Chances,
    Style,
    draw,
    read_subject,
)
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.alignment.align import Alignment, align
from curriculum_tools.versions.alignment.linkage import Cluster, Doubt
from curriculum_tools.versions.version import Version, version_of

SHARED = REPOSITORY.parent / "shared"
DELETED = 0.4
DRAWS = 20
#: How versions of other subjects are drawn.
KINDS = {
    "four versions": (STYLES, CHANCES),
    "half dropped": (STYLES, HALVES),
    "titles alone": (BARE, CHANCES),
}

#: What each topic or chapter really is, by version and place; None leaves it out of the score.
Truth = dict[tuple[int, int], str | None]


class Score(NamedTuple):
    """Counts of pairs of topics in different versions."""

    joined: int
    rightly: int
    true: int
    found: int  #: true pairs that are joined, or whose clusters are a doubt
    doubts: int

    @property
    def figures(self) -> dict[str, float]:
        """The counts as shares."""
        return {
            "precision": round(self.rightly / self.joined, 4) if self.joined else 1.0,
            "recall": round(self.rightly / self.true, 4),
            "recall_with_doubts": round(self.found / self.true, 4),
        }


def score(
    clusters: Sequence[Cluster[Any]],
    doubts: Iterable[Doubt],
    truth: Truth,
) -> Score:
    """Compare an alignment with the truth."""
    doubtful = {(doubt.a, doubt.b) for doubt in doubts}
    cluster_of = {
        tuple(member): place for place, each in enumerate(clusters) for member in each.members
    }
    joined = rightly = true = found = 0
    for a, b in combinations([ref for ref in sorted(truth) if truth[ref] is not None], 2):
        if a[0] == b[0]:
            continue
        is_true, one, other = truth[a] == truth[b], cluster_of[a], cluster_of[b]
        is_joined = one == other
        joined += is_joined
        true += is_true
        rightly += is_true and is_joined
        found += is_true and (is_joined or (min(one, other), max(one, other)) in doubtful)
    return Score(joined, rightly, true, found, len(doubtful))


def total(scores: Sequence[Score]) -> dict[str, float]:
    """Return the means of the figures of several scores."""
    rows = [each.figures for each in scores]
    means = {name: round(sum(row[name] for row in rows) / len(rows), 4) for name in rows[0]}
    return means | {"doubts": round(sum(each.doubts for each in scores) / len(scores), 1)}


def real_guides(folder: Path, truth: Path) -> tuple[list[Version], Truth]:
    """Return the real guides, and what their topics are."""
    clusters = json.loads(truth.read_text(encoding="utf-8"))["clusters"]
    names = {
        (member["guide"], member["position"]): None if cluster["unsure"] else name
        for name, cluster in clusters.items()
        for member in cluster["members"]
    }
    versions, known = [], Truth()
    for number, path in enumerate(sorted(folder.glob("*.md"))):
        version = version_of(parse(Source(path.name, path.read_text(encoding="utf-8"))))
        versions.append(version)
        places = [
            f"{c}.{t}"
            for c, chapter in enumerate(version.chapters, 1)
            for t in range(1, len(chapter.sections) + 1)
        ]
        known |= {(number, t): names[path.name, place] for t, place in enumerate(places)}
    return versions, known


def with_deletions(
    versions: Sequence[Version], truth: Truth, seed: int
) -> tuple[list[Version], Truth]:
    """Return the versions without a random share of their topics."""
    draws = random.Random(seed)
    left, known = [], Truth()
    for number, version in enumerate(versions):
        kept = [t for t in range(len(version.topics)) if draws.random() >= DELETED]
        known |= {(number, place): truth[number, t] for place, t in enumerate(kept)}
        chapters = []
        for place, chapter in enumerate(version.chapters):
            topics = tuple(version.topics[t] for t in kept if version.chapter_of[t] == place)
            chapters.append(replace(chapter, sections=topics))
        left.append(replace(version, root=replace(version.root, sections=tuple(chapters))))
    return left, known


def drawn(
    subject: Path, styles: Sequence[Style], chances: Chances, seed: int
) -> tuple[list[Version], Truth, Truth]:
    """Draw versions of another subject; return them and what their topics and chapters are."""
    text = read_subject(subject)
    found = [
        draw(text, style, chances, f"{subject.stem}-{seed}-{number}")
        for number, style in enumerate(styles)
    ]
    topics: Truth = {(v, t): n for v, each in enumerate(found) for t, n in enumerate(each.topics)}
    chapters: Truth = {
        (v, c): n for v, each in enumerate(found) for c, n in enumerate(each.chapters)
    }
    return [each.version for each in found], topics, chapters


def of_topics(found: Alignment, truth: Truth) -> Score:
    return score(found.topics, found.doubtful_topics, truth)


def of_chapters(found: Alignment, truth: Truth) -> Score:
    return score(found.chapters, found.doubtful_chapters, truth)


def many_versions(versions: int, topics: int) -> list[Version]:
    """Return versions of many topics, of which no two are worded alike."""
    words = [f"w{number}x" for number in range(topics * 4)]
    common = [f"common{number}" for number in range(40)]
    texts = []
    for v in range(versions):
        draws = random.Random(v)
        lines = ["# Guide"]
        for t in range(topics):
            if t % 12 == 0:
                lines.append(f"## {t // 12 + 1}. Chapter {words[t]}")
            own = words[4 * t : 4 * t + 4]

            def said(count: int, own: list[str] = own, draws: random.Random = draws) -> str:
                return " ".join([*draws.sample(own, 3), *draws.choices(common, k=count)])

            lines += [f"### {t // 12 + 1}.{t % 12 + 1} {said(1)}", f"- **Description**: {said(9)}."]
            lines += ["- **Questions**:", *(f"  - {said(7)}?" for _ in range(5))]
        texts.append("\n".join(lines) + "\n")
    return [version_of(parse(Source(f"{v}.md", text))) for v, text in enumerate(texts)]


def timed(name: str, versions: Sequence[Version], runs: int) -> None:
    """Print the CPU seconds of the fastest run, and the peak memory of the process so far."""
    seconds = []
    for _ in range(runs):
        start = time.process_time()
        found = align(versions)
        seconds.append(time.process_time() - start)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report(name, cpu_s=round(min(seconds), 3), peak_MiB=round(peak), clusters=len(found.topics))


def report(name: str, **figures: Hashable) -> None:
    print(json.dumps({"what": name, **figures}), flush=True)


def main() -> None:
    """Print a line of figures for each input."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--guides", type=Path, default=SHARED / "guides")
    parser.add_argument("--truth", type=Path, default=SHARED / "truth" / "alignment.json")
    parser.add_argument("--draws", type=int, default=DRAWS)
    options = parser.parse_args()
    if options.truth.is_file():
        versions, truth = real_guides(options.guides, options.truth)
        found = align(versions)
        report(
            "real guides",
            **total([of_topics(found, truth)]),
            topics=len(found.topics),
            chapters=len(found.chapters),
        )
        scores = [with_deletions(versions, truth, seed) for seed in range(options.draws)]
        report("40% deleted", **total([of_topics(align(left), known) for left, known in scores]))
        timed("five real guides", versions, 3)
        timed("the two largest", sorted(versions, key=lambda each: len(each.topics))[-2:], 3)
    for subject in sorted(SUBJECTS.glob("*.txt")):
        for kind, (styles, chances) in KINDS.items():
            rows = [drawn(subject, styles, chances, seed) for seed in range(options.draws)]
            aligned = [(align(versions), topics, chapters) for versions, topics, chapters in rows]
            name = f"{subject.stem}, {kind}"
            report(name, **total([of_topics(each, truth) for each, truth, _ in aligned]))
            report(name + ": chapters", **total([of_chapters(each, k) for each, _, k in aligned]))
    timed("20 versions of 150 topics, no two alike", many_versions(20, 150), 1)


if __name__ == "__main__":
    main()
