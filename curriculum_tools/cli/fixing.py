"""What `curriculum lint` does with `--fix` and `--diff`."""

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options_error import OptionsError
from curriculum_tools.cli.progress import LINTING, progress_on_terminal
from curriculum_tools.cli.streams import complain, emit_exactly, emit_patch, say
from curriculum_tools.store.reading import STANDARD_INPUT

if TYPE_CHECKING:
    from curriculum_tools.app.fix import FixOutcome
    from curriculum_tools.app.lint import LintOptions, LintOutcome


@dataclass(frozen=True, slots=True)
class Fixing:
    """What is to be fixed, what is said of it, and where the result goes."""

    options: "LintOptions"
    unsafe: bool
    only: bool
    show: bool
    quiet: bool
    output_file: str | None

    def __post_init__(self) -> None:
        """Raise OptionsError for options that do not go with fixing."""
        if self.options.write_baseline:
            raise OptionsError("--write-baseline accepts what is left: fix first, then write it")
        if self.options.against is not None:
            raise OptionsError("nothing that --against finds can be fixed: leave it out")
        if STANDARD_INPUT in self.options.paths and len(self.options.paths) > 1:
            raise OptionsError("with --fix and --diff, `-` goes alone")

    def fix(self) -> "LintOutcome":
        """Fix guides and return what is left; a guide from standard input is printed."""
        is_piped = STANDARD_INPUT in self.options.paths
        outcome = self._fixed(write=not is_piped)
        if is_piped:
            text = "".join(guide.source.text for guide in outcome.lint.report.guides)
            emit_exactly(text, self.output_file)
        self._tell(outcome, "fixed")
        return outcome.lint

    def print_diff(self) -> ExitCode:
        """Print what fixing would change, and write no guide."""
        from curriculum_tools.output.counted import counted
        from curriculum_tools.output.lint.patch import patch

        outcome = self._fixed(write=False)
        report, errors = outcome.lint.report, outcome.lint.errors
        patches = (
            patch(guide.before.path, guide.before.text, guide.report.source.text)
            for guide in outcome.changed
        )
        emit_patch("".join(chain.from_iterable(patches)), self.output_file)
        self._tell(outcome, "would fix")
        left = report.severities.total()
        if left and not self.quiet and not self.only:
            say(f"{counted(left, 'finding')} would be left: curriculum lint shows what they are")
        for error in errors:
            complain(str(error))
        if errors:
            return ExitCode.USAGE
        is_left = report.fails and not self.only
        return ExitCode.FINDINGS if outcome.changed or is_left else ExitCode.CLEAN

    def _fixed(self, *, write: bool) -> "FixOutcome":
        from curriculum_tools.app.fix import FixOptions, fix_guides

        progress = progress_on_terminal(LINTING, quiet=self.quiet)
        return fix_guides(self.options, FixOptions(self.unsafe, write), progress)

    def _tell(self, outcome: "FixOutcome", verb: str) -> None:
        """Say what was fixed, and which fixes were refused."""
        from curriculum_tools.output.counted import counted
        from curriculum_tools.output.sanitize import sanitize

        if not self.quiet:
            guides = counted(len(outcome.changed), "guide")
            say(f"{verb} {counted(outcome.count, 'finding')} in {guides}")
            self._list(outcome)
        for guide in outcome.guides:
            for refusal in guide.refusals:
                line, column = guide.report.source.position(refusal.finding.span.start)
                where = f"{guide.before.path}:{line}:{column}"
                rule, reason = refusal.finding.rule, refusal.reason
                say(sanitize(f"{where} {rule} was left as it is; were it fixed, {reason}"))

    def _list(self, outcome: "FixOutcome") -> None:
        """Say guide by guide what was fixed, where that is asked for."""
        if not self.show:
            return
        from curriculum_tools.output.lint.fixed import fixed_lines

        for guide in outcome.changed:
            for line in fixed_lines(guide.before.path, guide.fixed):
                say(line)
