"""What git itself shows of two files, and whether it would show that in colour."""

import re

from curriculum_tools.store.git import ask_git, run_git, without_filters

_HEADS = ((b"diff --git ", b"a/%b b/%b", None), (b"--- ", b"a/%b", 0), (b"+++ ", b"b/%b", 1))
_PAINT = re.compile(rb"\x1b\[[0-9;]*m")
_LARGEST_GOOD = 1  # git diff exits with it where two files differ


def plain_diff(old: str, new: str, names: tuple[str, str], *, color: bool) -> bytes:
    """Return how two files differ line by line, under the names that they have in git."""
    paint = "--color=always" if color else "--no-color"
    options = ["--no-index", "--no-ext-diff", "--no-textconv", paint]
    done = run_git(".", [*without_filters("."), "diff", *options, "--", old, new])
    lines = done.output.split(b"\n") if 0 <= done.code <= _LARGEST_GOOD else []
    encoded = tuple(name.encode(errors="surrogateescape") for name in names)
    for place, line in enumerate(lines):
        bare = _PAINT.sub(b"", line)
        if bare.startswith(b"@@"):
            break
        for begin, form, side in _HEADS:
            if bare.startswith(begin) and not bare.endswith(b"/dev/null"):
                said = begin + form % (encoded if side is None else encoded[side])
                lines[place] = line.replace(bare, said)
    return b"\n".join(lines)


def git_wants_color(*, is_terminal: bool) -> bool:
    """Tell whether git colours diffs here: on a terminal, or in its pager, as it is set up."""
    asked = ["config", "--get-colorbool", "color.diff", "true" if is_terminal else "false"]
    return ask_git(".", asked).output.strip() == b"true"
