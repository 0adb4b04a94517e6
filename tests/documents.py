"""What a document tells its readers to do: the commands, and the files that they write."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
GATE = "## In five minutes: from hundreds of findings to a green gate\n"

_EXIT_CODE = re.compile(r"# exit code (\d+)")
_BLOCK = re.compile(
    r"(?:`(?P<name>[\w./-]+)`:\n\n)?^```(?P<kind>console|bash|yaml)\n(?P<text>.*?)^```$",
    re.M | re.S,
)


@dataclass(frozen=True, slots=True)
class File:
    """A file that the reader writes: a block of YAML after a line that ends with its name."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Command:
    """A command, how it exits, and the lines of output that are shown; others may stand between.

    `picture` is what is shown as it stands, where a line `...` tells that others are left out.
    """

    text: str
    exit_code: int = 0
    shown: tuple[str, ...] = ()
    picture: tuple[str, ...] = ()


def gate() -> str:
    """Give the README's section on the way to a gate."""
    _, _, section = (ROOT / "README.md").read_text(encoding="utf-8").partition(GATE)
    assert section, f"the README has no section {GATE!r}"
    return section.partition("\n## ")[0]


def recipes() -> str:
    """Give the page of recipes."""
    return (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


def git_page() -> str:
    """Give the page on guides in git."""
    return (ROOT / "docs" / "git.md").read_text(encoding="utf-8")


def steps(markdown: str) -> Iterator[File | Command]:
    """Give what a document tells to do, in its order."""
    for block in _BLOCK.finditer(markdown):
        if block["kind"] == "yaml":
            assert block["name"], f"which file is this?\n{block['text']}"
            yield File(block["name"], block["text"])
        elif block["kind"] == "bash":
            yield Command(block["text"])
        else:
            yield from _commands(block["text"])


def sessions(markdown: str) -> Iterator[tuple[Command, ...]]:
    """Give the sessions in a terminal of a document, each as its commands."""
    for block in _BLOCK.finditer(markdown):
        if block["kind"] == "console":
            yield tuple(_commands(block["text"]))


def _commands(console: str) -> Iterator[Command]:
    """Give the commands of a session in a terminal, which are its lines after `$ `."""
    for entry in re.split(r"^\$ ", console, flags=re.M)[1:]:
        line, *shown = entry.splitlines()
        code = _EXIT_CODE.search(line)
        lines = tuple(text for text in shown if text not in ("", "..."))
        yield Command(line, int(code[1]) if code else 0, lines, tuple(shown))
