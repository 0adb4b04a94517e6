"""`curriculum duplicates`."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from curriculum_tools.cli.bank_duplicates import BANK_FORMATS, ENGINES, BankOutput, search
from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, paths_argument
from curriculum_tools.cli.progress import progress_on_terminal
from curriculum_tools.cli.streams import complain, emit, say, style
from curriculum_tools.model.errors import CurriculumError
from curriculum_tools.output.formats import DUPLICATES

if TYPE_CHECKING:
    from curriculum_tools.likeness import EmbeddingModel

VERDICTS = ["same", "likely", "possible"]


@click.command("duplicates")
@paths_argument
@click.option(
    "--output-format",
    type=click.Choice([*DUPLICATES, *BANK_FORMATS]),
    help="jsonl and parquet go with --engine. [default: text; with --engine: jsonl]",
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help="Let a database search banks too large for memory: JSON Lines, Parquet or guides. Needs "
    "curriculum-tools[duckdb] or [spark].",
)
@click.option(
    "--clusters-file",
    metavar="FILE",
    type=click.Path(),
    help="With --engine: write the clusters of what is the same there.",
)
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
@click.option(
    "--semantic/--no-semantic",
    default=None,
    help="Ask a model of sentences, too: pairs are ranked better, and found without common words. "
    "Needs curriculum-tools[semantic]. [default: as the config says, else not]",
)
@common_options
def command(
    paths: tuple[str, ...],
    output_format: str | None,
    engine: str | None,
    clusters_file: str | None,
    min_verdict: str | None,
    pairs: str | None,
    semantic: bool | None,
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

    _refuse_misplaced(output_format, engine, clusters_file, pairs, semantic)
    if engine:
        least = Verdict(min_verdict or "possible")
        output = BankOutput(output_format or "jsonl", output_file, clusters_file)
        return search(engine, paths, config, least, output, quiet=quiet)
    output_format = output_format or "text"
    if pairs:
        from curriculum_tools.output.duplicates.json import render_judgements

        judgements, model = app.judge_pairs(pairs, paths, config, is_semantic=semantic)
        emit(render_judgements(judgements), output_file)
        if model and not quiet:
            say(_judged_by(model))
        return ExitCode.CLEAN
    least = Verdict(min_verdict or ("possible" if output_format == "json" else "likely"))
    progress = progress_on_terminal("comparing questions", quiet=quiet)
    found, errors = app.duplicates(paths, config, least, progress, is_semantic=semantic)
    chosen = DUPLICATES[output_format]
    emit(chosen.render(found, style(color, verbose, quiet, output_file)), output_file)
    for remark in () if quiet else chosen.remarks(found):
        say(remark)
    if found.model and not quiet:
        say(_judged_by(found.model))
    if len(found.questions) > app.MOST_IN_MEMORY and not quiet:
        say(
            f"more than {app.MOST_IN_MEMORY:,} questions are searched faster, and in less memory, "
            "by `curriculum duplicates --engine duckdb` (curriculum-tools[duckdb])"
        )
    return _told(errors)


def _refuse_misplaced(
    output_format: str | None,
    engine: str | None,
    clusters_file: str | None,
    pairs: str | None,
    semantic: bool | None,
) -> None:
    """Raise click's UsageError for options that say nothing beside each other."""
    if engine and pairs:
        raise click.UsageError("--pairs are judged one by one, without --engine")
    if engine and semantic:
        raise click.UsageError("--engine searches by words alone, without --semantic")
    if engine and output_format in DUPLICATES:
        raise click.UsageError(f"--engine writes {' or '.join(BANK_FORMATS)}, not {output_format}")
    if not engine and output_format in BANK_FORMATS:
        raise click.UsageError(f"--output-format {output_format} needs --engine")
    if not engine and clusters_file:
        raise click.UsageError("--clusters-file needs --engine; --output-format json has clusters")


def _judged_by(model: "EmbeddingModel") -> str:
    return f"judged by words and by {model.name} ({model.package} {model.version})"


def _told(errors: Sequence[CurriculumError]) -> ExitCode:
    """Say what could not be read; the rest was looked at all the same."""
    for error in errors:
        complain(str(error))
    return ExitCode.USAGE if errors else ExitCode.CLEAN
