"""The rules: one file each, in a folder for each group."""

from curriculum_tools.engine.rule import Rule
from curriculum_tools.rules.fields import duplicate_field

ALL: tuple[Rule, ...] = (
    duplicate_field.RULE,
)
"""Every rule, by group and then by id."""
