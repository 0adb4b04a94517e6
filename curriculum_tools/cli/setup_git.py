"""`curriculum setup-git`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit, style


@click.command("setup-git")
@click.option(
    "--global", "is_global", is_flag=True, help="Set it in your git config, for all clones."
)
@click.option(
    "--check", is_flag=True, help="Write nothing; exit with 1 where guides are not bound."
)
@click.option("--remove", is_flag=True, help="Take away what this command has written, no more.")
@common_options
def command(
    is_global: bool,
    check: bool,
    remove: bool,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Have git compare and merge guides as guides.

    Which files are guides is written into .gitattributes, for all who have the repository; what
    git does with them, into the config of this clone. A value that you have given a key yourself
    stays. Where `curriculum` is missing, git merges lines as ever. For example: `curriculum
    setup-git` once, then `git add .gitattributes`; in another clone: `curriculum setup-git`.
    """
    from curriculum_tools.app.setup_git import check_setup, set_up, take_back
    from curriculum_tools.output.setup import text
    from curriculum_tools.store.git_settings import Scope

    if check and (remove or is_global):
        raise click.UsageError("--check goes with neither --remove nor --global.")
    look = style(color, verbose, quiet, output_file)
    scope = Scope.GLOBAL if is_global else Scope.LOCAL
    if check:
        setup = check_setup(config)
        lines = text.checked(setup, look)
    elif remove:
        setup = take_back(scope)
        lines = text.removed(setup, look)
    else:
        setup = set_up(config, scope)
        lines = text.written(setup, look)
    emit(() if quiet else lines, output_file)
    return ExitCode.FINDINGS if check and not setup.is_bound else ExitCode.CLEAN
