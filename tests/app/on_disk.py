"""Projects on a disk: files that a test writes down, and what a lint of them comes to."""

from collections.abc import Mapping
from pathlib import Path

from curriculum_tools.app.lint import LintOptions, lint


def write(files: Mapping[str, str | bytes]) -> None:
    """Write files by their paths from the current folder."""
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def guide(*topics: str, title: str = "Databases") -> str:
    """Return a guide with these topics, each a title, and its notes behind an arrow.

    `guide("Tables -> notes/tables.md", "Locks")` has two topics, the first with notes.
    """
    lines = [f"# {title}", "", "## 1. Storage"]
    for number, topic in enumerate(topics, 1):
        name, _, notes = topic.partition(" -> ")
        lines += ["", f"### 1.{number} {name}", f"- **Description**: What {name} are."]
        lines += [f"- **Path to detailed notes**: `{notes}`"] if notes else []
        lines += ["- **Questions**:", f"  - What are {name} good for?"]
    return "\n".join(lines) + "\n"


def curriculum(*versions: str, output: str | None = None) -> str:
    """Return the table of a config that declares versions of one guide."""
    listed = ", ".join(f'"{version}"' for version in versions)
    line = f'output = "{output}"\n' if output else ""
    return f"[[curriculum]]\nversions = [{listed}]\n{line}"


def found(options: LintOptions | None = None) -> list[str]:
    """Lint, and return what is found: path, line and rule."""
    report = lint(options or LintOptions(no_cache=True)).report
    return [
        f"{each.path}:{guide.source.line_of(each.span.start)} {each.rule}"
        for guide in report.guides
        for each in guide.findings
    ]
