"""What is found in guides by looking at other files: the order page, the original."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import curriculum

BOOK = """include = ["src/*.md"]
[dialect]
topic = "file"
question = "- {text}"
order = "src/SUMMARY.md"
"""
QUIZ = """[dialect]
question = "## {n}. {text}"
option = "- [{mark}] {text}"
translations = { of = "{dir}/{name}.md", in = "{dir}/{name}-{lang}.md" }
"""
QUESTION = "## {}. ?\n\n- [{}] a\n- [{}] b\n"


def lint(folder: Path, *arguments: str) -> dict[str, Any]:
    done = curriculum("lint", "--output-format", "json", *arguments, at=folder)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def found(folder: Path, *arguments: str) -> list[tuple[str, str, int]]:
    report = lint(folder, "--select", "ALL", "--ignore", "missing-title", *arguments)
    return [(each["rule"], each["path"], each["start"]["line"]) for each in report["findings"]]


@pytest.fixture
def book(tmp_path: Path) -> Path:
    (tmp_path / "curriculum.toml").write_text(BOOK)
    (tmp_path / "src").mkdir()
    (tmp_path / "src/queen.md").write_text("# The queen\n\n- Who lays the eggs?\n")
    (tmp_path / "src/drones.md").write_text("# Drones\n\n- What do drones do?\n")
    summary = "# Summary\n\n- [The queen](queen.md)\n- [Wasps](wasps.md)\n"
    (tmp_path / "src/SUMMARY.md").write_text(summary)
    return tmp_path


ALL_OF_BOOK = [("broken-link", "src/SUMMARY.md", 4), ("unlisted-file", "src/drones.md", 1)]


@pytest.mark.parametrize("arguments", [(), (".",), ("src",), ("--jobs", "2"), ("--no-cache",)])
def test_the_order_page_is_looked_at_for_its_links(book: Path, arguments: tuple[str, ...]) -> None:
    for _ in range(2):  # the second time from the cache
        assert found(book, *arguments) == ALL_OF_BOOK


def test_the_order_page_is_no_guide(book: Path) -> None:
    report = lint(book)
    assert [guide["path"] for guide in report["guides"]] == ["src/drones.md", "src/queen.md"]
    assert report["summary"]["guides"] == 2
    shown = curriculum("lint", "--show-files", at=book).stdout.decode()
    assert shown.split() == ["src/drones.md", "src/queen.md"]
    assert b"2 guides" in curriculum("lint", at=book).stdout


def test_a_guide_by_itself_does_not_bring_the_order_page(book: Path) -> None:
    assert found(book, "src/queen.md") == []


def test_what_the_page_says_later_is_seen(book: Path) -> None:
    assert found(book) == ALL_OF_BOOK
    (book / "src/SUMMARY.md").write_text("# Summary\n\n- [All](queen.md) [else](./drones.md)\n")
    assert found(book) == []


def test_links_of_the_page_are_fixed(book: Path) -> None:
    (book / "src/SUMMARY.md").write_text("- [Queen](quen.md)\n- [Drones](drones.md)\n")
    curriculum("lint", "--fix", "--unsafe-fixes", at=book)
    assert (book / "src/SUMMARY.md").read_text() == "- [Queen](queen.md)\n- [Drones](drones.md)\n"


def test_translations_are_compared_with_the_original_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "curriculum.toml").write_text(QUIZ)
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz/aid-fr.md").write_text(QUESTION.format(1, "x", " "))
    assert found(tmp_path) == []
    (tmp_path / "quiz/aid.md").write_text(QUESTION.format(1, "x", " "))
    assert found(tmp_path) == []
    (tmp_path / "quiz/aid.md").write_text(
        QUESTION.format(1, " ", "x") + QUESTION.format(2, "x", "")
    )
    assert [each for each in found(tmp_path) if each[1] == "quiz/aid-fr.md"] == [
        ("outdated-translation", "quiz/aid-fr.md", 1),
        ("translation-answer-differs", "quiz/aid-fr.md", 3),
    ]


def test_a_path_that_cannot_be_filled_is_an_error_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "curriculum.toml").write_text(QUIZ.replace("{dir}/{name}-{lang}", "{name}-{lang}"))
    done = curriculum("lint", at=tmp_path)
    assert done.returncode == 2
    assert b"curriculum.toml:4" in done.stderr
    assert b"{dir}" in done.stderr
