"""`curriculum git-textconv`."""

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit, emit_exactly


@click.command("git-textconv")
@click.argument("file", type=click.Path())
@common_options
def command(file: str, config: str | None, output_file: str | None, **_: object) -> None:
    """Print the outline of one guide: chapters, topics and questions, one a line.

    Git calls it where you ask for it: `git -c diff.curriculum.textconv="curriculum git-textconv"
    log -p`. There are no paths and no positions in it, no answers and no descriptions. A file that
    is no guide is printed as it is.
    """
    from curriculum_tools.app.git_views import outline_of
    from curriculum_tools.store.reading import read_source

    source = read_source(file)
    lines = outline_of(source, config)
    if lines is None:
        emit_exactly(source.text, output_file)
    else:
        emit(lines, output_file)
