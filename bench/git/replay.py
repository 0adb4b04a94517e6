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
    """Yield the files that both sides of a merge have changed, merge by merge, the latest first."""
    ask = partial(_git, repository)
    listed = ask("rev-list", "--all", "--min-parents=2", "--max-parents=2", "--parents")
    for merge, *parents in map(str.split, listed.splitlines()):
        base = ask("merge-base", *parents).strip()
        if not base:
            continue
        ours, theirs = (_changed(repository, base, parent) for parent in parents)
        for path in sorted(ours.keys() & theirs.keys()):
            (before, one), (_, other) = ours[path], theirs[path]
            if len({before, one, other}) == 3 and path.lower().endswith(ENDINGS):
                made = ask("rev-parse", "--verify", "--quiet", f"{merge}:{path}").strip()
                if made:
                    read = partial(_read, repository)
                    three = Three(read(before), read(one), read(other), path)
                    yield Case(f"{merge[:10]} {path}", three, read(made))


def _changed(repository: str, base: str, commit: str) -> dict[str, tuple[str, str]]:
    """Return the blobs before and after of each file that is there after a change."""
    options = ["diff-tree", "-r", "-z", "--raw", "--no-renames", "--full-index"]
    fields = _git(repository, *options, base, commit).split("\0")
    pairs = zip(fields[::2], fields[1::2], strict=False)
    changes = {path: info.split() for info, path in pairs}
    return {path: (info[2], info[3]) for path, info in changes.items() if info[1][:3] == "100"}


def _read(repository: str, blob: str) -> bytes:
    if not blob.strip("0"):
        return b""
    command = ["git", "-C", repository, "cat-file", "blob", blob]
    return subprocess.run(command, capture_output=True, check=True).stdout


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
    """Return what a side has added and the result has not, without numbers and marks of items."""
    base, ours, theirs, found = (
        {
            line.lstrip(b" \t-*+").rstrip().translate(None, b"0123456789")
            for line in data.splitlines()
        }
        for data in (*three[:3], result)
    )
    return [line for line in (ours | theirs) - base - found if line]


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
        print(repository, shown(figures), sep="\n", flush=True)


def shown(figures: Figures) -> str:
    """Return the figures as lines."""
    lines = [f"  {count:5} {what}" for what, count in sorted(figures.counts.items())]
    if figures.size:
        each = figures.seconds / figures.size * 1e5
        lines.append(f"  {each:.3f} s CPU for each 100 KB, at most {figures.slowest:.2f} s a file")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
