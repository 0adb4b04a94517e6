"""What git shows of a guide: its outline, and what changed in it.

Git ends the command it is at where a program that it calls fails, so whatever goes wrong here is
answered with what git itself would show.
"""

from collections.abc import Sequence
from typing import NamedTuple

from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.output.outline.text import render
from curriculum_tools.store.config import Configs
from curriculum_tools.store.paths import folder_of
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.sources import NO_FILE, read_named_source
from curriculum_tools.versions.diff.changes import Difference
from curriculum_tools.versions.diff.diff import diff
from curriculum_tools.versions.version import version_of


def outline_of(source: Source, config_path: str | None) -> list[str] | None:
    """Return the lines of a guide's outline; None for what is no guide or cannot be read as one.

    The file is a temporary one of git's, so that the config is the run's.
    """
    try:
        guide = parse_text(source, Configs(config_path).of_run)
        return list(render(guide)) if _is_whole(guide) else None
    except Exception:  # noqa: BLE001 - git would end at any fault
        return None


class GitDiff(NamedTuple):
    """What git hands to a program that compares a file: its names, and where both sides lie.

    The names are the same but where the file was renamed. A side that is not there is `/dev/null`.
    """

    before: str
    after: str
    old: str
    new: str
    modes: tuple[str, str]


def read_arguments(arguments: Sequence[str]) -> GitDiff | None:
    """Read git's seven arguments, and the two more for a renamed file; None for any others."""
    if len(arguments) < 7:
        return None
    path, old, _, old_mode, new, _, new_mode = arguments[:7]
    after = arguments[7] if len(arguments) > 7 else path
    return GitDiff(path, after, old, new, (old_mode, new_mode))


def difference_of(asked: GitDiff, config_path: str | None) -> Difference | None:
    """Return what changed in a guide; None where a side is no guide or cannot be read as one."""
    try:
        config = Configs(config_path).of_folder(folder_of(asked.after))
        guides = []
        for file, name in ((asked.old, asked.before), (asked.new, asked.after)):
            source = read_named_source(file) if file in NO_FILE else read_source(file, name)
            guide = parse_text(source, config)
            if file not in NO_FILE and not _is_whole(guide):
                return None
            guides.append(guide)
        return diff(*map(version_of, guides, (asked.before, asked.after)))
    except Exception:  # noqa: BLE001 - git would end at any fault
        return None


def _is_whole(guide: Guide) -> bool:
    """Tell a guide of which everything can be read from anything else."""
    return is_guide(guide) and not guide.is_doubtful
