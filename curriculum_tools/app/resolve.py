"""Merging the files anew that git has left in conflict."""

from collections.abc import Sequence
from typing import NamedTuple

from curriculum_tools.app.threeway import Outcome, Three, merge_three
from curriculum_tools.store.config import Configs
from curriculum_tools.store.paths import is_there
from curriculum_tools.store.reading import read_bytes
from curriculum_tools.store.unmerged import Unmerged, mark_resolved, unmerged_files
from curriculum_tools.store.writing import write_bytes
from curriculum_tools.versions.threeway.ledger import foreign_lines, lost_lines


class Resolved(NamedTuple):
    """What became of the files in conflict, and what is told of them."""

    merged: tuple[str, ...]
    left: tuple[str, ...]
    told: tuple[str, ...]


def resolve(paths: Sequence[str], config_path: str | None) -> Resolved:
    """Merge the files in conflict at or below paths, else all; raises a CurriculumError.

    What is merged without a conflict is marked as resolved, as `git mergetool` does. A file that
    somebody has begun to resolve is left alone, and so is one that only one side still has.
    """
    configs = Configs(config_path)
    merged: list[str] = []
    left: list[str] = []
    told: list[str] = []
    for file in unmerged_files(paths):
        outcome = _merged(file, configs)
        told += outcome.told
        is_done = outcome.is_clean and mark_resolved(file.path)
        if outcome.is_clean and not is_done:
            told.append(f"{file.path}: merged; git filters what is added: `git add` it yourself")
        (merged if is_done else left).append(file.path)
    return Resolved(tuple(merged), tuple(left), tuple(told))


def _merged(file: Unmerged, configs: Configs) -> Outcome:
    """Merge one file and write it, if nobody's work is lost by that."""
    if file.ours is None or file.theirs is None:
        whose = "ours" if file.ours is None else "theirs"
        return _left(file, f"was deleted by {whose}: `git rm` it, or `git add` what stands there")
    three = Three(file.base or b"", file.ours, file.theirs, file.path)
    if _is_edited(three):
        return _left(file, f"was edited meanwhile; to begin anew: git checkout --merge {file.path}")
    outcome = merge_three(three, configs)
    write_bytes(file.path, outcome.data)
    return outcome


def _left(file: Unmerged, why: str) -> Outcome:
    return Outcome(b"", is_clean=False, told=(f"{file.path}: {why}",))


def _is_edited(three: Three) -> bool:
    """Tell whether a file is more or less than git has made of the versions."""
    if not is_there(three.path):
        return False
    versions = [data.decode("utf-8", "surrogateescape") for data in three[:3]]
    text = read_bytes(three.path).decode("utf-8", "surrogateescape")
    return bool(lost_lines(versions, text) or foreign_lines(versions, text))
