"""`curriculum index`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import (
    allow_outside_option,
    common_options,
    output_format_option,
    paths_argument,
)
from curriculum_tools.cli.streams import emit, say, style
from curriculum_tools.output.formats import INDEX


@click.command("index")
@paths_argument
@output_format_option(
    INDEX,
    default="markdown",
    explanation="A page to read, data, or the navigation of a site made of the notes.",
)
@click.option(
    "--output-dir",
    metavar="DIR",
    type=click.Path(),
    help="With fumadocs: write a meta.json into each folder of the notes below DIR.",
)
@click.option(
    "--oldest-first",
    is_flag=True,
    help="The guides are named in their order: where they differ, the newest wins.",
)
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; exit with 1 where the file of --output-file is out of date.",
)
@allow_outside_option
@common_options
def command(
    paths: tuple[str, ...],
    output_format: str,
    output_dir: str | None,
    oldest_first: bool,
    check: bool,
    allow_outside: bool,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """List every topic with its notes: written, planned, covered elsewhere, or not found.

    PATH is a guide or a folder. Several guides are joined as `curriculum merge` joins them, under
    its numbers; one alone keeps its own. Without PATH it is the curriculum that the config
    declares, else its guides. Links start at the folder of --output-file.
    """
    _check_usage(paths, output_format, output_dir, output_file, oldest_first, check)
    from curriculum_tools.app.index import make_index

    index = make_index(
        paths,
        config,
        oldest_first=oldest_first,
        output_file=output_file,
        allow_outside=allow_outside,
    )
    chosen = INDEX[output_format]
    chunks = chosen.render(index, style(color, verbose, quiet, output_file))
    if check and output_file is not None:
        return _check(output_file, "".join(chunks), quiet=quiet)
    if output_dir is None:
        emit(chunks, output_file)
    else:
        from curriculum_tools.output.index.fumadocs import meta_files
        from curriculum_tools.store.meta_files import write_meta_files

        files = meta_files(index)
        write_meta_files(output_dir, files)
        if not quiet:
            say(f"wrote {len(files):,} meta.json below {output_dir}")
    for remark in () if quiet else chosen.remarks(index):
        say(remark)
    return ExitCode.CLEAN


def _check(path: str, text: str, *, quiet: bool) -> int:
    """Tell whether a file holds the index as it would be written."""
    from curriculum_tools.store.writing import differs

    if not differs(path, text):
        return ExitCode.CLEAN
    if not quiet:
        say(f"out of date: {path}")
    return ExitCode.FINDINGS


def _check_usage(
    paths: tuple[str, ...],
    output_format: str,
    output_dir: str | None,
    output_file: str | None,
    oldest_first: bool,
    check: bool,
) -> None:
    """Raise UsageError for options that do not go together."""
    if output_dir is not None and output_format != "fumadocs":
        raise click.UsageError("--output-dir goes with --output-format fumadocs")
    if output_dir is not None and output_file is not None:
        raise click.UsageError("--output-dir and --output-file cannot be given together")
    if check and output_file is None:
        raise click.UsageError("--check needs --output-file")
    if oldest_first and not paths:
        raise click.UsageError("--oldest-first needs the guides named in that order")
