"""`curriculum merge-driver`, which git calls."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.streams import say


@click.command("merge-driver", context_settings={"allow_interspersed_args": False})
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.argument("size", default="7")
@click.argument("path", default="", type=click.Path())
def command(base: str, ours: str, theirs: str, size: str, path: str) -> int:
    """Merge a guide for git, into the file OURS.

    Git calls it with %O %A %B %L %P, once `curriculum setup-git` has told it to. The exit code is 1
    where something is left to resolve, else 0; there is no other. Whatever goes wrong, lines are
    merged as git does it.
    """
    try:
        from curriculum_tools.app.merge_driver import drive
        from curriculum_tools.output.sanitize import sanitize

        outcome = drive(base, ours, theirs, int(size) if size.isdecimal() else 7, path or ours)
        for line in outcome.told:
            say(sanitize(line))
    except BaseException as error:  # noqa: BLE001 - an interrupt, too, must not lose theirs
        from curriculum_tools.app.merge_driver import drive_by_lines

        say(f"{path or ours}: merged by lines: {type(error).__name__}")
        outcome = drive_by_lines(base, ours, theirs, int(size) if size.isdecimal() else 7)
    return ExitCode.CLEAN if outcome.is_clean else ExitCode.FINDINGS
