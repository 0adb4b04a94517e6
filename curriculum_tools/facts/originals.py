"""Other guides that a guide is made after: its original, or the one that it is paired with."""

from collections.abc import Callable, Iterable, Iterator

from curriculum_tools.facts.lookup import Lookup, steps_below
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Tree
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse

#: Parses a text as a guide, given its path from the config's folder.
ReadGuide = Callable[[str, str], Guide]


class Others:
    """Reads the guides that one file is made after; paths are from the top of the tree."""

    def __init__(
        self,
        tree: Tree,
        config: Config,
        file: str,
        config_folder: str,
        read: ReadGuide | None = None,
    ) -> None:
        """Take a file of a config, and what parses others; without it all have one dialect."""
        self._tree = tree
        self._config = config
        self._config_folder = config_folder
        self._read = read or (lambda path, text: parse(Source(path, text), dialect_of(config)))
        above = f"{config_folder}/" if config_folder else ""
        self._file = file
        self._inner = file.removeprefix(above) if file.startswith(above) else None

    @property
    def original(self) -> Guide | None:
        """The guide that the file is a translation of; None where there is none."""
        templates = self._config.templates
        if not templates or not templates.translations or self._inner is None:
            return None
        return self._first(templates.translations.originals_of(self._inner))

    @property
    def pair(self) -> Guide | None:
        """The guide beside the file that has the same headings; None where there is none."""
        templates = self._config.templates
        if not templates or self._inner is None:
            return None
        folder, slash, name = self._inner.rpartition("/")
        pairs = templates.pairs.items()
        return self._first(folder + slash + first for first, second in pairs if second == name)

    def _first(self, paths: Iterable[str]) -> Guide | None:
        return next(self._there(paths), None)

    def _there(self, paths: Iterable[str]) -> Iterator[Guide]:
        """Yield the guides that are there, given their paths from the config's folder."""
        for path in paths:
            steps = steps_below(self._config_folder, path)
            found = Lookup(self._tree).file(steps) if steps else None
            text = self._tree.text(found) if found and found != self._file else None
            if text is not None:
                yield self._read(path, text)
