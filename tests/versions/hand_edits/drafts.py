"""Guides as drafts that a person changes: moves, swaps, insertions, deletions, rewordings."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

_WORDS = [
    "amber", "basil", "cedar", "delta", "ember", "fjord", "grove", "heath", "ivory", "jetty",
    "kelp", "larch", "maple", "nettle", "ochre", "poplar", "quartz", "raven", "sorrel", "thyme",
    "umber", "violet", "walnut", "yarrow", "zinc",
]  # fmt: skip


@dataclass
class Topic:
    """A topic: a description and prerequisites where there are any, and questions."""

    title: str
    description: str | None
    prerequisites: str | None
    questions: list[str]


@dataclass
class Chapter:
    title: str
    topics: list[Topic] = field(default_factory=list)


@dataclass
class Draft:
    """A guide; `text` numbers it as it stands."""

    chapters: list[Chapter]

    @property
    def topics(self) -> list[Topic]:
        return [topic for chapter in self.chapters for topic in chapter.topics]

    @property
    def text(self) -> str:
        lines = ["# Woods", ""]
        for c, chapter in enumerate(self.chapters, 1):
            lines += [f"## {c}. {chapter.title}", ""]
            for t, topic in enumerate(chapter.topics, 1):
                lines.append(f"### {c}.{t} {topic.title}")
                if topic.description is not None:
                    lines.append(f"- **Description**: {topic.description}".rstrip())
                if topic.prerequisites is not None:
                    lines.append(f"- **Prerequisites**: {topic.prerequisites}".rstrip())
                if topic.questions:
                    lines.append("- **Questions**:")
                lines += [f"  - {question}" for question in topic.questions]
                lines.append("")
        return "\n".join(lines).rstrip("\n") + "\n"


def draft(random: Random) -> Draft:
    """Return a guide of a few chapters, in which every title and question has words of its own."""
    words = iter(random.sample([f"{a} {b}" for a in _WORDS for b in _WORDS if a != b], 200))
    chapters = []
    for _ in range(random.randint(2, 3)):
        chapter = Chapter(f"{next(words)} {next(words)}".title())
        for _ in range(random.randint(2, 4)):
            asked = [_question(words.__next__) for _ in range(random.randint(2, 5))]
            topic = Topic(f"{next(words)} {next(words)}".title(), None, None, asked)
            topic.description = f"On {next(words)} and {next(words)}."
            topic.prerequisites = random.choice([None, "none", next(words)])
            chapter.topics.append(topic)
        chapters.append(chapter)
    return Draft(chapters)


def _question(word: Callable[[], str]) -> str:
    return f"What does {word()} need of {word()}?"


def _new(random: Random) -> str:
    return " ".join(random.sample(_WORDS, 4))


def swap_questions(of: Draft, random: Random) -> None:
    topic = random.choice([each for each in of.topics if len(each.questions) > 1])
    a, b = random.sample(range(len(topic.questions)), 2)
    topic.questions[a], topic.questions[b] = topic.questions[b], topic.questions[a]


def shuffle_questions(of: Draft, random: Random) -> None:
    random.shuffle(random.choice(of.topics).questions)


def move_question(of: Draft, random: Random) -> None:
    source = random.choice([each for each in of.topics if len(each.questions) > 1])
    target = random.choice([each for each in of.topics if each is not source])
    question = source.questions.pop(random.randrange(len(source.questions)))
    target.questions.insert(random.randint(0, len(target.questions)), question)


def insert_question(of: Draft, random: Random) -> None:
    topic = random.choice(of.topics)
    topic.questions.insert(random.choice([0, len(topic.questions)]), f"Why {_new(random)}?")


def reword_question(of: Draft, random: Random) -> None:
    topic = random.choice([each for each in of.topics if each.questions])
    place = random.randrange(len(topic.questions))
    words = topic.questions[place].split()
    topic.questions[place] = " ".join([*words[:-1], "now", words[-1]])


def delete_question(of: Draft, random: Random) -> None:
    topic = random.choice([each for each in of.topics if len(each.questions) > 1])
    topic.questions.pop(random.randrange(len(topic.questions)))


def describe(of: Draft, random: Random) -> None:
    random.choice(of.topics).description = random.choice([None, f"Of {_new(random)}."])


def require(of: Draft, random: Random) -> None:
    random.choice(of.topics).prerequisites = random.choice([None, "none", _new(random)])


def retitle(of: Draft, random: Random) -> None:
    titled: list[Topic | Chapter] = [*of.topics, *of.chapters]
    one = random.choice(titled)
    one.title = f"{one.title} Again"


def move_topic(of: Draft, random: Random) -> None:
    source = random.choice([each for each in of.chapters if len(each.topics) > 1])
    topic = source.topics.pop(random.randrange(len(source.topics)))
    target = random.choice(of.chapters)
    target.topics.insert(random.randint(0, len(target.topics)), topic)


def swap_topics(of: Draft, random: Random) -> None:
    topics = random.choice([each for each in of.chapters if len(each.topics) > 1]).topics
    a, b = random.sample(range(len(topics)), 2)
    topics[a], topics[b] = topics[b], topics[a]


def insert_topic(of: Draft, random: Random) -> None:
    topics = random.choice(of.chapters).topics
    asked = [f"When is {_new(random)}?" for _ in range(random.randint(1, 4))]
    new = Topic(_new(random).title(), f"Of {_new(random)}.", None, asked)
    topics.insert(random.randint(0, len(topics)), new)


def delete_topic(of: Draft, random: Random) -> None:
    topics = random.choice([each for each in of.chapters if len(each.topics) > 1]).topics
    topics.pop(random.randrange(len(topics)))


def move_chapter(of: Draft, random: Random) -> None:
    chapter = of.chapters.pop(random.randrange(len(of.chapters)))
    of.chapters.insert(random.randint(0, len(of.chapters)), chapter)


CHANGES = (
    swap_questions,
    shuffle_questions,
    move_question,
    insert_question,
    reword_question,
    delete_question,
    describe,
    require,
    retitle,
    move_topic,
    insert_topic,
    delete_topic,
    swap_topics,
    move_chapter,
)
