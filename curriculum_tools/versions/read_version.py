"""The version that observations tell of; the inverse of `observations`."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TypeVar

from curriculum_tools.model.guide import BlockKind, FieldKind, NotesStatus
from curriculum_tools.versions.observation_shapes import check_observation
from curriculum_tools.versions.observations import Json, Name, Placed, digest, next_name
from curriculum_tools.versions.version import (
    SaidBlock,
    SaidChapter,
    SaidNotes,
    SaidQuestion,
    SaidText,
    SaidTopic,
    Version,
)

T = TypeVar("T")


def read_version(name: str, observations: Sequence[Placed]) -> Version:
    """Give the version that says all this; the inverse of `placed_observations`.

    Where the places do not fit together, because a lock was edited by hand, nothing is left
    out: what follows nothing that is there comes last. Raises KeyError, TypeError or ValueError
    for what cannot be understood, or is said of a topic or chapter that is not there.
    """
    chapters: dict[Name, list[Placed]] = {}
    topics: dict[Name, list[Placed]] = {}
    guide: list[Placed] = []
    chapter_places: list[Placed] = []
    topic_places: list[Placed] = []
    for said, place in observations:
        check_observation(said, place)
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
    read = tuple(_read_chapters(chapter_places, topic_places, chapters, topics))
    for title, _ in (*topics, *chapters):
        raise ValueError(f"something is said of {title!r}, which {name} does not have")
    return Version(
        name=name,
        title=_only(guide, "guide-title"),
        front_matter=_only(guide, "front-matter"),
        prose=_blocks(guide, "prose"),
        chapters=read,
    )


def _only(guide: list[Placed], kind: str) -> SaidText | None:
    texts = list(_texts(guide, kind))
    if len(texts) > 1:
        raise ValueError(f"a version with two of {kind}")
    return texts[0] if texts else None


def _read_chapters(
    chapter_places: list[Placed],
    topic_places: list[Placed],
    of_chapter: dict[Name, list[Placed]],
    of_topic: dict[Name, list[Placed]],
) -> Iterator[SaidChapter]:
    """Yield chapters; takes what is said of them and of their topics out of what it is given."""
    topics: dict[Name, list[tuple[Name, Name | None, SaidTopic]]] = {}
    titles = Counter[str | None]()
    for said, place in topic_places:
        own = next_name(titles, said["topic"])
        topic = _read_topic(said["topic"], place.get("number"), of_topic.pop(own, []))
        home = (place["chapter"], place.get("of", 1))
        topics.setdefault(home, []).append((own, _read_after(place), topic))
    titles.clear()
    named = [(next_name(titles, said["chapter"]), place) for said, place in chapter_places]
    known = {own for own, _ in named}
    named += [(home, {}) for home in topics if home not in known]
    links = []
    for own, place in named:
        chapter = SaidChapter(
            number=place.get("number"),
            title=own[0],
            blocks=_blocks(of_chapter.pop(own, []), "block"),
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
            SaidNotes(
                said["path"], NotesStatus(said["status"]), said.get("remark"), said.get("manner")
            )
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
