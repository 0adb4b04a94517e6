"""The inputs of a campaign: parts of guides with a few lines changed, and texts from a grammar.

An input follows from the seed and its number alone, and from the guides that are given.
"""

from collections.abc import Sequence
from pathlib import Path
from random import Random

ROOT = Path(__file__).parents[2]
BESIDE = ROOT.parent / "shared"
MOST_LINES = 40

#: What lines of guides are made of: each is a part of a line, or a few lines.
HEADS = [
    *("# ", "## ", "### ", "#### ", "## 1. ", "## 2 ", "### 1.1 ", "### 1.2 ", "### 9.", "##"),
    *("- ", "  - ", "    - ", "* ", "1. ", "  1) ", "> ", "  ", "    ", "\t", "-\t", "", ""),
]
LABELS = [
    *("- **Description**: ", "- **Questions**:", "- **Path to detailed notes**: "),
    *("- **Prerequisites**: ", "- **Interview questions**: ", "- **Hint**: ", "- Questions: "),
]
TEXTS = [
    *("Why?", "What is it?", "c", "2 B", "1. Why?", "- x", "# x", "<div>", "1986. What?", "-"),
    *("`a.md`", "see the draft `a.md`", "[two words](a.md)", "`a.md` and `b.md` (late)", "\\"),
    *("*(Individual file to be created, e.g., `a.md`)*", "*(Covered in `a.md`)*", "1.1", "TBD"),
    *("two words", "one\\\n  two", "one  \n  two", "**bold** words", "none", "see 1.2", "Topic 2"),
    *("<!-- curriculum-disable-next-line wrong-end-mark -->", "<!-- a", "-->", "- [ ] no"),
    *("- [x] yes", "[label]: b.md", "| a | b |\n|---|---|\n| 1 | 2 |", "![p](p.png)", "a: b"),
]
LINES = [
    *("", "", "---", "***", "```", "~~~ py", "    ```", "<details>", "</details>", "===", "..."),
]


def guides(folders: Sequence[Path] = (ROOT / "guides", BESIDE)) -> list[str]:
    """Return the texts of all guides of the repository and of those that lie beside it."""
    paths = sorted(path for folder in folders for path in folder.rglob("*.md"))
    return [path.read_bytes().decode("utf-8", "surrogateescape") for path in paths]


def made(seed: int, number: int, known: Sequence[str]) -> str:
    """Return an input."""
    chance = Random(f"{seed} {number}")
    if not known or number % 2:
        return _from_grammar(chance)
    lines = chance.choice(known).split("\n")
    first = chance.randrange(len(lines))
    part = lines[first : first + chance.randint(3, MOST_LINES)]
    for _ in range(chance.randint(0, 6)):
        _mutate(part, lines, chance)
    return "\n".join(part) + "\n"


def _from_grammar(chance: Random) -> str:
    lines = ["# A", "", "## 1. B", "", "### 1.1 C"] if chance.random() < 0.6 else []
    lines += [_line(chance) for _ in range(chance.randint(1, 14))]
    return "\n".join(lines) + "\n"


def _line(chance: Random) -> str:
    kind = chance.random()
    if kind < 0.3:
        return chance.choice(LABELS) + (chance.choice(TEXTS) if chance.random() < 0.7 else "")
    return chance.choice(LINES) if kind < 0.45 else chance.choice(HEADS) + chance.choice(TEXTS)


def _mutate(part: list[str], lines: list[str], chance: Random) -> None:
    """Change something about some lines, in place."""
    at = chance.randrange(len(part)) if part else 0
    kind = chance.randrange(7)
    if kind == 0 or not part:
        part.insert(at, _line(chance))
    elif kind == 1:
        del part[at]
    elif kind == 2:
        part.insert(at, chance.choice(lines))
    elif kind == 3:
        part[at] = " " * chance.randint(1, 5) + part[at]
    elif kind == 4:
        part[at] = part[at].lstrip(" -*#")
    elif kind == 5 and part[at]:
        cut = chance.randrange(len(part[at]))
        part[at] = part[at][:cut] + chance.choice(("", " ", "\t", "`", "*", "\\", "[", "<", "."))
    else:
        part[at] += chance.choice(TEXTS)
