"""Observations: what one version says, each with its place among what the version says."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeAlias, TypeVar

from curriculum_tools.model.guide import BlockKind, FieldKind, NotesStatus
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidQuestion,
    SaidText,
    SaidTopic,
    Version,
)

DIGEST = 8  # hexadecimal digits; what they name is looked for within one topic

Json: TypeAlias = dict[str, Any]
Placed: TypeAlias = tuple[Json, Json]  # what is said, and where
Name: TypeAlias = tuple[str | None, int]  # of something said, and which of equal ones, from 1
T = TypeVar("T")


def placed_observations(version: Version) -> Iterator[Placed]:
    """Yield what a version says, in its order, each with its place."""
    if version.front_matter:
        yield {"kind": "front-matter", "text": version.front_matter.text}, {}
    if version.title:
        yield {"kind": "guide-title", "text": version.title.text}, {}
    yield from _chain((_block_json("prose", block) for block in version.prose), {})
    titles, topic_titles = Counter[str | None](), Counter[str | None]()
    before = None
    for chapter in version.chapters:
        name = _next(titles, chapter.title)
        place = _number(chapter.number) | _after(before)
        yield {"kind": "chapter", "chapter": chapter.title}, place
        yield from _chapter(chapter, name, topic_titles)
        before = name


def fingerprint(version: Version) -> str:
    """Give a digest of what a version says, in hexadecimal, whatever it is called."""
    said = json.dumps(list(placed_observations(version)))
    return hashlib.sha256(said.encode()).hexdigest()


def _chapter(chapter: SaidChapter, name: Name, titles: Counter[str | None]) -> Iterator[Placed]:
    of = {"of": name[1]} if name[1] > 1 else {}
    blocks = (_block_json("block", block, chapter=chapter.title) for block in chapter.blocks)
    yield from _chain(blocks, of)
    before = None
    for topic in chapter.topics:
        own = _next(titles, topic.title)
        place = {"chapter": chapter.title} | of | _number(topic.number) | _after(before)
        yield {"kind": "topic", "topic": topic.title}, place
        yield from _topic(topic, {"of": own[1]} if own[1] > 1 else {})
        before = own


def _topic(topic: SaidTopic, of: Json) -> Iterator[Placed]:
    title = topic.title
    for kind, texts in (
        ("description", topic.descriptions),
        ("prerequisite", topic.prerequisites),
    ):
        yield from _chain(({"kind": kind, "topic": title, "text": each.text} for each in texts), of)
    yield from _chain((_notes_json(title, each) for each in topic.notes), of)
    yield from _chain((_question_json(title, each) for each in topic.questions), of)
    yield from _chain((_block_json("block", b, topic=title, lead=True) for b in topic.lead), of)
    yield from _chain((_block_json("block", b, topic=title) for b in topic.blocks), of)


def _chain(said: Iterable[Json], of: Json) -> Iterator[Placed]:
    """Yield what is said one after another, each placed after the one before it."""
    names = Counter[str | None]()
    before = None
    for each in said:
        yield each, of | _after(before)
        before = _next(names, _digest(each))


def _next(names: Counter[str | None], name: str | None) -> Name:
    names[name] += 1
    return name, names[name]


def _after(name: Name | None) -> Json:
    if name is None:
        return {}
    return {"after": name[0] if name[1] == 1 else list(name)}


def _number(number: str | None) -> Json:
    return {} if number is None else {"number": number}


def _digest(said: Json) -> str:
    text = repr([said.get(key) for key in ("text", "path", "status", "remark", "blocks", "under")])
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:DIGEST]


def _notes_json(topic: str, notes: SaidNotes) -> Json:
    said = {"kind": "notes", "topic": topic, "path": notes.path, "status": notes.status.value}
    return said | ({"remark": notes.remark} if notes.remark else {})


def _question_json(topic: str, question: SaidQuestion) -> Json:
    said: Json = {"kind": "question", "topic": topic, "text": question.text}
    if question.blocks:
        said["blocks"] = [{"block": b.kind.value, "text": b.text} for b in question.blocks]
    return said


def _block_json(kind: str, block: SaidBlock, **where: object) -> Json:
    under = {"under": block.under.value} if block.under else {}
    return {"kind": kind} | where | under | {"block": block.kind.value, "text": block.text}


def read_version(name: str, observations: Sequence[Placed]) -> Version:
    """Give the version that says all this; the inverse of `placed_observations`.

    Where the places do not fit together, because a lock was edited by hand, nothing is left
    out: what follows nothing that is there comes last. Raises KeyError, TypeError or ValueError
    for what cannot be understood.
    """
    chapters: dict[Name, list[Placed]] = {}
    topics: dict[Name, list[Placed]] = {}
    guide: list[Placed] = []
    chapter_places: list[Placed] = []
    topic_places: list[Placed] = []
    for said, place in observations:
        if said["kind"] == "chapter":
            chapter_places.append((said, place))
        elif said["kind"] == "topic":
            topic_places.append((said, place))
        elif "topic" in said:
            topics.setdefault((said["topic"], place.get("of", 1)), []).append((said, place))
        elif "chapter" in said:
            chapters.setdefault((said["chapter"], place.get("of", 1)), []).append((said, place))
        else:
            guide.append((said, place))
    return Version(
        name=name,
        title=next(iter(_texts(guide, "guide-title")), None),
        front_matter=next(iter(_texts(guide, "front-matter")), None),
        prose=_blocks(guide, "prose"),
        chapters=tuple(_read_chapters(chapter_places, topic_places, chapters, topics)),
    )


def _read_chapters(
    chapter_places: list[Placed],
    topic_places: list[Placed],
    of_chapter: dict[Name, list[Placed]],
    of_topic: dict[Name, list[Placed]],
) -> Iterator[SaidChapter]:
    topics: dict[Name, list[tuple[Name, Name | None, SaidTopic]]] = {}
    titles = Counter[str | None]()
    for said, place in topic_places:
        own = _next(titles, said["topic"])
        topic = _read_topic(said["topic"], place.get("number"), of_topic.get(own, []))
        home = (place["chapter"], place.get("of", 1))
        topics.setdefault(home, []).append((own, _read_after(place), topic))
    titles.clear()
    named = [(_next(titles, said["chapter"]), place) for said, place in chapter_places]
    known = {own for own, _ in named}
    named += [(home, {}) for home in topics if home not in known]
    links = []
    for own, place in named:
        chapter = SaidChapter(
            number=place.get("number"),
            title=own[0],
            blocks=_blocks(of_chapter.get(own, []), "block"),
            topics=tuple(_in_order(topics.get(own, []))),
        )
        links.append((own, _read_after(place), chapter))
    yield from _in_order(links)


def _read_topic(title: str, number: str | None, held: list[Placed]) -> SaidTopic:
    blocks = [placed for placed in held if not placed[0].get("lead")]
    return SaidTopic(
        number=number,
        title=title,
        descriptions=tuple(_texts(held, "description")),
        prerequisites=tuple(_texts(held, "prerequisite")),
        notes=tuple(
            SaidNotes(said["path"], NotesStatus(said["status"]), said.get("remark"))
            for said in _linked(held, "notes")
        ),
        questions=tuple(_read_question(said) for said in _linked(held, "question")),
        lead=_blocks([placed for placed in held if placed[0].get("lead")], "block"),
        blocks=_blocks(blocks, "block"),
    )


def _read_question(said: Json) -> SaidQuestion:
    blocks = (SaidBlock(BlockKind(b["block"]), b["text"]) for b in said.get("blocks", ()))
    return SaidQuestion(said["text"], tuple(blocks))


def _texts(held: list[Placed], kind: str) -> Iterator[SaidText]:
    return (SaidText(said["text"]) for said in _linked(held, kind))


def _blocks(held: list[Placed], kind: str) -> tuple[SaidBlock, ...]:
    return tuple(
        SaidBlock(
            BlockKind(said["block"]),
            said["text"],
            FieldKind(said["under"]) if "under" in said else None,
        )
        for said in _linked(held, kind)
    )


def _linked(held: list[Placed], kind: str) -> list[Json]:
    """Give what is said of one kind, in order."""
    names = Counter[str | None]()
    links = [
        (_next(names, _digest(said)), _read_after(place), said)
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
