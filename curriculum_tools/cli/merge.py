"""`curriculum merge`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import (
    common_options,
    merging_options,
    output_format_option,
    paths_argument,
)
from curriculum_tools.cli.streams import complain, emit, style
from curriculum_tools.model.errors import UnaccountedError
from curriculum_tools.output.formats import MERGE


@click.command("merge")
@paths_argument
@merging_options
@output_format_option(MERGE, explanation="The form of the report.")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 where OUT is out of date.")
@click.option("--strict", is_flag=True, help="Exit with 1 where anything is left to decide.")
@click.option(
    "--lock",
    "locks",
    metavar="FILE",
    multiple=True,
    type=click.Path(),
    help="Merge the versions that a lock holds, too; may be given several times.",
)
@common_options
def command(
    paths: tuple[str, ...],
    output: str | None,
    output_format: str,
    check: bool,
    strict: bool,
    oldest_first: bool,
    decisions: str | None,
    allow_outside: bool,
    locks: tuple[str, ...],
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Make one guide out of several versions, and lose nothing.

    PATH is a version of the guide. Without any, each [[curriculum]] of the config is merged.
    Beside OUT stands its lock, with all that the versions say. What cannot be settled is left
    apart and reported, with the lines to paste into a decisions file.
    """
    from curriculum_tools.app.merge import run, write
    from curriculum_tools.app.merge_tasks import MergeOptions, tasks
    from curriculum_tools.store.config import Configs

    options = MergeOptions(paths, output, locks, decisions, oldest_first, check)
    try:
        outcomes = [
            run(task) for task in tasks(options, Configs(config, allow_outside=allow_outside))
        ]
    except UnaccountedError as error:
        complain(str(error))
        return ExitCode.CRASH
    for outcome in [] if check else outcomes:
        write(outcome)
    look = style(color, verbose, quiet, output_file)
    render = MERGE[output_format].render
    reports = [outcome.report(checked=check) for outcome in outcomes]
    emit((chunk for report in reports for chunk in render(report, look)), output_file)
    is_stale = check and any(outcome.is_stale for outcome in outcomes)
    is_open = strict and not all(outcome.merged.is_settled for outcome in outcomes)
    return ExitCode.FINDINGS if is_stale or is_open else ExitCode.CLEAN
