"""What `curriculum merge` is to merge: the sources it names, or the curricula that are declared."""

from dataclasses import dataclass

from curriculum_tools.model.config import Config, Curriculum
from curriculum_tools.model.errors import MergeError
from curriculum_tools.model.rulings import Rulings
from curriculum_tools.store.config import Configs
from curriculum_tools.store.decisions import DECISIONS_FILE, read_decisions, read_decisions_file
from curriculum_tools.store.paths import is_there, shown_in


@dataclass(frozen=True, slots=True)
class MergeOptions:
    """What the command line asks for."""

    paths: tuple[str, ...] = ()
    output: str | None = None
    locks: tuple[str, ...] = ()
    decisions: str | None = None
    oldest_first: bool = False
    config: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One merge: its sources, the oldest first if `declared`, and the guide to write."""

    sources: tuple[str, ...]
    locks: tuple[str, ...]
    output: str
    declared: bool
    decisions: str
    config: Config
    rulings: Rulings


def tasks(options: MergeOptions) -> list[Task]:
    """Give the merges that are asked for: of the named sources, else of declared curricula.

    Raises a CurriculumError.
    """
    config = Configs(options.config).of_run
    if options.paths or options.locks:
        if options.output is None:
            hint = "name it with `-o`, for example `-o curriculum.md`"
            raise MergeError("merge", "no guide to write", hint)
        decisions = options.decisions or shown_in(config.folder, DECISIONS_FILE)
        rulings = _rulings(options.decisions) or read_decisions(config)
        return [
            Task(
                sources=options.paths,
                locks=options.locks,
                output=options.output,
                declared=options.oldest_first,
                decisions=decisions,
                config=config,
                rulings=rulings,
            )
        ]
    if not config.curricula:
        hint = "name the versions, or declare them as [[curriculum]] in curriculum.toml"
        raise MergeError("merge", "nothing to merge", hint)
    if options.output and len(config.curricula) > 1:
        raise MergeError("merge", "several curricula are declared", "leave `-o` out")
    return [_declared(curriculum, config, options) for curriculum in config.curricula]


def _declared(curriculum: Curriculum, config: Config, options: MergeOptions) -> Task:
    declared_output = curriculum.output and shown_in(config.folder, curriculum.output)
    output = options.output or declared_output
    if output is None:
        hint = "add `output = ...` to [[curriculum]], or name it with `-o`"
        raise MergeError(config.path or "merge", "a curriculum has no guide to write", hint)
    decisions = options.decisions or shown_in(config.folder, curriculum.decisions or DECISIONS_FILE)
    rulings = _rulings(decisions if options.decisions or is_there(decisions) else None)
    return Task(
        sources=tuple(shown_in(config.folder, path) for path in curriculum.versions),
        locks=(),
        output=output,
        declared=True,
        decisions=decisions,
        config=config,
        rulings=rulings or Rulings(),
    )


def _rulings(decisions: str | None) -> Rulings | None:
    return Rulings(tuple(read_decisions_file(decisions))) if decisions else None
