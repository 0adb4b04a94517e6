"""How some files are written alike, and how two such readings are one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import reduce

#: The keys whose templates are joined where files differ in nothing else.
JOINED = ("question", "option")


@dataclass(frozen=True, slots=True)
class SharedReading:
    """Files that are written alike: the table of their dialect, and how many questions it has."""

    table: Mapping[str, object]
    paths: tuple[str, ...]
    questions: int

    @property
    def is_of_lessons(self) -> bool:
        """Whether each file is a topic, whether or not it has questions of its own."""
        return self.table.get("topic") == "file"


def joined(found: Iterable[SharedReading]) -> list[tuple[SharedReading, list[SharedReading]]]:
    """Join the readings that differ in questions and options alone; return each with its parts."""
    groups: dict[str, list[SharedReading]] = {}
    for reading in found:
        others = {key: value for key, value in reading.table.items() if key not in JOINED}
        groups.setdefault(repr(sorted(others.items())), []).append(reading)
    return [(reduce(_both, group), group) for group in groups.values()]


def _both(one: SharedReading, other: SharedReading) -> SharedReading:
    table = dict(one.table)
    for key in JOINED:
        templates = dict.fromkeys(
            (*listed(one.table.get(key, ())), *listed(other.table.get(key, ())))
        )
        ordered = sorted(templates, key=lambda template: "{n}" not in template)
        if ordered:
            table[key] = ordered[0] if len(ordered) == 1 else ordered
    return SharedReading(table, (*one.paths, *other.paths), one.questions + other.questions)


def listed(value: object) -> list[str]:
    """Return the templates of a key, which may be one or a list."""
    if isinstance(value, str):
        return [value]
    return [str(each) for each in value] if isinstance(value, list | tuple) else []
