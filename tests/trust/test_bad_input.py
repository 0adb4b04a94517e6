"""What is the user's fault, or nobody's, ends with a message and an exit code that says so."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_commands import GUIDE
from tests.commands import ENVIRONMENT, Done, curriculum

pytestmark = pytest.mark.slow

FRONT = f"---\ntitle: Databases\nparts: [1]\n---\n{GUIDE}"
BAD_SIGNS = (b"Traceback", b"internal error", b"Exception ignored")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "guide.md").write_text(FRONT)
    (tmp_path / "other.md").write_text(GUIDE.replace("Locks", "Latches"))
    return tmp_path


def assert_told(done: Done, *codes: int) -> None:
    assert done.returncode in codes, done.stderr
    assert not any(sign in done.stderr for sign in BAD_SIGNS), done.stderr


SCHEMAS = {
    "nowhere": ('{"properties": {"title": {"$ref": "#/$defs/x"}}}', "refers to"),
    "a file": ('{"$ref": "other.json"}', "refers to"),
    "a file of the system": ('{"$ref": "file:///etc/passwd"}', "refers to"),
    "the network": ('{"properties": {"x": {"$ref": "http://127.0.0.1:1/x"}}}', "refers to"),
    "no address": ('{"$id": "http://[", "items": {"$ref": "x"}}', "leads nowhere"),
    "itself": ('{"$ref": "#"}', "circle"),
    "itself by its name": ('{"$id": "urn:a", "$ref": "urn:a"}', "circle"),
    "itself by an anchor": ('{"$anchor": "a", "$ref": "#a"}', "circle"),
    "itself through allOf": ('{"allOf": [{"anyOf": [{"$ref": "#"}]}]}', "circle"),
    "itself through not": ('{"not": {"$ref": "#"}}', "circle"),
    "a pair": ('{"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}', "circle"),
    "in a part": ('{"properties": {"x": {"$ref": "#/properties/x"}}}', "circle"),
    "dynamically": ('{"$dynamicAnchor": "a", "$dynamicRef": "#a"}', "circle"),
    "by an old draft": (
        '{"$schema": "https://json-schema.org/draft/2019-09/schema", "$recursiveRef": "#"}',
        "circle",
    ),
}


@pytest.mark.parametrize(("schema", "told"), SCHEMAS.values(), ids=SCHEMAS)
def test_references_of_a_schema(folder: Path, schema: str, told: str) -> None:
    (folder / "schema.json").write_text(schema)
    (folder / "curriculum.toml").write_text('[front-matter]\nschema = "schema.json"\n')
    done = curriculum("lint", at=folder)
    assert_told(done, 2)
    assert b"schema.json: no JSON Schema" in done.stderr
    assert told.encode() in done.stderr


@pytest.mark.parametrize(
    "schema",
    [
        '{"properties": {"parts": {"items": {"$ref": "#"}}}}',
        '{"$defs": {"a": {"type": "string"}}, "properties": {"title": {"$ref": "#/$defs/a"}}}',
        '{"allOf": [{"$ref": "#/$defs/a"}, {"$ref": "#/$defs/a"}], "$defs": {"a": {}}}',
        '{"additionalProperties": {"anyOf": [true, {"$ref": "#"}]}}',
    ],
)
def test_references_that_end_are_followed(folder: Path, schema: str) -> None:
    (folder / "schema.json").write_text(schema)
    (folder / "curriculum.toml").write_text('[front-matter]\nschema = "schema.json"\n')
    assert_told(curriculum("lint", at=folder), 1)


def test_front_matter_as_deep_as_its_schema_allows(folder: Path) -> None:
    deep = "[" * 90 + "]" * 90
    (folder / "guide.md").write_text(FRONT.replace("[1]", deep))
    (folder / "schema.json").write_text(
        '{"items": {"$ref": "#"}, "properties": {"parts": {"$ref": "#"}}}'
    )
    (folder / "curriculum.toml").write_text('[front-matter]\nschema = "schema.json"\n')
    assert_told(curriculum("lint", at=folder), 1, 2)


CONFIGS = [
    'include = ["a\\u0000b"]', 'exclude = ["\\u0000"]', 'content-root = "\\u0000"',
    'notes-folder = "\\u0000"', '[per-file-ignores]\n"\\u0000" = ["notes"]',
    '[front-matter]\nschema = "\\u0000"', '[[curriculum]]\nversions = ["\\u0000"]',
    '[[curriculum]]\nversions = ["guide.md"]\noutput = "\\u0000"',
    '[[curriculum]]\nversions = ["guide.md"]\noutput = "all.md"\ndecisions = "\\u0000"',
    '[dialect]\norder = "\\u0000"', '[fields.labels]\nnotes = ["\\u0000"]',
]  # fmt: skip


@pytest.mark.parametrize("command", ["lint", "merge --check", "index", "lint --show-config"])
def test_a_nul_in_a_config_is_told_with_its_line(folder: Path, command: str) -> None:
    for config in CONFIGS:
        (folder / "curriculum.toml").write_text(f"# A comment\n{config}\n")
        done = curriculum(*command.split(), at=folder)
        assert_told(done, 2)
        assert re.search(rb"curriculum.toml:\d+: holds a NUL", done.stderr), (config, done.stderr)
        key = config.splitlines()[-1] if "curriculum" not in config else ""
        done = curriculum("lint", "--config", f"{key}", at=folder)
        assert_told(done, 2)


DECISIONS = [
    b"\0", b'drop:\n- topic: "\\0"\n  reason: x\n', b'drop:\n- topic: "\\uD800"\n  reason: x\n',
    b"drop:\n- topic: '\xed\xa0\x80'\n  reason: x\n", b"drop: &a [*a]", b"[" * 100_000,
    b'same-topics:\n- topics: ["Locks", "\\uDFFF"]\n', b"\xff\xfe", b"? [a]\n: b",
]  # fmt: skip


@pytest.mark.parametrize("data", DECISIONS, ids=range(len(DECISIONS)))
def test_odd_characters_in_decisions(folder: Path, data: bytes) -> None:
    (folder / "curriculum.decisions.yaml").write_bytes(data)
    merge = ("merge", "guide.md", "other.md", "-o", "all.md")
    for arguments in (("lint",), ("duplicates",), merge, ("merge", "--check", *merge[1:])):
        assert_told(curriculum(*arguments, at=folder), 0, 1, 2)


def test_odd_characters_in_locks(folder: Path) -> None:
    merge = ("merge", "guide.md", "other.md", "-o", "all.md")
    assert curriculum(*merge, at=folder).returncode == 0
    guide, lock = (folder / "all.md").read_bytes(), (folder / "all.lock.json").read_bytes()
    for old, new in [
        (b"Locks", rb"\u0000"), (b"Locks", rb"\ud800"), (b"Locks", b"\0"),
        (b"guide.md", rb"\u0000"),
        (b"Locks", b"\xed\xa0\x80"), (b"guide.md", rb"\ud800"), (b"guide.md", b"--x:a"),
        (b"guide.md", b"../../../../etc/passwd"), (b"guide.md", b"HEAD:x"), (b'"', b""),
        (b"1", b"1e999"), (b"1", b"9" * 5000), (b"true", b"[]"), (b"null", b"{}"), (lock, b"[]"),
    ]:  # fmt: skip
        (folder / "all.md").write_bytes(guide)
        (folder / "all.lock.json").write_bytes(lock.replace(old, new))
        for arguments in (
            (*merge, "--check"), ("merge", "--lock", "all.lock.json", "other.md", "-o", "new.md"),
            ("index", "all.md"), ("merge", "all.md", "other.md", "-o", "new.md"), merge,
        ):  # fmt: skip
            assert_told(curriculum(*arguments, at=folder), 0, 1, 2)
        for name in ("new.md", "new.lock.json"):
            (folder / name).unlink(missing_ok=True)


REDIRECTIONS = (
    ">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-", ">/dev/full", "2>/dev/full",
    ">/dev/full 2>/dev/full", ">/dev/full 2>&-",
)  # fmt: skip


def redirected(folder: Path, command: str, redirection: str) -> tuple[int, bytes]:
    """Run a command by a shell; return its exit code and what of its streams was kept."""
    shown = f"{sys.executable} -m curriculum_tools {command} {redirection}"
    done = subprocess.run(
        ["sh", "-c", shown], cwd=folder, capture_output=True, check=False,
        env=ENVIRONMENT | {"TMPDIR": str(folder)}, timeout=60,
    )  # fmt: skip
    assert not any(sign in done.stdout + done.stderr for sign in BAD_SIGNS), done.stderr
    assert not list(folder.glob("curriculum-crash*"))
    return done.returncode, done.stderr


def assert_redirected(folder: Path, command: str, redirection: str) -> None:
    code, told = redirected(folder, command, redirection)
    usual = redirected(folder, command, "")[0]
    is_lost = redirection.startswith(">") or " >" in redirection
    assert code == (2 if is_lost else usual), told
    if is_lost and "2>" not in redirection and usual != 2:
        assert b"error: the result cannot be written: " in told


needs_full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no /dev/full")


@needs_full
@pytest.mark.parametrize("redirection", REDIRECTIONS)
def test_closed_and_full_streams(folder: Path, redirection: str) -> None:
    assert_redirected(folder, "lint", redirection)


@needs_full
@pytest.mark.slow
@pytest.mark.parametrize(
    "command",
    [
        "--help", "--version", "rules", "lint --help", "lint nowhere.md", "nonsense", "lint --diff",
        "lint --output-format json", "lint --show-files", "parse guide.md", "duplicates",
        "diff guide.md other.md", "index", "lint --statistics", "decide", "renumber --diff",
        "merge guide.md other.md -o all.md", "merge --nonsense",
    ],
)  # fmt: skip
def test_streams_of_each_command(folder: Path, command: str) -> None:
    for redirection in REDIRECTIONS:
        assert_redirected(folder, command, redirection)


@pytest.mark.parametrize("command", ["lint", "lint guide.md", "parse a", "merge", "init", "clean"])
def test_a_current_folder_that_is_gone(tmp_path: Path, command: str) -> None:
    gone = tmp_path / "gone"
    shown = (
        f"mkdir {gone}; cd {gone}; rmdir {gone}; {sys.executable} -P -m curriculum_tools {command}"
    )
    done = subprocess.run(
        ["sh", "-c", shown], capture_output=True, check=False, env=ENVIRONMENT, timeout=60
    )
    assert done.returncode == 2
    assert done.stderr == b"error: the current folder is gone: change into another\n"


STARTED = """
import os, signal, sys
from curriculum_tools import __main__, cli
signal.signal(signal.SIGINT, signal.default_int_handler)
os.write(1, b".")
sys.argv[0] = "curriculum"
__main__.main()
"""


_UNTIL_MAIN = 0.005  # seconds; what Python does before it calls us is not ours to end quietly


def interrupted(folder: Path, arguments: list[str], seconds: float) -> tuple[int, bytes]:
    """Start a command, interrupt it and those it started, and return how that ended."""
    with subprocess.Popen(
        [sys.executable, "-c", STARTED, *arguments], cwd=folder, env=ENVIRONMENT,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=60)
    return process.returncode, told


def assert_interrupted(
    folder: Path, arguments: list[str], seed: int, times: int, most: float
) -> None:
    chance = random.Random(seed)
    codes = set()
    for _ in range(times):
        seconds = chance.uniform(_UNTIL_MAIN, most)
        code, told = interrupted(folder, arguments, seconds)
        assert code in (0, 1, 130), (seconds, told)
        assert not any(sign in told for sign in BAD_SIGNS), (seconds, told)
        codes.add(code)
    assert 130 in codes


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals are those of POSIX")
def test_an_interrupt_at_any_time_is_quiet(folder: Path) -> None:
    assert_interrupted(folder, ["lint", "--no-cache"], seed=1, times=12, most=0.25)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="signals are those of POSIX")
@pytest.mark.parametrize(
    "command",
    ["lint --no-cache --jobs 3", "lint --fix --no-cache", "merge guide.md other.md -o all.md",
     "report -o report.html", "--help", "diff guide.md other.md", "duplicates"],
)  # fmt: skip
def test_many_interrupts(folder: Path, command: str) -> None:
    for number in range(40):  # enough to be divided among processes
        (folder / f"guide-{number}.md").write_text(GUIDE * 40)
    most = 0.15 if command == "--help" else 1.5
    assert_interrupted(folder, command.split(), seed=2, times=15, most=most)
    assert not list(folder.glob("*.part"))
