"""What a lint would look at, and under which settings."""

from collections.abc import Iterator
from dataclasses import replace

from curriculum_tools.app.guides import Candidates, parse_all
from curriculum_tools.app.lint import LintOptions, candidates_for
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import CurriculumError


def guides_to_lint(options: LintOptions) -> tuple[list[str], list[CurriculumError]]:
    """Give the paths of the guides that would be linted, and what cannot be read."""
    guides, errors = parse_all(candidates_for(options))
    return [guide.path for guide in guides], errors


def settings_that_hold(options: LintOptions) -> tuple[Config, dict[str, int]]:
    """Give the config of the first file that PATH means, or of the run where none is named.

    Beside it go the paths of other configs, with how many files each holds for.
    """
    candidates = candidates_for(options)
    config = _first(candidates, options)
    others: dict[str, int] = {}
    for path in _other_paths(candidates, config):
        others[path] = others.get(path, 0) + 1
    return config, others


def _first(candidates: Candidates, options: LintOptions) -> Config:
    if options.paths and candidates.files:
        return candidates.files[0].config
    run = candidates.config
    select = options.select or run.select
    return replace(run, select=select, ignore=(*run.ignore, *options.ignore))


def _other_paths(candidates: Candidates, config: Config) -> Iterator[str]:
    for candidate in candidates.files:
        path = candidate.config.path
        if path is not None and path != config.path:
            yield path
