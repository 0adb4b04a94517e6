"""`curriculum collisions`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, output_format_option
from curriculum_tools.cli.streams import emit, style
from curriculum_tools.output.formats import COLLISIONS


@click.command("collisions")
@click.argument("branches", nargs=-1, required=True, metavar="BRANCH...")
@click.option(
    "--into",
    metavar="REV",
    default="HEAD",
    show_default=True,
    help="What the branches will be merged into.",
)
@output_format_option(COLLISIONS)
@common_options
def command(
    branches: tuple[str, ...],
    into: str,
    output_format: str,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Find what branches would give twice once they are merged, before they are.

    BRANCH is a branch, a pull request that was fetched, or any commit. Each is held against the
    one it goes into, and against each other: a number, a title or a question that no side has
    twice, but that there would be twice after a merge, is told with both places, and the exit code
    is 1. Nothing is checked out, merged or fetched. For example: `curriculum collisions --into main
    feature-a feature-b`
    """
    from curriculum_tools.app.collisions import find_collisions

    report = find_collisions(branches, into, config)
    look = style(color, verbose, quiet, output_file)
    emit(COLLISIONS[output_format].render(report, look), output_file)
    return ExitCode.FINDINGS if report.collisions else ExitCode.CLEAN
