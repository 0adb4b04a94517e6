"""A project: the config that holds for some guides, and the files around them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from curriculum_tools.model.config import Config
from curriculum_tools.model.finding import Severity
from curriculum_tools.model.ruling_list import Rulings
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Surroundings, Tree
from curriculum_tools.store.config import Configs, Settled, nothing_settled
from curriculum_tools.store.decisions import decisions_files, rulings_in
from curriculum_tools.store.digest import digest
from curriculum_tools.store.paths import folder_of, seen_from, shown_in
from curriculum_tools.store.tree import FileTree, Tops

if TYPE_CHECKING:
    from curriculum_tools.model.guide import Guide

ORPHAN_NOTES = "orphan-notes"


@dataclass(frozen=True, eq=False)
class Project:
    """A config, and the tree of files above whose top nothing is looked up.

    Decisions files are read when they are first asked for, and parsed when their rulings are: a
    run that the cache answers needs no rulings.
    """

    config: Config
    tree: FileTree

    @classmethod
    def at(cls, folder: str, config: Config) -> "Project":
        """Return the project of the guides in a folder, given the config that holds for them."""
        return cls(config, FileTree(Tops().of(folder, config.folder if config.path else None)))

    def __getstate__(self) -> dict[str, object]:
        """Return what another process gets: the rulings are parsed before, once for all."""
        _ = self.rulings
        return {name: value for name, value in self.__dict__.items() if name != "_originals"}

    @property
    def folder(self) -> str:
        """The folder of the config, from the top of the tree."""
        return self.tree.path_of(self.config.folder)

    def guide_folder(self, guide: str) -> str:
        """Return the folder of a guide, from the top of the tree."""
        return self.tree.path_of(folder_of(guide))

    def path_of(self, guide: str) -> str:
        """Return the path of a guide from the config's folder, else from the top of the tree."""
        return seen_from(self.config.folder if self.config.path else self.tree.top, guide)

    def content_roots(self, guide: str) -> tuple[str, ...]:
        """Return the folders, from the top, in which the notes paths of a guide start."""
        from curriculum_tools.facts.surroundings import content_roots

        return content_roots(self.config, self.guide_folder(guide), self.folder)

    def surroundings(
        self, guide: "Guide", tree: Tree | None = None, orphans: tuple[str, ...] = ()
    ) -> Surroundings:
        """Look up the files that a guide refers to, in another tree where one is given."""
        from curriculum_tools.facts.surroundings import surroundings

        folder = self.guide_folder(guide.path)
        return surroundings(
            guide,
            self.config,
            tree or self.tree,
            folder,
            self.folder,
            orphans,
            self._read_original,
        )

    def original_of(self, guide: "Guide") -> "Guide | None":
        """Return the guide that one is a translation of; None where there is none."""
        from curriculum_tools.facts.originals import Others

        file = self.tree.path_of(guide.path)
        return Others(self.tree, self.config, file, self.folder, self._read_original).original

    def _read_original(self, path: str, text: str) -> "Guide":
        """Parse a guide that others are translations of, once for all of them."""
        from curriculum_tools.app.guides import parse_text

        known = self._originals.get(path)
        if known is None or known.source.text != text:
            known = parse_text(Source(shown_in(self.config.folder, path), text), self.config)
            self._originals[path] = known
        return known

    @cached_property
    def _originals(self) -> "dict[str, Guide]":
        return {}

    @property
    def wants_orphans(self) -> bool:
        """Tell whether the rule orphan-notes runs, as it does only where it is named."""
        return ORPHAN_NOTES in self.config.select or ORPHAN_NOTES in self.config.severity

    @cached_property
    def decisions(self) -> Mapping[str, bytes]:
        """What is in the decisions files, by path; raises ConfigError."""
        return decisions_files(self.config)

    @cached_property
    def rulings(self) -> Rulings:
        """The rulings of the decisions files; raises ConfigError with the line of a fault."""
        return rulings_in(self.decisions)

    @cached_property
    def config_with_rulings(self) -> Config:
        """The config that rules see; raises ConfigError as `rulings` does."""
        return replace(self.config, rulings=self.rulings)

    @cached_property
    def digest(self) -> str:
        """A digest of all files that the settings and rulings are read from."""
        contents = (part for pair in self.decisions.items() for part in pair)
        return digest(self.config.digest, *contents) if self.decisions else self.config.digest


class Projects:
    """The projects of a run, each made once and checked then: it has no fault afterwards."""

    def __init__(
        self,
        config_path: str | None = None,
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        extend_select: Sequence[str] = (),
        fail_level: str | None = None,
        settings: Sequence[str] = (),
        is_isolated: bool = False,
        is_settled: Settled = nothing_settled,
        allow_outside: bool = False,
    ) -> None:
        """Take the path of the config for all guides, where one is named, and what stands above it.

        That are the rules selected, the fail level, and other settings of the command line. What
        is settled is not checked again. Raises a CurriculumError.
        """
        self._select = tuple(select)
        self._ignore = tuple(ignore)
        self._extend_select = tuple(extend_select)
        self._fail_level = Severity(fail_level) if fail_level else None
        self._is_settled = is_settled
        named = digest("options", *select, "", *ignore, "", *extend_select, "", *settings)
        if not is_settled(named):
            from curriculum_tools.app.rule_names import check_options

            check_options(select, ignore, extend_select, settings)
        self.configs = Configs(
            config_path,
            is_settled,
            settings=settings,
            is_isolated=is_isolated,
            allow_outside=allow_outside,
        )
        self._of_folder: dict[str, Project] = {}  # by the folder as it was written
        self._known: dict[tuple[str | None, str], Project] = {}  # by config and top
        self._tops = Tops()

    @property
    def of_run(self) -> Project:
        """The project of the current folder; raises a CurriculumError."""
        return self.of_folder(".")

    def of_folder(self, folder: str) -> Project:
        """Return the project of the guides in a folder; raises a CurriculumError."""
        if folder not in self._of_folder:
            config = self.configs.of_folder(folder)
            key = config.path, self._tops.of(folder, config.folder if config.path else None)
            if key not in self._known:
                self._known[key] = self._checked(Project(config, FileTree(key[1])))
            self._of_folder[folder] = self._known[key]
        return self._of_folder[folder]

    def _checked(self, project: Project) -> Project:
        """Return a project without faults, with the rules that the command line selects."""
        config = project.config
        if config.digest and not self._is_settled(digest("names", config.digest)):
            from curriculum_tools.app.rule_names import check_config

            check_config(config)
        config = replace(
            config,
            select=(*(self._select or config.select), *self._extend_select),
            ignore=(*config.ignore, *self._ignore),
            fail_level=self._fail_level or config.fail_level,
        )
        checked = Project(config, project.tree)
        if config.templates and (config.templates.order or config.templates.prerequisites):
            from curriculum_tools.app.data_files import check_data_files

            check_data_files(config, project.tree, self._is_settled)
        if checked.decisions and not self._is_settled(checked.digest):
            _ = checked.rulings  # whatever is wrong with them is raised
        return checked
