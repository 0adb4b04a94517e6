"""`curriculum history`."""

import click

from curriculum_tools.cli.options import common_options, output_format_option
from curriculum_tools.cli.progress import progress_on_terminal
from curriculum_tools.cli.streams import emit, style
from curriculum_tools.output.formats import HISTORY


@click.command("history")
@click.argument("name", metavar="TOPIC-OR-QUESTION")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())
@output_format_option(HISTORY)
@common_options
def command(
    name: str,
    paths: tuple[str, ...],
    output_format: str,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> None:
    """Tell what became of a topic, a question or a chapter, commit by commit.

    It is named by its number, its title, or words of the question. Without PATH it is looked for
    in the guides of the config; what none has by now, in earlier commits. Told is when it came,
    was renamed, renumbered, moved, reworded, answered or dropped, by whom and in which commit. For
    example: `curriculum history 3.2 guides/a.md`
    """
    from curriculum_tools.app.history import history_of

    tell = progress_on_terminal("reading commits", quiet=quiet)
    history = history_of(name, paths, config, tell)
    look = style(color, verbose, quiet, output_file)
    emit(HISTORY[output_format].render(history, look), output_file)
