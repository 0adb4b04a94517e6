"""Which defects each family of curricula can have."""

from tests.dialects.defects import (
    Defect,
    Draft,
    answer,
    answered_otherwise,
    asked_again,
    changed_entry,
    dropped_entry,
    in_file,
    label,
    left_behind,
    renumbered,
    replaced,
    same_option,
    swapped_sections,
    unclosed,
)
from tests.dialects.quizzes import PLACEHOLDER, slug


def _misled(draft: Draft, line: str) -> str:
    return line.replace(")", "-nowhere)")


def _shared(draft: Draft, line: str) -> str:
    return line.replace(slug(draft.item.text), slug(draft.neighbour(-1).text))


def _misnumbered(_draft: Draft, line: str) -> str:
    return line.replace(line.partition(".")[0], "77", 1)


DEFECTS = [
    Defect("duplicate-number", "01 02 03 08 13", renumbered(-1)),
    Defect("skipped-number", "01 02", renumbered(1, parts=4)),
    Defect("skipped-number", "03 08 13", renumbered(1, parts=1)),
    Defect("number-out-of-order", "01 02 03 08 13", renumbered(60)),
    Defect("duplicate-question", "01 02 03 04 05 06 07 08 09 10 11 12 13", asked_again),
    Defect("missing-answer", "01 04 05 06 08 09 11", replaced(answer, "")),
    Defect("unfinished-answer", "05 08", replaced(answer, PLACEHOLDER, at_text=True)),
    Defect("unclosed-details", "02 04 05", unclosed),
    Defect("missing-answer", "02", replaced(lambda d: f"#### Answer: {d.item.letter}", "")),
    Defect("unknown-option", "02", replaced(lambda d: f": {d.item.letter}", ": F", at_text=True)),
    Defect("no-correct-option", "03", replaced(lambda _: "[x]", "[ ]")),
    Defect("malformed-option", "03", replaced(lambda _: "[ ] ", "[] ", at_text=True)),
    Defect("duplicate-option", "02 03", same_option),
    Defect("option-label-out-of-order", "02", replaced(label, "E: ", at_text=True)),
    Defect("broken-anchor", "01 06", changed_entry(_misled)),
    Defect("shared-contents-target", "01 06", changed_entry(_shared)),
    Defect("wrong-number-in-contents", "01", changed_entry(_misnumbered)),
    Defect("missing-from-contents", "01 06", dropped_entry),
    Defect("wrong-count", "04", in_file("README.md", "**20**", "**21**")),
    Defect("wrong-count", "05", in_file("README.md", "(#{part}) | 5", "(#{part}) | 6")),
    Defect("missing-section", "10", in_file("lessons/{part}.md", "## Assignment", "Do:", at="# ")),
    Defect("misnamed-section", "10", in_file("lessons/{part}.md", "Assignment", "Asignment")),
    Defect("missing-section", "11", in_file("episodes/{part}.md", "keypoints", "notes", at="# ")),
    Defect("outdated-translation", "02 03", left_behind),
    Defect("section-out-of-order", "10", swapped_sections),
    Defect("translation-answer-differs", "02 03", answered_otherwise),
    Defect("unlike-pair", "13", in_file("tasks/{part}/hints.md", "## 3. ", "## 3. Not ")),
    Defect("unknown-prerequisite", "13", in_file("track.json", '    "{first}"', '    "nowhere"')),
    Defect(
        "prerequisite-cycle", "13", in_file("track.json", '"needs": []', '"needs": ["{first}"]')
    ),
]
UNLISTED = {
    "03": ("README.md", "({part}/quiz.md)", "({part}/quiz-fr.md)", "{part}/quiz.md"),
    "07": ("README.md", "[{part}](questions/{part}.md)", "Nothing", "questions/{part}.md"),
    "10": ("README.md", "[{part}](lessons/{part}.md)", "Nothing", "lessons/{part}.md"),
    "12": ("src/SUMMARY.md", "[{part}]({part}.md)", "Nothing", "src/{part}.md"),
    "13": ("track.json", '"slug": "{last}"', '"slug": "nowhere"', "tasks/{last}/task.md"),
}
DEFECTS += [
    Defect("unlisted-file", family, in_file(*edit[:3], at="# ", defect=edit[3]))
    for family, edit in UNLISTED.items()
]
DEFECTS += [
    Defect("broken-link", family, in_file(edit[0], "{part}.md)", "{part}s.md)", at="{part}s.md"))
    for family, edit in UNLISTED.items()
    if family in ("07", "10", "12")
]
