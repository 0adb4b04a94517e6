"""What a lint would look at, and under which settings."""

from collections import Counter

from curriculum_tools.app.find_guides import read_candidates
from curriculum_tools.app.lint import LintOptions, candidates_for, projects_for, refuse_idle_include
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import CurriculumError


def guides_to_lint(options: LintOptions) -> tuple[list[str], list[CurriculumError]]:
    """Return the paths of the guides that would be linted, and what cannot be read."""
    projects = projects_for(options)
    found = candidates_for(options, projects)
    refuse_idle_include(options, found, projects)
    guides, errors = read_candidates(found)
    return [guide.path for guide in guides], errors


def settings_that_hold(options: LintOptions) -> tuple[Config, Counter[str]]:
    """Return the config of the first file that PATH means, or of the run where none is named.

    Beside it are the paths of other configs, with how many files each holds for.
    """
    projects = projects_for(options)
    configs = [each.project.config for each in candidates_for(options, projects).files]
    config = configs[0] if options.paths and configs else projects.of_run.config
    others = Counter(each.path for each in configs if each.path not in (None, config.path))
    return config, others
