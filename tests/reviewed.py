"""A curriculum with something to decide of nearly every kind, and `curriculum review` on it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.commands import ENVIRONMENT, curriculum
from tests.versions.merge.baking import BAKING, changed

DECISIONS = "curriculum.decisions.yaml"
CONFIG = '[[curriculum]]\nversions = ["old.md", "newest.md"]\noutput = "out.md"\n'
#: What a browser could take for markup or for commands, and what turns or ends a line.
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> \"' \u202egnp\u2066 \x00"
LONG = "An oven heats up. " * 60
NEWEST = """# Baking

## 3. Ovens

### 3.1 Heat
- **Description**: Hot.
- **Questions**:
  - How hot is an oven?

### 3.2 Steam
- **Description**: Wet.
- **Questions**:
  - What does steam do to a crust?
"""


def write_two(folder: Path) -> Path:
    """Write an old guide of two chapters with three topics, and a newest one without them."""
    (folder / "old.md").write_text(BAKING, encoding="utf-8")
    (folder / "newest.md").write_text(NEWEST, encoding="utf-8")
    (folder / "curriculum.toml").write_text(CONFIG, encoding="utf-8")
    return folder


def write_all_kinds(folder: Path) -> Path:
    """Write versions that are merged, edited by hand, and changed since; the folder is returned."""
    steam = "\n### 2.2 Steam\n- **Description**: Wet.\n- **Questions**:\n  - What is steam?\n"
    old = changed(("### 2.1 Sponges", f"### 2.1 Sponges {HOSTILE}")) + steam
    pairs = (
        "  - How hot is an oven?\n  - What is the temperature of an oven?\n"
        "  - How do you measure the heat of an oven?\n  - How is the heat of an oven measured?\n"
        f"  - Which {HOSTILE} is it?\n"
    )
    newest = changed(("  - How hot is an oven?\n", pairs), text=NEWEST)
    newest += (
        "\n### 3.3 Kneading by Hand\n- **Description**: Stretching a dough.\n- **Questions**:\n"
    )
    newest += "  - What does kneading do to gluten and to a dough?\n"
    write_two(folder)
    (folder / "old.md").write_text(old, encoding="utf-8")
    (folder / "newest.md").write_text(newest, encoding="utf-8")
    assert curriculum("merge", at=folder).returncode == 0
    merged = (folder / "out.md").read_text(encoding="utf-8")
    edited = changed(("Hot.", LONG), ("  - Why is a dough covered?\n", ""), text=merged)
    (folder / "out.md").write_text(edited, encoding="utf-8")
    (folder / "newest.md").write_text(changed(("Hot.", "Very hot."), text=newest), encoding="utf-8")
    rulings = 'keep:\n- {topic: "Pastry"}\ntitle:\n- {topic: "Provng", title: "Proofing"}\n'
    (folder / DECISIONS).write_text(rulings, encoding="utf-8")
    return folder


def decided(folder: Path) -> str:
    """Return what the decisions file holds, nothing where it is not there."""
    path = folder / DECISIONS
    return path.read_text(encoding="utf-8") if path.exists() else ""


@dataclass
class Reviewing:
    """A `curriculum review` that runs."""

    url: str
    process: "subprocess.Popen[str]"

    def interrupt(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and the last words."""
        self.process.send_signal(signal.SIGINT)
        _, said = self.process.communicate(timeout=60)
        return self.process.returncode, said


@contextmanager
def reviewing(folder: Path, *arguments: str) -> Iterator[Reviewing]:
    """Run `curriculum review` in a folder, and end it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "curriculum_tools", "review", *arguments],
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    try:
        yield Reviewing(process.stdout.readline().strip(), process)
    finally:
        process.kill()
        process.communicate()
