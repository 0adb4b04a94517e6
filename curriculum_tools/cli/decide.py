"""`curriculum decide`."""

import sys

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import (
    common_options,
    merging_options,
    output_format_option,
    paths_argument,
)
from curriculum_tools.cli.streams import complain, emit, style
from curriculum_tools.output.formats import DECIDE


@click.command("decide")
@paths_argument
@merging_options
@click.option("--list", "is_list", is_flag=True, help="Print what is open, and ask nothing.")
@output_format_option(DECIDE, explanation="The form of --list.")
@common_options
def command(
    paths: tuple[str, ...],
    output: str | None,
    is_list: bool,
    output_format: str,
    oldest_first: bool,
    decisions: str | None,
    allow_outside: bool,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Go through what a merge leaves to decide, one thing a screen, with one key each.

    PATH is a version, as for `curriculum merge`, or a merged guide of the config. Without any, each
    [[curriculum]] of the config is gone through. Each answer is written at once into the decisions
    file, whose comments and order stay; nothing else is written. For example: `curriculum decide`,
    or `curriculum decide --list --output-format json` for scripts.
    """
    from curriculum_tools.app.deciding import deciding
    from curriculum_tools.app.merge_tasks import MergeOptions
    from curriculum_tools.versions.deciding.open_list import OpenList

    is_asking = not is_list
    if is_asking and not (sys.stdin and sys.stdin.isatty() and sys.stdout.isatty()):
        complain("decide: asks on a terminal, and here is none\n  `--list` prints what is open")
        return ExitCode.USAGE
    options = MergeOptions(paths, output, (), decisions, oldest_first, True, allow_outside)
    sessions = deciding(options, config)
    if is_list:
        look = style(color, verbose, quiet, output_file)
        found = OpenList(tuple(session.open for session in sessions))
        emit(DECIDE[output_format].render(found, look), output_file)
        return ExitCode.CLEAN
    from curriculum_tools.cli.decide_session import Session

    for session in sessions:
        if not Session(session, lambda: style(color, verbose, quiet)).run():
            break
    return ExitCode.CLEAN
