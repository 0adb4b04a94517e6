"""`curriculum merge3`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.streams import emit_exactly, say


@click.command("merge3")
@click.argument("base", type=click.Path())
@click.argument("ours", type=click.Path())
@click.argument("theirs", type=click.Path())
@click.option("-o", "--output", metavar="OUT", type=click.Path(), help="Write the guide there.")
@click.option("--config", metavar="FILE", type=click.Path(), help="Use this config file.")
def command(base: str, ours: str, theirs: str, output: str | None, config: str | None) -> int:
    """Merge what two sides have made of one guide.

    BASE is the version that both began with, or /dev/null; each may be a file or `REV:path`. What
    the sides disagree about stands between conflict markers, and the exit code is 1. For example:
    `curriculum merge3 main~3:guides/a.md guides/a.md feature:guides/a.md -o guides/a.md`.
    """
    from curriculum_tools.app.threeway import merge_named
    from curriculum_tools.output.sanitize import sanitize

    outcome = merge_named(base, ours, theirs, output, config)
    for line in outcome.told:
        say(sanitize(line))
    emit_exactly(outcome.data.decode("utf-8", "surrogateescape"), output)
    return ExitCode.CLEAN if outcome.is_clean else ExitCode.FINDINGS
