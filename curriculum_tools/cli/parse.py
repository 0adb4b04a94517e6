"""`curriculum parse`."""

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit
from curriculum_tools.model.errors import UnreadableError


@click.command("parse")
@click.argument("path", type=click.Path())
@click.option("--stdin-filename", metavar="NAME", help="The name for a guide read from `-`.")
@common_options
def command(
    path: str, stdin_filename: str | None, config: str | None, output_file: str | None, **_: object
) -> None:
    """Print the structure of one guide as JSON: chapters, topics, fields, and all the rest."""
    from curriculum_tools.app.find_guides import find_candidates, read_candidates
    from curriculum_tools.app.project import Projects
    from curriculum_tools.output.parse.json import render
    from curriculum_tools.store.paths import is_folder

    if is_folder(path):
        raise UnreadableError(path, "a folder; name one guide")
    candidates = find_candidates([path], Projects(config), stdin_filename=stdin_filename)
    guides, errors = read_candidates(candidates)
    for error in errors:
        raise error
    emit(render(guides[0], candidates.files[0].project.config.anchors), output_file)
