"""What a lint would look at, and under which settings."""

from collections import Counter

from curriculum_tools.app.find_guides import read_candidates
from curriculum_tools.app.lint import LintOptions, candidates_for, projects_for
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import CurriculumError


def guides_to_lint(options: LintOptions) -> tuple[list[str], list[CurriculumError]]:
    """Return the paths of the guides that would be linted, and what cannot be read."""
    guides, errors = read_candidates(candidates_for(options, projects_for(options)))
    return [guide.path for guide in guides], errors


def settings_that_hold(options: LintOptions) -> tuple[Config, Counter[str]]:
    """Return the config of the first file that PATH means, or of the run where none is named.

    Beside it are the paths of other configs, with how many files each holds for.
    """
    candidates = candidates_for(options, projects_for(options))
    projects = [candidate.project for candidate in candidates.files]
    project = projects[0] if options.paths and projects else candidates.run
    paths = (each.config.path for each in projects)
    others = Counter(path for path in paths if path not in (None, project.config.path))
    return project.config, others
