"""Making again, out of merged versions, what the tool makes of them and git could not merge."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from curriculum_tools.app.index import make_index
from curriculum_tools.app.made_files import Made, index_format
from curriculum_tools.app.merge import MergeOutcome, run, write
from curriculum_tools.app.merge_tasks import MergeOptions, task_for
from curriculum_tools.app.threeway import Outcome, Three, merge_three
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.output.formats import INDEX
from curriculum_tools.output.style import Style
from curriculum_tools.store.line_merge import merge_by_lines
from curriculum_tools.store.paths import is_there
from curriculum_tools.store.reading import read_bytes
from curriculum_tools.store.unmerged import Unmerged
from curriculum_tools.store.writing import remove_file, write_bytes, write_made

# No part reaches beyond where the next conflict begins, or each beginning would look to the end.
_CONFLICT = re.compile(
    rb"^<{7}[^\n]*\n(?P<ours>(?:(?!<{7}|\|{7})[^\n]*\n)*+)"
    rb"\|{7}[^\n]*\n(?:(?!<{7}|={7}\r?\n)[^\n]*\n)*+={7}\r?\n"
    rb"(?P<theirs>(?:(?!<{7}|>{7})[^\n]*\n)*+)>{7}[^\n]*(?:\n|\Z)",
    re.MULTILINE,
)


def make_again(made: Made, guide: Unmerged | None, lock: Unmerged | None) -> Outcome:
    """Make a merged guide and its lock again and write them; either may be in conflict.

    What was edited by hand on either side stays. Where both sides have edited one thing by hand
    otherwise, the guide is left with that between markers. If anything fails, all is as it was.
    """
    text = _merged_guide(made, guide)
    with _as_before((made.output, made.lock)) as keep:
        if lock:
            stages = (lock.base or b"", lock.ours or b"", lock.theirs or b"")
            write_bytes(made.lock, merge_by_lines(stages).text or stages[1])
        try:
            outcomes = [_run(made, side) for side in _sides(text)]
        except CurriculumError as error:
            return _told(made.output, f"not made again: {error}")
        keep.append(True)
        if len({outcome.files for outcome in outcomes}) == 1:
            write(outcomes[0])
            return _told(made.output, "made again by `curriculum merge`", is_clean=True)
        write_bytes(made.output, text)
    why = "both sides have edited it by hand: resolve that, then run `curriculum merge`"
    return _told(made.output, why)


def make_index_again(file: Unmerged, config_path: str | None) -> Outcome:
    """Make an index of the declared curriculum again; raises nothing of its own."""
    try:
        index = make_index([], config_path, output_file=file.path)
    except CurriculumError as error:
        return _told(file.path, f"not made again: {error}")
    text = "".join(INDEX[_index_format(file) or "json"].render(index, Style()))
    write_made([(file.path, text)])
    return _told(file.path, "made again by `curriculum index`", is_clean=True)


def is_index(file: Unmerged) -> bool:
    """Tell whether all that both sides have at a path is one format of an index."""
    return _index_format(file) is not None


def _index_format(file: Unmerged) -> str | None:
    stages = [data for data in (file.base, file.ours, file.theirs) if data is not None]
    forms = {index_format(data.decode("utf-8", "surrogateescape")) for data in stages}
    return forms.pop() if len(forms) == 1 else None


def _merged_guide(made: Made, guide: Unmerged | None) -> bytes:
    """Return the guide with what both sides have done to it; empty where there is none."""
    if guide is None:
        return read_bytes(made.output) if is_there(made.output) else b""
    return merge_three(three_of(guide), made.configs).data


def three_of(file: Unmerged) -> Three:
    """Return the versions of a file; one that is not there is empty."""
    return Three(file.base or b"", file.ours or b"", file.theirs or b"", file.path)


def _told(path: str, what: str, *, is_clean: bool = False) -> Outcome:
    return Outcome(b"", is_clean, (f"{path}: {what}",))


def _sides(text: bytes) -> Sequence[bytes]:
    """Return the text as both sides of its conflicts have it."""
    return list(dict.fromkeys(_CONFLICT.sub(side, text) for side in (rb"\g<ours>", rb"\g<theirs>")))


def _run(made: Made, text: bytes) -> MergeOutcome:
    if text:
        write_bytes(made.output, text)
    return run(task_for(made.curriculum, made.configs, MergeOptions()))


@contextmanager
def _as_before(paths: Sequence[str]) -> Iterator[list[bool]]:
    """Put files back as they were, unless something is put into the list that is given."""
    before = {path: read_bytes(path) for path in paths if is_there(path)}
    keep: list[bool] = []
    try:
        yield keep
    finally:
        for path in () if keep else paths:
            if path in before:
                write_bytes(path, before[path])
            elif is_there(path):
                remove_file(path)
