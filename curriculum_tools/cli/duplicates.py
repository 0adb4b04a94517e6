"""`curriculum duplicates`."""

from collections.abc import Sequence

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, output_format_option, paths_argument
from curriculum_tools.cli.progress import progress_on_terminal
from curriculum_tools.cli.streams import complain, emit, say, style
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.output.formats import DUPLICATES

VERDICTS = ["same", "likely", "possible"]


@click.command("duplicates")
@paths_argument
@output_format_option(DUPLICATES)
@click.option(
    "--min-verdict",
    type=click.Choice(VERDICTS),
    help="Leave out pairs below this verdict. [default: likely as text, possible as JSON]",
)
@click.option(
    "--pairs",
    metavar="FILE",
    type=click.Path(),
    help="Judge the pairs of a JSON Lines file (`a` and `b` on each line) instead; `-` for "
    "standard input. Words are weighed by the questions in PATH and FILE.",
)
@common_options
def command(
    paths: tuple[str, ...],
    output_format: str,
    min_verdict: str | None,
    pairs: str | None,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Find questions that are asked twice, in the same words or in others.

    Looks in and across all guides named, or all below this folder. `same` may be folded unseen;
    `likely` and `possible` are for a maintainer to decide. A decision goes into
    curriculum.decisions.yaml, under `same-questions` or `different-questions`, and the pair is
    not shown again.
    """
    from curriculum_tools.app import duplicates as app
    from curriculum_tools.likeness import Verdict

    if pairs:
        from curriculum_tools.output.duplicates.json import render_judgements

        emit(render_judgements(app.judge_pairs(pairs, paths, config)), output_file)
        return ExitCode.CLEAN
    least = Verdict(min_verdict or ("possible" if output_format == "json" else "likely"))
    progress = progress_on_terminal("comparing questions", quiet=quiet)
    found, errors = app.duplicates(paths, config, least, progress)
    chosen = DUPLICATES[output_format]
    emit(chosen.render(found, style(color, verbose, quiet, output_file)), output_file)
    for remark in () if quiet else chosen.remarks(found):
        say(remark)
    return _told(errors)


def _told(errors: Sequence[CurriculumError]) -> ExitCode:
    """Say what could not be read; the rest was looked at all the same."""
    for error in errors:
        complain(str(error))
    return ExitCode.USAGE if errors else ExitCode.CLEAN
