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
    rule_id: str | None, color: str, verbose: int, output_file: str | None, **_: object
) -> None:
    """List the rules, or explain one with a bad and a good example."""
    from curriculum_tools.output.rules_text import one_rule, rule_list

    look = style(color, verbose, output_file)
    if rule_id is None:
        emit(rule_list(ALL, look), output_file)
        return
    check_names([rule for rule in ALL if rule.id == rule_id] or ALL, [rule_id], "curriculum rules")
    chosen = [rule for rule in ALL if rule_id in (rule.id, rule.group)]
    emit(one_rule(chosen[0], look) if len(chosen) == 1 else rule_list(chosen, look), output_file)
