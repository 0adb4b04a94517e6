"""`curriculum diff`."""

import click

from curriculum_tools.cli.exit_codes import ExitCode
from curriculum_tools.cli.options import common_options, output_format_option
from curriculum_tools.cli.streams import emit, style
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.output.formats import DIFF, DIFF_BY_NUMBER
from curriculum_tools.store.reading import STANDARD_INPUT


@click.command("diff")
@click.argument("before", type=click.Path())
@click.argument("after", type=click.Path())
@output_format_option(DIFF)
@click.option(
    "--exit-code", is_flag=True, help="Exit with 1 if anything changed, as git diff does."
)
@click.option(
    "--by-number",
    is_flag=True,
    help="Compare what has the same number, whatever it says: two languages of a guide.",
)
@common_options
def command(
    before: str,
    after: str,
    output_format: str,
    exit_code: bool,
    by_number: bool,
    config: str | None,
    color: str,
    verbose: int,
    quiet: bool,
    output_file: str | None,
) -> int:
    """Say what really changed between two versions of a guide.

    BEFORE and AFTER are files, `-` for standard input, or REV:path for what git has:
    `curriculum diff HEAD~1:guides/a.md guides/a.md`. Layout is no change, and a topic that was
    renumbered, renamed or moved is still the same topic. Two languages of a guide have no words in
    common: --by-number holds them against each other. -v shows long lists whole; -q shows
    nothing where nothing changed.
    """
    from curriculum_tools.app.guides import read_guide, refuse_swallowed
    from curriculum_tools.store.config import Configs
    from curriculum_tools.versions.diff.by_number import diff_by_number
    from curriculum_tools.versions.diff.diff import diff
    from curriculum_tools.versions.version import version_of

    if before == after == STANDARD_INPUT:
        raise UnreadableError(STANDARD_INPUT, "standard input can be only one of the two")
    configs = Configs(config)
    guides = [read_guide(name, configs) for name in (before, after)]
    for guide in guides:
        refuse_swallowed(guide)
    versions = map(version_of, guides, (before, after))
    look = style(color, verbose, quiet, output_file)
    if by_number:
        numbers = diff_by_number(*versions)
        emit(DIFF_BY_NUMBER[output_format].render(numbers, look), output_file)
        return ExitCode.FINDINGS if exit_code and not numbers.is_same else ExitCode.CLEAN
    difference = diff(*versions)
    emit(DIFF[output_format].render(difference, look), output_file)
    return ExitCode.FINDINGS if exit_code and difference.changes else ExitCode.CLEAN
