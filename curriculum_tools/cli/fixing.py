"""What `curriculum lint` does with `--fix` and `--diff`."""

from itertools import chain
from typing import TYPE_CHECKING

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.streams import complain, emit_exactly, say
from curriculum_tools.store.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from curriculum_tools.app.fix import FixOutcome
    from curriculum_tools.app.lint import LintOptions, LintOutcome


def check_goes_with_fixing(options: "LintOptions") -> None:
    """Raise UsageError where it is not plain what is to be fixed, or when."""
    if options.write_baseline:
        raise click.UsageError("--write-baseline accepts what is left: fix first, then write it")
    if STANDARD_INPUT in options.paths and len(options.paths) > 1:
        raise click.UsageError("with --fix and --diff, `-` goes alone")


def fix_and_say(
    options: "LintOptions", *, unsafe: bool, quiet: bool, output_file: str | None
) -> "LintOutcome":
    """Fix guides, and give what is left; a fixed text from standard input is the result."""
    from curriculum_tools.app.fix import FixOptions, fix_guides

    is_piped = STANDARD_INPUT in options.paths
    outcome = fix_guides(options, FixOptions(unsafe=unsafe, write=not is_piped))
    if is_piped:
        text = "".join(guide.source.text for guide in outcome.lint.report.guides)
        emit_exactly(text, output_file)
    _say_what_was_fixed(outcome, "fixed", quiet=quiet)
    return outcome.lint


def print_diff(
    options: "LintOptions", *, unsafe: bool, quiet: bool, output_file: str | None
) -> ExitCode:
    """Print what fixing would change, and write no guide."""
    from curriculum_tools.app.fix import FixOptions, fix_guides
    from curriculum_tools.output.patch import patch
    from curriculum_tools.output.summary import counted

    outcome = fix_guides(options, FixOptions(unsafe=unsafe, write=False))
    report = outcome.lint.report
    patches = (
        patch(guide.before.path, guide.before.text, guide.report.source.text)
        for guide in outcome.changed
    )
    emit_exactly("".join(chain.from_iterable(patches)), output_file)
    _say_what_was_fixed(outcome, "would fix", quiet=quiet)
    left = report.severities.total()
    if left and not quiet:
        say(f"{counted(left, 'finding')} would be left: curriculum lint shows what they are")
    for error in outcome.lint.errors:
        complain(str(error))
    if outcome.lint.errors:
        return ExitCode.USAGE
    return ExitCode.FINDINGS if outcome.changed or report.fails else ExitCode.CLEAN


def _say_what_was_fixed(outcome: "FixOutcome", verb: str, *, quiet: bool) -> None:
    from curriculum_tools.output.harmless import harmless
    from curriculum_tools.output.summary import counted

    if not quiet:
        guides = counted(len(outcome.changed), "guide")
        say(f"{verb} {counted(outcome.count, 'finding')} in {guides}")
    for guide in outcome.guides:
        for refusal in guide.refusals:
            line, column = guide.report.source.position(refusal.finding.span.start)
            where = f"{guide.before.path}:{line}:{column}"
            rule, reason = refusal.finding.rule, refusal.reason
            say(harmless(f"{where} {rule} was left as it is; were it fixed, {reason}"))
