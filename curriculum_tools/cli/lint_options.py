"""The options of `curriculum lint` as data, in the order in which its help lists them.

Click's command is built from them (`lint.py`), and so is what reads plain words without click
(`plain_words.py`), which takes longer to import than most runs take.
"""

from typing import Literal, NamedTuple, TypeAlias

from curriculum_tools.output.formats import LINT

Kind: TypeAlias = Literal["switch", "count", "text", "path", "texts", "names", "rules", "number"]


class CommandOption(NamedTuple):
    """An option: what it is called, what it takes, and what help says of it.

    A switch and a count take nothing, `texts` may be given several times, and so may names, which
    are separated by commas too; `rules` are names that shells complete. A number is 1 or more. Only
    `choices` may be given where there are some, and the `default` is shown.
    """

    flags: tuple[str, ...]
    kind: Kind
    explanation: str | None
    metavar: str | None = None
    choices: tuple[str, ...] = ()
    default: str | None = None

    @property
    def name(self) -> str:
        """The name of the parameter that takes the value."""
        return self.flags[-1].removeprefix("--").replace("-", "_")


def _switch(flag: str, explanation: str) -> CommandOption:
    return CommandOption((flag,), "switch", explanation)


def _rules(flag: str, explanation: str) -> CommandOption:
    return CommandOption((flag,), "rules", explanation, "RULES")


def _path(flag: str, explanation: str) -> CommandOption:
    return CommandOption((flag,), "path", explanation, "FILE")


def _text(flag: str, metavar: str, explanation: str) -> CommandOption:
    return CommandOption((flag,), "text", explanation, metavar)


OPTIONS = (
    CommandOption(("--output-format",), "text", None, choices=tuple(LINT), default="text"),
    _rules("--select", "Run only these rules or groups, separated by commas."),
    _rules("--extend-select", "Run these rules or groups too."),
    _rules("--ignore", "Leave these rules or groups out."),
    CommandOption(
        ("--fail-level",),
        "text",
        "Exit with 1 for findings of this severity or a worse one.",
        choices=("error", "warning", "info"),
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
    CommandOption(
        ("--exclude",),
        "names",
        "Leave these files out, instead of those that configs exclude; separated by commas.",
        "GLOBS",
    ),
    _switch(
        "--force-exclude", "Apply include and exclude to files named here too; for pre-commit."
    ),
    _switch("--allow-outside", "Let paths in the config lead out of its folder."),
    _text("--stdin-filename", "NAME", "The name for a guide read from `-`."),
    CommandOption(("--jobs",), "number", "Use N processes. [default: one a core]", "N"),
    _switch("--isolated", "Ignore every config file."),
    _switch("--show-files", "List the guides that would be linted."),
    _switch("--show-config", "Print the settings that hold, as TOML."),
    _path("--output-file", "Write the result there."),
    CommandOption(
        ("--config",),
        "texts",
        "Use this config file, or this setting, such as 'fields.required = [\"notes\"]'.",
        "FILE|KEY=VALUE",
    ),
    CommandOption(
        ("--color",),
        "text",
        "Colour the text; auto: on a terminal. NO_COLOR and FORCE_COLOR are honoured.",
        choices=("auto", "always", "never"),
        default="auto",
    ),
    CommandOption(("-v", "--verbose"), "count", "Say more: fold nothing, name what was skipped."),
    CommandOption(("-q", "--quiet"), "switch", "Say less: one line a finding, no summary."),
)
