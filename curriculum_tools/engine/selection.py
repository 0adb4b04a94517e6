"""Which rules run over a guide, and how severe their findings are."""

from collections.abc import Iterable, Sequence

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnknownRuleError
from curriculum_tools.model.finding import Severity
from curriculum_tools.syntax.spelling import closest

ALL_BY_DEFAULT = "ALL"


def check_names(rules: Sequence[Rule], names: Iterable[str], where: str) -> None:
    """Raise UnknownRuleError for the first name that is not a rule, a group or ALL."""
    known = known_names(rules)
    for name in names:
        if name not in known:
            raise UnknownRuleError(name, closest(name.lower(), known), where)


def known_names(rules: Sequence[Rule]) -> frozenset[str]:
    """Return the names that can be selected: rules, groups, and ALL."""
    groups = (group.value for group in Group)
    return frozenset([ALL_BY_DEFAULT, *groups, *(rule.id for rule in rules)])


def selected(
    rules: Sequence[Rule], config: Config, ignored_here: Iterable[str] = ()
) -> tuple[Rule, ...]:
    """Return the rules that run; `ignored_here` are those that the config ignores for this file.

    A rule that is off runs only if it is named itself, or if the config gives it a severity.
    """
    ignored = {*config.ignore, *ignored_here}
    return tuple(rule for rule in rules if _runs(rule, config) and not _named(rule, ignored))


def severity(rule: Rule, config: Config, own: Severity | None = None) -> Severity:
    """Return the severity of a finding: the config's, else its own, else the rule's."""
    return config.severity.get(rule.id, own or rule.severity)


def _runs(rule: Rule, config: Config) -> bool:
    if rule.id in config.select:
        return True
    if not rule.on:
        return rule.id in config.severity or rule.id in config.required_rules
    return _named(rule, set(config.select))


def _named(rule: Rule, names: set[str]) -> bool:
    return ALL_BY_DEFAULT in names or rule.group in names or rule.id in names
