"""What git shows of a guide: its outline, and what changed in it.

Git ends the command it is at where a program that it calls fails, so whatever goes wrong here is
answered with what git itself would show.
"""

from curriculum_tools.app.guides import is_guide, parse_text
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.output.outline.text import render
from curriculum_tools.store.config import Configs


def outline_of(source: Source, config_path: str | None) -> list[str] | None:
    """Return the lines of a guide's outline; None for what is no guide or cannot be read as one.

    The file is a temporary one of git's, so that the config is the run's.
    """
    try:
        guide = parse_text(source, Configs(config_path).of_run)
        return list(render(guide)) if _is_whole(guide) else None
    except Exception:  # noqa: BLE001 - git would end at any fault
        return None


def _is_whole(guide: Guide) -> bool:
    """Tell a guide of which everything can be read from anything else."""
    return is_guide(guide) and not guide.is_doubtful
