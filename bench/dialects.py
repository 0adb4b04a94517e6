"""How long it takes to find guides among other files, and to lint guides of other dialects.

    python -m bench.dialects [--runs 3]

Inputs are drawn, always the same: 7,000 files of prose with 20 banks of questions among them (76
MB, as a course with its translations is); 226 banks with 21,000 questions (17 MB); one bank of
10,000 questions (1.5 MB), and a guide of the default dialect of that size. CPU is that of the
process and its children, as in `bench/lint.py`. Cold runs have `--no-cache`, warm ones follow one
that fills the cache. As a peer, markdown-it's block pass over the same files is a process, too.
"""

import argparse
import os
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.measuring import LINT, report

_SYLLABLES = "ba de ki lo mu na re si to vu lan ron mit sel dor gan pel tur vik nes hom jat"
SYLLABLES = _SYLLABLES.split()
_COMMON = "the of to in for with on by from when how each two one other value state list"
COMMON = _COMMON.split()
ASKING = ("What is", "How does", "Why would one use", "When is", "Explain")
CONFIG = '[dialect]\nchapter = "## {text}"\nquestion = "### {n}. {text}"\nanswer = "rest"\n'
BLOCK_PASS = (
    "import pathlib; from markdown_it import MarkdownIt; parser = MarkdownIt('commonmark');"
    "paths = pathlib.Path('.').rglob('*.md');"
    "[parser.block.parse(path.read_text(), parser, {}, []) for path in paths]"
)


class Author:
    """Draws texts."""

    def __init__(self, seed: int) -> None:
        """Take the seed of what is drawn."""
        self._random = random.Random(seed)

    def words(self, count: int) -> str:
        """Return words, half of them common ones."""
        return " ".join(self._word() for _ in range(count))

    def _word(self) -> str:
        if self._random.random() < 0.5:
            return self._random.choice(COMMON)
        return "".join(self._random.choices(SYLLABLES, k=3))

    def question(self) -> str:
        """Return a question."""
        asking = self._random.choice(ASKING)
        return f"{asking} {self.words(self._random.randint(5, 10))}?"

    def bank(self, count: int, answer: int) -> str:
        """Return a bank of questions with answers of so many words."""
        asked = (
            f"### {number}. {self.question()}\n\n{self.words(answer).capitalize()}.\n"
            for number in range(1, count + 1)
        )
        return "\n".join(["# Bank\n\n## Part\n", *asked])

    def lesson(self) -> str:
        """Return a lesson of prose, lists and code."""
        return "".join(["# Lesson\n\n", *self._parts(10_500)])

    def _parts(self, size: int) -> Iterator[str]:
        length = 0
        while length < size:
            words = self.words(60).capitalize()
            part = self._random.choice(
                (
                    f"{words}.\n\n",
                    f"## {words[:40]}\n\n",
                    "".join(f"- {self.words(10)}\n" for _ in range(4)) + "\n",
                    "```python\nvalue = read()\nprint(value)\n```\n\n",
                )
            )
            length += len(part)
            yield part

    def guide(self, size: int) -> str:
        """Return a guide of the default dialect."""
        parts = ["# Guide\n\n## 1. Part\n"]
        length = number = 0
        while length < size:
            number += 1
            questions = "".join(f"  - {self.question()}\n" for _ in range(5))
            parts.append(
                f"\n### 1.{number} {self.words(3)}\n- **Description**: {self.words(12)}.\n"
                f"- **Questions**:\n{questions}"
            )
            length += len(parts[-1])
        return "".join(parts)


def draw(folder: Path) -> None:
    """Write the inputs below a folder."""
    author = Author(1)
    for number in range(7_000):
        lesson = folder / "course" / str(number // 150) / str(number % 150) / "README.md"
        lesson.parent.mkdir(parents=True)
        lesson.write_text(author.lesson())
    for number in range(20):
        (folder / "course" / f"bank-{number}.md").write_text(author.bank(59, 20))
    for number in range(226):
        bank = folder / "banks" / f"bank-{number}.md"
        bank.parent.mkdir(exist_ok=True)
        bank.write_text(author.bank(93, 160))
    for name, text in (("bank", author.bank(10_000, 12)), ("guide", author.guide(1_500_000))):
        (folder / name).mkdir()
        (folder / name / f"{name}.md").write_text(text)


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        draw(Path(folder))
        for name in ("course", "banks", "bank", "guide"):
            os.chdir(Path(folder, name))
            subprocess.run(["git", "init", "-q"], check=True)
            subprocess.run(["git", "add", "-A"], check=True)
            size = sum(file.stat().st_size for file in Path().rglob("*.md"))
            cold = [*LINT, "--no-cache", "--jobs", "1", "."]
            report(f"{name}, block pass", [sys.executable, "-c", BLOCK_PASS], size, 1)
            report(f"{name}, cold, no config", cold, size, runs)
            if name in ("banks", "bank"):
                Path("curriculum.toml").write_text(CONFIG)
                report(f"{name}, cold", cold, size, runs)
            report(f"{name}, filling the cache", [*LINT, "."], size, 1)
            report(f"{name}, warm", [*LINT, "."], size, runs)


if __name__ == "__main__":
    main()
