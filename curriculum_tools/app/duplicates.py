"""Finding duplicate questions in the guides that a command names."""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from curriculum_tools.app.find_guides import find_candidates, read_candidates
from curriculum_tools.app.no_guides import refuse_idle_include
from curriculum_tools.app.project import Projects
from curriculum_tools.facts.duplicates import Duplicates, find_duplicates, judge_given
from curriculum_tools.likeness import Closeness, EmbeddingModel, Judgement, Verdict
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import ConfigError, CurriculumError
from curriculum_tools.store.paths import true_path
from curriculum_tools.store.reading import read_source

#: Of more questions than this a database finds the duplicates faster, and in less memory.
MOST_IN_MEMORY = 50_000


def duplicates(
    paths: Sequence[str],
    config_path: str | None,
    at_least: Verdict,
    progress: Callable[[int, int], None] | None,
    *,
    is_semantic: bool | None = None,
) -> tuple[Duplicates, list[CurriculumError]]:
    """Return the duplicates, and what could not be read; raises a CurriculumError.

    Where it is not said whether `is_semantic`, the config says it.
    """
    projects = Projects(config_path)
    run = projects.of_run
    closeness = _closeness(run.config, is_semantic, progress)
    candidates = find_candidates(paths, projects)
    if not candidates.errors:
        refuse_idle_include(paths, [file.path for file in candidates.files], run.config)
    guides, errors = read_candidates(candidates)
    apart = versions_apart(run.config) if not paths else lambda _a, _b: False
    found = find_duplicates(
        guides, run.rulings, at_least, apart=apart, progress=progress, closeness=closeness
    )
    # a ruling may be about a guide that was not named
    return (replace(found, stale_rulings=()) if paths else found), errors


def judge_pairs(
    pairs_file: str,
    paths: Sequence[str],
    config_path: str | None,
    *,
    is_semantic: bool | None = None,
) -> tuple[Iterator[Judgement], EmbeddingModel | None]:
    """Judge the pairs of a JSON Lines file, and tell by which model; raises a CurriculumError."""
    given = list(_given_pairs(pairs_file))
    projects = Projects(config_path)
    closeness = _closeness(projects.of_run.config, is_semantic)
    guides, errors = read_candidates(find_candidates(paths, projects)) if paths else ([], [])
    for error in errors:
        raise error
    return judge_given(given, guides, closeness), closeness.model if closeness else None


def _closeness(
    config: Config, is_wanted: bool | None, progress: Callable[[int, int], None] | None = None
) -> Closeness | None:
    if not (config.semantic_duplicates if is_wanted is None else is_wanted):
        return None
    from curriculum_tools.store.embeddings import Embeddings

    return Embeddings(progress)


def _given_pairs(path: str) -> Iterator[tuple[str, str]]:
    text = read_source(path).text
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            values = json.loads(line)
            a, b = values["a"], values["b"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise ConfigError(path, "no JSON object with `a` and `b`", number) from None
        if not isinstance(a, str) or not isinstance(b, str):
            raise ConfigError(path, "`a` and `b` must be texts", number)
        yield a, b


def versions_apart(config: Config) -> Callable[[str, str], bool]:
    """Return what tells versions of one declared curriculum, which repeat each other on purpose."""
    curriculum_of = {
        path: number for number, paths in enumerate(_declared(config)) for path in paths
    }

    def apart(a: str, b: str) -> bool:
        own = curriculum_of.get(true_path(a))
        return a != b and own is not None and own == curriculum_of.get(true_path(b))

    return apart


def _declared(config: Config) -> Iterator[list[str]]:
    for curriculum in config.curricula:
        paths = [*curriculum.versions, *([curriculum.output] if curriculum.output else [])]
        yield [true_path(config.folder, path) for path in paths]
