"""What looks like a slip and is none: guides of which nothing is to be said."""

from collections.abc import Sequence

TOPIC = (
    "- **Description**: What one knows of {}.",
    "- **Path to detailed notes**: `notes/{}.md`",
    "- **Questions**:",
    "  - Where is {} found?",
    "  - Who first needed {}?",
)


def guide(headings: Sequence[str], more: Sequence[str] = ()) -> str:
    """Return a guide with these headings, each topic with its fields; `more` ends each topic."""
    lines = ["# Kitchens", ""]
    for number, heading in enumerate(headings, 1):
        lines += [heading, *([] if heading.startswith("###") else [""])]
        if heading.startswith("###"):
            fields = [line.format(f"thing-{number}") for line in TOPIC]
            lines += [*fields, *(line.format(number) for line in more), ""]
    return "\n".join(lines[:-1]) + "\n"


PLAIN = ("## Rest", "### Beds", "### 3 Ways to sleep", "### Pillows", "## Play", "### Dice")
NUMBERED = ("## 1. Rest", "### 1.1 Beds", "### 1.2 Pillows", "## 2. Play", "### 2.1 Dice")
EXAMPLE = ("## 1. Beds", "### 1.1 Planks", "- **Questions**:", "  - Why?")

FALSE_FRIENDS = {
    "a title that begins with a number": guide(PLAIN),
    "3D": guide([line.replace("3 Ways to sleep", "3D graphics") for line in PLAIN]),
    "a version": guide([line.replace("3 Ways to sleep", "2.0 is here") for line in PLAIN]),
    "a year": guide(["## 2024 in review", "### Beds", "### Pillows", "## Play", "### Dice"]),
    "a bold note": guide(NUMBERED, ["", "**Note:** thing {} is old."]),
    "a bold number in prose": guide(NUMBERED, ["", "**1.2** million of thing {} are made."]),
    "a hash tag": guide(NUMBERED, ["", "#hashtag{}"]),
    "headings in answers": guide(NUMBERED, ["", "    #### 1. First step", "", "    Look {}."]),
    "bullets that do not ask": guide(NUMBERED, ["    - In the hall, by door {}."]),
    "follow-ups of most questions": guide(NUMBERED, ["    - And where in house {}?"]),
    "options": guide(NUMBERED, ["    - [ ] In the hall {}?", "    - [x] In the attic {}?"]),
    "code": guide(NUMBERED, ["", "    ```", "    ###1.2 Pillows {}", "    ```"]),
    "a guide in a fence": guide(NUMBERED, ["", "```markdown", *EXAMPLE, "```"]),
    "a guide in a longer fence": guide(
        NUMBERED, ["", "````markdown", "```", *EXAMPLE, "```", "````"]
    ),
    "a guide in a comment": guide(NUMBERED, ["", "<!--", *EXAMPLE, "-->"]),
    "numbers that begin anew in each chapter": guide(
        ["## Rest", "### 1. Beds", "### 2. Pillows", "## Play", "### 1. Dice", "### 2. Cards"]
    ),
    "a list and a rule": guide(NUMBERED, ["", "1. Look at {}.", "2. Sleep.", "", "---"]),
    "one chapter, one topic": guide(["## 1. Rest", "### 1.1 Beds"]),
}
