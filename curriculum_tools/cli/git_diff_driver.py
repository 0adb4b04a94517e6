"""`curriculum git-diff-driver`."""

import os
import sys

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit, emit_exactly, style
from curriculum_tools.output.formats import DIFF


@click.command("git-diff-driver", context_settings={"ignore_unknown_options": True})
@click.argument(
    "arguments",
    nargs=-1,
    required=True,
    metavar="PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE",
    type=click.UNPROCESSED,
)
@common_options
def command(
    arguments: tuple[str, ...],
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> None:
    """Show git the changes of one guide, as `curriculum diff` does.

    Git calls it once `curriculum setup-git` has bound it. What is no guide, and what changes
    nothing that a change log tells, is shown line by line, as git does. It always exits with 0,
    because git would end its diff at anything else.
    """
    from curriculum_tools.app.git_views import difference_of, read_arguments
    from curriculum_tools.output.sanitize import sanitize
    from curriculum_tools.store.plain_diff import plain_diff

    asked = read_arguments(arguments)
    if asked is None:  # git names a file that is not merged yet, and nothing else
        emit([f"* Unmerged path {sanitize(arguments[0])}\n"], output_file)
        return
    look = style(_color(color), verbose, quiet, output_file)
    difference = difference_of(asked, config)
    shown: list[str] = []
    if difference is not None:
        name = " -> ".join(sanitize(each) for each in dict.fromkeys([asked.before, asked.after]))
        shown += [f"{look.bold(name)}\n", *DIFF["text"].render(difference, look)]
    if difference is None or not difference.changes:
        names = asked.before, asked.after
        lines = plain_diff(asked.old, asked.new, names, color=look.color)
        shown.append(lines.decode("utf-8", "surrogateescape"))
    emit_exactly("".join(shown), output_file)


def _color(asked: str) -> str:
    """Return when to use colour: what was asked for, else as git does."""
    from curriculum_tools.store.plain_diff import git_wants_color

    if asked != "auto" or os.environ.get("NO_COLOR") or os.environ.get("FORCE_COLOR"):
        return asked
    return "always" if git_wants_color(is_terminal=sys.stdout.isatty()) else "never"
