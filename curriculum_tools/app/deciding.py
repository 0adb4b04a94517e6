"""Deciding what is open in merged guides: one list of items, and answers that are kept at once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from curriculum_tools.app.merge import run
from curriculum_tools.app.merge_tasks import MergeOptions, Task, tasks
from curriculum_tools.editing.decisions_text import with_entries, without_entries
from curriculum_tools.model.errors import ConfigError, MergeError
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.rulings import PairRuling, Ruling
from curriculum_tools.output.decisions_yaml import decision_entry
from curriculum_tools.store.config import Configs
from curriculum_tools.store.decisions import parse_decisions, placed_rulings, read_decisions_file
from curriculum_tools.store.paths import below, is_there, true_path
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.writing import differs, remove_file, write_made, write_text
from curriculum_tools.syntax.yaml_text import YamlError
from curriculum_tools.versions.deciding.open_item import OpenItem, RulingChange
from curriculum_tools.versions.deciding.open_items import open_items
from curriculum_tools.versions.deciding.open_list import OpenInGuide

#: The guide that would be written of named versions; nothing depends on its name here.
OUTPUT = "curriculum.md"


@dataclass(frozen=True, slots=True)
class WrittenReply:
    """A decisions file before an answer, None where it was not there, and after it.

    `items` are those that it answered, by their names.
    """

    before: str | None
    after: str
    items: frozenset[str]


class Deciding:
    """Goes through what is open in one merge, and writes each answer into its decisions file.

    What others write into the file meanwhile is kept: it is read again before each change.
    `needs_merge` tells that what is open may be another thing by now, until `refresh` is called.
    """

    def __init__(self, task: Task) -> None:
        self._task = task
        self._written: list[WrittenReply] = []
        self.refresh()

    @property
    def guide(self) -> str:
        """The path of the merged guide."""
        return self._task.output

    @property
    def decisions(self) -> str:
        """The path of the decisions file."""
        return self._task.decisions

    @property
    def sources(self) -> tuple[str, ...]:
        """The paths of what is merged."""
        return self._task.sources

    @property
    def answered(self) -> frozenset[str]:
        """The names of the items that were answered, and are not open again."""
        answered = frozenset().union(*(written.items for written in self._written))
        return answered - {item.id for item in self.left}

    @property
    def left(self) -> tuple[OpenItem, ...]:
        """The items that are open."""
        return tuple(item for item in self.items if item.id not in self._settled)

    @property
    def open(self) -> OpenInGuide:
        """What is open, to be listed."""
        return OpenInGuide(self.guide, self.decisions, self.left)

    def refresh(self) -> None:
        """Merge anew, with the rulings that the file holds by now; raises a CurriculumError."""
        self._task = replace(self._task, rulings=_rulings(self._task.decisions))
        self.merged = run(self._task).merged
        self.items: tuple[OpenItem, ...] = open_items(self.merged)
        self._settled: frozenset[str] = frozenset()  # since this merge
        self.needs_merge = False

    def decide(self, items: Iterable[OpenItem], changes: Sequence[RulingChange]) -> None:
        """Write what was answered to items, all or nothing; raises a CurriculumError.

        ConfigError where it would contradict what is ruled already.
        """
        path = self._task.decisions
        before = read_source(path).text if is_there(path) else None
        after = changed_decisions(before or "", path, changes)
        write_made([(path, after)])
        answered = frozenset(item.id for item in items)
        self._written.append(WrittenReply(before, after, answered))
        self._settled |= answered
        self.needs_merge |= _may_reach_others(changes) or not self.left

    def undo(self) -> bool:
        """Take back the last change; False where there is none, or the file was changed since."""
        path = self._task.decisions
        if not self._written or differs(path, self._written[-1].after):
            return False
        last = self._written.pop()
        if last.before is None:
            remove_file(path)
        else:
            write_text(path, last.before)
        self.needs_merge |= not last.items <= self._settled
        self._settled -= last.items
        return True


def _may_reach_others(changes: Iterable[RulingChange]) -> bool:
    """Tell whether topics or chapters become one: what else is asked may be another thing then."""
    rulings = (ruling for change in changes for ruling in change.added)
    return any(isinstance(ruling, PairRuling) and ruling.same for ruling in rulings)


def deciding(options: MergeOptions, config_path: str | None) -> list[Deciding]:
    """Return what is to be gone through: declared curricula, or the versions that are named.

    A path may be that of a declared curriculum's merged guide, or a folder with it. Raises a
    CurriculumError.
    """
    configs = Configs(config_path, allow_outside=options.allow_outside)
    checked = replace(options, check=True)
    found = _declared(checked, configs)
    if not found and options.paths:
        found = tasks(replace(checked, output=options.output or OUTPUT), configs)
    found = found or tasks(checked, configs)
    if not found:
        hint = "name the versions, or declare them as [[curriculum]] in curriculum.toml"
        raise MergeError("decide", "nothing is merged here", hint)
    return [Deciding(task) for task in found]


def _declared(options: MergeOptions, configs: Configs) -> list[Task]:
    """Return the declared curricula whose guides are named, or lie in a folder that is."""
    if not options.paths or options.output or not configs.of_run.curricula:
        return []
    found = []
    for task in tasks(replace(options, paths=()), configs):
        guide = true_path(task.output)
        named = [true_path(path) for path in options.paths]
        if guide in named or any(below(folder, guide) for folder in named):
            found.append(task)
    return found


def changed_decisions(text: str, path: str, changes: Sequence[RulingChange]) -> str:
    """Return the text of a decisions file with changes made; raises ConfigError."""
    text = text.replace("\r\n", "\n")
    removed = [ruling for change in changes for ruling in change.removed]
    added = [ruling for change in changes for ruling in change.added]
    try:
        kept = without_entries(text, _places(text, path, removed))
        known = list(parse_decisions(kept, path)) if kept.strip() else []
        new = [ruling for ruling in dict.fromkeys(added) if ruling not in known]
        changed = with_entries(kept, [decision_entry(ruling) for ruling in new])
    except YamlError as error:
        raise ConfigError(path, f"this file {error}", hint=error.hint) from None
    if set(parse_decisions(changed, path)) != {*known, *new}:
        hint = "write it as docs/decisions.md shows, or paste what `curriculum merge` prints"
        raise ConfigError(path, "rulings cannot be put into this file as it is written", hint=hint)
    return changed


def _places(text: str, path: str, removed: Sequence[Ruling]) -> list[tuple[str, int]]:
    """Return the keys and places of rulings in the text of a file."""
    if not removed:
        return []
    return [place for place, ruling in placed_rulings(text, path) if ruling in removed]


def _rulings(path: str) -> Rulings:
    return Rulings(tuple(read_decisions_file(path))) if is_there(path) else Rulings()
