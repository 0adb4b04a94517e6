"""Which files of a project are written alike, and how."""

import posixpath
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from curriculum_tools.detection.evidence import FormEvidence, gather
from curriculum_tools.detection.infer import Inferred, infer, infer_lessons, inferred_from
from curriculum_tools.detection.questions import is_beside, is_numbered, question_forms, strength
from curriculum_tools.detection.reading import SharedReading, listed
from curriculum_tools.detection.scan import Scanned
from curriculum_tools.model.templates import Carrier

FEWEST_ALIKE = 3  # folders with a file of one name, for these to be files of one kind
MOST_ASKING = 0.5  # of the files that are looked at together, by those that ask
#: What files of tasks are called in courses that have one folder a task.
TASKS = frozenset(("instructions", "tasks", "task", "exercises", "exercise", "problems", "problem"))


def readings(texts: Sequence[Scanned]) -> list[SharedReading]:
    """Return how the files of a project are written, what holds most questions first.

    Files that show it by themselves come first; others are taken for what stands beside them, or
    looked at together with those of their folder or name.
    """
    found = list(_shown(texts))
    found = [_with_others_beside(reading, texts, found) for reading in found]
    read = {path for reading in found for path in reading.paths}
    found += _beside([text for text in texts if text.path not in read], found)
    read = {path for reading in found for path in reading.paths}
    found += _together([text for text in texts if text.path not in read])
    return sorted(found, key=lambda reading: -reading.questions)


def _shown(texts: Iterable[Scanned]) -> Iterator[SharedReading]:
    """Yield the readings of the files that show by themselves how they are written."""
    alike: dict[str, list[tuple[Scanned, Inferred]]] = {}
    for text in texts:
        if inferred := infer([text]):
            alike.setdefault(repr(_marks(inferred)), []).append((text, inferred))
    for group in alike.values():
        yield _shown_alike([text for text, _ in group], [inferred for _, inferred in group])


def _shown_alike(texts: Sequence[Scanned], each: Sequence[Inferred]) -> SharedReading:
    """Return the reading of files that show by themselves that they are written alike."""
    forms = {evidence.form for text in texts for evidence in question_forms([text])}
    found = [evidence for evidence in gather(texts) if evidence.form in forms]
    whole = inferred_from(texts, sorted(found, key=strength, reverse=True))
    options = [inferred.table["option"] for inferred in each if "option" in inferred.table]
    return _reading(replace(whole, table=reduce(_with_options, options, whole.table)), texts)


def _with_options(table: Mapping[str, object], option: object) -> Mapping[str, object]:
    """Add options that some files have, which may be few of those that are written alike."""
    templates = dict.fromkeys((*listed(table.get("option", ())), *listed(option)))
    return {**table, "option": [*templates] if len(templates) > 1 else next(iter(templates))}


def _marks(inferred: Inferred) -> tuple[object, ...]:
    """Return what tells files that are not written alike, whatever else they have or lack."""
    questions = sorted(listed(inferred.table["question"]))
    if inferred.named:
        return "named", questions[0][0]
    answer = str(inferred.table.get("answer"))
    return *questions, "option" in inferred.table, "{" in answer and answer


def _with_others_beside(
    reading: SharedReading, texts: Sequence[Scanned], others: Sequence[SharedReading]
) -> SharedReading:
    """Add the files that hold too few questions to show by themselves how they are written."""
    read = {path for other in others for path in other.paths}
    folders = {posixpath.dirname(path) for path in reading.paths}
    own = [text for text in texts if text.path in reading.paths]
    forms = {evidence.form for evidence in question_forms(own)}
    found = [
        (text, evidence)
        for text in texts
        if text.path not in read and (posixpath.dirname(text.path) in folders or text.is_called)
        for evidence in gather([text])
        if evidence.form in forms and is_beside(evidence)
    ]
    there = Counter(posixpath.dirname(text.path) for text in texts)
    alike = Counter(map(posixpath.dirname, {*reading.paths, *(text.path for text, _ in found)}))
    usual = {folder for folder, count in alike.items() if count >= MOST_ASKING * there[folder]}
    more = [
        (text, evidence)
        for text, evidence in found
        if text.is_called or posixpath.dirname(text.path) in usual
    ]
    paths = dict.fromkeys((*reading.paths, *(text.path for text, _ in more)))
    count = reading.questions + sum(evidence.count for _, evidence in more)
    return replace(reading, paths=tuple(paths), questions=count)


