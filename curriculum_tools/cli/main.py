"""The command `curriculum`: the one place where errors become exit codes."""

import contextlib
import os
import sys
from collections.abc import Sequence

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.replaying import keep_run, note_run
from curriculum_tools.model.errors import CurriculumError


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit code."""
    from curriculum_tools.cli.streams import let_go_of_streams

    words = sys.argv[1:] if arguments is None else arguments
    try:
        code = _run(words)
    finally:
        let_go_of_streams()
    if code in (ExitCode.CLEAN, ExitCode.FINDINGS):
        keep_run(words, code)
    return code


def _run(words: Sequence[str]) -> int:
    from curriculum_tools.cli.streams import open_streams

    try:
        open_streams()
        os.getcwd()  # raises where it is gone; no path means anything then
        note_run(words)
        result = _called(words)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except SystemExit as error:
        # Click exits with 1, findings, at a closed pipe, and with 0 where a shell asks for words.
        return ExitCode.BROKEN_PIPE if error.code else ExitCode.CLEAN
    except Exception as error:  # noqa: BLE001 - the one place where a bug becomes a message
        return _code_of(error)
    return result if isinstance(result, int) else ExitCode.CLEAN


def _called(words: Sequence[str]) -> object:
    """Call the command that the words name; where they are plain, click need not read them."""
    if words and words[0] == "lint":
        from curriculum_tools.cli.lint_options import OPTIONS
        from curriculum_tools.cli.linting import lint_guides
        from curriculum_tools.cli.options_error import OptionsError
        from curriculum_tools.cli.plain_words import read_plain_words

        values = read_plain_words(words[1:], OPTIONS)
        if values is not None:
            with contextlib.suppress(OptionsError):  # click says how the command is used
                return lint_guides(**values)
    from curriculum_tools.cli.group import curriculum

    return curriculum.main(words, prog_name="curriculum", standalone_mode=False)


def _code_of(error: Exception) -> ExitCode:
    """Say what went wrong, and return the exit code for it."""
    from curriculum_tools.cli.streams import complain, is_of_stream

    if _is_interrupt(error):
        return ExitCode.INTERRUPTED
    if isinstance(error, BrokenPipeError):
        return ExitCode.BROKEN_PIPE
    if isinstance(error, CurriculumError):
        complain(str(error))
        return ExitCode.USAGE
    if isinstance(error, OSError) and is_of_stream(error):
        complain(f"the result cannot be written: {error.strerror}")
        return ExitCode.USAGE
    if isinstance(error, FileNotFoundError) and error.filename is None:
        complain("the current folder is gone: change into another")
        return ExitCode.USAGE
    import click

    if isinstance(error, click.ClickException):
        with contextlib.suppress(OSError):
            error.show()
        return ExitCode.USAGE
    if isinstance(error, click.Abort):
        return ExitCode.INTERRUPTED
    from curriculum_tools.cli.crash import report_crash

    report_crash(error)
    return ExitCode.CRASH


def _is_interrupt(error: BaseException | None) -> bool:
    """Tell whether an interrupt is behind an error, as where it hits the making of a class."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__cause__ or error.__context__
    return error is not None
