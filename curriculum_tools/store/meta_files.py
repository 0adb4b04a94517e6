"""The meta.json files of a site, below the folder of its pages."""

import json
from collections.abc import Iterator, Mapping

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.paths import is_there, shown_in
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.writing import write_below

PAGES = "pages"


def write_meta_files(folder: str, files: Mapping[str, Mapping[str, object]]) -> None:
    """Write files of JSON by their paths from a folder; raises UnreadableError.

    What one already has is kept, such as a title or an icon, except for its pages.
    """
    write_below(folder, dict(_texts(folder, files)))


def _texts(folder: str, files: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[str, str]]:
    for path, content in files.items():
        known = _known(shown_in(folder, path))
        merged = {**content, **known, PAGES: content[PAGES]}
        yield path, json.dumps(merged, ensure_ascii=False, indent=2) + "\n"


def _known(path: str) -> dict[str, object]:
    if not is_there(path):
        return {}
    try:
        known = json.loads(read_source(path).text)
    except (ValueError, RecursionError):
        known = None
    if not isinstance(known, dict):
        raise UnreadableError(path, "no JSON object; mend or remove it")
    return known
