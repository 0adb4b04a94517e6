"""The blocks of `.gitattributes` that say which files are guides, as `setup-git` writes them.

A block stands at the head of the file at the top of the work tree: of two lines the later one
counts, so that what people have written there, or in a folder further down, wins.
"""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from curriculum_tools.facts.line_ends import read_line_ends, with_line_ends
from curriculum_tools.model.errors import GitSetupError
from curriculum_tools.model.source import BYTE_ORDER_MARK
from curriculum_tools.store.git import ask_git
from curriculum_tools.store.git_settings import DRIVER
from curriculum_tools.store.reading import read_source
from curriculum_tools.store.writing import remove_file, write_text

FILE = ".gitattributes"
GUIDE = f"merge={DRIVER} diff={DRIVER}"
MADE = f"merge={DRIVER}"  # a lock is merged with its guide, and compared as the JSON that it is
NONE = "!merge !diff"

_BEGIN = "# >>> curriculum setup-git"
_END = "# <<< curriculum setup-git"
_REMARK = "# Written by `curriculum setup-git`, which also takes it away: --remove"
_MADE_FILE = "# The file was made for these lines, and goes with them where it holds no others"
_BLOCK = re.compile(
    rf"(?:^|(?<={BYTE_ORDER_MARK})){re.escape(_BEGIN)} (?P<name>[^\r\n]*)\r?\n(?:.*\n)*?"
    rf"{re.escape(_END)} (?P=name)\r?(?:\n|\Z)",
    re.MULTILINE,
)
_ESCAPES = {"\t": "\\t", "\n": "\\n", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_SUFFIXES = (".md", ".markdown")


class Bound(NamedTuple):
    """What a file is merged and compared with, as git's attributes say; empty for nothing."""

    merge: str
    diff: str


def read_attributes(top: str) -> str | None:
    """Return the text of the file, None where there is none; raises a CurriculumError."""
    path = os.path.join(top, FILE)
    if os.path.islink(path):
        raise GitSetupError(FILE, "a symbolic link, which git does not follow", "make it a file")
    if not os.path.lexists(path):
        return None
    text = read_source(path, FILE).text
    rest = _BLOCK.sub("", text)
    for mark in (_BEGIN, _END):
        if mark in rest:
            line = text.count("\n", 0, text.index(mark)) + 1
            message = "a block of setup-git that is not whole"
            raise GitSetupError(f"{FILE}:{line}", message, "mend or remove it by hand")
    return text


def write_attributes(top: str, text: str | None) -> None:
    """Write the text of the file, or remove it for None; raises a CurriculumError."""
    path = os.path.join(top, FILE)
    if text is None:
        remove_file(path)
    else:
        write_text(path, text)


def with_block(text: str | None, name: str, lines: Sequence[str]) -> str:
    """Return the text with one block of a name, in the place of an earlier one or at the head."""
    name = _quoted(name)
    is_made = text is None
    text = text or ""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    start = end = len(mark)
    for match in _BLOCK.finditer(text):
        if match["name"] == name:
            start, end = match.span()
            is_made = _MADE_FILE in match.group()
    remarks = [_REMARK, _MADE_FILE] if is_made else [_REMARK]
    block = "\n".join([f"{_BEGIN} {name}", *remarks, *lines, f"{_END} {name}", ""])
    return text[:start] + with_line_ends(block, read_line_ends(text).usual) + text[end:]


def without_blocks(text: str) -> str | None:
    """Return the text without any block; None where the file was made for them alone."""
    rest = _BLOCK.sub("", text)
    is_made = any(_MADE_FILE in match.group() for match in _BLOCK.finditer(text))
    return None if is_made and not rest else rest


def lines_of_globs(folder: str, globs: Iterable[str], attributes: str) -> Iterator[str]:
    """Yield lines for the globs of a config, which start at a folder below the top.

    A glob means the Markdown files below a folder of its name, too; a line of attributes does not.
    """
    for glob in globs:
        said = NONE if glob.startswith("!") and attributes != NONE else attributes
        if glob.startswith("!") and attributes == NONE:
            said = GUIDE
        pattern = glob.removeprefix("!").removeprefix("./").strip("/").removesuffix("/**")
        place = "/".join(filter(None, [_escaped(folder), pattern]))
        names = [f"{place}/**/*{suffix}" for suffix in _SUFFIXES]
        if pattern.rpartition("/")[2] not in ("", "**"):
            names.insert(0, place)
        if pattern.lower().endswith(_SUFFIXES):
            names = [place]
        yield from (f"{_quoted('/' + name.lstrip('/'))} {said}" for name in names)


def line_of_path(path: str, attributes: str) -> str:
    """Return the line for one file, by its path from the top."""
    return f"{_quoted('/' + _escaped(path))} {attributes}"


def bound_files(top: str, paths: Sequence[str]) -> list[Bound]:
    """Return what git takes for files, by their paths from the top; raises GitSetupError."""
    given = b"".join(os.fsencode(path) + b"\0" for path in paths)
    answer = ask_git(top, ["check-attr", "-z", "--stdin", "merge", "diff"], given)
    if answer.failed:
        raise GitSetupError("git check-attr", answer.complaint or "git failed")
    fields = answer.output.decode(errors="replace").split("\0")[:-1]
    values = ["" if value == "unspecified" else value for value in fields[2::3]]
    return [Bound(*pair) for pair in zip(values[::2], values[1::2], strict=True)]


def _escaped(path: str) -> str:
    """Return the pattern that means a path and no other."""
    return re.sub(r"([*?\[\\])", r"\\\1", path)


def _quoted(pattern: str) -> str:
    """Return a pattern as a line begins with it: in quotes where it has blanks or odd signs."""
    if not re.search(r'[\s"\x00-\x1f]', pattern):
        return pattern
    return '"{}"'.format("".join(_ESCAPES.get(sign, sign) for sign in pattern))
