"""The rules: one file each, in a folder for each group.

Comes in: the facts of a guide and, for some rules, its surroundings or an earlier version of it.
Goes out: defects. A rule knows no other rule, opens no file and prints nothing.
"""

from curriculum_tools.engine.rule import Rule
from curriculum_tools.rules.answers import (
    duplicate_option,
    malformed_option,
    missing_answer,
    no_correct_option,
    option_label_out_of_order,
    several_correct_options,
    single_option,
    unclosed_details,
    unclosed_div,
    unfinished_answer,
    unknown_option,
    unlike_answer,
)
from curriculum_tools.rules.characters import (
    control_character,
    hidden_text_direction,
    inconsistent_indent,
    invalid_encoding,
    merge_conflict_marker,
    missing_final_newline,
    mixed_line_endings,
    mixed_quotes,
    stray_backslash,
    trailing_whitespace,
)
from curriculum_tools.rules.contents import (
    contents_out_of_order,
    missing_from_contents,
    shared_contents_target,
    wrong_number_in_contents,
)
from curriculum_tools.rules.fields import (
    duplicate_field,
    empty_field,
    field_out_of_order,
    misnamed_section,
    missing_description,
    missing_notes_path,
    missing_questions,
    missing_section,
    section_out_of_order,
    unknown_field,
)
from curriculum_tools.rules.front_matter import (
    invalid_front_matter,
    missing_front_matter,
)
from curriculum_tools.rules.links import (
    anchor_case_mismatch,
    broken_anchor,
    broken_link,
)
from curriculum_tools.rules.notes import (
    notes_already_written,
    notes_case_mismatch,
    notes_file_not_found,
    notes_outside_root,
    orphan_notes,
    quoted_notes_path,
    shared_notes,
    untidy_notes_path,
)
from curriculum_tools.rules.numbering import (
    duplicate_number,
    missing_number,
    number_out_of_order,
    skipped_number,
    stale_reference,
    wrong_chapter_number,
)
from curriculum_tools.rules.order import (
    unlisted_file,
)
from curriculum_tools.rules.prerequisites import (
    prerequisite_cycle,
    prerequisite_order,
    unknown_prerequisite,
)
from curriculum_tools.rules.questions import (
    duplicate_question,
    near_duplicate_question,
    question_count_out_of_range,
    wrong_end_mark,
)
from curriculum_tools.rules.regressions import (
    dropped_question,
    dropped_topic,
    notes_regressed,
)
from curriculum_tools.rules.structure import (
    duplicate_title,
    empty_chapter,
    heading_level_skip,
    malformed_heading,
    missing_title,
    multiple_titles,
    repeated_part,
    similar_title,
    swallowed_headings,
    topic_outside_chapter,
    unexpected_content,
    unlike_pair,
    wrong_count,
)
from curriculum_tools.rules.suppressions import (
    unused_suppression,
)
from curriculum_tools.rules.translations import (
    outdated_translation,
    translation_answer_differs,
)

ALL: tuple[Rule, ...] = (
    duplicate_title.RULE,
    empty_chapter.RULE,
    heading_level_skip.RULE,
    malformed_heading.RULE,
    missing_title.RULE,
    multiple_titles.RULE,
    repeated_part.RULE,
    similar_title.RULE,
    swallowed_headings.RULE,
    topic_outside_chapter.RULE,
    unexpected_content.RULE,
    unlike_pair.RULE,
    wrong_count.RULE,
    duplicate_number.RULE,
    missing_number.RULE,
    number_out_of_order.RULE,
    skipped_number.RULE,
    stale_reference.RULE,
    wrong_chapter_number.RULE,
    duplicate_field.RULE,
    empty_field.RULE,
    field_out_of_order.RULE,
    misnamed_section.RULE,
    missing_description.RULE,
    missing_notes_path.RULE,
    missing_questions.RULE,
    missing_section.RULE,
    section_out_of_order.RULE,
    unknown_field.RULE,
    duplicate_question.RULE,
    near_duplicate_question.RULE,
    question_count_out_of_range.RULE,
    wrong_end_mark.RULE,
    duplicate_option.RULE,
    malformed_option.RULE,
    missing_answer.RULE,
    no_correct_option.RULE,
    option_label_out_of_order.RULE,
    several_correct_options.RULE,
    single_option.RULE,
    unclosed_details.RULE,
    unclosed_div.RULE,
    unfinished_answer.RULE,
    unknown_option.RULE,
    unlike_answer.RULE,
    notes_already_written.RULE,
    notes_case_mismatch.RULE,
    notes_file_not_found.RULE,
    notes_outside_root.RULE,
    orphan_notes.RULE,
    quoted_notes_path.RULE,
    shared_notes.RULE,
    untidy_notes_path.RULE,
    anchor_case_mismatch.RULE,
    broken_anchor.RULE,
    broken_link.RULE,
    contents_out_of_order.RULE,
    missing_from_contents.RULE,
    shared_contents_target.RULE,
    wrong_number_in_contents.RULE,
    control_character.RULE,
    hidden_text_direction.RULE,
    inconsistent_indent.RULE,
    invalid_encoding.RULE,
    merge_conflict_marker.RULE,
    missing_final_newline.RULE,
    mixed_line_endings.RULE,
    mixed_quotes.RULE,
    stray_backslash.RULE,
    trailing_whitespace.RULE,
    invalid_front_matter.RULE,
    missing_front_matter.RULE,
    unlisted_file.RULE,
    outdated_translation.RULE,
    translation_answer_differs.RULE,
    prerequisite_cycle.RULE,
    prerequisite_order.RULE,
    unknown_prerequisite.RULE,
    dropped_question.RULE,
    dropped_topic.RULE,
    notes_regressed.RULE,
    unused_suppression.RULE,
)
"""All rules, sorted by group and id."""
