"""`curriculum lint`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, paths_argument, split_names
from curriculum_tools.cli.streams import complain, emit, say, style

FORMATS = ["text", "concise", "json", "github"]


@click.command("lint")
@paths_argument
@click.option("--output-format", type=click.Choice(FORMATS), default="text", show_default=True)
@click.option(
    "--select",
    metavar="RULES",
    multiple=True,
    callback=split_names,
    help="Run only these rules or groups, separated by commas.",
)
@click.option(
    "--ignore",
    metavar="RULES",
    multiple=True,
    callback=split_names,
    help="Leave these rules or groups out.",
)
@click.option(
    "--baseline", metavar="FILE", type=click.Path(), help="Hide the findings listed there."
)
@click.option(
    "--write-baseline",
    metavar="FILE",
    type=click.Path(),
    help="List today's findings there, so that only new ones count from now on.",
)
@click.option(
    "--since",
    metavar="REV",
    help="Show only findings that are new since a git revision; uncommitted changes count.",
)
@click.option("--exit-zero", is_flag=True, help="Exit with 0 even if there are findings.")
@click.option(
    "--force-exclude",
    is_flag=True,
    help="Apply include and exclude to files named here too; for pre-commit.",
)
@click.option("--stdin-filename", metavar="NAME", help="The name for a guide read from `-`.")
@click.option(
    "--jobs", metavar="N", type=click.IntRange(min=1), help="Use N processes. [default: one a core]"
)
@common_options
def command(
    paths: tuple[str, ...],
    output_format: str,
    exit_zero: bool,
    jobs: int | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
    **options: object,
) -> int:
    """Find what is wrong in guides, and say where.

    PATH is a guide, a folder, or `-` for standard input. Without any, the guides that
    curriculum.toml includes, else all below this folder. `curriculum rules` explains the
    findings; exit code 1 means there are some at or above the fail level.
    """
    from curriculum_tools.app.lint import LintOptions, lint
    from curriculum_tools.output.formats import renderer

    outcome = lint(LintOptions(paths=paths, jobs=jobs or 0, **options))  # type: ignore[arg-type]
    report = outcome.report
    has_nothing_to_say = outcome.errors and not report.guides
    look = style(color, verbose, quiet or bool(has_nothing_to_say), output_file)
    emit(renderer(output_format)(report, look), output_file)
    for error in outcome.errors:
        complain(str(error))
    if verbose and report.skipped:
        say(f"{report.skipped:,} Markdown files are no guides and were passed over")
    if outcome.errors:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if report.fails and not exit_zero else ExitCode.CLEAN
