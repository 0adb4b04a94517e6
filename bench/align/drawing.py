"""Versions of a curriculum drawn from a text that says each thing in several ways.

A file in `subjects/` holds one curriculum: `## ` begins a chapter, `### ` a topic, followed by its
description, and `- ` a question; ` || ` separates two ways to say the same. Versions are drawn from
it that drop, move, rename and reword, each in its own style. Topics are the same if they were drawn
from the same place in the text.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from curriculum_tools.versions.version import Version, version_of

SUBJECTS = Path(__file__).resolve().parent / "subjects"
SEPARATOR = " || "

Variants = list[str]


@dataclass
class DrawnTopic:
    """A topic in all its wordings; `name` is the same in every version."""

    name: str
    titles: Variants
    description: Variants = field(default_factory=list)
    questions: list[Variants] = field(default_factory=list)


@dataclass
class DrawnChapter:
    """A chapter in all its wordings."""

    name: str
    titles: Variants
    topics: list[DrawnTopic] = field(default_factory=list)


class Style(NamedTuple):
    """What a version prints."""

    is_numbered: bool = True
    has_descriptions: bool = True
    has_questions: bool = True
    has_notes: bool = False


class Chances(NamedTuple):
    """How much a version differs from the text."""

    dropped: float = 0.15
    moved: float = 0.05
    renamed: float = 0.35
    reworded: float = 0.4
    lost_question: float = 0.2
    shuffled: float = 0.2


#: Four versions: with all, unnumbered with notes, an index, and numbered again.
STYLES = (
    Style(),
    Style(is_numbered=False, has_notes=True),
    Style(has_questions=False, has_notes=True),
    Style(),
)
BARE = (Style(has_descriptions=False, has_questions=False),) * 3
CHANCES = Chances()
#: So many topics are dropped that the only candidate for one is often its neighbour.
HALVES = Chances(dropped=0.5)


class Drawn(NamedTuple):
    """A version, and the names of what its topics and chapters were drawn from."""

    version: Version
    topics: list[str]
    chapters: list[str]


def read_subject(path: Path) -> list[DrawnChapter]:
    """Parse a file of `subjects/`."""
    chapters: list[DrawnChapter] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, text = line.partition(" ")
        if mark == "##":
            chapters.append(DrawnChapter(text, text.split(SEPARATOR)))
        elif mark == "###":
            name = f"{chapters[-1].titles[0]} / {text}"
            chapters[-1].topics.append(DrawnTopic(name, text.split(SEPARATOR)))
        elif mark == "-":
            chapters[-1].topics[-1].questions.append(text.split(SEPARATOR))
        else:
            chapters[-1].topics[-1].description = line.split(SEPARATOR)
    return chapters


def draw(chapters: list[DrawnChapter], style: Style, chances: Chances, seed: str) -> Drawn:
    """Draw a version."""
    draws = random.Random(seed)
    outline = [(chapter, list(chapter.topics)) for chapter in chapters]
    for chapter, topics in outline:
        for topic in chapter.topics:
            if draws.random() < chances.dropped:
                topics.remove(topic)
            elif draws.random() < chances.moved:
                topics.remove(topic)
                draws.choice(outline)[1].append(topic)
        if draws.random() < chances.shuffled:
            draws.shuffle(topics)
    if draws.random() < chances.shuffled:
        draws.shuffle(outline)
    outline = [(chapter, topics) for chapter, topics in outline if topics]
    text = "\n".join(_lines(outline, style, chances, draws)) + "\n"
    version = version_of(parse(Source(f"{seed}.md", text)))
    drawn = Drawn(
        version,
        [topic.name for _, topics in outline for topic in topics],
        [chapter.name for chapter, _ in outline],
    )
    assert len(version.topics) == len(drawn.topics), seed
    return drawn


def _lines(
    outline: list[tuple[DrawnChapter, list[DrawnTopic]]],
    style: Style,
    chances: Chances,
    draws: random.Random,
) -> Iterator[str]:
    def one_of(variants: Variants, chance: float) -> str:
        return (
            draws.choice(variants[1:]) if variants[1:] and draws.random() < chance else variants[0]
        )

    yield "# A curriculum"
    for c, (chapter, topics) in enumerate(outline, 1):
        number = f"{c}. " if style.is_numbered else ""
        yield f"\n## {number}{one_of(chapter.titles, chances.renamed)}"
        for t, topic in enumerate(topics, 1):
            number = f"{c}.{t}" if style.is_numbered else f"{t}."
            title = one_of(topic.titles, chances.renamed)
            yield f"\n### {number} {title}\n"
            if style.has_descriptions:
                yield f"- **Description**: {one_of(topic.description, chances.reworded)}"
            if style.has_notes:
                yield f"- **Path to detailed notes**: `notes/{_slug(topic, title, draws)}.md`"
            if style.has_questions:
                kept = [each for each in topic.questions if draws.random() >= chances.lost_question]
                yield "- **Questions**:"
                for question in kept or topic.questions:
                    yield f"  - {one_of(question, chances.reworded)}"


def _slug(topic: DrawnTopic, title: str, draws: random.Random) -> str:
    """Return a file name, usually made of the first title."""
    text = title if draws.random() < 0.2 else topic.name.partition(SEPARATOR)[0]
    return "".join(letter if letter.isalnum() else "-" for letter in text.lower())
