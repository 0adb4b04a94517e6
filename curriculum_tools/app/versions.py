"""Reading versions of guides, wherever they are."""

from curriculum_tools.model.guide import Guide
from curriculum_tools.store.config import Configs
from curriculum_tools.store.versions import folder_of_version, read_version
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse


def read_guide(name: str, configs: Configs) -> Guide:
    """Read a path, `-` or `REV:path`, named as written; raises a CurriculumError.

    The labels of its fields are those of the nearest config; where there is none, as for the
    temporary files of git, of the run's.
    """
    source = read_version(name)
    config = configs.of_folder(folder_of_version(name))
    return parse(source, dialect_of(config if config.path else configs.of_run))
