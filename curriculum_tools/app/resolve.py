"""Merging the files anew that git has left in conflict."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from curriculum_tools.app.made_files import Made, made_at, made_of_run
from curriculum_tools.app.resolve_made import is_index, make_again, make_index_again, three_of
from curriculum_tools.app.threeway import Outcome, merge_three
from curriculum_tools.store.config import Configs
from curriculum_tools.store.paths import is_meant, is_there, true_path
from curriculum_tools.store.reading import read_bytes
from curriculum_tools.store.unmerged import (
    Unmerged,
    is_as_staged,
    mark_resolved,
    unmerged_files,
    unmerged_paths,
)
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
    somebody has begun to resolve is left alone, and so is one that only one side still has. What
    the tool makes of a declared curriculum comes last: it is made again of the merged versions.
    """
    files = {true_path(file.path): file for file in unmerged_files(paths)}
    unresolved = {true_path(path) for path in unmerged_paths()}
    merged: list[str] = []
    told: list[str] = []
    for outcome, done in _steps(files, unresolved, paths, config_path):
        told += outcome.told
        for path in done if outcome.is_clean else ():
            if mark_resolved(path):
                unresolved.discard(true_path(path))
                merged.append(path)
            else:
                told.append(f"{path}: merged; git filters what is added: `git add` it yourself")
    left = tuple(file.path for name, file in files.items() if name in unresolved)
    return Resolved(tuple(merged), left, tuple(told))


def _steps(
    files: Mapping[str, Unmerged],
    unresolved: Set[str],
    paths: Sequence[str],
    config_path: str | None,
) -> Iterator[tuple[Outcome, Sequence[str]]]:
    """Yield what becomes of each file, with its path; that of a merged guide is of its lock, too.

    `files` have their true paths as keys; what is resolved meanwhile goes out of `unresolved`.
    """
    configs = Configs(config_path)
    made = {name: made_at(file.path, configs) for name, file in files.items()}
    listed = made_of_run(configs)  # what indexes are of
    indexes = [n for n, file in files.items() if listed and not made[n] and is_index(file)]
    for name, file in files.items():
        if not made[name] and name not in indexes:
            yield _merged(file, configs), (file.path,)
    for each in {found.output: found for found in made.values() if found}.values():
        pair = (each.output, each.lock)
        done = [path for path in pair if true_path(path) in unresolved or is_as_staged(path)]
        yield _made_again(each, files, unresolved, paths), done
    needed = (*listed.sources, listed.output, listed.lock) if listed else ()
    for file in (files[name] for name in indexes):
        waiting = [path for path in needed if true_path(path) in unresolved]
        if waiting:
            why = f"made again by `curriculum index` once {waiting[0]} is resolved"
            yield _left(file, why), ()
        else:
            yield make_index_again(file, config_path), (file.path,)


def _made_again(
    made: Made, files: Mapping[str, Unmerged], unresolved: Set[str], paths: Sequence[str]
) -> Outcome:
    """Make a merged guide and its lock again, if nothing else is to be resolved before."""
    pair = [files.get(true_path(path)) for path in (made.output, made.lock)]
    file = next(filter(None, pair))
    for path in made.sources:
        if true_path(path) in unresolved:
            return _left(file, f"made again by `curriculum merge` once {path} is resolved")
    for path in (made.output, made.lock):
        if not is_meant(path, paths):
            return _left(file, f"made again together with {path}: name both")
    for each in filter(None, pair):
        if each.is_one_sided:
            return _deleted(each)
    guide, lock = pair
    if guide and _is_edited(guide) and read_bytes(guide.path) != guide.ours:  # as the driver has it
        return _edited(guide)
    return make_again(made, guide, lock)


def _merged(file: Unmerged, configs: Configs) -> Outcome:
    """Merge one file and write it, if nobody's work is lost by that."""
    if file.is_one_sided:
        return _deleted(file)
    if _is_edited(file):
        return _edited(file)
    outcome = merge_three(three_of(file), configs)
    write_bytes(file.path, outcome.data)
    return outcome


def _deleted(file: Unmerged) -> Outcome:
    whose = "ours" if file.ours is None else "theirs"
    return _left(file, f"was deleted by {whose}: `git rm` it, or `git add` what stands there")


def _edited(file: Unmerged) -> Outcome:
    return _left(file, f"was edited meanwhile; to begin anew: git checkout --merge {file.path}")


def _left(file: Unmerged, why: str) -> Outcome:
    return Outcome(b"", is_clean=False, told=(f"{file.path}: {why}",))


def _is_edited(file: Unmerged) -> bool:
    """Tell whether a file is more or less than git has made of the versions."""
    if not is_there(file.path):
        return False
    versions = [each.decode("utf-8", "surrogateescape") for each in three_of(file)[:3]]
    text = read_bytes(file.path).decode("utf-8", "surrogateescape")
    return bool(lost_lines(versions, text) or foreign_lines(versions, text))
