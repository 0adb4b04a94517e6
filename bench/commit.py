"""How long `git commit` takes for one guide, without a hook and with each kind of hook.

    python -m bench.commit [--guides ../shared/guides] [--commits 100]

In a new repository with the five real guides, each commit changes a topic at the end of the
largest one, so the cache never has its result. The hooks: none; the plain git hook of docs/ci.md,
which runs `curriculum lint --force-exclude` on the staged files; and pre-commit with the published
hook `curriculum-lint`, run from this environment. The kinds take turns, so that other load on the
machine affects all of them. Figures are wall seconds of `git commit`; p95 is by nearest rank.
"""

import argparse
import json
import math
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.measuring import REPOSITORY

LARGEST = "004.md"
ACCEPTED = ".curriculum-baseline.json"
PLAIN = f"""#!/bin/sh
git diff --cached --name-only --diff-filter=d -z -- '*.md' '*.markdown' |
  xargs -0 -r curriculum lint --force-exclude --baseline {ACCEPTED}
"""
CONFIG = f"""repos:
- repo: local
  hooks:
  - id: curriculum-lint
    name: curriculum lint
    entry: curriculum lint --force-exclude
    args: [--baseline, {ACCEPTED}]
    language: system
    types: [markdown]
    require_serial: true
"""
TOPIC = """
### 12.16 Topic Number {number}
- **Description**: What commit {number} has to say.
- **Questions**:
  - When is the answer number {number}?
"""


def run(*command: str) -> None:
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def prepare(kind: str, guides: Path) -> None:
    """Make the current folder a repository with the guides and one kind of hook."""
    shutil.copytree(guides, "guides")
    run("git", "init")
    run("curriculum", "lint", "--fix", "--exit-zero")
    run("curriculum", "lint", "--write-baseline", ACCEPTED)
    if kind == "pre-commit":
        Path(".pre-commit-config.yaml").write_text(CONFIG, encoding="utf-8")
        run(sys.executable, "-m", "pre_commit", "install")
    elif kind == "plain hook":
        hook = Path(".git", "hooks", "pre-commit")
        hook.write_text(PLAIN, encoding="utf-8")
        hook.chmod(0o755)
    run("git", "add", "--all")
    run("git", "commit", "--no-verify", "--message", "guides")


def commit(number: int, text: str) -> float:
    """Change the largest guide and commit it; return the seconds of `git commit`."""
    guide = Path("guides", LARGEST)
    guide.write_text(text + TOPIC.format(number=number), encoding="utf-8")
    run("git", "add", "--all")
    start = time.perf_counter()
    run("git", "commit", "--message", str(number))
    return time.perf_counter() - start


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--guides", type=Path, default=REPOSITORY.parent / "shared" / "guides")
    parser.add_argument("--commits", type=int, default=100)
    options = parser.parse_args()
    guides = options.guides.resolve()
    for role in ("AUTHOR", "COMMITTER"):
        os.environ |= {f"GIT_{role}_NAME": "Ada", f"GIT_{role}_EMAIL": "ada@example.org"}
    os.environ["PATH"] = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    seconds: dict[str, list[float]] = {"no hook": [], "plain hook": [], "pre-commit": []}
    with tempfile.TemporaryDirectory() as temporary:
        for kind in seconds:
            Path(temporary, kind).mkdir()
            os.chdir(Path(temporary, kind))
            prepare(kind, guides)
        text = Path("guides", LARGEST).read_text(encoding="utf-8")
        for number in range(options.commits):
            for kind, figures in seconds.items():
                os.chdir(Path(temporary, kind))
                figures.append(commit(number, text))
        os.chdir(REPOSITORY)
    for kind, figures in seconds.items():
        rank = math.ceil(len(figures) * 0.95) - 1
        row = {"median_s": statistics.median(figures), "p95_s": sorted(figures)[rank]}
        print(json.dumps({"what": kind, **{name: round(value, 3) for name, value in row.items()}}))


if __name__ == "__main__":
    main()
