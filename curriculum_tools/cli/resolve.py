"""`curriculum resolve`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import paths_argument
from curriculum_tools.cli.streams import say


@click.command("resolve")
@paths_argument
@click.option("--config", metavar="FILE", type=click.Path(), help="Use this config file.")
def command(paths: tuple[str, ...], config: str | None) -> int:
    """Merge guides anew that git has left in conflict.

    For after a merge without the driver that `curriculum setup-git` binds. The three versions come
    from git's index. What is merged without a conflict is marked as resolved, as `git add` does;
    the rest has markers around what the sides disagree about, and the exit code is 1. A file that
    was edited since the merge is left alone. The guide, lock and indexes of a declared curriculum
    are made again of the merged versions. For example: `curriculum resolve guides/`.
    """
    from curriculum_tools.app.resolve import resolve
    from curriculum_tools.output.counted import counted
    from curriculum_tools.output.sanitize import sanitize

    outcome = resolve(paths, config)
    for line in outcome.told:
        say(sanitize(line))
    say(f"{counted(len(outcome.merged), 'file')} merged, {len(outcome.left)} left to resolve")
    return ExitCode.FINDINGS if outcome.left else ExitCode.CLEAN
