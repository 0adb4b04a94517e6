"""How often git merges two branches that each edit a topic: python -m bench.merge.git [CASES].

In each case two branches edit different topics of one version: they reword a question or the
description, add or drop a question, or rename the topic. Each branch then merges the versions, and
commits them with the guide and its lock. Git merges the branches. It should find no conflict, and
its guide and lock should be what `curriculum merge` writes.
"""

import os
import random
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from bench.align.drawing import CHANCES, STYLES, SUBJECTS, draw, read_subject
from curriculum_tools.app.merge import MergeOutcome, run, write
from curriculum_tools.app.merge_tasks import MergeOptions, tasks
from curriculum_tools.store.config import Configs
from curriculum_tools.syntax.write import write_guide

CASES = 100
SOURCES = ("a.md", "b.md", "c.md")
OUTPUT = "merged.md"
EDITS = ("reword a question", "reword the description", "add a question", "drop one", "rename")
WORDS = ("ample", "brief")  # one for each branch, so that their edits differ


class Repository:
    """Versions in a git repository, with the guide that they are merged into.

    The current directory must be the repository.
    """

    def __init__(self, folder: Path, subject: str) -> None:
        self.folder = folder
        chapters = read_subject(SUBJECTS / f"{subject}.txt")
        for name, style in zip(SOURCES, STYLES, strict=False):
            drawn = draw(chapters, style, CHANCES, name)
            version = drawn.version
            text = write_guide(version.root, version.front_matter, version.dialect)
            (folder / name).write_text(text, encoding="utf-8")
        self.git("init", "--quiet", "--initial-branch=main")
        write(self.merged())
        self.commit()
        self.git("tag", "base")

    def git(self, *arguments: str) -> bool:
        """Run git; return whether it succeeded."""
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        command = ["git", "-C", str(self.folder), *identity, *arguments]
        environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
        return subprocess.run(command, capture_output=True, env=environment).returncode == 0

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "--all")
        assert self.git("commit", "--quiet", "--message=edit")

    def merged(self) -> MergeOutcome:
        """Merge the versions, the oldest first."""
        options = MergeOptions(paths=SOURCES, output=OUTPUT, oldest_first=True)
        (task,) = tasks(options, Configs())
        return run(task)

    def case(self, seed: int) -> tuple[bool, bool, list[str]]:
        """Return whether git merged, whether that is what `merge` writes, and what was edited."""
        draws = random.Random(seed)
        name = draws.choice(SOURCES[:2])  # the third has no questions
        self.git("checkout", "--quiet", "--force", "base")
        topics = (self.folder / name).read_text(encoding="utf-8").count("\n### ")
        edits = []
        edited = draws.sample(range(topics), 2)
        for branch, topic, word in zip(("ours", "theirs"), edited, WORDS, strict=True):
            self.git("checkout", "--quiet", "--force", "-B", branch, "base")
            edits.append(edit(self.folder / name, topic, word, draws))
            write(self.merged())
            self.commit()
        is_merged = self.git("merge", "--quiet", "--no-edit", "ours")
        is_written = is_merged and not self.merged().is_stale
        self.git("reset", "--quiet", "--hard")
        return is_merged, is_written, edits


def edit(path: Path, topic: int, word: str, draws: random.Random) -> str:
    """Edit a topic of a guide, given by its place, using a word; return the kind of edit."""
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    headings = [place for place, line in enumerate(lines) if line.startswith("### ")]
    start = headings[topic]
    end = next((n for n in range(start + 1, len(lines)) if lines[n].startswith("#")), len(lines))
    asked = [place for place in range(start, end) if lines[place].startswith("  - ")]
    what = draws.choice(EDITS)
    described = [n for n in range(start, end) if lines[n].startswith("- **Description**")]
    if what == "rename" or not asked:
        lines[start] += f" in {word.capitalize()} Words"
    elif what == "reword the description" and described:
        lines[described[0]] = lines[described[0]].replace(": ", f": In {word} words: ", 1)
    elif what == "add a question":
        lines.insert(draws.choice(asked) + draws.randint(0, 1), f"  - What is {word} about it?")
    elif what == "drop one" and len(asked) > 1:
        del lines[draws.choice(asked)]
    else:
        place = draws.choice(asked)
        lines[place] = f"{lines[place].rstrip('?.')}, in {word} words?"
    path.write_text("\n".join(lines), encoding="utf-8")
    return what


def main(cases: int) -> None:
    counts: Counter[str] = Counter()
    for subject in sorted(path.stem for path in SUBJECTS.glob("*.txt")):
        with tempfile.TemporaryDirectory() as folder:
            os.chdir(folder)
            repository = Repository(Path(folder), subject)
            for seed in range(cases):
                is_merged, is_written, edits = repository.case(seed)
                counts[f"{subject}: conflicts"] += not is_merged
                counts[f"{subject}: other than merge writes"] += is_merged and not is_written
                if not (is_merged and is_written):
                    print(subject, seed, is_merged, *edits, sep="; ", flush=True)
            os.chdir("/")
    print(dict(counts), f"of {cases} cases each")


if __name__ == "__main__":
    main(int(sys.argv[1]) if sys.argv[1:] else CASES)
