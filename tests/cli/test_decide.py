"""`curriculum decide` on a real terminal: what it shows, what keys do, and what it writes."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from sys import executable

import pexpect
import pytest
from jsonschema import Draft202012Validator

from curriculum_tools.output.display_width import display_width
from tests.commands import ENVIRONMENT, curriculum
from tests.real_guides import OLDEST_FIRST, real_guides
from tests.schemas import load
from tests.versions.merge.baking import BAKING, changed

pytestmark = pytest.mark.slow  # each test starts processes

DECISIONS = "curriculum.decisions.yaml"
NEWEST = "# Baking\n\n## 3. Ovens\n\n### 3.1 Heat\n- **Description**: Hot.\n"
DECLARED = '[[curriculum]]\nversions = ["old.md", "newest.md"]\noutput = "out.md"\n'
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old.md").write_text(BAKING, encoding="utf-8")
    (tmp_path / "newest.md").write_text(NEWEST, encoding="utf-8")
    (tmp_path / "curriculum.toml").write_text(DECLARED, encoding="utf-8")
    return tmp_path


class Terminal:
    """A terminal in which `decide` runs."""

    def __init__(self, child: "pexpect.spawn[str]") -> None:
        self._child = child
        self.keys = 0

    def screen(self) -> str:
        """Wait for a question, or for the end; gives what is shown since the last one."""
        ended = self._child.expect(["q quit", pexpect.EOF], timeout=60)
        shown = f"{self._child.before}{'' if ended else self._child.after}"
        return _ESCAPE.sub("", shown).replace("\r\n", "\n")

    def press(self, key: str) -> str:
        self.keys += 1
        self._child.send(key)
        return self.screen()

    def answer(self, question: str, text: str) -> str:
        self._child.expect_exact(question)
        self._child.sendline(text)
        return self.screen()

    def send(self, key: str) -> None:
        self._child.send(key)

    def leave(self) -> tuple[int | None, str]:
        """Wait for the end; gives the exit code and the last words."""
        self._child.expect(pexpect.EOF, timeout=60)
        self._child.close()
        return self._child.exitstatus, _ESCAPE.sub("", self._child.before or "")


@contextmanager
def terminal(
    folder: Path, *arguments: str, columns: int = 100, **environment: str
) -> Iterator[Terminal]:
    variables = {"TERM": "xterm-256color", **ENVIRONMENT, **environment}
    del variables["COLUMNS"]
    child = pexpect.spawn(
        executable,
        ["-m", "curriculum_tools", "decide", *arguments],
        cwd=str(folder),
        env=variables,
        dimensions=(60, columns),
        encoding="utf-8",
        timeout=60,
    )
    try:
        yield Terminal(child)
    finally:
        child.close(force=True)


def written(folder: Path) -> str:
    return (folder / DECISIONS).read_text(encoding="utf-8")


def test_an_answer_is_written_at_once(folder: Path) -> None:
    with terminal(folder) as one:
        first = one.screen()
        assert "out.md · 1 of 3" in first
        assert "Should this topic stay?" in first
        assert "newest.md, the newest version, does not have it." in first
        assert "Stretching dough." in first
        second = one.press("k")
        assert "2 of 3 · 1 decided" in second
        assert written(folder) == 'keep:\n- {topic: "Kneading"}\n'
        one.send("q")
        code, last = one.leave()
    assert code == 0
    assert "out.md: 1 decided, 2 things left to decide" in last
    assert "written to curriculum.decisions.yaml" in last


def test_a_reason_is_asked_for_where_one_is_required(folder: Path) -> None:
    with terminal(folder) as one:
        one.screen()
        one.send("x")
        assert "1 decided" in one.answer("why?", "nobody kneads")
        assert written(folder) == 'drop:\n- {topic: "Kneading", reason: "nobody kneads"}\n'
        one.send("x")
        assert "not decided: it needs a text" in one.answer("why?", "")
        assert "Proving" not in written(folder)


def test_skipping_and_taking_back(folder: Path) -> None:
    (folder / DECISIONS).write_text("# ours\n", encoding="utf-8")
    with terminal(folder) as one:
        assert "Kneading" in one.screen()
        assert "Proving" in one.press("n")
        assert "Sponges" in one.press("k")
        assert "topic: " in written(folder)
        assert "Proving" in one.press("u")
        assert written(folder) == "# ours\n"
        assert "no answer has the key z" in one.press("z")
        one.send("\x04")
        assert one.leave()[0] == 0


def test_a_file_that_others_changed_is_not_taken_back(folder: Path) -> None:
    with terminal(folder) as one:
        one.screen()
        one.press("k")
        theirs = written(folder) + "# theirs\n"
        (folder / DECISIONS).write_text(theirs, encoding="utf-8")
        assert "the file was changed meanwhile" in one.press("u")
        one.press("k")
        assert written(folder) == theirs.replace("# theirs\n", '- {topic: "Proving"}\n# theirs\n')


def test_what_others_ruled_meanwhile_is_not_contradicted(folder: Path) -> None:
    with terminal(folder) as one:
        one.screen()
        theirs = "drop: [{topic: Kneading, reason: dull}]\n"
        (folder / DECISIONS).write_text(theirs, encoding="utf-8")
        assert "rules otherwise" in one.press("k")
        assert written(folder) == theirs


def test_all_of_a_chapter_and_all(folder: Path) -> None:
    with terminal(folder) as one:
        assert "K  keep all 2 of “Bread”" in one.screen()
        assert "Sponges" in one.press("K")
        one.send("k")
        assert "nothing is left to decide" in one.leave()[1]
    assert written(folder) == (
        'keep:\n- {absent-from-newest: true, chapter: "Bread"}\n- {topic: "Sponges"}\n'
    )
    assert curriculum("merge", "--strict", at=folder).returncode == 0


def test_a_wording_of_ones_own(folder: Path) -> None:
    other = changed(
        ("### 1.1 Kneading", "### 1.1 Kneading by Hand"),
        ("Stretching dough.", "What hands do to a dough, and for how long."),
        ("What does kneading do to gluten?", "Which hand kneads?"),
    )
    (folder / "newest.md").write_text(other, encoding="utf-8")
    with terminal(folder) as one:
        one.screen()
        one.send("e")
        one.answer("the text that stays:", "\x15Hands in Dough")
    assert 'wording: "Hands in Dough"' in written(folder)


@pytest.mark.parametrize("columns", [60, 100])
def test_it_fits_and_needs_no_colours(folder: Path, columns: int) -> None:
    with terminal(folder, columns=columns, NO_COLOR="1") as one:
        shown = one.screen()
    assert max(map(display_width, shown.splitlines())) <= columns


def test_an_interrupt_leaves_what_was_decided(folder: Path) -> None:
    with terminal(folder) as one:
        one.screen()
        one.press("k")
        one.send("\x03")
        assert one.leave()[0] == 130
    assert written(folder) == 'keep:\n- {topic: "Kneading"}\n'


def test_without_a_terminal_it_says_what_to_do(folder: Path) -> None:
    done = curriculum("decide", at=folder)
    assert done.returncode == 2
    assert b"`--list` prints what is open" in done.stderr


@pytest.mark.parametrize("output_format", ["text", "json"])
def test_the_list(folder: Path, output_format: str) -> None:
    done = curriculum("decide", "--list", "--output-format", output_format, at=folder)
    assert done.returncode == 0
    if output_format == "json":
        found = json.loads(done.stdout)
        Draft202012Validator(load("decide")).validate(found)
        assert [guide["open"] for guide in found["guides"]] == [3]
    else:
        assert b"out.md: 3 things left to decide" in done.stdout


@pytest.mark.parametrize(
    "paths", [["out.md"], ["."], ["old.md", "newest.md", "--oldest-first"], [], ["-o", "other.md"]]
)
def test_what_is_gone_through(folder: Path, paths: list[str]) -> None:
    done = curriculum("decide", "--list", *paths, at=folder)
    assert b"3 things left to decide" in done.stdout


def test_errors_say_what_to_do(folder: Path) -> None:
    assert curriculum("decide", "--list", "lost.md", at=folder).returncode == 2
    (folder / "curriculum.toml").unlink()
    done = curriculum("decide", "--list", at=folder)
    assert (done.returncode, b"name the versions" in done.stderr) == (2, True)


class TestRealGuides:
    """The five guides, settled from nothing."""

    @pytest.fixture
    def project(self, tmp_path: Path) -> Path:
        for name in OLDEST_FIRST:
            shutil.copy(real_guides() / name, tmp_path)
        versions = json.dumps(list(OLDEST_FIRST))
        (tmp_path / "curriculum.toml").write_text(
            f'[[curriculum]]\nversions = {versions}\noutput = "curriculum.md"\n', encoding="utf-8"
        )
        return tmp_path

    def test_forty_keys_settle_them(self, project: Path) -> None:
        with terminal(project) as one:
            shown = one.screen()
            while "left to decide" not in shown:
                shown = one.press(key_for(shown))
            assert "nothing is left to decide" in shown
            assert one.keys <= 40
        assert curriculum("merge", at=project).returncode == 0
        assert curriculum("merge", "--check", "--strict", at=project).returncode == 0
        pairs = curriculum("duplicates", "curriculum.md", "--output-format", "json",
                           "--min-verdict", "likely", at=project)  # fmt: skip
        assert json.loads(pairs.stdout)["pairs"] == []
        found = curriculum("lint", "curriculum.md", "--output-format", "json", at=project)
        rules = {finding["rule"] for finding in json.loads(found.stdout)["findings"]}
        assert rules.isdisjoint({"near-duplicate-question", "duplicate-question"})


def key_for(screen: str) -> str:
    """Decide as somebody in a hurry: topics one by one, all else that is alike at once."""
    keys: dict[str, Callable[[], str]] = {
        "one topic?": lambda: "s",
        "one question?": lambda: "D" if "\nD  " in screen or " D  " in screen else "d",
        "in both topics?": lambda: "K" if "K  keep" in screen else "k",
        "topic stay?": lambda: "A" if "A  keep" in screen else "k",
    }
    return next(key() for asked, key in keys.items() if asked in screen)
