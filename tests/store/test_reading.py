import io
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store import reading
from curriculum_tools.store.reading import read_source
from tests.cli.test_commands import GUIDE
from tests.commands import curriculum


def refusal(path: str) -> str:
    with pytest.raises(UnreadableError) as caught:
        read_source(path)
    return str(caught.value)


@given(st.binary())
def test_a_text_gives_back_its_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "any.md"
    path.write_bytes(data)
    source = read_source(str(path), "any.md")
    assert source.path == "any.md"
    assert source.text.encode("utf-8", "surrogateescape") == data


def test_nothing_is_translated(here: Path) -> None:
    Path("a.md").write_bytes(b"\xef\xbb\xbf# A\r\nb\rc\n\xff")
    assert read_source("a.md").text == "\ufeff# A\r\nb\rc\n\udcff"


def test_what_cannot_be_read(here: Path) -> None:
    Path("folder.md").mkdir()
    os.mkfifo("fifo.md")
    Path("loop.md").symlink_to("loop.md")
    assert refusal("absent.md") == "absent.md: no such file or folder"
    assert refusal("folder.md") == "folder.md: a folder, not a file"
    assert refusal("fifo.md") == "fifo.md: not a regular file"
    assert refusal("loop.md") == "loop.md: too many levels of symbolic links"
    assert refusal("/dev/zero") == "/dev/zero: not a regular file"
    assert refusal("a\0b") == "a\0b: embedded null byte"
    assert refusal("") == ": no such file or folder"


def test_a_file_that_may_not_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("a.md").write_text("# A\n")

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", denied)
    assert refusal("a.md") == "a.md: permission denied"


def test_a_file_that_is_too_large(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "LARGEST", 3)
    Path("a.md").write_text("123")
    assert read_source("a.md").text == "123"
    Path("a.md").write_text("1234")
    assert "larger than" in refusal("a.md")


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# A\r\n\xff")))
    source = read_source("-", "a.md")
    assert (source.path, source.text) == ("a.md", "# A\r\n\udcff")
    monkeypatch.setattr(sys, "stdin", None)
    assert refusal("-") == "<stdin>: standard input is closed"


def test_a_guide_of_too_many_lines(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_LINES", 30)
    Path("long.md").write_text(GUIDE + "\n" * 31)
    Path("prose.md").write_text("Prose.\n" * 31)
    lint = curriculum("lint", at=here)
    assert lint.returncode == 2
    assert b"long.md: more than 30 lines, which no guide has\n  divide it" in lint.stderr
    assert b"prose" not in lint.stderr
    for command in (["diff", "long.md", "long.md"], ["index", "long.md"], ["parse", "long.md"]):
        done = curriculum(*command, at=here)
        assert (done.returncode, b"divide it" in done.stderr) == (2, True), command
