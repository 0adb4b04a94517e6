"""Observations: what one version says, each with its place among what the version says."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias, TypeVar

from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidQuestion,
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
        name = next_name(titles, chapter.title)
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
        own = next_name(titles, topic.title)
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
        before = next_name(names, digest(each))


def next_name(names: Counter[str | None], name: str | None) -> Name:
    """Tell a name from equal ones before it, which `names` counts."""
    names[name] += 1
    return name, names[name]


def _after(name: Name | None) -> Json:
    if name is None:
        return {}
    return {"after": name[0] if name[1] == 1 else list(name)}


def _number(number: str | None) -> Json:
    return {} if number is None else {"number": number}


def digest(said: Json) -> str:
    """Name what is said, but not the topic or chapter it is said of."""
    text = repr(
        [said.get(key) for key in ("text", "path", "status", "remark", "manner", "blocks", "under")]
    )
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:DIGEST]


def _notes_json(topic: str, notes: SaidNotes) -> Json:
    said = {"kind": "notes", "topic": topic, "path": notes.path, "status": notes.status.value}
    more = {"remark": notes.remark, "manner": notes.manner}
    return said | {name: value for name, value in more.items() if value}


def _question_json(topic: str, question: SaidQuestion) -> Json:
    said: Json = {"kind": "question", "topic": topic, "text": question.text}
    if question.blocks:
        said["blocks"] = [{"block": b.kind.value, "text": b.text} for b in question.blocks]
    return said


def _block_json(kind: str, block: SaidBlock, **where: object) -> Json:
    under = {"under": block.under.value} if block.under else {}
    return {"kind": kind} | where | under | {"block": block.kind.value, "text": block.text}
