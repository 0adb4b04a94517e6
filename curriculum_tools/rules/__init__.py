"""The rules: one file each, in a folder for each group."""

from curriculum_tools.engine.rule import Rule
from curriculum_tools.rules.fields import duplicate_field
from curriculum_tools.rules.numbering import (
    duplicate_number,
    missing_number,
    number_out_of_order,
    skipped_number,
    wrong_chapter_number,
)
from curriculum_tools.rules.questions import near_duplicate_question

ALL: tuple[Rule, ...] = (
    duplicate_number.RULE,
    missing_number.RULE,
    number_out_of_order.RULE,
    skipped_number.RULE,
    wrong_chapter_number.RULE,
    duplicate_field.RULE,
    near_duplicate_question.RULE,
)
"""Every rule, by group and then by id."""
