"""The flags of `curriculum lint`, in the order in which its help lists them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from curriculum_tools.cli.options import Command, allow_outside_option, common_options, split_names
from curriculum_tools.store import disk

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


class GivenConfig(NamedTuple):
    """What `--config` was given: the path of a file, and settings that stand above it."""

    file: str | None
    settings: tuple[str, ...]


def _given_config(
    _context: click.Context, _option: click.Parameter, values: tuple[str, ...]
) -> GivenConfig:
    """Tell a file from settings: what has a `=` and is no file is a setting."""
    files = [value for value in values if "=" not in value or disk.lexists(value)]
    if len(files) > 1:
        raise click.UsageError(f"--config takes one file, not {len(files)}: {', '.join(files)}")
    settings = tuple(value for value in values if value not in files)
    return GivenConfig(files[0] if files else None, settings)


def _names(flag: str, explanation: str) -> Callable[[Command], Command]:
    return click.option(
        flag,
        metavar="RULES",
        multiple=True,
        callback=split_names,
        shell_complete=complete_names,
        help=explanation,
    )


def _path(flag: str, explanation: str) -> Callable[[Command], Command]:
    return click.option(flag, metavar="FILE", type=click.Path(), help=explanation)


def _switch(flag: str, explanation: str) -> Callable[[Command], Command]:
    return click.option(flag, is_flag=True, help=explanation)


def _text(flag: str, metavar: str, explanation: str, **more: Any) -> Callable[[Command], Command]:
    return click.option(flag, metavar=metavar, help=explanation, **more)


_FLAGS = (
    _names("--select", "Run only these rules or groups, separated by commas."),
    _names("--extend-select", "Run these rules or groups too."),
    _names("--ignore", "Leave these rules or groups out."),
    click.option(
        "--fail-level",
        type=click.Choice(["error", "warning", "info"]),
        help="Exit with 1 for findings of this severity or a worse one.",
    ),
    _switch("--fix", "Mend what can safely be mended, and report the rest."),
    _switch("--fix-only", "Mend likewise, report nothing, and exit with 0."),
    _switch(
        "--unsafe-fixes",
        "With --fix or --diff: also what may change the meaning, or is a guess.",
    ),
    _switch("--show-fixes", "With --fix or --diff: list what is mended."),
    _switch("--diff", "Print what --fix would change; write nothing."),
    _path("--baseline", "Hide the findings listed there."),
    _path(
        "--write-baseline", "List today's findings there, so that only new ones count from now on."
    ),
    _text(
        "--since",
        "REV",
        "Show only findings that are new since a git revision; uncommitted changes count.",
    ),
    _switch("--no-cache", "Answer nothing from the cache, and keep nothing."),
    _text(
        "--against",
        "BASE",
        "Report what an earlier version of the guide had and this one lost; a path, or REV:path.",
    ),
    _switch("--statistics", "Count the findings of each rule, list none."),
    _switch("--exit-zero", "Exit with 0 even if there are findings."),
    _text(
        "--exclude",
        "GLOBS",
        "Leave these files out, instead of those that configs exclude; separated by commas.",
        multiple=True,
        callback=split_names,
    ),
    _switch(
        "--force-exclude", "Apply include and exclude to files named here too; for pre-commit."
    ),
    allow_outside_option,
    _text("--stdin-filename", "NAME", "The name for a guide read from `-`."),
    _text("--jobs", "N", "Use N processes. [default: one a core]", type=click.IntRange(min=1)),
    _switch("--isolated", "Ignore every config file."),
    _switch("--show-files", "List the guides that would be linted."),
    _switch("--show-config", "Print the settings that hold, as TOML."),
)


def lint_flags(command: Command) -> Command:
    """Add the flags of `curriculum lint`, and those that every command has."""
    config = click.option(
        "--config",
        metavar="FILE|KEY=VALUE",
        multiple=True,
        callback=_given_config,
        help="Use this config file, or this setting, such as 'fields.required = [\"notes\"]'.",
    )
    quiet = "Say less: one line a finding, no summary."
    command = common_options(command, config=config, quiet=quiet)
    for flag in reversed(_FLAGS):
        command = flag(command)
    return command
