"""`curriculum renumber`."""

from itertools import chain

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, output_format_option, paths_argument
from curriculum_tools.cli.streams import complain, emit, emit_patch, style
from curriculum_tools.output.formats import RENUMBER


@click.command("renumber")
@paths_argument
@output_format_option(RENUMBER)
@click.option(
    "--diff", is_flag=True, help="Print what would change, as a patch or JSON; write nothing."
)
@common_options
def command(
    paths: tuple[str, ...],
    output_format: str,
    diff: bool,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Number chapters, topics, sub-headings and questions anew, in the order they stand.

    References in the text, prerequisites, the contents and links within the guide follow. Nothing
    is written where one reference could mean two headings, or a heading is in doubt. After a
    chapter was put in or taken out: `curriculum renumber --diff guides/a.md`, and then without
    --diff, which exits with 1 where anything would change.
    """
    from curriculum_tools.app.renumber import renumber_guides
    from curriculum_tools.output.lint.patch import patch

    outcome = renumber_guides(paths, config, write=not diff)
    for error in outcome.errors:
        complain(str(error))
    if diff and output_format == "text":
        patches = (patch(g.before.path, g.before.text, g.after.text) for g in outcome.guides)
        emit_patch("".join(chain.from_iterable(patches)), output_file)
    elif not outcome.errors:
        look = style(color, verbose, quiet, output_file)
        emit(RENUMBER[output_format].render(outcome.guides, look), output_file)
    if outcome.errors:
        return ExitCode.USAGE
    is_changed = any(guide.is_changed for guide in outcome.guides)
    return ExitCode.FINDINGS if diff and is_changed else ExitCode.CLEAN
