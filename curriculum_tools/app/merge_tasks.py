"""What `curriculum merge` is to merge: the sources it names, or the curricula that are declared."""

from dataclasses import dataclass

from curriculum_tools.model.config import Config, Curriculum
from curriculum_tools.model.errors import MergeError
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.store.config import Configs, check_inside
from curriculum_tools.store.decisions import DECISIONS_FILE, read_decisions, read_decisions_file
from curriculum_tools.store.discovery import find_files
from curriculum_tools.store.locks import lock_of
from curriculum_tools.store.paths import is_folder, is_there, shown_in
from curriculum_tools.store.writing import is_stream


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """What the command line asks for."""

    paths: tuple[str, ...] = ()
    output: str | None = None
    locks: tuple[str, ...] = ()
    decisions: str | None = None
    oldest_first: bool = False
    check: bool = False
    allow_outside: bool = False


@dataclass(frozen=True, slots=True)
class Task:
    """One merge: its sources, the oldest first if `declared`, and the guide to write or check."""

    sources: tuple[str, ...]
    locks: tuple[str, ...]
    output: str
    declared: bool
    decisions: str
    rulings: Rulings
    configs: Configs
    is_check: bool

    @property
    def config(self) -> Config:
        """The config of the run."""
        return self.configs.of_run


def tasks(options: MergeOptions, configs: Configs) -> list[Task]:
    """Return the merges that are asked for: of the named sources, else of declared curricula.

    Where none is declared a check has nothing to do, and a merge raises MergeError. Raises other
    CurriculumErrors, too.
    """
    config = configs.of_run
    if options.output and is_stream(options.output):
        hint = "name a file; --output-file says where the report goes"
        raise MergeError(options.output, "no file, and the lock lies beside the guide", hint)
    if options.paths or options.locks:
        if options.output is None:
            hint = "name it with `-o`, for example `-o curriculum.md`"
            raise MergeError("merge", "no guide to write", hint)
        decisions = options.decisions or shown_in(config.folder, DECISIONS_FILE)
        rulings = _rulings(options.decisions) or read_decisions(config)
        return [
            Task(
                sources=_files(options, config),
                locks=options.locks,
                output=options.output,
                declared=options.oldest_first,
                decisions=decisions,
                rulings=rulings,
                configs=configs,
                is_check=options.check,
            )
        ]
    if not config.curricula and options.check and options.output is None:
        return []  # as in a hook, which runs in projects that have none
    if not config.curricula:
        hint = "name the versions, or declare them as [[curriculum]] in curriculum.toml"
        raise MergeError("merge", "nothing to merge", hint)
    if options.output and len(config.curricula) > 1:
        raise MergeError("merge", "several curricula are declared", "leave `-o` out")
    return [task_for(curriculum, configs, options) for curriculum in config.curricula]


def _files(options: MergeOptions, config: Config) -> tuple[str, ...]:
    """Return the sources, with the guides below a folder in its place; those have no order."""
    files: list[str] = []
    for path in options.paths:
        if not is_folder(path):
            files.append(path)
            continue
        if options.oldest_first:
            raise MergeError(path, "a folder has no order", "name the versions, oldest first")
        found, errors = find_files([path], config)
        for error in errors:
            raise error
        files += [file.path for file in found]
    return tuple(dict.fromkeys(files))


def task_for(curriculum: Curriculum, configs: Configs, options: MergeOptions) -> Task:
    """Return the merge of a declared curriculum; raises a CurriculumError."""
    config = configs.of_run
    declared_output = curriculum.output and shown_in(config.folder, curriculum.output)
    output = options.output or declared_output
    versions = tuple(shown_in(config.folder, path) for path in curriculum.versions)
    for version in versions:
        check_inside(config, "versions", version)
    if declared_output and not options.output:
        for written in (declared_output, lock_of(declared_output)):
            check_inside(config, "output", written)
    if output is None:
        hint = "add `output = ...` to [[curriculum]], or name it with `-o`"
        raise MergeError(config.path or "merge", "a curriculum has no guide to write", hint)
    decisions = options.decisions or shown_in(config.folder, curriculum.decisions or DECISIONS_FILE)
    if not options.decisions:
        check_inside(config, "decisions", decisions)
    rulings = _rulings(decisions if options.decisions or is_there(decisions) else None)
    return Task(
        sources=versions,
        locks=(),
        output=output,
        declared=True,
        decisions=decisions,
        rulings=rulings or Rulings(),
        configs=configs,
        is_check=options.check,
    )


def _rulings(decisions: str | None) -> Rulings | None:
    return Rulings(tuple(read_decisions_file(decisions))) if decisions else None
