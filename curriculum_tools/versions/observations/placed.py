"""Observations: what one version says, each with its place among what the version says."""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from curriculum_tools.model.content import Block, Question, Section
from curriculum_tools.model.dialect import Dialect
from curriculum_tools.versions.version import Version

DIGEST = 8  # hexadecimal digits; what they name is looked for within one topic

Json: TypeAlias = dict[str, Any]
Placed: TypeAlias = tuple[Json, Json]  # what is said, and where
Name: TypeAlias = tuple[str | None, int]  # of something said, and which of equal ones, from 1

#: What of an observation its digest is made of first; the rest follows where there is any.
_DIGESTED = ("text", "path", "status", "remark", "manner", "blocks", "under")
#: What is no part of a digest: where it is said, and what follows from its text.
_UNDIGESTED = {"kind", "topic", "chapter", "lead", "block", "number", *_DIGESTED}


def placed_observations(version: Version) -> Iterator[Placed]:
    """Yield what a version says, in its order, each with its place."""
    if version.front_matter:
        yield {"kind": "front-matter", "text": version.front_matter.text}, {}
    if version.title:
        yield {"kind": "guide-title", "text": version.title.text}, {}
    if version.root.written:
        yield {"kind": "page"} | _written(version.root), {}
    yield from _chain((_block_json("prose", block) for block in version.prose), {})
    titles, topic_titles = Counter[str | None](), Counter[str | None]()
    before = None
    for chapter in version.chapters:
        title = title_of(chapter)
        name = next_name(titles, title)
        place = _number(chapter) | _written(chapter) | _after(before)
        yield {"kind": "chapter", "chapter": title}, place
        yield from _chapter(chapter, name, topic_titles, version.dialect)
        before = name


def fingerprint(version: Version) -> str:
    """Return a digest of what a version says, in hexadecimal, whatever it is called."""
    unwritten = replace(version, root=_unwritten(version.root))
    said = json.dumps(list(placed_observations(unwritten)))
    return hashlib.sha256(said.encode()).hexdigest()


def _unwritten(section: Section) -> Section:
    """Return what a section says, however it is written."""
    return replace(
        section,
        questions=tuple(replace(question, written=None) for question in section.questions),
        sections=tuple(map(_unwritten, section.sections)),
        written=None,
    )


def title_of(chapter: Section) -> str | None:
    """Return the title of a chapter; None for topics that stand before any chapter."""
    return chapter.title if chapter.is_headed else None


def _chapter(
    chapter: Section, name: Name, titles: Counter[str | None], dialect: Dialect
) -> Iterator[Placed]:
    of = {"of": name[1]} if name[1] > 1 else {}
    title = title_of(chapter)
    yield from _chain((_block_json("block", b, chapter=title) for b in chapter.blocks), of)
    before = None
    for topic in chapter.sections:
        called = topic.title if topic.is_headed else title or ""
        own = next_name(titles, called)
        unheaded = {} if topic.is_headed else {"headed": False}
        place = {"chapter": title} | of | unheaded | _number(topic) | _written(topic)
        yield {"kind": "topic", "topic": called}, place | _after(before)
        yield from observations_of(topic, called, dialect, {"of": own[1]} if own[1] > 1 else {})
        before = own


def observations_of(topic: Section, title: str, dialect: Dialect, of: Json) -> Iterator[Placed]:
    """Yield what a topic says; `of` tells which of several topics of one title it is.

    A topic without a heading goes by the title of its chapter.
    """
    for spec in dialect.fields:
        values = topic.field(spec.name).values
        yield from _chain(
            ({"kind": spec.item, "topic": title} | value.as_json() for value in values), of
        )
    numbers = [{"number": each.number.text} if each.number else {} for each in topic.questions]
    asked = _chain((_question_json(title, each) for each in topic.questions), of)
    yield from (
        (said, place | number) for (said, place), number in zip(asked, numbers, strict=True)
    )
    yield from _chain((_block_json("block", b, topic=title, lead=True) for b in topic.lead), of)
    under = [
        _block_json("block", block, topic=title, under=name)
        for name in dialect.names
        for block in topic.field(name).blocks
    ]
    free = [_block_json("block", block, topic=title) for block in topic.blocks]
    yield from _chain([*under, *free], of)


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


def _written(said: Section | Question) -> Json:
    return {"written": said.written.as_json()} if said.written else {}


def _number(section: Section) -> Json:
    return {} if section.number is None else {"number": section.number}


def digest(said: Json) -> str:
    """Name what is said, but not the topic or chapter it is said of."""
    parts = [said.get(key) for key in _DIGESTED]
    parts += [said[key] for key in sorted(said.keys() - _UNDIGESTED)]
    return hashlib.sha256(repr(parts).encode(errors="surrogatepass")).hexdigest()[:DIGEST]


def _question_json(topic: str, question: Question) -> Json:
    answer = question.answer
    said: Json = {"kind": "question", "topic": topic, "text": question.text}
    more = {
        "blocks": [_bare_block(block) for block in question.prompt],
        "options": [option.text for option in question.options],
        "labels": [option.label.text for option in question.options if option.label],
        "ticked": list(answer.ticked),
        "names": list(answer.letters),
        "wording": answer.wording.text if answer.wording else "",
        "unfinished": answer.is_unfinished,
        "answer": [_bare_block(block) for block in answer.blocks],
    }
    return said | {name: value for name, value in more.items() if value} | _written(question)


def _block_json(kind: str, block: Block, **where: object) -> Json:
    return {"kind": kind} | where | _bare_block(block)


def _bare_block(block: Block) -> Json:
    return {"block": block.kind.value, "text": block.text}
