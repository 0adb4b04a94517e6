"""Checking the data files that a config names, so that whoever asks them gets an answer."""

from curriculum_tools.facts.lookup import Lookup, steps_below
from curriculum_tools.facts.order_data import order_keys
from curriculum_tools.model.config import Config
from curriculum_tools.model.data_path import DataPath, data_path
from curriculum_tools.model.errors import ConfigError
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Settled
from curriculum_tools.store.digest import digest
from curriculum_tools.store.paths import shown_in
from curriculum_tools.store.tree import FileTree
from curriculum_tools.syntax.data_text import DataError, read_data


def check_data_files(config: Config, tree: FileTree, is_settled: Settled) -> None:
    """Raise ConfigError for a data file that is not there, is broken, or lacks what is sought."""
    templates = config.templates
    for key in ("order", "prerequisites") if templates else ():
        path = data_path(getattr(templates, key))
        if path.is_data:
            _check(config, tree, f"dialect.{key}", path, is_settled)


def _check(config: Config, tree: FileTree, key: str, path: DataPath, is_settled: Settled) -> None:
    steps = steps_below(tree.path_of(config.folder), path.file)
    file = Lookup(tree).file(steps) if steps else None
    text = tree.text(file) if file else None
    where = shown_in(config.folder, path.file)
    if text is None:
        raise ConfigError(where, f"`{key}` names this file, which is not there to be read")
    if is_settled(digest(key, repr(path), text)):
        return
    try:
        data = read_data(Source(path.file, text))
    except DataError as error:
        raise ConfigError(where, str(error), error.line) from None
    keys = order_keys(path) if key == "dialect.order" else path.keys
    for count in range(len(keys)):
        is_empty = all(value in ([], {}) for _, value in data.find(keys[:count]))
        if not is_empty and not data.find(keys[: count + 1]):
            sought = ".".join(keys[: count + 1])
            raise ConfigError(where, f"`{key}` names `{sought}`, which leads to nothing here")
