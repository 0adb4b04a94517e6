"""Which rules run."""

import pytest

from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.engine.selection import check_names, selected, severity
from curriculum_tools.model.config import Config
from curriculum_tools.model.errors import UnknownRuleError
from curriculum_tools.model.finding import Severity

ON = Rule("empty-chapter", Group.STRUCTURE, Severity.WARNING, "")
OFF = Rule("similar-title", Group.STRUCTURE, Severity.INFO, "", on=False)
OTHER = Rule("duplicate-number", Group.NUMBERING, Severity.ERROR, "")
RULES = (ON, OFF, OTHER)


def names(config: Config, *ignored: str) -> list[str]:
    return [rule.id for rule in selected(RULES, config, ignored)]


def test_all_means_all_that_are_on() -> None:
    assert names(Config()) == ["empty-chapter", "duplicate-number"]


def test_a_group_does_not_wake_a_rule_that_is_off() -> None:
    assert names(Config(select=("structure",))) == ["empty-chapter"]


def test_a_rule_that_is_off_runs_when_named() -> None:
    assert names(Config(select=("similar-title",))) == ["similar-title"]


def test_a_rule_that_is_off_runs_when_it_has_a_severity() -> None:
    config = Config(severity={"similar-title": Severity.ERROR})
    assert "similar-title" in names(config)
    assert severity(OFF, config) is Severity.ERROR


def test_ignoring_wins() -> None:
    assert names(Config(ignore=("structure",))) == ["duplicate-number"]
    assert names(Config(), "numbering") == ["empty-chapter"]


def test_an_unknown_name_is_an_error_with_the_nearest_one() -> None:
    with pytest.raises(UnknownRuleError, match="did you mean duplicate-number"):
        check_names(RULES, ["duplicate-numbr"], "--select")
