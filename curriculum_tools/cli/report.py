"""`curriculum report`."""

from functools import partial

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import (
    allow_outside_option,
    common_options,
    output_format_option,
    paths_argument,
)
from curriculum_tools.cli.progress import LINTING, progress_on_terminal
from curriculum_tools.cli.streams import complain, emit, say, style
from curriculum_tools.output.formats import REPORT

_output_file_option = click.option(
    "-o", "--output-file", metavar="FILE", type=click.Path(), help="Write the page there."
)


@click.command("report")
@paths_argument
@output_format_option(REPORT, default="html", explanation="A page to read, or its figures.")
@click.option(
    "--history",
    metavar="N",
    type=click.IntRange(min=1, max=1000),
    help="Show how the counts went over the last N commits that changed the guides.",
)
@click.option(
    "--baseline", metavar="FILE", type=click.Path(), help="Leave out the findings listed there."
)
@allow_outside_option
@partial(common_options, output_file=_output_file_option)
def command(
    paths: tuple[str, ...],
    output_format: str,
    history: int | None,
    baseline: str | None,
    allow_outside: bool,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Show all there is to know of the guides on one page, which needs no network.

    PATH is a guide or a folder; without any it is the guides and curricula of the config. The page
    has numbers, coverage, findings with their lines, what is to decide and what was settled,
    versions side by side, duplicates, prerequisites and, if asked for, history. Where one page
    would be larger than 5 MB, the rest is written beside it, as report-2.html and so on. Findings
    do not change the exit code. For example: `curriculum report guides --history 20 -o report.html`
    """
    from curriculum_tools.app.report import ReportOptions, gather

    if output_format == "html":
        from curriculum_tools.output.report.environment import environment

        environment()  # what is missing is told before the work begins
    options = ReportOptions(paths, config, baseline, history or 0, allow_outside)
    outcome = gather(options, progress_on_terminal(LINTING, quiet=quiet))
    if output_format == "html" and output_file:
        from curriculum_tools.app.report import write_pages

        written = write_pages(outcome.gathered, output_file)
        if not quiet:
            say(f"wrote {', '.join(written.paths)}")
            for old in written.removed:
                say(f"removed {old}, which was a page of an earlier report")
    else:
        look = style(color, verbose, quiet, output_file)
        emit(REPORT[output_format].render(outcome.gathered, look), output_file)
    for error in outcome.errors:
        complain(str(error))
    return ExitCode.USAGE if outcome.errors else ExitCode.CLEAN
