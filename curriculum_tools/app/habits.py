"""What nearly all questions of a project have, where each of its files is a topic or a chapter.

That is worked out over the files of its `include`, whichever of them a command names.
"""

from collections.abc import Sequence

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.project import Project
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Habit
from curriculum_tools.store.cache.cache import Cache
from curriculum_tools.store.digest import digest
from curriculum_tools.store.discovery import find_files
from curriculum_tools.store.reading import read_bytes, source_of


def with_habits(candidates: Sequence[Candidate], cache: Cache) -> tuple[Candidate, ...]:
    """Tell each file of such a project what nearly all questions of its project have."""
    projects = dict.fromkeys(each.project for each in candidates if _has_files(each.project))
    habits = {project: _habits(project, cache) for project in projects}
    return tuple(
        each._replace(habits=habits[each.project]) if each.project in habits else each
        for each in candidates
    )


def _has_files(project: Project) -> bool:
    """Tell whether files are parts of something that the config includes, and may have habits."""
    templates = project.config.templates
    if not templates or not project.config.include:
        return False
    is_part = templates.topic_is_file or templates.chapter_is_file
    return is_part and (templates.has_answers or bool(templates.options))


def _habits(project: Project, cache: Cache) -> frozenset[Habit]:
    from curriculum_tools.facts.habits import HabitCount, habits_of

    counts = []
    for file in find_files([project.config.folder], project.config)[0]:
        try:
            data = read_bytes(file.path, file.path)
        except UnreadableError:
            continue
        slot, key = digest("habits", project.path_of(file.path)), digest(project.digest, data)
        known = cache.recall(slot, key)
        if known is None:
            known = _counted(source_of(data, file.path), project)
            cache.remember(slot, key, known)
        numbers = iter(map(int, known.split()))
        counts.append(tuple(map(HabitCount, numbers, numbers)))
    return habits_of(counts)


def _counted(source: Source, project: Project) -> bytes:
    """Return the counts of a file as numbers that a cache can keep."""
    from curriculum_tools.app.guides import parse_text
    from curriculum_tools.facts.facts import Facts
    from curriculum_tools.facts.odd_questions import count_habits

    facts = Facts(parse_text(source, project.config), project.config)
    return " ".join(str(number) for count in count_habits(facts) for number in count).encode()
