"""The guide that another one is a translation of."""

from collections.abc import Callable

from curriculum_tools.facts.lookup import Lookup, steps_below
from curriculum_tools.model.config import Config
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.model.surroundings import Tree
from curriculum_tools.syntax.home import dialect_of
from curriculum_tools.syntax.parse import parse

#: Parses a text as a guide, given its path from the config's folder.
ReadGuide = Callable[[str, str], Guide]


def original_of(
    tree: Tree, config: Config, file: str, config_folder: str, read: ReadGuide | None = None
) -> Guide | None:
    """Return the guide that a file is a translation of; None where there is none.

    `file` and `config_folder` are paths from the top of the tree.
    """
    translations = config.templates.translations if config.templates else None
    above = f"{config_folder}/" if config_folder else ""
    if not translations or not file.startswith(above):
        return None
    for path in translations.originals_of(file.removeprefix(above)):
        steps = steps_below(config_folder, path)
        found = Lookup(tree).file(steps) if steps else None
        text = tree.text(found) if found and found != file else None
        if text is not None:
            return read(path, text) if read else parse(Source(path, text), dialect_of(config))
    return None
