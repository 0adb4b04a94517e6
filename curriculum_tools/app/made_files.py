"""Which files the tool makes of a declared curriculum: the merged guide, its lock, its indexes."""

import json
import re
from typing import NamedTuple

from curriculum_tools.model.config import Curriculum
from curriculum_tools.store.config import Configs
from curriculum_tools.store.locks import lock_of
from curriculum_tools.store.paths import folder_of, shown_in, true_path

_INDEX_KEYS = {"version", "title", "coverage", "chapters"}
_COVERAGE = re.compile(r"^\d[\d,]* (topic|question)s?\b.*\.")
_INDEX_LINE = re.compile(r"#{1,2} .*|\|.*\||\s*")


class Made(NamedTuple):
    """A declared curriculum, the guide that is made of it, and the configs of its run."""

    curriculum: Curriculum
    output: str
    configs: Configs

    @property
    def lock(self) -> str:
        """The path of the lock, which is made with the guide."""
        return lock_of(self.output)

    @property
    def sources(self) -> tuple[str, ...]:
        """The paths of what it is made of: the versions and the decisions."""
        named = (*self.curriculum.versions, self.curriculum.decisions)
        return tuple(shown_in(self.configs.of_run.folder, path) for path in named if path)


def made_at(path: str, configs: Configs) -> Made | None:
    """Return the curriculum whose merged guide or lock a path is; raises ConfigError."""
    for config in (configs.of_folder(folder_of(path)), configs.of_run):
        of_run = configs if config is configs.of_run else Configs(config.path)
        for curriculum in config.curricula:
            if curriculum.output:
                made = Made(curriculum, shown_in(config.folder, curriculum.output), of_run)
                if true_path(path) in map(true_path, (made.output, made.lock)):
                    return made
    return None


def made_of_run(configs: Configs) -> Made | None:
    """Return the one curriculum that the config of the run declares, if it makes a guide of it."""
    config = configs.of_run
    if len(config.curricula) != 1 or not config.curricula[0].output:
        return None
    return made_at(shown_in(config.folder, config.curricula[0].output), configs)


def index_format(text: str) -> str | None:
    """Return the format of an index of `curriculum index`; None where a text says anything else."""
    try:
        said = json.loads(text)
    except ValueError:
        others = [line for line in text.splitlines() if not _INDEX_LINE.fullmatch(line)]
        return "markdown" if len(others) == 1 and _COVERAGE.fullmatch(others[0]) else None
    return "json" if isinstance(said, dict) and said.keys() >= _INDEX_KEYS else None
