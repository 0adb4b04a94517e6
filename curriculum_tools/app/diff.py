"""Comparing two versions of a guide."""

from curriculum_tools.app.versions import read_guide
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.config import Configs
from curriculum_tools.store.reading import STANDARD_INPUT
from curriculum_tools.versions.diff.changes import Difference
from curriculum_tools.versions.diff.diff import diff
from curriculum_tools.versions.version import version_of


def diff_guides(before: str, after: str, config_path: str | None = None) -> Difference:
    """Compare two guides, each a path, `-` or `REV:path`; raises a CurriculumError."""
    if before == after == STANDARD_INPUT:
        raise UnreadableError(STANDARD_INPUT, "standard input can be only one of the two")
    configs = Configs(config_path)
    versions = [version_of(read_guide(name, configs), name) for name in (before, after)]
    return diff(*versions)