def _beside(texts: Iterable[Scanned], found: Sequence[SharedReading]) -> Iterator[SharedReading]:
    """Yield the readings of files beside guides whose lines count up and all have text below.

    Headings do so in any page, unless it is called questions.
    """
    folders = {posixpath.dirname(path) for reading in found for path in reading.paths}
    for text in texts:
        if posixpath.dirname(text.path) not in folders:
            continue
        numbered: list[FormEvidence] = [
            each
            for each in gather([text])
            if is_numbered(each) and (text.is_called or each.form.carrier is Carrier.LINE)
        ]
        if numbered:
            best = max(numbered, key=lambda evidence: evidence.count)
            yield _reading(inferred_from([text], [best]), [text])


def _together(texts: Sequence[Scanned]) -> Iterator[SharedReading]:
    """Yield the readings of files that only together show how they are written.

    What stands beside tasks belongs to them, and asks nothing of its own.
    """
    tasks: set[str] = set()
    for group in _groups(texts):
        if inferred := _tasks(group):
            tasks |= {posixpath.dirname(text.path) for text in group}
            yield _reading(inferred, group)
    rest = [text for text in texts if posixpath.dirname(text.path) not in tasks]
    lessons = _lessons(rest)
    if lessons:
        yield lessons
    for group in _groups([text for text in rest if not lessons or text.path not in lessons.paths]):
        paths = {path for evidence in question_forms(group) for path in evidence.paths}
        asking = [text for text in group if text.path in paths]
        if len(asking) >= MOST_ASKING * len(group) and (inferred := infer(asking)):
            yield _reading(inferred, asking)


def _lessons(texts: Sequence[Scanned]) -> SharedReading | None:
    """Return the reading of the lessons of a course, which ask in places of the same names."""
    inferred = infer_lessons(texts)
    if not inferred:
        return None
    within = {place.casefold() for place in listed(inferred.table["within"])}
    lessons = [
        text for text in texts if any(line.place.casefold() in within for line in text.lines)
    ]
    return _reading(inferred, lessons)


def _groups(texts: Iterable[Scanned]) -> list[list[Scanned]]:
    """Return the files of one name in several folders, and others by their folder."""
    named: dict[str, list[Scanned]] = {}
    for text in texts:
        named.setdefault(posixpath.basename(text.path), []).append(text)
    groups = [group for group in named.values() if len(group) >= FEWEST_ALIKE]
    rest = [text for group in named.values() if len(group) < FEWEST_ALIKE for text in group]
    folders: dict[str, list[Scanned]] = {}
    for text in rest:
        folders.setdefault(posixpath.dirname(text.path), []).append(text)
    return [*groups, *folders.values()]


def is_called_task(path: str) -> bool:
    """Tell whether a file has the name of one that sets tasks."""
    return posixpath.splitext(posixpath.basename(path))[0].casefold() in TASKS


def _tasks(texts: Sequence[Scanned]) -> Inferred | None:
    """Return the reading of files that are called tasks, and are numbered lines with text below."""
    if not all(is_called_task(text.path) for text in texts):
        return None
    numbered = [each for each in gather(texts) if is_numbered(each)]
    if not numbered:
        return None
    inferred = inferred_from(texts, [max(numbered, key=lambda evidence: evidence.count)])
    question = {"topic": "file", "question": inferred.table["question"]}
    return replace(inferred, table=question)


def _reading(inferred: Inferred, texts: Sequence[Scanned]) -> SharedReading:
    return SharedReading(inferred.table, tuple(text.path for text in texts), inferred.questions)
