"""`curriculum parse`."""

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit


@click.command("parse")
@click.argument("path", type=click.Path())
@click.option("--stdin-filename", metavar="NAME", help="The name for a guide read from `-`.")
@common_options
def command(
    path: str, stdin_filename: str | None, config: str | None, output_file: str | None, **_: object
) -> None:
    """Print the structure of one guide as JSON: chapters, topics, fields, and all the rest."""
    from curriculum_tools.app.parse import parse_one
    from curriculum_tools.output.parse.json import render

    emit(render(parse_one(path, config, stdin_filename)), output_file)
