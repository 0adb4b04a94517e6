"""`curriculum rules`."""

import click

from curriculum_tools.cli.options import common_options
from curriculum_tools.cli.streams import emit, style
from curriculum_tools.engine.selection import check_names
from curriculum_tools.rules import ALL


@click.command("rules")
@click.argument("rule_id", metavar="[ID]", required=False)
@common_options
def command(
    rule_id: str | None, color: str, verbose: int, quiet: bool, output_file: str | None, **_: object
) -> None:
    """List the rules, or explain one with a bad and a good example."""
    from curriculum_tools.output.rules.text import render_list, render_page

    look = style(color, verbose, quiet, output_file)
    if rule_id is None:
        emit(render_list(ALL, look), output_file)
        return
    check_names([rule for rule in ALL if rule.id == rule_id] or ALL, [rule_id], "curriculum rules")
    chosen = [rule for rule in ALL if rule_id in (rule.id, rule.group)]
    emit(
        render_page(chosen[0], look) if len(chosen) == 1 else render_list(chosen, look), output_file
    )
