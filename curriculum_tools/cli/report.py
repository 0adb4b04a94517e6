"""`curriculum report`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, output_format_option, paths_argument
from curriculum_tools.cli.progress import LINTING, progress_on_terminal
from curriculum_tools.cli.streams import complain, emit

FORMATS = ("html", "json")


@click.command("report")
@paths_argument
@click.option("-o", "--output", metavar="FILE", type=click.Path(), help="The page to write.")
@click.option(
    "--history",
    metavar="N",
    type=click.IntRange(min=1, max=1000),
    help="Show how the counts went over the last N commits that changed the guides.",
)
@common_options
def command(
    paths: tuple[str, ...],
    output: str | None,
    history: int | None,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Write one page that shows all there is to know of the guides."""
    from curriculum_tools.app.report import ReportOptions, gather
    from curriculum_tools.output.report.environment import environment
    from curriculum_tools.output.report.pages import render_pages

    environment()
    outcome = gather(ReportOptions(paths, config, history=history or 0), progress_on_terminal(LINTING, quiet=quiet))
    pages = render_pages(outcome.gathered, output or "report.html")
    emit(pages.values(), output)
    for error in outcome.errors:
        complain(str(error))
    return ExitCode.USAGE if outcome.errors else ExitCode.CLEAN
