"""What `curriculum lint` does, once its command line is read."""

import sys
from typing import TYPE_CHECKING, Any

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.lint_options import OPTIONS
from curriculum_tools.cli.options_error import OptionsError
from curriculum_tools.cli.progress import LINTING, progress_on_terminal
from curriculum_tools.cli.replaying import allow_replay
from curriculum_tools.cli.streams import complain, emit, say, style
from curriculum_tools.output.formats import LINT, STATISTICS
from curriculum_tools.store import disk
from curriculum_tools.store.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from curriculum_tools.app.lint import LintOptions, LintOutcome
    from curriculum_tools.model.report import LintReport
    from curriculum_tools.output.formats import Format


def lint_guides(
    paths: tuple[str, ...],
    output_format: str,
    statistics: bool,
    show_files: bool,
    show_config: bool,
    fix: bool,
    fix_only: bool,
    unsafe_fixes: bool,
    show_fixes: bool,
    diff: bool,
    config: tuple[str, ...],
    isolated: bool,
    exit_zero: bool,
    jobs: int | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
    **options: Any,
) -> int:
    """Lint guides, say what was found, and return the exit code.

    The parameters are the options, as `lint_options.py` declares them. Raises OptionsError.
    """
    from curriculum_tools.app.lint import LintOptions, lint

    file, settings = _given_config(config)
    if isolated and file is not None:
        raise OptionsError("--isolated ignores every config file: leave out the file, or it")
    asked = LintOptions(
        paths=paths,
        config=file,
        settings=settings,
        isolated=isolated,
        jobs=jobs or 0,
        describe_rules=LINT[output_format].needs_rules,
        **(options | _split_names(options)),
    )
    if show_files or show_config:
        return (_show_files if show_files else _show_config)(asked, output_file)
    chosen = _with_statistics(output_format) if statistics else LINT[output_format]
    if fix or fix_only or diff:
        from curriculum_tools.cli.fixing import Fixing

        fixing = Fixing(asked, unsafe_fixes, fix_only, show_fixes, quiet, output_file)
        if diff:
            code = fixing.print_diff()
            return ExitCode.CLEAN if exit_zero and code is ExitCode.FINDINGS else code
        outcome = fixing.fix()
        if fix_only:
            return _close(outcome, exit_zero=True, verbose=verbose > 0)
    else:
        for flag, is_given in {"--unsafe-fixes": unsafe_fixes, "--show-fixes": show_fixes}.items():
            if is_given:
                say(f"{flag} does nothing by itself: add --fix or --diff")
        outcome = lint(asked, progress_on_terminal(LINTING, quiet=quiet))
        if asked.only_reads_the_disk and not (output_file or asked.no_cache):
            allow_replay()
    report = outcome.report
    has_nothing_to_say = outcome.errors and not report.guides
    look = style(color, verbose, quiet or bool(has_nothing_to_say), output_file)
    chunks = chosen.render(report, look)
    if fix and STANDARD_INPUT in paths:  # the fixed text is the result
        emit(chunks, stream=sys.stderr)
    else:
        emit(chunks, output_file)
    return _close(outcome, exit_zero=exit_zero, verbose=verbose > 0)


def _given_config(values: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Tell the config file from settings: what has a `=` and is no file is a setting."""
    files = [value for value in values if "=" not in value or disk.lexists(value)]
    if len(files) > 1:
        raise OptionsError(f"--config takes one file, not {len(files)}: {', '.join(files)}")
    settings = tuple(value for value in values if value not in files)
    return files[0] if files else None, settings


def _split_names(options: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return the options that are names, given as `a,b` or several times, each name by itself."""
    return {
        option.name: tuple(
            name.strip()
            for value in options[option.name]
            for name in value.split(",")
            if name.strip()
        )
        for option in OPTIONS
        if option.kind in ("names", "rules")
    }


def _close(outcome: "LintOutcome", *, exit_zero: bool, verbose: bool) -> ExitCode:
    """Say what the report does not, and return the exit code."""
    from curriculum_tools.output.counted import counted

    for error in outcome.errors:
        complain(str(error))
    for remark in outcome.remarks:
        say(remark)
    if verbose and outcome.report.skipped:
        skipped = outcome.report.skipped
        are = "are no guides and were" if skipped > 1 else "is no guide and was"
        say(f"{counted(skipped, 'Markdown file')} {are} passed over")
    if outcome.errors:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if outcome.report.fails and not exit_zero else ExitCode.CLEAN


def _with_statistics(output_format: str) -> "Format[LintReport]":
    """Return what shows statistics in a format; raises OptionsError where it cannot."""
    if output_format not in STATISTICS:
        *others, last = STATISTICS
        named = f"{', '.join(others)} and {last}"
        raise OptionsError(f"--statistics goes with {named}, not {output_format}")
    return STATISTICS[output_format]


def _show_files(options: "LintOptions", output_file: str | None) -> int:
    """List the guides, and say what cannot be read."""
    from curriculum_tools.app.lint_scope import guides_to_lint
    from curriculum_tools.output.sanitize import sanitize

    guides, errors = guides_to_lint(options)
    emit((f"{sanitize(path)}\n" for path in guides), output_file)
    for error in errors:
        complain(str(error))
    return ExitCode.USAGE if errors else ExitCode.CLEAN


def _show_config(options: "LintOptions", output_file: str | None) -> int:
    """Print the settings of the first guide, and say which others there are."""
    from curriculum_tools.app.lint_scope import settings_that_hold
    from curriculum_tools.output.counted import counted
    from curriculum_tools.output.lint.config_toml import config_toml
    from curriculum_tools.output.sanitize import sanitize

    config, others = settings_that_hold(options)
    emit(config_toml(config), output_file)
    for path, files in others.items():
        say(f"{sanitize(path)} holds for {counted(files, 'other file')}: name one to see it")
    return ExitCode.CLEAN
