"""The shapes that a field can have: a value, free text, code, a list, nothing at all."""

from random import Random

from tests.examples import tried

#: By the name of a field its label, and two of its values.
FIELDS = {
    "description": ("Description", "Who may write.", "Who waits for whom."),
    "prerequisites": ("Prerequisites", "1.1", "Rows, and a little patience"),
    "notes": ("Path to detailed notes", "`notes/locks.md`", "`notes/waiting.md` (in short)"),
    "questions": ("Questions", "What is a lock?", "Why does a lock wait?"),
}
#: Texts that would begin another block, if they stood in a bullet.
_SIGNS = ("-", "2. a thing", "> a thing", "[a]: b")


def shapes(field: str) -> dict[str, str]:
    """Return the shapes of a field, each with its lines."""
    label, value, other = FIELDS[field]
    begin = f"- **{label}**:"
    found = {
        "absent": "",
        "empty": begin,
        "none": f"{begin} none",
        "value": f"{begin} {value}",
        "other value": f"{begin} {other}",
        "text": f"{begin} TBD, see the wiki",
        "paragraphs": f"{begin} To be written.\n\n  By whom is open.\n",
        "value and paragraph": f"{begin} {value}\n\n  More is to come.\n",
        "code": f"{begin}\n  ```python\n  lock()\n  ```",
        "value and code": f"{begin} {value}\n  ```python\n  lock()\n  ```",
        "list": f"{begin}\n  - {value}\n  - {other}",
        "list of texts": f"{begin}\n  - to be written\n  - TBD",
        "value and list": f"{begin} {other}\n  - {value}\n  - and more",
        "quote": f"{begin}\n  > To be written.",
        "value and table": f"{begin} {value}\n\n  | a | b |\n  | - | - |\n  | 1 | 2 |\n",
        "twice": f"{begin} {value}\n{begin} {other}",
    }
    found |= {f"sign {sign}": f"{begin} {sign}" for sign in _SIGNS}
    if field == "notes":
        found["planned"] = "- *(Individual file to be created, e.g., `notes/locks.md`)*"
        found["covered"] = "- *(Covered conceptually in `notes/rows.md`)*"
    return found


def pairs(field: str) -> list[tuple[str, str]]:
    """Return pairs of shapes of a field: all of them in CI, else a few that stay the same."""
    names = list(shapes(field))
    found = [(one, other) for one in names for other in names]
    return Random(field).sample(found, tried(len(found), 15))


def guide(field: str, shape: str) -> str:
    """Return a guide in which a topic between others has a field of this shape."""
    fields = {
        "description": "- **Description**: About locks.",
        "questions": "- **Questions**:\n  - What is a lock good for?",
    } | {field: shapes(field)[shape]}
    order = [name for name in FIELDS if name in fields]
    lines = "\n".join(fields[name] for name in order if fields[name])
    return f"""\
# Databases

## 1. Storage

### 1.1 Rows
- **Description**: Rows and columns.
- **Questions**:
  - What is a row?

### 1.2 Locks
{lines}

### 1.3 Logs
- **Description**: What is written first.
- **Questions**:
  - What is a log?
"""
