"""What git's merge driver does with the three files that git gives it."""

from curriculum_tools.app.made_files import made_at
from curriculum_tools.app.threeway import Outcome, Three, by_lines, merge_three
from curriculum_tools.store.config import Configs
from curriculum_tools.store.reading import read_bytes
from curriculum_tools.store.writing import write_bytes


def drive(base: str, ours: str, theirs: str, size: int, path: str) -> Outcome:
    """Merge three files into that of ours; `path` is the one that they have in the work tree.

    What is made of a declared curriculum stays as ours has it, and is left to be made again.
    """
    configs = Configs()
    if made_at(path, configs):
        why = "`curriculum merge` makes it: run `curriculum resolve` once its versions are merged"
        return Outcome(read_bytes(ours), is_clean=False, told=(f"{path}: {why}",))
    outcome = merge_three(_read(base, ours, theirs, path), configs, size)
    write_bytes(ours, outcome.data)
    return outcome


def drive_by_lines(base: str, ours: str, theirs: str, size: int) -> Outcome:
    """Do the same line by line, after something went wrong."""
    outcome = by_lines(_read(base, ours, theirs, ours), size, "")
    write_bytes(ours, outcome.data)
    return outcome


def _read(base: str, ours: str, theirs: str, path: str) -> Three:
    data = [read_bytes(file) for file in (base, ours, theirs)]
    return Three(data[0], data[1], data[2], path)
