"""From the paths a command is given to parsed guides, each with the config that holds for it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import CurriculumError, UnreadableError
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Configs, Settled, nothing_settled, place_of_name
from curriculum_tools.store.decisions import decisions_files, rulings_in
from curriculum_tools.store.digest import digest
from curriculum_tools.store.discovery import Found, find
from curriculum_tools.store.paths import folder_of
from curriculum_tools.store.reading import STANDARD_INPUT, read_source

if TYPE_CHECKING:  # a run that the cache answers needs neither rules nor parser
    from curriculum_tools.model.guide import Guide


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


class Candidates(NamedTuple):
    """The files that a command is about, the config of the run, and paths that cannot be used.

    `decisions` are the contents of decisions files that were not read as rulings, for they are
    settled: by config, then by path.
    """

    files: tuple[Candidate, ...]
    config: Config
    errors: tuple[UnreadableError, ...]
    decisions: Mapping[str, Mapping[str, bytes]]


def find_candidates(
    paths: Sequence[str],
    config_path: str | None = None,
    *,
    force_exclude: bool = False,
    stdin_filename: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    is_settled: Settled = nothing_settled,
) -> Candidates:
    """Find the files and their configs; raises a CurriculumError for a config with a fault.

    What is settled is not checked again, and rulings that are settled are not read: whoever
    needs them calls `with_rulings`.
    """
    if not is_settled(digest("options", *select, "", *ignore)):
        _check_options(select, ignore)
    configs = Configs(config_path, is_settled)
    check = _Check(select, ignore, is_settled)
    run_config = check.config(configs.of_run)
    found, errors = find(
        paths, run_config, force_exclude=force_exclude, config_of=configs.of_folder
    )
    files = []
    for item in found:
        shown_as = (stdin_filename or "<stdin>") if item.path == STANDARD_INPUT else item.path
        own = check.config(configs.of_folder(folder_of(shown_as)))
        files.append(Candidate(item, own, shown_as))
    return Candidates(tuple(files), run_config, tuple(errors), check.unread)


def with_rulings(
    candidates: Sequence[Candidate], decisions: Mapping[str, Mapping[str, bytes]]
) -> list[Candidate]:
    """Read the rulings of candidates out of decisions files that are settled."""
    rulings = {name: rulings_in(files, is_settled=True) for name, files in decisions.items()}
    complete = []
    for candidate in candidates:
        config = candidate.config
        own = rulings.get(_name(config), config.rulings)
        complete.append(replace(candidate, config=replace(config, rulings=own)))
    return complete


def parse_candidate(candidate: Candidate, source: Source | None = None) -> "Guide | None":
    """Read and parse a file, or another text in its place; None where it need not be a guide.

    Raises UnreadableError.
    """
    if source is None:
        source = read_source(candidate.found.path, candidate.shown_as)
    guide = parse_text(source, candidate)
    return guide if is_guide(guide) or not candidate.found.must_be_guide else None


def is_guide(guide: "Guide") -> bool:
    """Tell whether a text looks like a guide: it has at least one topic with a known field."""
    return any(topic.fields for topic in guide.topics)


def parse_text(source: Source, candidate: Candidate) -> "Guide":
    """Parse a text that stands in a file, or is to stand there."""
    from curriculum_tools.syntax.home import dialect_of
    from curriculum_tools.syntax.parse import parse

    return parse(source, dialect_of(candidate.config))


def parse_all(candidates: Candidates) -> "tuple[list[Guide], list[CurriculumError]]":
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
    from curriculum_tools.engine.selection import check_names, known_names
    from curriculum_tools.rules import ALL

    known = known_names(ALL)
    listed = [name for names in config.per_file_ignores.values() for name in names]
    for name in (*config.select, *config.ignore, *config.severity, *listed):
        if name not in known:
            check_names(ALL, [name], place_of_name(config, name))


def _check_options(select: Sequence[str], ignore: Sequence[str]) -> None:
    from curriculum_tools.engine.selection import check_names
    from curriculum_tools.rules import ALL

    check_names(ALL, select, "--select")
    check_names(ALL, ignore, "--ignore")


class _Check:
    """Checks the configs of a run, each once, and adds options and rulings to them."""

    def __init__(self, select: Sequence[str], ignore: Sequence[str], is_settled: Settled) -> None:
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._is_settled = is_settled
        self._checked: dict[str, Config] = {}
        self.unread: dict[str, Mapping[str, bytes]] = {}

    def config(self, config: Config) -> Config:
        name = _name(config)
        if name not in self._checked:
            if config.digest and not self._is_settled(digest("names", config.digest)):
                check_config_names(config)
            asked = replace(
                config, select=self._select or config.select, ignore=(*config.ignore, *self._ignore)
            )
            self._checked[name] = self._with_rulings(asked)
        return self._checked[name]

    def _with_rulings(self, config: Config) -> Config:
        """Read the decisions files of a config; where they are settled, only their contents."""
        files = decisions_files(config)
        if not files:
            return config
        contents = digest(config.digest, *(part for pair in files.items() for part in pair))
        if self._is_settled(contents):
            self.unread[_name(config)] = files
            return replace(config, digest=contents)
        return replace(config, rulings=rulings_in(files), digest=contents)


def _name(config: Config) -> str:
    return config.path or config.folder
