"""`curriculum lint`, as click reads it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from curriculum_tools.cli.lint_options import OPTIONS, CommandOption
from curriculum_tools.cli.linting import lint_guides
from curriculum_tools.cli.options import Command, paths_argument
from curriculum_tools.cli.options_error import OptionsError

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


def complete_names(
    _context: click.Context, _option: click.Parameter, incomplete: str
) -> "list[CompletionItem]":
    """Return the rules and groups that go on as what is typed does, after its last comma."""
    from click.shell_completion import CompletionItem

    from curriculum_tools.engine.selection import ALL_BY_DEFAULT, known_names
    from curriculum_tools.rules import ALL

    *before, begun = incomplete.split(",")
    listed = "".join(f"{name}," for name in before)
    said = {rule.id: rule.description.summary for rule in ALL}
    said[ALL_BY_DEFAULT] = "All rules that are on by default."
    return [
        CompletionItem(f"{listed}{name}", help=said.get(name, "All rules of this group."))
        for name in sorted(known_names(ALL))
        if name.startswith(begun) and name not in before
    ]


_OF_KIND: dict[str, dict[str, Any]] = {
    "switch": {"is_flag": True},
    "count": {"count": True},
    "text": {},
    "path": {"type": click.Path()},
    "texts": {"multiple": True},
    "names": {"multiple": True},
    "rules": {"multiple": True, "shell_complete": complete_names},
    "number": {"type": click.IntRange(min=1)},
}


def _decorator(option: CommandOption) -> Callable[[Command], Command]:
    settings = dict(_OF_KIND[option.kind])
    if option.choices:
        settings["type"] = click.Choice(option.choices)
    if option.default is not None:
        settings |= {"default": option.default, "show_default": True}
    if option.metavar:
        settings["metavar"] = option.metavar
    return click.option(*option.flags, help=option.explanation, **settings)


def _with_options(command: Command) -> Command:
    for option in reversed(OPTIONS):
        command = _decorator(option)(command)
    return paths_argument(command)


@click.command("lint")
@_with_options
def command(**values: Any) -> int:
    """Find what is wrong in guides, and say where.

    PATH is a guide, a folder, or `-` for standard input. Without any, the guides that
    curriculum.toml includes, else all below this folder. `curriculum rules` explains the
    findings; exit code 1 means there are some at or above the fail level.
    """
    try:
        return lint_guides(**values)
    except OptionsError as error:
        raise click.UsageError(str(error)) from None
