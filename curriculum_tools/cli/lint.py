"""`curriculum lint`."""

import sys
from typing import TYPE_CHECKING

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.fixing import Fixing
from curriculum_tools.cli.options import (
    common_options,
    output_format_option,
    paths_argument,
    split_names,
)
from curriculum_tools.cli.streams import complain, emit, say, style
from curriculum_tools.output.formats import LINT, STATISTICS
from curriculum_tools.store.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from curriculum_tools.app.lint import LintOptions, LintOutcome
    from curriculum_tools.model.report import LintReport
    from curriculum_tools.output.formats import Format


@click.command("lint")
@paths_argument
@output_format_option(LINT)
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
@click.option("--fix", is_flag=True, help="Mend what can safely be mended, and report the rest.")
@click.option(
    "--unsafe-fixes",
    is_flag=True,
    help="With --fix or --diff: also what may change the meaning, or is a guess.",
)
@click.option("--diff", is_flag=True, help="Print what --fix would change; write nothing.")
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
@click.option("--no-cache", is_flag=True, help="Answer nothing from the cache, and keep nothing.")
@click.option(
    "--against",
    metavar="BASE",
    help="Report what an earlier version of the guide had and this one lost; a path, or REV:path.",
)
@click.option("--statistics", is_flag=True, help="Count the findings of each rule, list none.")
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
@click.option("--show-files", is_flag=True, help="List the guides that would be linted.")
@click.option("--show-config", is_flag=True, help="Print the settings that hold, as TOML.")
@common_options
def command(
    paths: tuple[str, ...],
    output_format: str,
    statistics: bool,
    show_files: bool,
    show_config: bool,
    fix: bool,
    unsafe_fixes: bool,
    diff: bool,
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

    asked = LintOptions(
        paths=paths,
        jobs=jobs or 0,
        describe_rules=LINT[output_format].needs_rules,
        **options,  # type: ignore[arg-type]
    )
    if show_files or show_config:
        return (_show_files if show_files else _show_config)(asked, output_file)
    chosen = _with_statistics(output_format) if statistics else LINT[output_format]
    if fix or diff:
        fixing = Fixing(asked, unsafe_fixes, quiet, output_file)
        if diff:
            code = fixing.print_diff()
            return ExitCode.CLEAN if exit_zero and code is ExitCode.FINDINGS else code
        outcome = fixing.fix()
    else:
        if unsafe_fixes:
            say("--unsafe-fixes does nothing by itself: add --fix or --diff")
        outcome = lint(asked)
    report = outcome.report
    has_nothing_to_say = outcome.errors and not report.guides
    look = style(color, verbose, quiet or bool(has_nothing_to_say), output_file)
    chunks = chosen.render(report, look)
    if fix and STANDARD_INPUT in paths:  # the fixed text is the result
        emit(chunks, stream=sys.stderr)
    else:
        emit(chunks, output_file)
    return _close(outcome, exit_zero=exit_zero, verbose=verbose > 0)


def _close(outcome: "LintOutcome", *, exit_zero: bool, verbose: bool) -> ExitCode:
    """Say what the report does not, and return the exit code."""
    for error in outcome.errors:
        complain(str(error))
    if verbose and outcome.report.skipped:
        say(f"{outcome.report.skipped:,} Markdown files are no guides and were passed over")
    if outcome.errors:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if outcome.report.fails and not exit_zero else ExitCode.CLEAN


def _with_statistics(output_format: str) -> "Format[LintReport]":
    """Return what shows statistics in a format; raises click.UsageError where it cannot."""
    if output_format not in STATISTICS:
        *others, last = STATISTICS
        named = f"{', '.join(others)} and {last}"
        raise click.UsageError(f"--statistics goes with {named}, not {output_format}")
    return STATISTICS[output_format]


def _show_files(options: "LintOptions", output_file: str | None) -> int:
    """List the guides, and say what cannot be read."""
    from curriculum_tools.app.lint_scope import guides_to_lint
    from curriculum_tools.output.sanitize import sanitize

    guides, errors = guides_to_lint(options)
    emit((f"{sanitize(path)}\n" for path in guides), output_file)
    for error in errors:
        complain(str(error))
    return ExitCode.USAGE if errors else ExitCode.CLEAN


def _show_config(options: "LintOptions", output_file: str | None) -> int:
    """Print the settings of the first guide, and say which others there are."""
    from curriculum_tools.app.lint_scope import settings_that_hold
    from curriculum_tools.output.counted import counted
    from curriculum_tools.output.lint.config_toml import config_toml
    from curriculum_tools.output.sanitize import sanitize

    config, others = settings_that_hold(options)
    emit(config_toml(config), output_file)
    for path, files in others.items():
        say(f"{sanitize(path)} holds for {counted(files, 'other file')}: name one to see it")
    return ExitCode.CLEAN
