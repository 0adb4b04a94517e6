"""What a guide is, and how a text is read as one."""

from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Configs
from curriculum_tools.store.sources import folder_of_source, read_named_source
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse


def is_guide(guide: Guide) -> bool:
    """Tell whether a text looks like a guide: it has at least one topic with a known field."""
    return any(topic.fields for topic in guide.topics)


def parse_text(source: Source, config: Config) -> Guide:
    """Parse a text in the dialect of a config."""
    return parse(source, dialect_of(config))


def read_guide(name: str, configs: Configs) -> Guide:
    """Read a guide from a path, `-` or `REV:path`, named as written; raises a CurriculumError.

    The labels of its fields are those of the nearest config; where there is none, as for the
    temporary files of git, of the run's.
    """
    source = read_named_source(name)
    config = configs.of_folder(folder_of_source(name))
    return parse_text(source, config if config.path else configs.of_run)
