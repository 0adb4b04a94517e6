"""Write docs/rules/ from the rules' docstrings; with --check only say whether it is up to date."""

import sys
from itertools import groupby
from pathlib import Path

from curriculum_tools.engine.rule import Rule
from curriculum_tools.rules import ALL

FOLDER = Path(__file__).parent / "rules"
INTRODUCTION = """# Rules

Each finding names a rule; each rule has a page that says what it finds, why it matters, and how a
bad and a good guide look. `curriculum rules ID` prints the same in the terminal. A rule that is
off runs when it is selected by its id or given a severity.
"""


def page(rule: Rule) -> str:
    """Give the page of a rule."""
    _, _, rest = (rule.doc or "").strip().partition("\n")
    state = "on" if rule.on else "off unless named"
    return (
        f"# {rule.id}\n\n{rule.summary}\n\n"
        f"Group `{rule.group}` · severity `{rule.severity}` · {state}\n\n{rest.strip()}\n"
    )


def index() -> str:
    """Give the list of all rules."""
    parts = [INTRODUCTION]
    for group, rules in groupby(ALL, key=lambda rule: rule.group):
        parts.append(f"\n## {group}\n\n| rule | finds | severity |\n| --- | --- | --- |\n")
        for rule in rules:
            severity = rule.severity if rule.on else "off"
            summary = rule.summary.replace("|", "\\|")
            parts.append(f"| [{rule.id}]({rule.id}.md) | {summary} | {severity} |\n")
    return "".join(parts)


def main() -> int:
    """Write the pages, or compare them."""
    wanted = {FOLDER / f"{rule.id}.md": page(rule) for rule in ALL} | {
        FOLDER / "README.md": index()
    }
    present = set(FOLDER.glob("*.md"))
    stale = sorted(
        path
        for path in wanted.keys() | present
        if path not in wanted or path not in present or path.read_text("utf-8") != wanted[path]
    )
    if "--check" in sys.argv[1:]:
        for path in stale:
            print(f"{path.name} is out of date: run `make pages`")
        return bool(stale)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8", newline="\n")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
