"""What commands printed and wrote when it was last agreed on.

A small output of a command on our own guides stands in `own/`, as it is. Of all others only
`digests.json` tells: of the real guides no sentence may come into this repository.
"""

import difflib
import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from itertools import islice
from pathlib import Path
from typing import Any, TypeAlias

from tests.commands import Done

OWN = Path(__file__).parent / "own"
DIGESTS = Path(__file__).parent / "digests.json"
SMALL = 32_000  # bytes; a larger output is not read by anyone
MOST_SHOWN = 20  # lines of a difference

Output: TypeAlias = dict[str, str]  # by the name of the stream or of the file
Digest: TypeAlias = dict[str, Any]


def output_of(done: Done, files: Mapping[str, str]) -> Output:
    """Return all that a command put out, with its exit code."""
    streams = {"stdout": done.stdout.decode(), "stderr": done.stderr.decode()}
    named = {"exit code": f"{done.returncode}\n", **streams, **files}
    return {name: text for name, text in named.items() if text}


def shown(command: str, output: Output) -> str:
    """Return an output as a text to read."""
    parts = (f"=== {name}\n{text}" for name, text in output.items())
    return f"$ curriculum {command}\n{''.join(parts)}"


def digest(output: Output) -> Digest:
    """Return what may be known of any output: its size, its SHA-256, and what its JSON counts."""
    told: Digest = {"exit": int(output["exit code"])}
    for name, text in output.items():
        if name != "exit code":
            sha256 = hashlib.sha256(text.encode()).hexdigest()
            told[name] = {"lines": text.count("\n"), "sha256": sha256}
    counted = counts(output["stdout"]) if output.get("stdout", "").startswith("{") else {}
    return {**told, "counts": counted} if counted else told


def counts(text: str) -> dict[str, Any]:
    """Return the numbers below the top of a JSON object, and the lengths of its lists."""
    found: dict[str, Any] = {}
    for name, value in json.loads(text).items():
        if isinstance(value, list):
            found[name] = len(value)
        elif isinstance(value, dict) and (numbers := _numbers(value)):
            found[name] = numbers
    return found


def _numbers(value: dict[str, Any]) -> dict[str, Any]:
    """Return the numbers of an object and of those within it, and no text."""
    inner = {
        name: _numbers(each) if isinstance(each, dict) else each for name, each in value.items()
    }
    return {name: each for name, each in inner.items() if each != {} and not isinstance(each, str)}


def names() -> list[str]:
    """Return the names of all cases with an expected output, `own/…` or `real/…`."""
    return [*(f"own/{path.stem}" for path in OWN.glob("*.out")), *read_digests()]


def read_text(name: str) -> str:
    """Return the text of a case on our own guides; empty where there is none."""
    path = OWN / f"{name}.out"
    return path.read_text("utf-8") if path.exists() else ""


def write_text(name: str, text: str | None) -> None:
    """Write the text of a case on our own guides anew, or remove it."""
    path = OWN / f"{name}.out"
    path.unlink(missing_ok=True) if text is None else path.write_text(text, "utf-8")


def keep_only(kept: Collection[str]) -> None:
    """Remove the expected outputs of cases that are no more."""
    for name in set(names()) - set(kept):
        if name in read_digests():
            write_digest(name, None)
        else:
            write_text(name.removeprefix("own/"), None)


def read_digests() -> dict[str, Digest]:
    """Return all digests by the name of their case, `own/…` or `real/…`."""
    digests: dict[str, Digest] = json.loads(DIGESTS.read_text("utf-8")) if DIGESTS.exists() else {}
    return digests


def write_digest(name: str, value: Digest | None) -> None:
    """Write the digest of a case anew, or take it out."""
    digests = {**read_digests(), name: value}
    kept = {key: digests[key] for key in sorted(digests) if digests[key] is not None}
    DIGESTS.write_text(json.dumps(kept, indent=1, ensure_ascii=False) + "\n", "utf-8")


def difference(expected: str, actual: str) -> str:
    """Return the first lines that are different, as a unified diff; empty where none are."""
    lines: Iterator[str] = difflib.unified_diff(
        expected.splitlines(keepends=True),
        actual.splitlines(keepends=True),
        "expected",
        "actual",
        n=1,
    )
    return "".join(islice(lines, MOST_SHOWN))
