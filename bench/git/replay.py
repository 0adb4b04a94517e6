"""Real merges made again: conflicts before and after, and what people made of them.

    python -m bench.git.replay REPOSITORY [...] [--config FILE] [--show]

A repository is a clone or a bare one; nothing is written to it. Of each merge with two parents,
each Markdown file counts that both sides have changed otherwise since their merge base. Git merges
its lines (`git merge-file`), `curriculum` merges it as `merge-driver` does, and both results are
held against what people committed. `lost` are lines that a side has added and that stand nowhere in
the result; `doubled` are results without a conflict with a numbering finding that neither side has.
CPU is user time of this process, without that of git, for each 100 KB of ours.
"""

import argparse
import os
import subprocess
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import NamedTuple

from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.app.threeway import Three, merge_three
from curriculum_tools.editing.numbers_after_merge import numbering_faults
from curriculum_tools.facts.facts import Facts
from curriculum_tools.store.config import Configs
from curriculum_tools.store.line_merge import merge_by_lines
from curriculum_tools.store.reading import source_of

ENDINGS = (".md", ".markdown")


class Case(NamedTuple):
    """A file that both sides of a merge have changed, and what people made of it."""

    name: str
    three: Three
    made: bytes


@dataclass
class Figures:
    """What was counted in one repository."""

    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    size: int = 0
    slowest: float = 0.0
    notes: list[str] = field(default_factory=list)


def cases_of(repository: str) -> Iterator[Case]:
    """Yield the files that both sides of a merge have changed, merge by merge."""
    ask = partial(_git, repository)
    for merge in ask("rev-list", "--all", "--min-parents=2", "--max-parents=2").split():
        parents = ask("rev-parse", f"{merge}^1", f"{merge}^2").split()
        base = ask("merge-base", *parents).strip()
        if not base:
            continue
        trees = [_blobs(repository, commit) for commit in (base, *parents, merge)]
        for path in sorted(set(trees[1]) & set(trees[2])):
            blobs = [tree.get(path) for tree in trees]
            if len(set(blobs[:3])) == 3 and blobs[3] and path.lower().endswith(ENDINGS):
                texts = [_read(repository, blob) for blob in blobs]
                name = f"{merge[:10]} {path}"
                yield Case(name, Three(texts[0], texts[1], texts[2], path), texts[3])


def _blobs(repository: str, commit: str) -> dict[str, str]:
    listed = _git(repository, "ls-tree", "-r", "-z", commit).split("\0")
    entries = (entry.partition("\t") for entry in listed if entry)
    return {path: info.split()[2] for info, _, path in entries if info.startswith("100")}


def _read(repository: str, blob: str | None) -> bytes:
    command = ["git", "-C", repository, "cat-file", "blob", blob or ""]
    return subprocess.run(command, capture_output=True, check=True).stdout if blob else b""


def _git(repository: str, *arguments: str) -> str:
    command = ["git", "-C", repository, *arguments]
    done = subprocess.run(command, capture_output=True, check=False)
    return done.stdout.decode("utf-8", "surrogateescape")


def replay(case: Case, figures: Figures, configs: Configs) -> None:
    """Merge one file in both ways and count."""
    counts = figures.counts
    lines = merge_by_lines(case.three[:3])
    start = time.process_time()
    outcome = merge_three(case.three, configs)
    spent = time.process_time() - start
    figures.seconds += spent
    figures.size += len(case.three.ours)
    figures.slowest = max(figures.slowest, spent)
    by_lines = any("merged by lines" in line for line in outcome.told)
    counts["files"] += 1
    counts["git conflicts"] += lines.conflicts > 0
    counts["conflicts"] += not outcome.is_clean
    counts["by lines"] += by_lines
    counts["more conflicts than git"] += lines.conflicts == 0 and not outcome.is_clean
    if lines.conflicts and outcome.is_clean:
        counts["solved"] += 1
        counts["solved as people did"] += outcome.data.split() == case.made.split()
    if not lines.conflicts and outcome.is_clean:
        counts["clean in both"] += 1
        counts["clean in both, equal"] += outcome.data == lines.text
    lost = _lost(case.three, outcome.data)
    counts["lost"] += len(lost)
    if outcome.is_clean:
        counts["doubled"] += _is_worse(case.three, outcome.data, configs)
    if not lines.conflicts:
        counts["doubled by git"] += _is_worse(case.three, lines.text or b"", configs)
    state = "clean" if outcome.is_clean else "conflict"
    figures.notes.append(
        f"{case.name}: git {lines.conflicts}, {state}, {spent:.2f} s {lost[:1]}"
        + "".join(f"\n    {line}" for line in outcome.told[-8:])
    )


def _lost(three: Three, result: bytes) -> list[bytes]:
    found = {line.strip() for line in result.splitlines()}
    before = {line.strip() for line in three.base.splitlines()}
    added = {line.strip() for data in three[1:3] for line in data.splitlines()}
    numberless = {line.translate(None, b"0123456789") for line in found}
    missing = (line for line in added - before - found if line)
    return [line for line in missing if line.translate(None, b"0123456789") not in numberless]


def _is_worse(three: Three, result: bytes, configs: Configs) -> bool:
    config = configs.of_folder(os.curdir)
    guides = [parse_text(source_of(data, three.path), config) for data in (*three[1:3], result)]
    if not all(map(is_guide, guides)):
        return False
    ours, theirs, merged = (numbering_faults(Facts(guide, config)) for guide in guides)
    return bool(merged - (ours | theirs))


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("repositories", nargs="+", type=os.path.abspath)
    parser.add_argument("--config", type=os.path.abspath)
    parser.add_argument("--show", action="store_true", help="name each file")
    options = parser.parse_args()
    for repository in options.repositories:
        figures = Figures()
        with tempfile.TemporaryDirectory() as empty:
            os.chdir(empty)
            configs = Configs(options.config)
            for case in cases_of(repository):
                replay(case, figures, configs)
        if options.show:
            print("\n".join(figures.notes))
        print(Path(repository).name, dict(figures.counts))
        if figures.size:
            each = figures.seconds / figures.size * 1e5
            print(f"  {each:.3f} s CPU for each 100 KB, at most {figures.slowest:.2f} s a file")


if __name__ == "__main__":
    main()
