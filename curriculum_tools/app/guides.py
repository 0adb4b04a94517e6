"""From the paths a command is given to parsed guides, each with the config that holds for it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from curriculum_tools.engine.selection import check_names, known_names
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.rulings import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.rules import ALL
from curriculum_tools.store.config import Configs, place_of_name
from curriculum_tools.store.decisions import read_decisions
from curriculum_tools.store.discovery import Found, find
from curriculum_tools.store.paths import folder_of
from curriculum_tools.store.reading import STANDARD_INPUT, read_source
from curriculum_tools.syntax.labels import Labels
from curriculum_tools.syntax.parse import parse

_KNOWN = known_names(ALL)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a guide, and the config that holds for its rules."""

    found: Found
    config: Config
    shown_as: str

    @property
    def folder(self) -> str:
        """The folder the guide lies in; the current one for standard input."""
        return folder_of(self.shown_as)


@dataclass(frozen=True, slots=True)
class Candidates:
    """The files that a command is about, the config of the run, and paths that cannot be used."""

    files: tuple[Candidate, ...]
    config: Config
    errors: tuple[UnreadableError, ...]


def find_candidates(
    paths: Sequence[str],
    config_path: str | None = None,
    *,
    force_exclude: bool = False,
    stdin_filename: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> Candidates:
    """Find the files and their configs; raises a CurriculumError for a config with a fault."""
    check_names(ALL, select, "--select")
    check_names(ALL, ignore, "--ignore")
    configs = Configs(config_path)
    rulings: dict[str, Rulings] = {}
    run_config = _with_rulings(configs.of_run, rulings)
    check_config_names(run_config)
    found, errors = find(
        paths, run_config, force_exclude=force_exclude, config_of=configs.of_folder
    )
    files = []
    for item in found:
        shown_as = (stdin_filename or "<stdin>") if item.path == STANDARD_INPUT else item.path
        own = configs.of_folder(folder_of(shown_as))
        check_config_names(own)
        own = _with_rulings(own, rulings)
        own = replace(own, select=tuple(select) or own.select, ignore=(*own.ignore, *ignore))
        files.append(Candidate(item, own, shown_as))
    return Candidates(tuple(files), run_config, tuple(errors))


def parse_candidate(candidate: Candidate, source: Source | None = None) -> Guide | None:
    """Read and parse a file, or another text in its place; None where it need not be a guide.

    Raises UnreadableError.
    """
    if source is None:
        source = read_source(candidate.found.path, candidate.shown_as)
    guide = parse_text(source, candidate)
    if candidate.found.must_be_guide and not any(topic.fields for topic in guide.topics):
        return None
    return guide


def parse_text(source: Source, candidate: Candidate) -> Guide:
    """Parse a text that stands in a file, or is to stand there."""
    return parse(source, Labels.of(candidate.config.labels))


def parse_all(candidates: Candidates) -> tuple[list[Guide], list[CurriculumError]]:
    """Parse all files that are guides; give what could not be read beside them."""
    guides = []
    errors: list[CurriculumError] = list(candidates.errors)
    for candidate in candidates.files:
        try:
            guide = parse_candidate(candidate)
        except UnreadableError as error:
            errors.append(error)
        else:
            if guide is not None:
                guides.append(guide)
    return guides, errors


def check_config_names(config: Config) -> None:
    """Raise UnknownRuleError where a config names a rule or group that does not exist."""
    listed = [name for names in config.per_file_ignores.values() for name in names]
    for name in (*config.select, *config.ignore, *config.severity, *listed):
        if name not in _KNOWN:
            check_names(ALL, [name], place_of_name(config, name))


def _with_rulings(config: Config, read: dict[str, Rulings]) -> Config:
    """Give a config with the rulings that hold under it; each decisions file is read once."""
    name = config.path or config.folder
    if name not in read:
        read[name] = read_decisions(config)
    return replace(config, rulings=read[name])
