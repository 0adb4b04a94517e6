"""The index of guides with templates, as a user meets it."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.commands import curriculum
from tests.schemas import validate

LESSONS = """
include = ["lessons/*.md"]
[dialect]
topic = "file"
question = "- {text}"
within = ["Check"]
order = "SUMMARY.md"
"""
SUMMARY = """# Summary

[Foreword](lessons/foreword.md)

# Light

- [Lamps](lessons/lamps.md)
- [Candles](lessons/candles.md)

# Sound

- [Bells](lessons/bells.md)
"""
QUIZ = """
include = ["**/README*.md"]
[dialect]
question = "### {n}. {text}"
option = "- {letter}) {text}"
translations = { of = "README.md", in = "{lang}/README.md" }
"""


def lesson(title: str, *questions: str) -> str:
    return f"# {title}\n\nText.\n\n## Check\n\n" + "".join(f"- {each}\n" for each in questions)


def quiz(*numbers: int) -> str:
    return "# Quiz\n\n" + "".join(f"### {n}. What is {n}?\n\n- A) a\n- B) b\n\n" for n in numbers)


def write(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "curriculum.toml": LESSONS,
            "SUMMARY.md": SUMMARY,
            "lessons/bells.md": lesson("Bells", "What rings?"),
            "lessons/candles.md": lesson("Candles", "What burns?", "What drips?"),
            "lessons/foreword.md": lesson("Foreword"),
            "lessons/lamps.md": lesson("Lamps", "What glows?"),
            "lessons/unlisted.md": lesson("Unlisted", "Who forgot this?"),
        },
    )


@pytest.fixture
def translated(tmp_path: Path) -> Path:
    return write(
        tmp_path,
        {
            "curriculum.toml": QUIZ,
            "README.md": quiz(1, 2, 3, 4),
            "de/README.md": quiz(1, 2, 3, 4),
            "es/README.md": quiz(1, 5),
        },
    )


def index(folder: Path, *options: str) -> str:
    done = curriculum("index", *options, at=folder)
    assert (done.returncode, done.stderr) == (0, b"")
    return done.stdout.decode()


def index_json(folder: Path, *options: str) -> Any:
    return validate("index", index(folder, "--output-format", "json", *options))


def test_files_stand_in_the_order_and_the_parts_of_the_order_page(lessons: Path) -> None:
    found = index_json(lessons)
    parts = [(c["title"], [t["title"] for t in c["topics"]]) for c in found["chapters"]]
    assert parts == [
        ("", ["Foreword"]),
        ("Light", ["Lamps", "Candles"]),
        ("Sound", ["Bells"]),
        ("", ["Unlisted"]),
    ]
    assert [chapter["questions"] for chapter in found["chapters"]] == [0, 3, 1, 1]


def test_a_file_that_is_a_topic_is_its_own_notes(lessons: Path) -> None:
    (topic, _) = index_json(lessons)["chapters"][1]["topics"]
    assert topic["notes"] == [{"path": "lessons/lamps.md", "status": "written", "found": True}]
    assert topic["from"] == [{"path": "lessons/lamps.md", "number": None, "line": 1}]
    assert "| [Lamps](lessons/lamps.md) | 1 | written |" in index(lessons)


@pytest.mark.parametrize(
    ("site", "line"),
    [
        ("mdbook", "- [Lamps](lamps.md)"),
        ("mkdocs", '- "Lamps": "lamps.md"'),
        ("fumadocs", '"foreword",\n      "lamps",\n      "candles",'),
    ],
)
def test_every_site_has_the_files(lessons: Path, site: str, line: str) -> None:
    assert line in index(lessons, "--output-format", site)


def test_questions_of_a_chapter_without_topics_are_counted(tmp_path: Path) -> None:
    toml = '[dialect]\nchapter = "## {text}"\nquestion = "### {text}"\nanswer = "rest"\n'
    text = "# Soil\n\n## Loam\n\n### What is it?\n\nClay.\n\n## Mulch\n\n### Why?\n\n### When?\n"
    write(tmp_path, {"curriculum.toml": toml, "a.md": text})
    assert index(tmp_path, "a.md") == (
        "# Soil\n\n3 questions.\n\n"
        "| | Chapter or topic | Questions |\n| ---: | --- | ---: |\n"
        "|  | **Loam** | 1 |\n|  | **Mulch** | 2 |\n"
    )
    assert index_json(tmp_path, "a.md")["coverage"]["topics"] == 0


def test_translations_are_listed_by_what_they_lack(translated: Path) -> None:
    assert index(translated).partition("## ")[2] == (
        "Translations of README.md\n\n"
        "| Language | File | Questions | Lacks | Only here |\n"
        "| --- | --- | ---: | --- | --- |\n"
        "| de | de/README.md | 4 of 4 | – | – |\n"
        "| es | es/README.md | 2 of 4 | 2–4 | 5 |\n"
    )


def test_the_matrix_has_each_number_and_language(translated: Path) -> None:
    found = index_json(translated)
    assert found["questions"] == 4
    assert found["translations"] == [
        {
            "of": "README.md",
            "languages": {"de": "de/README.md", "es": "es/README.md"},
            "questions": [
                {"number": "1", "in": ["de", "es"], "lacks": []},
                {"number": "2", "in": ["de"], "lacks": ["es"]},
                {"number": "3", "in": ["de"], "lacks": ["es"]},
                {"number": "4", "in": ["de"], "lacks": ["es"]},
            ],
            "extra": [{"number": "5", "in": ["es"]}],
        }
    ]


def test_the_default_dialect_says_nothing_of_it(tmp_path: Path) -> None:
    write(tmp_path, {"a.md": "# A\n\n## 1. B\n\n### 1.1 C\n- **Description**: D.\n"})
    found = json.loads(index(tmp_path, "--output-format", "json", "a.md"))
    assert set(found) == {"version", "title", "coverage", "chapters"}
    assert set(found["chapters"][0]) == {"number", "title", "coverage", "topics"}
