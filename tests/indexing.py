"""Making an index of texts in a test, without a disk."""

from collections.abc import Collection
from textwrap import dedent

from curriculum_tools.versions.index import Index, NotesFile, as_printed, index_chapters
from curriculum_tools.versions.merge.merge import merge
from curriculum_tools.versions.version import Versions, version_of
from tests.linting import guide

FOLDER = "notes"  # of all notes


def index(*texts: str, files: Collection[str] = ()) -> Index:
    """Index guides called 1.md, 2.md and so on, the oldest first; `files` are those there."""

    def locate(path: str, _guides: tuple[str, ...]) -> NotesFile | None:
        if path not in files:
            return None
        inside = path.startswith(f"{FOLDER}/")
        return NotesFile(path, path.removeprefix(f"{FOLDER}/") if inside else None)

    guides = [guide(dedent(text), f"{place}.md") for place, text in enumerate(texts, 1)]
    versions = [version_of(each) for each in guides]
    if len(versions) == 1:
        chapters = tuple(as_printed(versions[0]))
    else:
        oldest_first = Versions(tuple(versions), in_order=True)
        chapters = merge(oldest_first, "index", lambda path: path in files).chapters
    return Index(
        title=guides[-1].title,
        chapters=tuple(index_chapters(chapters, locate, guides[-1].dialect)),
        folder=FOLDER,
        files=tuple(
            path.removeprefix(f"{FOLDER}/") for path in files if path.startswith(f"{FOLDER}/")
        ),
    )
