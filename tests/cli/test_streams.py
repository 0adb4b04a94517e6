"""How wide and how colourful text is, and what is written where."""

import io
import os
import sys
from pathlib import Path

import pytest

from curriculum_tools.cli.streams import complain, emit, emit_exactly, style


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)


def terminal(monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    """Have standard output be a terminal of so many columns."""
    size = os.terminal_size((columns, 24))
    monkeypatch.setattr(os, "get_terminal_size", lambda _stream: size)


@pytest.mark.parametrize(
    ("columns", "width"),
    [("1", 40), ("39", 40), ("40", 40), ("77", 77), ("120", 120), ("121", 120), ("9999", 120)],
)
def test_text_is_neither_too_narrow_nor_too_wide(
    monkeypatch: pytest.MonkeyPatch, columns: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    assert style("never", 0, quiet=False).width == width
    monkeypatch.delenv("COLUMNS")
    terminal(monkeypatch, int(columns))
    assert style("never", 0, quiet=False).width == width


@pytest.mark.parametrize("columns", ["", "0", "wide", "-5", "²"])
def test_without_a_width_it_is_that_of_the_terminal_else_the_usual_one(
    monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    terminal(monkeypatch, 88)
    assert style("never", 0, quiet=False).width == 88
    terminal(monkeypatch, 0)
    assert style("never", 0, quiet=False).width == 100
    monkeypatch.setattr(sys, "__stdout__", None)
    assert style("never", 0, quiet=False).width == 100


@pytest.mark.parametrize(
    ("color", "environment", "is_terminal", "has_color"),
    [
        ("auto", {}, True, True),
        ("auto", {}, False, False),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"NO_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"FORCE_COLOR": "1", "NO_COLOR": "1"}, True, False),
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
    ],
)
def test_colour(
    monkeypatch: pytest.MonkeyPatch,
    color: str,
    environment: dict[str, str],
    is_terminal: bool,
    has_color: bool,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal)
    assert style(color, 0, quiet=False).color == has_color


def test_a_file_has_no_colour_unless_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert not style("auto", 0, quiet=False, output_file="out.txt").color
    assert style("always", 0, quiet=False, output_file="out.txt").color


def test_a_result_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\r\n")
    emit(["ü\n", "\udcff\n"], stream=stream)
    stream.flush()
    assert raw.getvalue() == "ü\n\\udcff\n".encode()
    emit(["ü\n"], str(tmp_path / "out"))
    emit_exactly("\udcff\r\n", str(tmp_path / "exact"))
    assert (tmp_path / "out").read_bytes() == "ü\n".encode()
    assert (tmp_path / "exact").read_bytes() == b"\xff\r\n"


def test_no_message_can_forge_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    complain("a\x1b[2K.md: no such file\n  try again")
    assert capsys.readouterr().err == "error: a␛[2K.md: no such file\n  try again\n"
