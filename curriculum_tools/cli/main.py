"""The command `curriculum`: its subcommands, and the one place where errors become exit codes."""

import contextlib
import os
import sys
from importlib import import_module

import click

from curriculum_tools import __version__
from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.replaying import keep_run, note_run
from curriculum_tools.model.errors import CurriculumError

COMMANDS = {
    "lint": "Find what is wrong in guides.",
    "duplicates": "Find questions that are asked twice.",
    "diff": "Say what changed between two versions of a guide.",
    "merge": "Make one guide out of several versions.",
    "decide": "Go through what a merge leaves to decide, with one key each.",
    "review": "Decide the same on a page in the browser.",
    "renumber": "Number chapters, topics and questions anew, with all that names them.",
    "merge3": "Merge what two sides have made of one guide.",
    "resolve": "Merge guides anew that git has left in conflict.",
    "merge-driver": "Merge a guide for git, which calls it.",
    "parse": "Print the structure of one guide as JSON.",
    "rules": "List the rules, or explain one.",
    "index": "List all topics with their notes, to read or as the navigation of a site.",
    "report": "Show all there is to know of the guides on one page.",
    "history": "Tell what became of a topic or a question, commit by commit.",
    "collisions": "Find what branches would give twice once they are merged.",
    "init": "Write a config file that fits the guides found here.",
    "setup-git": "Have git compare and merge guides as guides.",
    "git-diff-driver": "Show git the changes of one guide; git calls it.",
    "git-textconv": "Print the outline of one guide; git calls it.",
    "clean": "Remove the cache.",
}


class LazyGroup(click.Group):
    """A group whose commands are imported when they are asked for; one file each."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands, the most used first."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command."""
        if cmd_name not in COMMANDS:
            return None
        module = cmd_name.replace("-", "_")
        command: click.Command = import_module(f"curriculum_tools.cli.{module}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that the arguments name; a path alone gets a hint."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from curriculum_tools.syntax.spelling import closest

            close = closest(name.lower(), COMMANDS)
            hint = f"Did you mean '{close}'?" if close else f"Try 'curriculum lint {name}'."
            ctx.fail(f"No such command '{name}'. {hint}")
        return super().resolve_command(ctx, args)


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="%(prog)s %(version)s")
def curriculum() -> None:
    """Keep curricula written as Markdown guides in order.

    Without knowing anything else: `curriculum lint` looks at the guides below this folder and
    says what is wrong and where; `curriculum rules` explains each finding.
    """


def run(arguments: list[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    from curriculum_tools.cli.streams import let_go_of_streams

    try:
        code = _run(arguments)
    finally:
        let_go_of_streams()
    if code in (ExitCode.CLEAN, ExitCode.FINDINGS):
        keep_run(sys.argv[1:] if arguments is None else arguments, code)
    return code


def _run(arguments: list[str] | None) -> int:
    from curriculum_tools.cli.streams import complain, is_of_stream, open_streams

    try:
        open_streams()
        os.getcwd()  # raises where it is gone; no path means anything then
        note_run(sys.argv[1:] if arguments is None else arguments)
        result = curriculum.main(arguments, prog_name="curriculum", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        with contextlib.suppress(OSError):
            error.show()
        return ExitCode.USAGE
    except CurriculumError as error:
        complain(str(error))
        return ExitCode.USAGE
    except (KeyboardInterrupt, click.Abort):
        return ExitCode.INTERRUPTED
    except (
        BrokenPipeError,
        SystemExit,
    ) as error:  # click makes an exit with 1, findings, of a closed pipe
        if isinstance(error, SystemExit) and not error.code:  # a shell asked for completions
            return ExitCode.CLEAN
        return ExitCode.BROKEN_PIPE
    except Exception as error:  # noqa: BLE001 - the one place where a bug becomes a message
        if _is_interrupt(error):
            return ExitCode.INTERRUPTED
        if isinstance(error, OSError) and is_of_stream(error):
            complain(f"the result cannot be written: {error.strerror}")
            return ExitCode.USAGE
        if isinstance(error, FileNotFoundError) and error.filename is None:
            complain("the current folder is gone: change into another")
            return ExitCode.USAGE
        from curriculum_tools.cli.crash import report_crash

        report_crash(error)
        return ExitCode.CRASH
    return result if isinstance(result, int) else ExitCode.CLEAN


def _is_interrupt(error: BaseException | None) -> bool:
    """Tell whether an interrupt is behind an error, as where it hits the making of a class."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None
