"""What versions say, made without a text: for tests that want all combinations of it."""

from collections.abc import Iterable

from curriculum_tools.model.content import (
    NO_HEADING,
    Block,
    Field,
    Heading,
    Question,
    Role,
    Section,
    Text,
    Value,
)
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.home import HOME
from curriculum_tools.versions.version import Version


def a_topic(
    number: str | None,
    title: str,
    fields: dict[str, Iterable[Value]],
    questions: Iterable[Question] = (),
    lead: Iterable[Block] = (),
    blocks: Iterable[Block] = (),
) -> Section:
    """Return a topic; `fields` are the values of each by its name."""
    return Section(
        Role.TOPIC,
        _heading(Role.TOPIC, number, title),
        tuple(lead),
        fields_with({name: tuple(values) for name, values in fields.items()}),
        tuple(questions),
        tuple(blocks),
    )


def fields_with(values: dict[str, tuple[Value, ...]]) -> tuple[Field, ...]:
    """Return the fields that have values, in their usual order."""
    return tuple(Field(name, values[name]) for name in HOME.names if values.get(name))


def a_chapter(
    number: str | None,
    title: str | None,
    topics: Iterable[Section] = (),
    blocks: Iterable[Block] = (),
) -> Section:
    """Return a chapter; without a title it holds topics that stand before any chapter."""
    heading = NO_HEADING if title is None else _heading(Role.CHAPTER, number, title)
    return Section(Role.CHAPTER, heading, blocks=tuple(blocks), sections=tuple(topics))


def a_version(
    chapters: Iterable[Section] = (),
    *,
    name: str = "v",
    title: str | None = None,
    front_matter: str | None = None,
    prose: Iterable[Block] = (),
    source: Source | None = None,
) -> Version:
    """Return a version of these chapters."""
    heading = NO_HEADING if title is None else Heading(1, None, Text(title))
    root = Section(Role.GUIDE, heading, blocks=tuple(prose), sections=tuple(chapters))
    matter = None if front_matter is None else Text(front_matter)
    return Version(name, root, matter, source=source)


def with_chapters(version: Version, chapters: Iterable[Section]) -> Version:
    """Return a version with other chapters."""
    root = version.root
    whole = Section(root.role, root.heading, blocks=root.blocks, sections=tuple(chapters))
    return Version(version.name, whole, version.front_matter, version.dialect, version.source)


def _heading(role: Role, number: str | None, title: str) -> Heading:
    level = HOME.heading_of(role).level
    return Heading(level, Text(number) if number else None, Text(title))
