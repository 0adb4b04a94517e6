"""The version that observations tell of; the inverse of `observations`."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from curriculum_tools.model.content import (
    NO_HEADING,
    NOWHERE,
    Answer,
    Block,
    BlockKind,
    Field,
    Heading,
    Option,
    Question,
    Role,
    Section,
    Text,
)
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.model.written import WrittenQuestion, WrittenSection
from curriculum_tools.syntax.questions import question_of
from curriculum_tools.versions.observations.placed import Json, Name, Placed, digest, next_name
from curriculum_tools.versions.version import Version

T = TypeVar("T")

_KINDS = {"guide-title", "front-matter", "page", "prose", "chapter", "topic", "question", "block"}


def read_version(name: str, observations: Sequence[Placed], dialect: Dialect) -> Version:
    """Return the version that says all this; the inverse of `placed_observations`.

    Where the places do not fit together, because a lock was edited by hand, nothing is left
    out: what follows nothing that is there comes last. Raises KeyError, TypeError or ValueError
    for what cannot be understood, or is said of a topic or chapter that is not there.
    """
    return _VersionReader(observations, dialect).version(name)


class _VersionReader:
    """Sorts observations by what they are said of, and puts each group in order."""

    def __init__(self, observations: Sequence[Placed], dialect: Dialect) -> None:
        self._dialect = dialect
        self._guide: list[Placed] = []
        self._chapter_places: list[Placed] = []
        self._topic_places: list[Placed] = []
        self._of_chapter: dict[Name, list[Placed]] = {}
        self._of_topic: dict[Name, list[Placed]] = {}
        known = _KINDS | {spec.item for spec in dialect.fields}
        for said, place in observations:
            if said.get("kind") not in known:
                raise ValueError(f"{said.get('kind')!r} is no kind of observation")
            self._sort(said, place)

    def _sort(self, said: Json, place: Json) -> None:
        copy = place.get("of", 1)
        if said["kind"] == "chapter":
            self._chapter_places.append((said, place))
        elif said["kind"] == "topic":
            self._topic_places.append((said, place))
        elif "topic" in said:
            self._of_topic.setdefault((_text(said, "topic"), copy), []).append((said, place))
        elif "chapter" in said:
            self._of_chapter.setdefault((_title(said), copy), []).append((said, place))
        elif said["kind"] in ("guide-title", "front-matter", "page", "prose"):
            self._guide.append((said, place))
        else:
            raise KeyError("topic")

    def version(self, name: str) -> Version:
        chapters = tuple(self._chapters())
        for unknown, _ in (*self._of_topic, *self._of_chapter):
            raise ValueError(f"something is said of {unknown!r}, which {name} does not have")
        title = self._only("guide-title")
        heading = NO_HEADING if title is None else Heading(1, None, title)
        prose = _blocks(self._guide, "prose")
        page = next((said for said, _ in self._guide if said["kind"] == "page"), {})
        root = Section(Role.GUIDE, heading, blocks=prose, sections=chapters, written=_written(page))
        return Version(name, root, self._only("front-matter"), self._dialect)

    def _only(self, kind: str) -> Text | None:
        texts = [Text.of_json(said) for said in _linked(self._guide, kind)]
        if len(texts) > 1:
            raise ValueError(f"a version with two of {kind}")
        return texts[0] if texts else None

    def _chapters(self) -> Iterator[Section]:
        """Yield chapters; takes what is said of them and of their topics out of the groups."""
        topics: dict[Name, list[tuple[Name, Name | None, Section]]] = {}
        titles = Counter[str | None]()
        for said, place in self._topic_places:
            own = next_name(titles, _text(said, "topic"))
            home = (_title(place), place.get("of", 1))
            topic = self._topic(own, place)
            topics.setdefault(home, []).append((own, _read_after(place), topic))
        titles.clear()
        named = [(next_name(titles, _title(said)), place) for said, place in self._chapter_places]
        known = {own for own, _ in named}
        named += [(home, {}) for home in topics if home not in known]
        links = []
        for own, place in named:
            chapter = Section(
                Role.CHAPTER,
                self._heading(Role.CHAPTER, own[0], place),
                blocks=_blocks(self._of_chapter.pop(own, []), "block"),
                sections=tuple(_in_order(topics.get(own, []))),
                written=_written(place),
            )
            links.append((own, _read_after(place), chapter))
        yield from _in_order(links)

    def _topic(self, own: Name, place: Json) -> Section:
        held = self._of_topic.pop(own, [])
        lead = [placed for placed in held if placed[0].get("lead")]
        others = [placed for placed in held if not placed[0].get("lead")]
        blocks = _linked(others, "block")
        is_headed = place.get("headed", True)
        return Section(
            Role.TOPIC,
            self._heading(Role.TOPIC, own[0] if is_headed else None, place),
            lead=_blocks(lead, "block"),
            fields=tuple(self._fields(held, blocks)),
            questions=tuple(_questions(held)),
            blocks=tuple(_block(said) for said in blocks if "under" not in said),
            written=_written(place),
        )

    def _fields(self, held: list[Placed], blocks: list[Json]) -> Iterator[Field]:
        for under in {said["under"] for said in blocks if "under" in said}:
            self._dialect.spec(under)  # raises KeyError
        for spec in self._dialect.fields:
            said = [] if spec.holds_questions else _linked(held, spec.item)
            values = tuple(spec.value.of_json(each) for each in said)
            within = tuple(_block(each) for each in blocks if each.get("under") == spec.name)
            if values or within:
                yield Field(spec.name, values, within)

    def _heading(self, role: Role, title: str | None, place: Json) -> Heading:
        if title is None:
            return NO_HEADING
        number = Text(_text(place, "number")) if "number" in place else None
        return Heading(self._dialect.heading_of(role).level, number, Text(title))


def _questions(held: list[Placed]) -> Iterator[Question]:
    numbered = [(said | {"number": place.get("number")}, place) for said, place in held]
    return map(_question, _linked(numbered, "question"))


def _question(said: Json) -> Question:
    text, blocks = _text(said, "text"), tuple(map(_block, said.get("blocks", ())))
    written = WrittenQuestion.of_json(said["written"]) if "written" in said else None
    if written is None and not said.keys() & {"options", "ticked", "answer"}:
        return replace(question_of(Text(text), blocks, NOWHERE), blocks=())  # of an older lock
    return Question(
        text,
        blocks,
        tuple(_options(said)),
        Answer(
            tuple(str(text) for text in said.get("ticked", ())),
            tuple(map(_block, said.get("answer", ()))),
            tuple(Text(str(name)) for name in said.get("names", ())),
            is_unfinished=bool(said.get("unfinished", False)),
            wording=Text(_text(said, "wording")) if "wording" in said else None,
        ),
        number=Text(_text(said, "number")) if said.get("number") else None,
        written=written,
    )


def _options(said: Json) -> Iterator[Option]:
    labels = (Text(str(label)) for label in said.get("labels", ()))
    return (Option(str(text), label=next(labels, None)) for text in said.get("options", ()))


def _written(said: Json) -> WrittenSection | None:
    return WrittenSection.of_json(said["written"]) if "written" in said else None


def _blocks(held: list[Placed], kind: str) -> tuple[Block, ...]:
    return tuple(map(_block, _linked(held, kind)))


def _block(said: Json) -> Block:
    return Block(BlockKind(_text(said, "block")), _text(said, "text"))


def _text(said: Mapping[str, Any], name: str) -> str:
    if not isinstance(said[name], str):
        raise ValueError(f"`{name}` is no text")
    return str(said[name])


def _title(said: Mapping[str, Any]) -> str | None:
    """Return the title of a chapter; None for topics that stand before any chapter."""
    return None if said["chapter"] is None else _text(said, "chapter")


def _linked(held: list[Placed], kind: str) -> list[Json]:
    """Return what is said of one kind, in order."""
    names = Counter[str | None]()
    links = [
        (next_name(names, digest(said)), _read_after(place), said)
        for said, place in held
        if said["kind"] == kind
    ]
    return _in_order(links)


def _read_after(place: Json) -> Name | None:
    after = place.get("after")
    if "after" not in place:
        return None
    if isinstance(after, list):
        name, copy = after
        return name, copy
    return after, 1


def _in_order(links: Sequence[tuple[Name, Name | None, T]]) -> list[T]:
    """Follow the links from the first on; of several that follow one, those in their order."""
    followers: dict[Name | None, list[tuple[Name, T]]] = {}
    for name, after, value in links:
        followers.setdefault(after, []).append((name, value))
    ordered: list[T] = []
    starts: list[Name | None] = [None, *followers]  # all are tried: links may lead nowhere
    for start in starts:
        waiting = followers.pop(start, [])[::-1]
        while waiting:
            name, value = waiting.pop()
            ordered.append(value)
            waiting += followers.pop(name, [])[::-1]
    return ordered
