"""What the prerequisites of topics mean: which topic of the guide each of them names.

A topic is named by its number, by number and title, or by title; a link by its text or anchor.
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from curriculum_tools.facts.anchors import heading_anchors
from curriculum_tools.facts.cycles import Edge
from curriculum_tools.facts.links import unquoted
from curriculum_tools.facts.number_faults import NumberFault
from curriculum_tools.facts.outside import Outside
from curriculum_tools.model.config import Platform
from curriculum_tools.model.content import Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Span
from curriculum_tools.syntax.spelling import Speller

_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\(<?(?P<destination>[^()<>\s]*+)[^()]*\)")
_MARKS = re.compile(r"[*_`\\\"'“”‘’]+")
_NUMBERED = re.compile(
    r"(?:(?P<what>topics?|sections?|chapters?|§)\s*)?(?P<number>\d+(?:\.\d+)*)[.:)]?"
    r"(?:\s*[-–—:(]\s*|\s+|$)(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_RANGE = re.compile(r"(?P<first>\d+(?:\.\d+)*)\s*(?:-|–|—|to|through)\s*(?P<last>\d+(?:\.\d+)*)")
_AND = re.compile(r"(?<!\s)\s+(?:and|or|&|\+)\s+", re.IGNORECASE)
_MORE = re.compile(r"(?:.*\s)?(?:and|or|&|\+)\s+\d|(?:and|or|&|\+)\s", re.IGNORECASE | re.DOTALL)
_EDGES = " \t.:;,?!()"

MOST_PIECES = 10  # into which commas may divide a title
LONGEST_RANGE = 100  # topics that 1.2-1.7 may stand for; a longer one stands for its ends


class Prerequisite(NamedTuple):
    """A topic as another one names it.

    `topic` and `targets` are places in `guide.topics`. There is no target where the name is
    unknown, and none where it is known but is that of a chapter, of another guide, or of
    several topics. `meant` is what an unknown name probably stands for.
    """

    topic: int
    name: Text
    is_known: bool
    targets: tuple[int, ...] = ()
    meant: str | None = None


def read_prerequisites(
    guide: Guide,
    faults: Iterable[NumberFault] = (),
    platform: Platform = Platform.GITHUB,
    outside: Outside = Outside(),  # noqa: B008
) -> tuple[Prerequisite, ...]:
    """Resolve the prerequisites of a guide.

    Where numbers are wrong, `faults` says which ones the topics should have. What lies `outside` is
    known, and no topic.
    """
    if not any(field.name == "prerequisites" for t in guide.topics for field in t.fields):
        return ()
    names = _Names(guide, faults, platform, outside)
    return tuple(
        prerequisite
        for place, topic in enumerate(guide.topics)
        for field in topic.fields_of("prerequisites")
        for prerequisite in names.resolve(place, field.texts)
    )


class _Names:
    """What the topics and chapters of a guide can be called."""

    def __init__(
        self, guide: Guide, faults: Iterable[NumberFault], platform: Platform, outside: Outside
    ) -> None:
        self._guide = guide
        self._outside = outside
        self._speller = Speller()
        expected = {fault.heading.span: fault.expected for fault in faults if fault.expected}
        self._printed: dict[str, list[int]] = {}
        self._rightful: dict[str, list[int]] = {}
        self._titles: dict[str, list[int]] = {}
        for place, topic in enumerate(guide.topics):
            number = expected.get(topic.heading.span, topic.number)
            if topic.number:
                self._printed.setdefault(topic.number, []).append(place)
            if number:
                self._rightful.setdefault(number, []).append(place)
            if title := _key(topic.title):
                self._titles.setdefault(title, []).append(place)
        names = (name for c in guide.chapters for name in (c.number, _key(c.title)))
        self._chapters = frozenset(name for name in names if name)
        anchors = heading_anchors(guide, platform)
        starts = (topic.heading.span.start for topic in guide.topics)
        self._anchors = {anchors[start]: place for place, start in enumerate(starts)}
        commas = max(len(re.findall("[,;]", topic.title)) for topic in guide.topics)
        self._most_pieces = min(commas + 1, MOST_PIECES)

    def resolve(self, topic: int, names: tuple[Text, ...]) -> Iterator[Prerequisite]:
        """Resolve the names of one field; a title with commas stands there in pieces."""
        index = 0
        while index < len(names):
            for count in range(min(self._most_pieces, len(names) - index), 0, -1):
                name = self._joined(names[index : index + count])
                targets = self._targets(name.text) if count == 1 else self._titled(name.text)
                if targets is not None:
                    yield Prerequisite(topic, name, True, targets)
                    break
                if self._is_misnumbered(name.text):
                    yield Prerequisite(topic, name, False, (), self._meant(name.text))
                    break
            else:
                count = 1
                yield from self._parts(topic, names[index])
            index += count

    def _joined(self, names: tuple[Text, ...]) -> Text:
        if len(names) == 1:
            return names[0]
        span = Span(names[0].span.start, names[-1].span.end)
        return Text(" ".join(self._guide.source.slice(span).split()), span)

    def _targets(self, name: str) -> tuple[int, ...] | None:
        """Give the topic that a name stands for, none if that is open, None if it is unknown."""
        link = _LINK.fullmatch(name.strip())
        if link:
            return self._linked(link["text"], link["destination"])
        key = _key(name)
        titled = self._titled(name)
        if titled is not None:
            return titled
        if key in self._chapters:
            return ()
        between = _RANGE.fullmatch(key)
        if between:
            return self._range(between["first"], between["last"])
        numbered = _NUMBERED.fullmatch(key)
        targets = self._numbered(numbered) if numbered else None
        return () if targets is None and self._outside.has(name) else targets

    def _titled(self, name: str) -> tuple[int, ...] | None:
        """Resolve a title, or a number with the title of the topic that has it."""
        key = _key(name)
        if key in self._titles:
            return _only(self._titles[key])
        numbered = _NUMBERED.fullmatch(key)
        titled = self._titles.get(_key(numbered["rest"])) if numbered else None
        if not numbered or not titled:
            return None
        number = numbered["number"]
        bearers = {*self._rightful.get(number, ()), *self._printed.get(number, ())}
        both = [place for place in titled if place in bearers]
        return _only(both) if both else None

    def _is_misnumbered(self, name: str) -> bool:
        """Tell whether a name is the title of a topic after the number of another one."""
        numbered = _NUMBERED.fullmatch(_key(name))
        is_title = numbered is not None and _key(numbered["rest"]) in self._titles
        return is_title and self._titled(name) is None

    def _linked(self, text: str, destination: str) -> tuple[int, ...]:
        """Resolve a link. None is unknown here: whether it leads anywhere is asked of all links."""
        place = None
        if destination.startswith("#"):
            place = self._anchors.get(unquoted(destination[1:]))
        return (place,) if place is not None else self._targets(text) or ()

    def _numbered(self, name: re.Match[str]) -> tuple[int, ...] | None:
        """Resolve a number, whatever is said after it but the title or number of another topic."""
        number, rest = name["number"], _key(name["rest"])
        is_chapter = number in self._chapters and (not rest or rest in self._chapters)
        if (name["what"] or "").startswith("chapter"):
            return () if number in self._chapters else None
        if rest in self._titles or _MORE.match(rest):
            return None
        places = self._rightful.get(number) or self._printed.get(number)
        return _only(places) if places else () if is_chapter else None

    def _range(self, first: str, last: str) -> tuple[int, ...] | None:
        ends = [self._rightful.get(number) or self._printed.get(number) for number in (first, last)]
        if not ends[0] or not ends[1]:
            return None
        start, end = ends[0][0], ends[1][-1]
        return tuple(range(start, end + 1)) if end - start < LONGEST_RANGE else (start, end)

    def _parts(self, topic: int, name: Text) -> Iterator[Prerequisite]:
        """Resolve a name that is unknown as a whole: "1.1 and 1.2" are two."""
        parts = list(_split(name))
        found = [self._targets(part.text) for part in parts]
        if all(targets is None for targets in found):
            yield Prerequisite(topic, name, False, (), self._meant(name.text))
            return
        for part, targets in zip(parts, found, strict=True):
            if targets is None:
                yield Prerequisite(topic, part, False, (), self._meant(part.text))
            else:
                yield Prerequisite(topic, part, True, targets)

    def _meant(self, name: str) -> str | None:
        """Give the topic that is probably meant by an unknown name, as it should be named."""
        key = _key(_LINK.sub(r"\g<text>", name))
        numbered = _NUMBERED.fullmatch(key)
        title = _key(numbered["rest"]) if numbered else key
        if not title:
            return None
        close = title if title in self._titles else self._speller.closest(title, self._titles)
        if close is None:
            return None
        return topic_name(self._guide.topics[self._titles[close][0]])


def _only(places: list[int]) -> tuple[int, ...]:
    """Give the one place; none where there are several, for then it is open which is meant."""
    return tuple(places) if len(places) == 1 else ()


def _key(text: str) -> str:
    """Give what is the same for all ways to write a title: no marks, no case, one blank."""
    return " ".join(_MARKS.sub("", text).casefold().split()).strip(_EDGES)


def _split(name: Text) -> Iterator[Text]:
    start = 0
    for separator in [*_AND.finditer(name.text), None]:
        end = separator.start() if separator else len(name.text)
        span = Span(name.span.start + start, name.span.start + end)
        yield Text(name.text[start:end], span)
        start = separator.end() if separator else end


def topic_name(topic: Section) -> str:
    """Give number and title of a topic, for messages."""
    return f"{topic.number} {topic.title}" if topic.number else topic.title


def graph_of(prerequisites: Iterable[Prerequisite]) -> tuple[Edge, ...]:
    """Return an edge from each topic to each of those that it builds on."""
    return tuple((each.topic, target) for each in prerequisites for target in each.targets)
