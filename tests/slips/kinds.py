"""The kinds of slips: each takes a clean guide and makes one thing wrong in it, somewhere.

A kind returns the lines with the slip and the lines, counted from 0, where something is to be
found; none where the guide says the same as before. It returns None where the guide has no place
for it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from random import Random
from typing import NamedTuple

from tests.slips.clean import CleanGuide, Place


class Slip(NamedTuple):
    """The lines of a guide with a slip, and those where it is to be found."""

    lines: list[str]
    at: Sequence[int]


Make = Callable[[CleanGuide, Random], Slip | None]
Choose = Callable[[CleanGuide, Random], Sequence[Place]]
Write = Callable[[Place], str]

KINDS: dict[str, Make] = {}
#: Of so many chapters one is odd that is written otherwise; of fewer, nobody can tell which.
ALIKE = 3


def kind(name: str) -> Callable[[Make], Make]:
    """Enter a kind of slip into the table."""

    def enter(make: Make) -> Make:
        KINDS[name] = make
        return make

    return enter


def replaced(guide: CleanGuide, new: Mapping[int, Sequence[str]]) -> list[str]:
    """Return the lines of a guide, some of them replaced by none, one or more."""
    return [line for n, old in enumerate(guide.lines) for line in new.get(n, [old])]


# Headings: which, and what is written in their place.


def any_topic(guide: CleanGuide, random: Random) -> Sequence[Place]:
    return [random.choice(guide.topics)]


def first_topic(guide: CleanGuide, random: Random) -> Sequence[Place]:
    return [random.choice([topic for topic in guide.topics if topic.topic == 1])]


def last_topic(guide: CleanGuide, random: Random) -> Sequence[Place]:
    return [guide.of_chapter(random.choice(guide.chapters).chapter)[-1]]


def later_topic(guide: CleanGuide, random: Random) -> Sequence[Place]:
    return [random.choice([topic for topic in guide.topics if topic.topic > 1])]


def two_topics(guide: CleanGuide, random: Random) -> Sequence[Place]:
    at = random.randrange(len(guide.topics) - 1)
    return guide.topics[at : at + 2]


def any_chapter(guide: CleanGuide, random: Random) -> Sequence[Place]:
    return [random.choice(guide.chapters)]


def headings(name: str, choose: Choose, write: Write, is_slip: bool = True) -> None:
    """Enter a kind that writes numbered headings otherwise."""

    def make(guide: CleanGuide, random: Random) -> Slip | None:
        places = choose(guide, random)
        if not all(place.number for place in places):
            return None
        new = {place.line: write(place).split("\n") for place in places}
        if any(lines == [guide.lines[n]] for n, lines in new.items()):
            return None
        return Slip(replaced(guide, new), list(new) if is_slip else [])

    KINDS[name] = make


def signs(count: int) -> Write:
    return lambda place: f"{'#' * count} {place.numbered}"


for _name, _choose in {
    "topic": any_topic,
    "first topic of a chapter": first_topic,
    "last topic of a chapter": last_topic,
    "two neighbours": two_topics,
}.items():
    for _level in (1, 2, 4, 5, 7):
        headings(f"{_name} with {_level} signs", _choose, signs(_level))
for _level in (1, 3, 4):
    headings(f"chapter with {_level} signs", any_chapter, signs(_level))


def hashes(place: Place) -> str:
    return "###" if place.topic else "##"


def both(name: str, write: Write, is_slip: bool = True) -> None:
    """Enter a kind of slip for topics and one for chapters."""
    headings(f"topic: {name}", any_topic, write, is_slip)
    headings(f"chapter: {name}", any_chapter, write, is_slip)


both("no blank after the signs", lambda p: f"{hashes(p)}{p.numbered}")
headings("topic: line without signs", any_topic, lambda p: p.numbered)
both("two blanks after the signs", lambda p: f"{hashes(p)}  {p.numbered}", is_slip=False)
both("bold line", lambda p: f"**{p.numbered}**")
both("underscored line", lambda p: f"__{p.numbered}__")
both("bold line with colon", lambda p: f"**{p.numbered}:**")
both("bold line, colon behind", lambda p: f"**{p.numbered}**:")
both("closing signs", lambda p: f"{hashes(p)} {p.numbered} {hashes(p)}", is_slip=False)
both("indented by 1", lambda p: f" {hashes(p)} {p.numbered}", is_slip=False)
for _count in (2, 3, 4):
    headings(
        f"topic: indented by {_count} below a list",
        later_topic,
        lambda p, count=_count: f"{' ' * count}### {p.numbered}",  # type: ignore[misc]
    )
both("in a quote", lambda p: f"> {hashes(p)} {p.numbered}")
both("in a list item", lambda p: f"- {hashes(p)} {p.numbered}")
headings("topic: underlined as level 2", any_topic, lambda p: f"{p.numbered}\n---")
headings("topic: underlined as level 1", any_topic, lambda p: f"{p.numbered}\n===")
headings("chapter: underlined as level 1", any_chapter, lambda p: f"{p.numbered}\n===")


@kind("chapter: line without signs")
def plain_chapter(guide: CleanGuide, random: Random) -> Slip | None:
    chapter = random.choice(guide.chapters)
    if not chapter.number[:1].isdigit() or not guide.manner.has_topics:
        return None
    return Slip(replaced(guide, {chapter.line: [chapter.numbered]}), [chapter.line])


@kind("topic: blank lines missing around it")
def blanks_missing(guide: CleanGuide, random: Random) -> Slip | None:
    topic = random.choice(guide.topics)
    return Slip(replaced(guide, {topic.line - 1: []}), [])


# Numbers.


def numbers(name: str, write: Callable[[str], str], is_slip: bool = True) -> None:
    """Enter a kind that writes the number of a topic otherwise, with all that parts it."""

    def make(place: Place) -> str:
        digits = re.escape(place.digits)
        return "### " + re.sub(digits, lambda m: write(m[0]), place.numbered, count=1)

    headings(f"number: {name}", any_topic, make, is_slip)


headings("number: glued", any_topic, lambda p: f"### {p.number.rstrip()}{p.title}")
headings("number: glued, chapter", any_chapter, lambda p: f"## {p.number.rstrip()}{p.title}")
for _name, _mark in {
    "without dot": "",
    "comma": ",",
    "dash": "-",
    "en dash": "–",
    "underscore": "_",
    "middle dot": "·",
    "dot and blank": ". ",
    "blank and dot": " .",
    "two dots": "..",
    "colon": ":",
    "slash": "/",
    "blank": " ",
}.items():
    numbers(_name, lambda n, mark=_mark: n.replace(".", mark))  # type: ignore[misc]
for _name, _mark in {"zero-width space": "\u200b", "no-break space": "\xa0"}.items():
    numbers(f"{_name} in it", lambda n, m=_mark: n.replace(".", f".{m}"))  # type: ignore[misc]
numbers("zero-width space before it", lambda n: f"\u200b{n}", is_slip=False)
headings("number: bold", any_topic, lambda p: f"### **{p.number.strip()}** {p.title}", False)
headings("number: all bold", any_topic, lambda p: f"### **{p.numbered}**", False)
headings("number: behind an anchor", any_topic, lambda p: f'### <a id="x"></a>{p.numbered}', False)
headings("number: in a link", any_topic, lambda p: f"### [{p.numbered}](https://a.org)", False)
headings(
    "number: with an escaped mark",
    any_chapter,
    lambda p: "## " + p.numbered.replace(". ", "\\. "),
    False,
)
headings("number: behind an emoji", any_topic, lambda p: f"### 🍐 {p.numbered}", False)
headings("number: prefix of its own", any_topic, lambda p: f"### Lesson {p.numbered}")


@kind("chapter: final dot missing")
def dot_missing(guide: CleanGuide, random: Random) -> Slip | None:
    chapter = random.choice(guide.chapters)
    if len(guide.chapters) < ALIKE or not chapter.number.endswith((". ", ": ")):
        return None
    line = f"## {chapter.number[:-2]} {chapter.title}"
    return Slip(replaced(guide, {chapter.line: [line]}), [chapter.line])


@kind("chapter: bracket instead of dot")
def bracket(guide: CleanGuide, random: Random) -> Slip | None:
    chapter = random.choice(guide.chapters)
    if len(guide.chapters) < ALIKE or not chapter.number.endswith(". "):
        return None
    line = f"## {chapter.number[:-2]}) {chapter.title}"
    return Slip(replaced(guide, {chapter.line: [line]}), [chapter.line])


@kind("chapter: prefix missing")
def prefix_missing(guide: CleanGuide, random: Random) -> Slip | None:
    chapter = random.choice(guide.chapters)
    if len(guide.chapters) < ALIKE or not chapter.number[:1].isalpha():
        return None
    line = f"## {chapter.number.split(' ')[1]} {chapter.title}"
    return Slip(replaced(guide, {chapter.line: [line]}), [chapter.line])


# Questions and labels.


def questions(
    name: str, write: Callable[[str], str], which: str = "any", is_slip: bool = True
) -> None:
    """Enter a kind that writes some questions of a topic otherwise."""

    def make(guide: CleanGuide, random: Random) -> Slip:
        asked = guide.questions(random.choice(guide.topics))
        chosen = {"any": [random.choice(asked)], "all": asked, "later": [random.choice(asked[1:])]}
        new = {n: [write(guide.lines[n].strip())] for n in chosen[which]}
        return Slip(replaced(guide, new), [min(new)] if is_slip else [])

    KINDS[name] = make


for _count in (0, 1, 3, 4, 5, 6, 8):
    for _which in ("any", "all"):
        questions(
            f"questions indented by {_count}, {_which}",
            lambda text, count=_count: f"{' ' * count}{text}",  # type: ignore[misc]
            _which,
        )
for _which in ("any", "all"):
    questions(f"questions indented by a tab, {_which}", lambda text: f"\t{text}", _which)
questions("question with two blanks behind its bullet", lambda t: f"  -  {t[2:]}", "any", False)


def labels(name: str, *put: str) -> None:
    """Enter a kind that puts other lines, or none, in the place of a questions label."""

    def make(guide: CleanGuide, random: Random) -> Slip:
        line = guide.labels(random.choice(guide.topics))["Questions"]
        return Slip(replaced(guide, {line: put}), [line])

    KINDS[name] = make


labels("label: lost below the notes")
labels("label: not bold", "- Questions:")
labels("label: in italics", "- *Questions*:")
labels("label: in bold italics", "- ***Questions***:")
labels("label: misspelt", "- **Quesitons**:")


@kind("label: lost below the description")
def lost_below_description(guide: CleanGuide, random: Random) -> Slip | None:
    places = guide.labels(random.choice(guide.topics))
    description, notes, asked = places.values()
    new = {description: [guide.lines[notes]], notes: [guide.lines[description]]}
    return Slip(replaced(guide, {**new, asked: []}), [asked])


# Pasted parts.


def part(guide: CleanGuide, place: Place) -> list[str]:
    return [*guide.lines[place.line : place.end], ""]


def pasted(guide: CleanGuide, copied: list[str], at: int, random: Random) -> Slip:
    """Paste lines before a line, with one blank line more or less around them, or as they are."""
    before, after = list(guide.lines[:at]), list(guide.lines[at:])
    if before[-1]:
        before.append("")  # the guide's end
    change = random.choice(("", "less", "more"))
    if change == "less" and not copied[-1]:
        copied = copied[:-1]
    if change == "more":
        before.append("")
    lines = [*before, *copied, *after]
    while not lines[-1]:
        lines.pop()
    return Slip(lines, [len(before)])


@kind("topic pasted below itself")
def pasted_below(guide: CleanGuide, random: Random) -> Slip:
    topic = random.choice(guide.topics)
    return pasted(guide, part(guide, topic), topic.end + 1, random)


@kind("topic pasted at the end of its chapter")
def pasted_at_end(guide: CleanGuide, random: Random) -> Slip:
    topic = random.choice(guide.topics)
    return pasted(guide, part(guide, topic), guide.chapters[topic.chapter - 1].end + 1, random)


@kind("topic pasted in a later chapter")
def pasted_later(guide: CleanGuide, random: Random) -> Slip | None:
    topic = random.choice(guide.topics)
    later = [other for other in guide.topics if other.chapter > topic.chapter]
    return (
        pasted(guide, part(guide, topic), random.choice(later).end + 1, random) if later else None
    )


@kind("chapter pasted below itself")
def chapter_pasted(guide: CleanGuide, random: Random) -> Slip:
    chapter = random.choice(guide.chapters)
    return pasted(guide, part(guide, chapter), chapter.end + 1, random)


@kind("chapter pasted at the end")
def chapter_pasted_at_end(guide: CleanGuide, random: Random) -> Slip:
    return pasted(guide, part(guide, random.choice(guide.chapters)), len(guide.lines), random)


@kind("guide pasted below itself")
def guide_pasted(guide: CleanGuide, random: Random) -> Slip:
    title = next(n for n, line in enumerate(guide.lines) if line.startswith("# "))
    return pasted(guide, list(guide.lines[title:]), len(guide.lines), random)


# Text that swallows what follows.


def opened(name: str, lines: Sequence[str], at: int = 0) -> None:
    """Enter a kind that puts lines between two topics, which take the rest of the guide."""

    def make(guide: CleanGuide, random: Random) -> Slip:
        topic = random.choice(guide.topics)
        where = random.choice((topic.line, topic.line + 1, guide.labels(topic)["Questions"]))
        return Slip([*guide.lines[:where], *lines, *guide.lines[where:]], [where + at])

    KINDS[name] = make


opened("unclosed fence", ["```"])
opened("unclosed fence with a language", ["```sql", "select 1;"])
opened("unclosed fence of tildes", ["~~~~"])
opened("unclosed comment", ["<!-- to do"])
opened("unclosed comment on a line of its own", ["<!--", "to do:"])
opened("unclosed script", ["<script>"])
opened("fence in a fence of one length", ["```markdown", "```sql", "x", "```", "```"])
