"""Where no guide is found: what was looked for, and what comes nearest to it."""

from collections.abc import Sequence
from dataclasses import replace

from curriculum_tools.app.find_guides import Candidate
from curriculum_tools.app.guides import parse_text, why_no_guide
from curriculum_tools.detection.misses import Miss, nearest_miss
from curriculum_tools.detection.scan import scan
from curriculum_tools.facts.topics import curriculum_topics
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.report import NoGuides
from curriculum_tools.store.config import place_of_key
from curriculum_tools.store.discovery import find_files, is_merged
from curriculum_tools.store.paths import is_folder
from curriculum_tools.syntax.document import read_document
from curriculum_tools.syntax.spelling import closest

MOST_READ = 20  # files, in the search for the nearest
MOST_GLOBS = 3  # that are named


def no_guides(
    paths: Sequence[str], candidates: Sequence[Candidate], config: Config, exclude: tuple[str, ...]
) -> NoGuides:
    """Return what was looked for below some paths, and the file that comes nearest to a guide."""
    read = [guide for each in candidates[:MOST_READ] if (guide := _read(each)) is not None]
    nearest, why = nearest_guide(read)
    return NoGuides(
        paths=tuple(paths) or (config.folder if config.include else ".",),
        files=len(candidates),
        include=config.include,
        exclude=exclude or config.exclude,
        nearest=nearest,
        why=why,
    )


def nearest_guide(read: Sequence[Guide]) -> tuple[str | None, str]:
    """Return the path of the text that comes nearest to a guide, and what it lacks.

    Where none has a field, that is the one with most lines of one kind that ask.
    """
    nearest = max(read, key=_nearness, default=None)
    if nearest is None:
        return None, ""
    if not any(topic.fields for topic in curriculum_topics(nearest)):
        misses = [(each, miss) for each in read if (miss := _miss(each))]
        if misses:
            guide, miss = max(misses, key=lambda pair: pair[1].asking)
            return guide.path, str(miss)
    return nearest.path, why_no_guide(nearest) or ""


def _miss(guide: Guide) -> Miss | None:
    return None if guide.dialect.templates else nearest_miss(scan(read_document(guide.source)))


def refuse_idle_include(paths: Sequence[str], found: Sequence[str], config: Config) -> None:
    """Raise ConfigError where `include` means no file at all, given what was found at some paths.

    Files that are named say nothing about it, nor does a folder that only a part of it is for, nor
    guides that are merged, which are included anyway.
    """
    if not config.include or (paths and not any(map(is_folder, paths))):
        return
    if not all(is_merged(path, config) for path in found):
        return
    config = replace(config, curricula=())
    if find_files([config.folder], config)[0]:
        return
    globs = ", ".join(config.include[:MOST_GLOBS])
    if find_files([config.folder], replace(config, exclude=()))[0]:
        path, line = place_of_key(config, "exclude")
        raise ConfigError(
            path,
            f"`exclude` leaves out every file that `include` means: {globs}",
            line,
            "narrow it, or take out the globs that are too wide",
        )
    path, line = place_of_key(config, "include")
    raise ConfigError(path, f"`include` means no file: {globs}", line, _nearest_file(config))


def _nearest_file(config: Config) -> str:
    """Return a hint at the Markdown file whose path is most like a glob of `include`."""
    others = replace(config, include=(), exclude=())
    paths = [file.path for file in find_files([config.folder], others)[0]]
    if not paths:
        return f"there is no Markdown file below {config.folder}"
    near = closest(config.include[0], paths, least=0) or paths[0]
    return f"did you mean {near}?" if len(paths) == 1 else f"the nearest Markdown file is {near}"


def _read(candidate: Candidate) -> Guide | None:
    try:
        return parse_text(candidate.read(), candidate.project.config)
    except UnreadableError:  # which is told as such
        return None


def _nearness(guide: Guide) -> tuple[int, int, int]:
    """Return how near a text comes to a guide: by topics with fields, topics, and headings."""
    topics = curriculum_topics(guide)
    return sum(bool(topic.fields) for topic in topics), len(topics), len(guide.headings)
