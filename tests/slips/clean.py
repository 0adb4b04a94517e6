"""Clean guides, made from a seed: subjects, numbering manners, line ends and sizes vary."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

SUBJECTS = ("Orchards", "Bridges", "Kitchens", "Harbours")
_WORDS = """
apples pears plums cherries figs quinces medlars almonds arches trusses cables piers bearings decks
footings towers stoves knives ovens sinks larders pans mills scales cranes quays locks buoys pilots
tugs docks moorings ladders baskets barrels ropes hinges gutters lanterns whistles saddles anvils
bellows kettles sieves candles carpets violins
"""
THINGS = tuple(_WORDS.split())
CHAPTERS = ("Basics", "Care", "Tools", "Trade", "Repair", "History", "Storage", "Safety")
QUESTIONS = (
    "Where are {} found?",
    "Who first needed {}?",
    "What goes wrong with {} in winter?",
    "How does one tell good {} from bad?",
    "Which tools do {} call for?",
    "Why do people argue about {}?",
)


@dataclass(frozen=True)
class Manner:
    """How chapters and topics are numbered."""

    chapter: str
    topic: str

    @property
    def has_chapters(self) -> bool:
        return bool(self.chapter)

    @property
    def has_topics(self) -> bool:
        return bool(self.topic)


MANNERS = (
    Manner("{c}. ", "{c}.{t} "),
    Manner("Chapter {c}: ", "{c}.{t} "),
    Manner("Week {c}: ", "{c}.{t} "),
    Manner("{c} ", "{c}.{t} "),
    Manner("{c:02}. ", "{c:02}.{t:02} "),
    Manner("", "{c}.{t} "),
)
UNNUMBERED = Manner("", "")


@dataclass(frozen=True)
class Place:
    """A heading of a clean guide: its line, and the blank line that ends its section."""

    line: int
    end: int
    chapter: int
    topic: int  # 0 for a chapter
    number: str
    title: str

    @property
    def numbered(self) -> str:
        """What stands behind the number signs."""
        return f"{self.number}{self.title}"

    @property
    def digits(self) -> str:
        """The number alone: 1.2 of "1.2 ", 3 of "Week 3: "."""
        return self.number.split(" ")[-2].rstrip(".:") if self.number else ""


@dataclass(frozen=True)
class CleanGuide:
    """The lines of a guide and where its parts stand; places count from 0."""

    lines: tuple[str, ...]
    chapters: tuple[Place, ...]
    topics: tuple[Place, ...]
    manner: Manner
    newline: str = "\n"
    mark: str = ""

    def text(self, lines: Sequence[str] | None = None) -> str:
        """Return the guide, or other lines of it, as a text."""
        return self.mark + "".join(line + self.newline for line in lines or self.lines)

    def of_chapter(self, chapter: int) -> list[Place]:
        return [topic for topic in self.topics if topic.chapter == chapter]

    def labels(self, topic: Place) -> dict[str, int]:
        """Return the lines of the fields of a topic, by their labels."""
        lines = range(topic.line, topic.end)
        return {self.lines[n].split("**")[1]: n for n in lines if self.lines[n][:4] == "- **"}

    def questions(self, topic: Place) -> list[int]:
        return [n for n in range(topic.line, topic.end) if self.lines[n].startswith("  - ")]


def clean_guide(random: Random, manner: Manner | None = None, fewest: int = 1) -> CleanGuide:
    """Make a guide with `fewest` to eight chapters, and at least three topics."""
    manner = manner or random.choice(MANNERS)
    subject = random.choice(SUBJECTS)
    things = iter(random.sample(THINGS, len(THINGS)))
    lines: list[str] = []
    if random.random() < 0.3:
        lines += ["---", f"title: {subject}", "---", ""]
    lines += [f"# {subject}", "", f"All about {subject.lower()}.", ""]
    chapters: list[Place] = []
    topics: list[Place] = []
    count = random.randint(fewest, 8)
    for c, name in enumerate(random.sample(CHAPTERS, count), 1):
        start = len(lines)
        number = manner.chapter.format(c=c)
        lines += [f"## {number}{name}", ""]
        for t in range(1, random.randint(3 if count == 1 else 2, 6) + 1):
            thing = next(things)
            topic = manner.topic.format(c=c, t=t)
            begin = len(lines)
            title = thing.capitalize()
            lines += [f"### {topic}{title}", *_fields(random, thing), ""]
            topics.append(Place(begin, len(lines) - 1, c, t, topic, title))
        chapters.append(Place(start, len(lines) - 1, c, 0, number, name))
    made = CleanGuide(tuple(lines[:-1]), tuple(chapters), tuple(topics), manner)
    newline = "\r\n" if random.random() < 0.25 else "\n"
    return replace(made, newline=newline, mark="\ufeff" if random.random() < 0.2 else "")


def _fields(random: Random, thing: str) -> list[str]:
    asked = random.sample(QUESTIONS, random.randint(2, 5))
    return [
        f"- **Description**: What one knows of {thing}.",
        f"- **Path to detailed notes**: `notes/{thing}.md`",
        "- **Questions**:",
        *(f"  - {question.format(thing)}" for question in asked),
    ]
