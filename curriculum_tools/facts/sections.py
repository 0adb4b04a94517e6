"""The sections that a dialect asks of each topic or file: which are there, where, and which not."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from curriculum_tools.facts.increasing import heaviest_increasing
from curriculum_tools.facts.topics import place_of
from curriculum_tools.model.content import Heading, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.visible import visible

DIV = ":::"
# "objectve" is .89 like "objectives", "Instructions" .83 like "Introduction".
MISSPELT = 0.85

_DIV = re.compile(r":{3,}[ \t]*")
_MARKS = re.compile(r"#{1,6}[ \t]+")
_ATTRIBUTES = re.compile(r"(?<![ \t])[ \t]*\{:?[ \t]*[#.:][^{}]*\}[ \t]*$")
_AROUND = re.compile(r"^[\W\d_]+|[\W_]+$")  # numbers, signs and pictures around a title


class FoundSection(NamedTuple):
    """A heading or div that is the section which the config calls `name`.

    `title` is the title as written, or the name of the div. One that `is_misnamed` is nearly
    called so.
    """

    name: str
    title: Text
    is_misnamed: bool = False


class Sectioning(NamedTuple):
    """What a topic, or a file, has of the sections that it should have, and what not.

    `topic` is None for a whole file. The sections found are in the order of the text; `misplaced`
    are those that stand elsewhere than the config has them, the fewest that explain the order.
    """

    topic: Section | None
    found: tuple[FoundSection, ...]
    missing: tuple[str, ...]
    misplaced: tuple[FoundSection, ...]

    def place(self, head: Span) -> Span:
        """Return where a missing section is reported; `head` is the place for the whole file."""
        return place_of(self.topic.heading) if self.topic else head


def read_sections(guide: Guide) -> tuple[Sectioning, ...]:
    """Return the sections of each topic, or of the file where it is one topic or has none."""
    templates = guide.dialect.templates
    if not templates or not templates.sections:
        return ()
    names = {_folded(name): name for name in templates.sections}
    titles = list(_titles(guide))
    if templates.topic_is_file or not templates.topics:
        return (_sectioning(None, titles, names),)
    return tuple(
        _sectioning(topic, [each for each in titles if topic.span.covers(each[1].span)], names)
        for topic in guide.topics
        if topic.is_headed
    )


def sections_of(guide: Guide, topic: Section) -> tuple[Text, ...]:
    """Return the titles of the sections that a topic has of those it should have."""
    read = read_sections(guide)
    return tuple(
        section.title
        for each in read
        if each.topic in (None, topic)
        for section in each.found
        if topic.span.covers(section.title.span)
    )


def is_div(name: str) -> bool:
    """Tell whether the config asks for a div, not for a heading."""
    return name.startswith(DIV)


def written_name(name: str) -> str:
    """Return how a section is called in the text: without the marks of its heading or div."""
    mark = _DIV.match(name) or _MARKS.match(name)
    return name[mark.end() :] if mark else name


def _titles(guide: Guide) -> Iterator[tuple[str, Text]]:
    """Yield the folded names of what may be a section, in the order of the text.

    Headings of chapters, topics and questions are none, nor what stands below a question.
    """
    taken = {section.heading.span for each in guide.chapters for section in (each, *each.sections)}
    taken.add(guide.root.heading.span)
    questions = [question.extent for _, question in guide.questions]
    found = [
        *((_folded(DIV + div.text), div) for div in guide.divs),
        *(
            (_folded(each.title.text), _whole(each))
            for each in guide.headings
            if each.span not in taken
        ),
    ]
    last = 0
    for name, title in sorted(found, key=lambda each: each[1].span):
        while last < len(questions) and questions[last].end <= title.span.start:
            last += 1
        if last == len(questions) or title.span.end <= questions[last].start:
            yield name, title


def _whole(heading: Heading) -> Text:
    """Return the title of a heading without the attributes behind it."""
    text = _ATTRIBUTES.sub("", heading.title.text)
    start = heading.title.span.start
    lost = len(heading.title.text) - len(text)
    return Text(text, Span(start, heading.title.span.end - lost))


def _sectioning(
    topic: Section | None, titles: Sequence[tuple[str, Text]], names: Mapping[str, str]
) -> Sectioning:
    there: dict[str, FoundSection] = {}
    for folded, title in titles:
        if folded in names and folded not in there:
            there[folded] = FoundSection(names[folded], title)
    others = [(folded, title) for folded, title in titles if folded not in names]
    for folded in names:
        if folded not in there and (near := _nearest(folded, others)):
            others.remove(near)
            there[folded] = FoundSection(names[folded], near[1], is_misnamed=True)
    found = sorted(there.items(), key=lambda each: each[1].title.span)
    ranks = {folded: rank for rank, folded in enumerate(names)}
    kept = heaviest_increasing([ranks[folded] for folded, _ in found])
    return Sectioning(
        topic,
        tuple(section for _, section in found),
        tuple(name for folded, name in names.items() if folded not in there),
        tuple(section for place, (_, section) in enumerate(found) if place not in kept),
    )


def _nearest(name: str, titles: Sequence[tuple[str, Text]]) -> tuple[str, Text] | None:
    """Return the title that is most like a name and of its kind, if one is like it at all."""
    from difflib import SequenceMatcher  # seldom needed

    likeness = {
        place: SequenceMatcher(None, name.removeprefix(DIV), title.removeprefix(DIV)).ratio()
        for place, (title, _) in enumerate(titles)
        if is_div(title) is is_div(name)
    }
    best = max(likeness, key=likeness.__getitem__, default=None)
    return titles[best] if best is not None and likeness[best] >= MISSPELT else None


def _folded(name: str) -> str:
    """Return a title or the name of a div as sections are compared: by its words."""
    if div := _DIV.match(name):
        return DIV + name[div.end() :].strip().casefold()
    title = visible(_ATTRIBUTES.sub("", _MARKS.sub("", name.strip(), count=1))).text
    return " ".join((_AROUND.sub("", title) or title).casefold().split())
