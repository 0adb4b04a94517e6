"""The dialect of the guides of a project that no config tells of: a guess for a first config.

What the lines of the files show is tried on them: only what is read as it was seen is written down.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from posixpath import basename, dirname

from curriculum_tools.app.guides import UNREAD
from curriculum_tools.app.project_counts import guess_counts
from curriculum_tools.app.project_files import (
    guess_links,
    guess_order,
    guess_sections,
    guess_translations,
)
from curriculum_tools.app.project_globs import include_globs
from curriculum_tools.app.project_layout import Exists
from curriculum_tools.detection.reading import SharedReading, joined
from curriculum_tools.detection.readings import is_called_task, readings
from curriculum_tools.detection.scan import Scanned, scan
from curriculum_tools.detection.signs import may_hold_questions
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.store.config_templates import templates_of
from curriculum_tools.syntax.document import read_document
from curriculum_tools.syntax.home import HOME
from curriculum_tools.syntax.parse import parse

FEWEST_SIGNS = 2  # of questions, for a file to be looked at together with others
LONGEST_PLACEHOLDER = 60  # code points
_UNFINISHED = ("to be ", "todo", "tbd", "coming soon", "work in progress", "wip", "unanswered")

Read = Callable[[str], Source]


@dataclass(frozen=True, slots=True)
class ProjectDialect:
    """How most guides of a project are written, and others of them, as a config has it.

    `table` is that of most, `others` those of other files, by globs. `order` is the page that gives
    the order of the guides.
    """

    guides: tuple[Guide, ...]
    table: Mapping[str, object]
    others: Mapping[str, Mapping[str, object]]
    order: str = ""


def guess_dialect(paths: Sequence[str], read: Read, exists: Exists) -> ProjectDialect | None:
    """Return the dialect of the files at some paths; None where none of them shows any."""
    found = [*_found(paths, read)]
    if not found:
        return None
    (main, own), *more = sorted(found, key=lambda pair: -pair[0].questions)
    guides = [guide for _, others in found for guide in others]
    order = guess_order(guides, paths, read)
    own = [guide for guide in own if guide.path != order]
    guides = [guide for guide in guides if guide.path != order]
    table = {
        **main.table,
        **_more(own, is_of_lessons=main.is_of_lessons, exists=exists),
        **({"order": order} if order else {}),
        **_if_any("translations", guess_translations(guides)),
    }
    table |= _if_any("count", guess_counts(own, table))
    return ProjectDialect(tuple(guides), table, _others(main, more, paths), order)


def _found(paths: Sequence[str], read: Read) -> Iterator[tuple[SharedReading, list[Guide]]]:
    """Yield the readings of the files with their guides: joined ones where they can be read so."""
    for whole, parts in joined(readings([*_texts(paths, read)])):
        tried = [whole] if _read_as(whole, read) else parts
        for reading in tried:
            full = replace(reading, paths=_all_of(reading, paths))
            if guides := _read_as(full, read):
                yield full, guides


def _texts(paths: Sequence[str], read: Read) -> Iterator[Scanned]:
    """Yield the lines of the files that may hold questions or tasks, and of those beside guides."""
    full = {dirname(path) for path in paths if may_hold_questions(read(path).text)}
    for path in paths:
        source = read(path)
        is_named = dirname(path) in full or is_called_task(path)
        if is_named or may_hold_questions(source.text, FEWEST_SIGNS):
            yield scan(read_document(source))


def _all_of(reading: SharedReading, paths: Sequence[str]) -> tuple[str, ...]:
    """Return the files of a reading; lessons without questions are lessons, too."""
    if not reading.is_of_lessons:
        return reading.paths
    names = {basename(path) for path in reading.paths}
    if len(names) == 1 < len(reading.paths):
        return reading.paths
    there = Counter(map(dirname, paths))
    lessons = Counter(map(dirname, reading.paths))
    folders = {folder for folder, count in lessons.items() if 2 * count >= there[folder]}
    beside = (path for path in paths if dirname(path) in folders)
    return tuple(dict.fromkeys((*reading.paths, *beside)))


def _read_as(reading: SharedReading, read: Read) -> list[Guide]:
    """Parse the files of a reading; none where it is not what was seen that is read."""
    templates = templates_of(reading.table)
    dialect = replace(HOME, templates=templates)
    guides = [parse(read(path), dialect) for path in reading.paths]
    count = sum(len(guide.questions) for guide in guides)
    return guides if abs(count - reading.questions) <= UNREAD * reading.questions else []


def _more(guides: Sequence[Guide], *, is_of_lessons: bool, exists: Exists) -> dict[str, object]:
    """Return what else a dialect has, by what the guides have when they are read."""
    return {
        **_if_any("sections", guess_sections(guides) if is_of_lessons else ()),
        **_if_any("placeholder", _placeholders(guides)),
        **_if_any("links", guess_links(guides, exists)),
    }


def _if_any(key: str, value: object) -> dict[str, object]:
    return {key: value} if value else {}


def _placeholders(guides: Sequence[Guide]) -> list[str]:
    """Return the answers that several questions have and that say that there is none yet."""
    counts: Counter[str] = Counter()
    for guide in guides:
        for _, question in guide.questions:
            text = question.answer.text.strip()
            if len(text) <= LONGEST_PLACEHOLDER and text.casefold().startswith(_UNFINISHED):
                counts[text] += 1
    return [text for text, count in counts.items() if count > 1]


def _others(
    main: SharedReading, more: Sequence[tuple[SharedReading, list[Guide]]], paths: Sequence[str]
) -> dict[str, Mapping[str, object]]:
    """Return the tables of other files than most, by globs that match no others.

    What most have and they have not is empty there.
    """
    lacking: dict[str, object] = {key: [] for key in main.table}
    tables: dict[str, Mapping[str, object]] = {}
    for reading, _ in more:
        rest = [path for path in paths if path not in reading.paths]
        for glob in include_globs(reading.paths, rest):
            tables[glob] = {
                key: value
                for key, value in (lacking | dict(reading.table)).items()
                if value != main.table.get(key)
            }
    return tables
