"""`curriculum review`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, merging_options, paths_argument
from curriculum_tools.cli.streams import say


@click.command("review")
@paths_argument
@merging_options
@click.option(
    "--port",
    metavar="N",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port to listen on. [default: any that is free]",
)
@click.option("--open", "is_opened", is_flag=True, help="Open the page in the browser.")
@common_options
def command(
    paths: tuple[str, ...],
    output: str | None,
    oldest_first: bool,
    decisions: str | None,
    allow_outside: bool,
    port: int,
    is_opened: bool,
    config: str | None,
    color: str,  # noqa: ARG001
    verbose: int,  # noqa: ARG001
    quiet: bool,
    output_file: str | None,  # noqa: ARG001
) -> int:
    """Decide what a merge leaves open, on a page in the browser.

    PATH is a version, as for `curriculum merge`, or a merged guide of the config. The page is
    served to this machine alone, until Ctrl-C; each answer is written at once into the decisions
    file, and nothing else is. For example: `curriculum review --open`
    """
    from curriculum_tools.app.deciding import deciding
    from curriculum_tools.app.merge_tasks import MergeOptions
    from curriculum_tools.app.review import Review
    from curriculum_tools.cli.crash import report_crash
    from curriculum_tools.model.errors import UnreadableError
    from curriculum_tools.output.report.environment import environment
    from curriculum_tools.store.local_server import LocalServer

    environment()  # what is missing is told before the work begins
    options = MergeOptions(paths, output, (), decisions, oldest_first, True, allow_outside)
    review = Review(deciding(options, config))
    try:
        server = LocalServer(review.respond, port, report_crash)
    except OSError as error:
        reason = (error.strerror or "cannot be listened on").lower()
        raise UnreadableError(f"port {port}", f"{reason}\n  name another with --port") from None
    review.token = server.token
    click.echo(server.url)
    if not quiet:
        say("open this page in a browser; Ctrl-C closes it")
    if is_opened:
        click.launch(server.url)
    try:
        server.serve()
    except KeyboardInterrupt:
        if not quiet:
            say(f"closed; {review.decided:,} decided")
    return ExitCode.CLEAN
