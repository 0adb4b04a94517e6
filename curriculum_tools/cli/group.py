"""The group of commands, as click reads it."""

from importlib import import_module

import click

from curriculum_tools import __version__

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
