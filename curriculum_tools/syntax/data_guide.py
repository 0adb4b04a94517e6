"""A data file that says what topics build on, as a guide of these topics."""

from collections.abc import Iterator
from dataclasses import replace

from curriculum_tools.model.content import Field, Heading, Role, Section, Text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.leaves import Leaf, LeafKind
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.data_text import DataText, entries, read_data
from curriculum_tools.syntax.home import HOME, PREREQUISITES, TEACHES
from curriculum_tools.syntax.json_schema import KeyPath

#: Not read by recognisers: topics are entries, and their fields are lists of names.
DATA = replace(HOME, recognisers=(), fields=(PREREQUISITES, TEACHES))
#: The keys by which an entry has its name; else it is called by its own key, if it has one.
SLUGS = ("slug", "id")
TITLES = ("name", "title", "file", "path")


def parse_data(source: Source, keys: tuple[str, ...]) -> Guide:
    """Read the topics of a data file, given the keys that lead to what each builds on.

    The last key is that of a list beside which the topic has its name and what it teaches. Raises
    DataError.
    """
    data = read_data(source)
    topics = (
        _topic(data, path, entry, keys[-1])
        for path, entry in data.find(keys[:-1])
        if isinstance(entry, dict)
    )
    chapter = Section(Role.CHAPTER, sections=tuple(topics))
    root = Section(Role.GUIDE, sections=(chapter,))
    leaves = (Leaf(LeafKind.OTHER, 0, source.text),) if source.text else ()
    return Guide(source, DATA, root, (), leaves)


def _topic(data: DataText, path: KeyPath, entry: dict[str, object], key: str) -> Section:
    called = _name(data, path, entry)
    fields = [
        Field(spec.name, tuple(_texts(data, (*path, written), entry.get(written))))
        for spec, written in ((PREREQUISITES, key), (TEACHES, TEACHES.name))
    ]
    return Section(Role.TOPIC, Heading(3, None, called, called.span), fields=tuple(fields))


def _name(data: DataText, path: KeyPath, entry: dict[str, object]) -> Text:
    own = path[-1] if path else ""
    ways = [(*path, key) for key in SLUGS]
    ways += [path] if isinstance(own, str) else [(*path, key) for key in TITLES]
    for way in ways:
        name = own if way is path else entry.get(str(way[-1]))
        if isinstance(name, str):
            return _text(data, way, name)
    return Text("")


def _texts(data: DataText, path: KeyPath, value: object) -> Iterator[Text]:
    """Yield the texts of a list, or the one that stands in its place."""
    listed = [(path, value)] if isinstance(value, str) else []
    listed += [((*path, step), each) for step, each in entries(value)]
    for way, each in listed:
        if isinstance(each, str):
            yield _text(data, way, each)


def _text(data: DataText, path: KeyPath, text: str) -> Text:
    return Text(str(text), data.span_of(path, text))
