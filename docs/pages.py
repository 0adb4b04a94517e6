"""Write docs/rules/ from the docstrings of the rules; with --check, only compare."""

import sys
from itertools import groupby
from pathlib import Path

from curriculum_tools.engine.rule import Rule
from curriculum_tools.rules import ALL

FOLDER = Path(__file__).parent / "rules"
INTRODUCTION = """# Rules

Each finding names a rule, and each rule has a page: what it finds, why that matters, a bad and a
good example. `curriculum rules ID` prints the page in the terminal. A rule that is off runs only if
the config or `--select` names it, or if the config gives it a severity.
"""


def page(rule: Rule) -> str:
    """Return the page of a rule."""
    _, _, rest = (rule.doc or "").strip().partition("\n")
    state = "on" if rule.on else "off unless named"
    return (
        f"# {rule.id}\n\n{rule.summary}\n\n"
        f"Group `{rule.group}` · severity `{rule.severity}` · {state}\n\n{rest.strip()}\n"
    )


def index() -> str:
    """Return the list of all rules."""
    parts = [INTRODUCTION]
    for group, rules in groupby(ALL, key=lambda rule: rule.group):
        parts.append(f"\n## {group}\n\n| rule | finds | severity |\n| --- | --- | --- |\n")
        for rule in rules:
            severity = rule.severity if rule.on else "off"
            summary = rule.summary.replace("|", "\\|")
            parts.append(f"| [{rule.id}]({rule.id}.md) | {summary} | {severity} |\n")
    return "".join(parts)


def main() -> int:
    """Write the pages that are out of date, or name them."""
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
