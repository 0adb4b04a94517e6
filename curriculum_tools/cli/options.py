"""Options that several commands have."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


def paths_argument(command: Command) -> Command:
    """Add an argument for any number of files and folders."""
    return click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path())(command)


def output_format_option(
    formats: Iterable[str], default: str = "text", explanation: str | None = None
) -> Callable[[Command], Command]:
    """Return the option that chooses one of the formats of a command."""
    return click.option(
        "--output-format",
        type=click.Choice(list(formats)),
        default=default,
        show_default=True,
        help=explanation,
    )


def merging_options(command: Command) -> Command:
    """Add the options that say what is merged, beside PATHs."""
    options = [
        click.option("-o", "--output", metavar="OUT", type=click.Path(), help="The merged guide."),
        click.option(
            "--oldest-first",
            is_flag=True,
            help="The versions are named in their order: where they differ, the newest wins.",
        ),
        click.option(
            "--decisions",
            metavar="FILE",
            type=click.Path(),
            help="The file of rulings. [default: curriculum.decisions.yaml beside the config]",
        ),
        allow_outside_option,
    ]
    for option in reversed(options):
        command = option(command)
    return command


allow_outside_option = click.option(
    "--allow-outside",
    is_flag=True,
    help="Let paths in the config lead out of its folder.",
)
"""The option for what no config can allow itself; for commands that read or write its paths."""

_config_option = click.option(
    "--config", metavar="FILE", type=click.Path(), help="Use this config file."
)


_output_file_option = click.option(
    "--output-file", metavar="FILE", type=click.Path(), help="Write the result there."
)


def common_options(
    command: Command,
    *,
    output_file: Callable[[Any], Any] = _output_file_option,
    config: Callable[[Any], Any] = _config_option,
    quiet: str = "Say less: no summary.",
) -> Command:
    """Add the options that every command has; a command may have more to say of some."""
    options = [
        output_file,
        config,
        click.option(
            "--color",
            type=click.Choice(["auto", "always", "never"]),
            default="auto",
            show_default=True,
            help="Colour the text; auto: on a terminal. NO_COLOR and FORCE_COLOR are honoured.",
        ),
        click.option(
            "-v", "--verbose", count=True, help="Say more: fold nothing, name what was skipped."
        ),
        click.option("-q", "--quiet", is_flag=True, help=quiet),
    ]
    for option in reversed(options):
        command = option(command)
    return command
