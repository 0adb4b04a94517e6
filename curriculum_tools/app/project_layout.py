"""How a project is laid out, as far as its guides show it: pure guesses for a first config.

Paths are relative to the folder of the config that is to be written, with `/`.
"""

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from curriculum_tools.model.content import NotesStatus
from curriculum_tools.model.guide import Guide

Exists = Callable[[str], bool]

DEPTH = 2  # how far below a folder above the guide a content root may lie
MOST_ROOTS = 3


@dataclass(frozen=True, slots=True)
class ContentRoots:
    """Where notes paths start: `roots` is None for "auto", `folder` is that of all notes.

    `found` counts the references that lead to a file.
    """

    roots: tuple[str, ...] | None
    folder: str | None
    found: int
    references: int


def guess_content_roots(
    guides: Sequence[Guide], exists: Exists, folders: Sequence[str]
) -> ContentRoots:
    """Find the folders at which the paths of notes start.

    "auto" is kept where another choice would find no more. What is planned need not be there,
    but shows where notes go.
    """
    references = sorted({reference for guide in guides for reference in _references(guide)})
    reachable = {
        (folder, path)
        for folder, path in references
        if any(exists(posixpath.join(root, path)) for root in upward(folder))
    }
    roots, found = _covering_roots(references, exists, folders)
    is_auto = len(reachable) >= found
    paths = [notes.path for guide in guides for topic in guide.topics for notes in topic.notes]
    common = common_folder({posixpath.dirname(path) for path in paths if _is_plain(path)})
    return ContentRoots(
        None if is_auto else roots,
        posixpath.join(roots[0], common) if roots and common else None,
        len(reachable) if is_auto else found,
        len(references),
    )


def _references(guide: Guide) -> Iterator[tuple[str, str]]:
    folder = posixpath.dirname(guide.path)
    for topic in guide.topics:
        for notes in topic.notes:
            if notes.status is not NotesStatus.PLANNED and _is_plain(notes.path):
                yield folder, notes.path


def _covering_roots(
    references: Sequence[tuple[str, str]], exists: Exists, folders: Sequence[str]
) -> tuple[tuple[str, ...], int]:
    """Choose root by root the one that finds most of what is left, and count what they find."""
    candidates = sorted(_candidates({folder for folder, _ in references}, folders))
    found_below = {
        root: {path for _, path in references if exists(posixpath.join(root, path))}
        for root in candidates
    }
    roots: list[str] = []
    left = {path for _, path in references}
    while len(roots) < MOST_ROOTS and candidates:
        best = min(
            candidates, key=lambda root: (-len(found_below[root] & left), _depth(root), root)
        )
        if not found_below[best] & left:
            break
        roots.append(best)
        left -= found_below[best]
    return tuple(root or "." for root in roots), sum(path not in left for _, path in references)


def _candidates(guide_folders: Iterable[str], folders: Iterable[str]) -> set[str]:
    above = {root for folder in guide_folders for root in upward(folder)}
    near = {
        folder
        for folder in folders
        if any(up in above for up in list(upward(folder))[1 : DEPTH + 1])
    }
    return above | near


def upward(folder: str) -> Iterator[str]:
    """Yield a folder and each one above it, to the top, which is ""."""
    while folder:
        yield folder
        folder = posixpath.dirname(folder)
    yield ""


def _depth(folder: str) -> int:
    return len(folder.split("/")) if folder else 0


def _is_plain(path: str) -> bool:
    """Tell whether a path stays below the folder at which it starts."""
    return not path.startswith("/") and ".." not in path.split("/")


def common_folder(folders: Iterable[str]) -> str:
    """Return the folder that all of these lie in, which may be the top."""
    known = list(folders)
    return posixpath.commonpath(known) if known else ""
