"""Clean guides that are numbered in many manners, as lines that can be changed one by one."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

TITLES = [
    *("Tables", "Locks", "Views", "Keys", "Joins", "Plans"),
    *("Logs", "Roles", "Pages", "Rows", "Cursors", "Triggers"),
    *("Schemas", "Backups", "Replicas", "Shards", "Buffers", "Hashes"),
    *("Trees", "Ranges", "Types", "Casts", "Grants", "Vacuums"),
    *("Sorts", "Merges", "Scans", "Caches", "Queues", "Leases"),
    *("Quorums", "Clocks", "Epochs", "Snapshots", "Streams", "Batches"),
    *("Windows", "Sinks", "Codecs"),
]
CHAPTERS = ("Storage", "Queries", "Operation", "Safety", "Growth", "Recovery", "History", "Money")


@dataclass(frozen=True)
class Manner:
    """How chapters, topics and sub-headings of a guide are numbered; `sub` may be none."""

    chapter: Callable[[int], str]
    topic: Callable[[int, int], str]
    sub: Callable[[int, int, int], str] | None = None


@dataclass
class Sketch:
    """The chapters of a guide: each its printed number, and its topics with their own."""

    manner: Manner
    chapters: list["Chapter"] = field(default_factory=list)

    def text(self, end: str = "\n") -> str:
        """Return the guide."""
        lines = ["# Databases"]
        for chapter in self.chapters:
            lines += ["", f"## {chapter.number}{chapter.title}"]
            for topic in chapter.topics:
                said = f"- **Description**: What {topic.title.lower()} are for."
                lines += ["", f"### {topic.number}{topic.title}", said]
                for number, title in topic.subs:
                    lines += ["", f"#### {number}{title}", "", f"About {title.lower()}."]
        return end.join([*lines, ""])


@dataclass
class Topic:
    """A topic: its number as printed, and the numbers and titles below it."""

    number: str
    title: str
    subs: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Chapter:
    """A chapter: its number as printed, and its topics."""

    number: str
    title: str
    topics: list[Topic] = field(default_factory=list)


def steps(_chapter: int, topic: int, sub: int) -> str:
    """Number sub-headings as the steps of a topic, whatever its chapter."""
    return f"Step {topic}.{sub} "


MANNERS = {
    "plain": Manner("{}. ".format, "{}.{} ".format),
    "words": Manner("Chapter {}: ".format, "{}.{}. ".format),
    "weeks": Manner("Week {:02}: ".format, "{:02}.{:02} ".format),
    "zeros": Manner("{:02}. ".format, "{:02}.{:02} ".format, "{:02}.{:02}.{:02} ".format),
    "below": Manner("{}. ".format, "{}.{} ".format, "{}.{}.{} ".format),
    "dotted": Manner("{}. ".format, "{}.{} ".format, "{}.{}.{}. ".format),
    "steps": Manner("{}. ".format, "{}.{} ".format, steps),
    "lists": Manner("{}. ".format, "{}.{} ".format, lambda _c, _t, sub: f"{sub}. "),
}


def sketch(manner: Manner, random: Random) -> Sketch:
    """Return a clean guide of three to six chapters."""
    titles = iter(random.sample(TITLES, len(TITLES)))
    made = Sketch(manner)
    for c in range(1, random.randint(3, 6) + 1):
        chapter = Chapter(manner.chapter(c), CHAPTERS[c])
        for t in range(1, random.randint(3, 4) + 1):
            topic = Topic(manner.topic(c, t), next(titles))
            if manner.sub:
                names = (f"{topic.title} {word}" for word in ("at rest", "in use", "at night"))
                topic.subs = [(manner.sub(c, t, s), n) for s, n in enumerate(names, 1)]
            chapter.topics.append(topic)
        made.chapters.append(chapter)
    return made
