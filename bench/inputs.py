"""Inputs to measure with: made ones, and real guides in other words."""

import random
import re
from collections.abc import Callable, Sequence
from pathlib import Path

_WORD = re.compile(r"(?<![`/\w.-])[a-z]{6,}(?![`/\w-])")
_SYLLABLES = [
    "ba",
    "de",
    "gan",
    "hom",
    "jat",
    "ki",
    "lo",
    "mit",
    "na",
    "pel",
    "ron",
    "sel",
    "to",
    "vik",
    "mu",
    "re",
    "lan",
    "dor",
    "si",
    "tur",
]
_SHORT = [
    "the",
    "of",
    "in",
    "to",
    "with",
    "a",
    "by",
    "from",
    "two",
    "one",
    "state",
    "other",
    "value",
    "when",
    "each",
    "list",
]
_ASKS = ("What is", "How does", "Explain", "Why is", "When is", "Describe")


def differing(guides: Sequence[str], target: Path, copies: int) -> None:
    """Write copies of guides that differ in their words, each copy in a folder of its own."""
    exchanges = _exchanges(guides)
    for copy in range(copies):
        exchange = exchanges(copy)
        folder = target / f"{copy:03}"
        folder.mkdir(parents=True)
        for number, text in enumerate(guides):
            path = folder / f"{number}.md"
            path.write_text(exchange(text), encoding="utf-8", newline="")


def many_questions(guides: Sequence[str], copies: int) -> str:
    """Return a guide with all questions of copies of guides, in topics of ten."""
    asked = [
        line.strip(" -") for text in guides for line in text.splitlines() if line.endswith("?")
    ]
    exchanges = _exchanges(guides)
    lines = ["# Questions", "", "## 1. All"]
    for copy in range(copies):
        exchange = exchanges(copy)
        for number, question in enumerate(asked):
            if number % 10 == 0:
                lines += ["", f"### Topic {copy} {number}", "- **Questions**:"]
            lines.append(f"  - {exchange(question)}")
    return "\n".join(lines) + "\n"


def large_guide(size: int) -> str:
    """Return a guide of so many bytes whose topics, of five questions, are all different."""
    drawn = random.Random(size)
    words = ["".join(drawn.choices(_SYLLABLES, k=drawn.randint(2, 4))) for _ in range(20_000)]

    def said(number: int) -> str:
        return " ".join(
            drawn.choice(words if drawn.random() < 0.5 else _SHORT) for _ in range(number)
        )

    lines = ["# Guide"]
    left = size
    topic = 0
    while left > 0:
        chapter, place = divmod(topic, 20)
        new = [f"\n## {chapter + 1}. Part {said(2)}"] if place == 0 else []
        new += [f"\n### {chapter + 1}.{place + 1} {said(3)}", f"- **Description**: {said(12)}."]
        new += ["- **Questions**:", *(f"  - {drawn.choice(_ASKS)} {said(9)}?" for _ in range(5))]
        left -= sum(map(len, new)) + len(new)
        lines += new
        topic += 1
    return "\n".join(lines) + "\n"


def _exchanges(guides: Sequence[str]) -> Callable[[int], Callable[[str], str]]:
    """Return what makes, for a number, an exchange of the long words of guides."""
    words = sorted({word for text in guides for word in _WORD.findall(text)})

    def exchange(number: int) -> Callable[[str], str]:
        others = words.copy()
        random.Random(number).shuffle(others)
        exchanged = dict(zip(words, others, strict=True))
        return lambda text: _WORD.sub(lambda word: exchanged[word[0]], text)

    return exchange
