"""What the pages of the rules promise."""

import importlib
import pkgutil

import pytest

import curriculum_tools.rules
from curriculum_tools.engine.page import Example, read_page
from curriculum_tools.engine.rule import Group, Rule
from curriculum_tools.rules import ALL
from tests.linting import PATH, lint

BY_ID = pytest.mark.parametrize("rule", ALL, ids=lambda rule: rule.id)


def found(rule: Rule, example: Example) -> list[str]:
    toml = example.config if rule.on else f'{example.config}\n[severity]\n"{rule.id}" = "warning"\n'
    findings = lint(
        example.guide,
        ALL if rule.id == "unused-suppression" else [rule],
        files=example.files,
        toml=toml,
        against=example.before or None,
        path=example.path or PATH,
        texts=example.texts,
    )
    return [finding.rule for finding in findings]


@BY_ID
def test_the_bad_example_has_a_finding(rule: Rule) -> None:
    assert rule.id in found(rule, read_page(rule.doc or "").bad)


@BY_ID
def test_the_good_example_has_none(rule: Rule) -> None:
    assert rule.id not in found(rule, read_page(rule.doc or "").good)


@BY_ID
def test_the_page_says_what_and_why(rule: Rule) -> None:
    page = read_page(rule.doc or "")
    assert page.summary.endswith(".")
    assert page.why


@BY_ID
def test_a_rule_has_at_most_one_check(rule: Rule) -> None:
    checks = [rule.check, rule.check_around, rule.check_against]
    assert sum(check is not None for check in checks) == (rule.id != "unused-suppression")


def test_rules_are_unique_and_sorted_by_group_and_id() -> None:
    keys = [(list(Group).index(rule.group), rule.id) for rule in ALL]
    assert keys == sorted(set(keys))


def test_every_file_of_the_rules_holds_the_rule_it_is_named_after() -> None:
    names = [
        module.name
        for module in pkgutil.walk_packages(
            curriculum_tools.rules.__path__, "curriculum_tools.rules."
        )
        if not module.ispkg
    ]
    for name in names:
        rule = importlib.import_module(name).RULE
        group, stem = name.split(".")[-2:]
        assert (rule.group.replace("-", "_"), rule.id.replace("-", "_")) == (group, stem)
        assert rule in ALL
    assert len(names) == len(ALL)
