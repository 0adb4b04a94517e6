"""The curriculum that this repository keeps: merged, decided, indexed, and fresh."""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from curriculum_tools.model.content import NotesStatus, Section
from curriculum_tools.model.guide import Guide
from curriculum_tools.model.source import Source
from curriculum_tools.syntax.parse import parse
from tests.commands import curriculum
from tests.schemas import load
from tests.sites import build_with_mkdocs

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "guides"
NOTES = GUIDES / "content" / "docs"
VERSIONS = ("core.md", "extended.md", "index.md")  # oldest first

each_version = pytest.mark.parametrize("name", VERSIONS)


@cache
def read(path: str) -> Guide:
    """Parse a guide by its path below `guides/`."""
    return parse(Source(path, (GUIDES / path).read_text("utf-8")))


@cache
def report() -> Any:
    """Give what `curriculum merge` says about the versions."""
    done = curriculum("merge", "--check", "--strict", "--output-format", "json", at=ROOT)
    assert done.returncode == 0, done.stdout.decode()
    return json.loads(done.stdout)


@cache
def decisions() -> dict[str, list[dict[str, Any]]]:
    text = (GUIDES / "curriculum.decisions.yaml").read_text("utf-8")
    rulings: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    jsonschema.validate(rulings, load("decisions"))
    return rulings


def index() -> Any:
    return json.loads((GUIDES / "index.json").read_text("utf-8"))


def lint(*arguments: str) -> Any:
    done = curriculum("lint", "--no-cache", "--output-format", "json", *arguments, at=ROOT)
    return json.loads(done.stdout)


def test_the_merged_guide_is_fresh_and_nothing_is_left_to_decide() -> None:
    assert report()["review"] == report()["stale_rulings"] == []
    assert [conflict for conflict in report()["conflicts"] if conflict["open"]] == []
    assert report()["accounting"]["unaccounted"] == 0


def test_the_merged_guide_has_no_finding() -> None:
    assert lint("guides/curriculum.md")["findings"] == []


@each_version
def test_each_question_is_in_the_merged_guide_or_was_dropped_with_a_reason(name: str) -> None:
    printed = {question.text for _, question in read("curriculum.md").questions}
    stands_for = {
        (origin["topic"], origin["text"])
        for question in report()["questions"]
        for origin in question["from"]
        if origin["source"] == f"versions/{name}" and question["text"] in printed
    }
    dropped = {ruling["topic"] for ruling in decisions()["drop"] if ruling["reason"]}
    assert [
        question.text
        for topic, question in read(f"versions/{name}").questions
        if (topic.number, question.text) not in stands_for and topic.title not in dropped
    ] == []


@each_version
def test_each_topic_is_in_the_merged_guide_or_was_dropped_with_a_reason(name: str) -> None:
    stands_for = Counter(
        origin["title"]
        for topic in report()["topics"]
        for origin in topic["from"]
        if origin["source"] == f"versions/{name}"
    )
    stands_for.update(ruling["topic"] for ruling in decisions()["drop"])
    assert not Counter(topic.title for topic in read(f"versions/{name}").topics) - stands_for


def test_each_ruling_has_a_reason() -> None:
    rulings = [ruling for rulings in decisions().values() for ruling in rulings]
    assert [ruling for ruling in rulings if not ruling.get("reason")] == []


def test_the_baseline_accepts_what_is_odd_in_old_versions_and_nothing_else() -> None:
    baseline = json.loads((ROOT / ".curriculum-baseline.json").read_text("utf-8"))
    folders = {Path(finding["path"]).parent.as_posix() for finding in baseline["findings"]}
    assert folders == {"guides/versions"}
    found = lint("--baseline", ".curriculum-baseline.json", "guides")
    assert found["findings"] == found["stale_baseline"] == []


@pytest.mark.parametrize(
    ("form", "name"),
    [("markdown", "index.md"), pytest.param("json", "index.json", marks=pytest.mark.slow)],
)
def test_the_index_is_fresh(form: str, name: str) -> None:
    options = ("--check", "--output-format", form, "--output-file", f"guides/{name}")
    done = curriculum("index", *options, at=ROOT)
    assert done.returncode == 0, done.stderr.decode()


def test_the_coverage_is_what_the_files_show() -> None:
    for chapter, shown in zip(read("curriculum.md").chapters, index()["chapters"], strict=True):
        assert [topic.title for topic in chapter.sections] == [
            topic["title"] for topic in shown["topics"]
        ]
        assert shown["coverage"] == coverage(chapter.sections)
    assert index()["coverage"] == coverage(read("curriculum.md").topics)


def coverage(topics: tuple[Section, ...]) -> dict[str, int]:
    """Count the notes of topics, each of which has one, and look for the files."""
    notes = [note for topic in topics for note in topic.notes]
    assert len(notes) == len(topics)
    counts = Counter(note.status.value for note in notes)
    named = [note.path for note in notes if note.status is not NotesStatus.PLANNED]
    return {
        "topics": len(topics),
        "written": counts["written"],
        "planned": counts["planned"],
        "covered": counts["covered"],
        "none": 0,
        "not_found": sum(not (GUIDES / path).is_file() for path in named),
    }


def test_each_file_of_notes_is_the_notes_of_one_topic() -> None:
    written = [
        note.path
        for topic in read("curriculum.md").topics
        for note in topic.notes
        if note.status is NotesStatus.WRITTEN
    ]
    there = [path.relative_to(GUIDES).as_posix() for path in NOTES.rglob("*.md")]
    assert sorted(written) == sorted(there)


@pytest.mark.slow
def test_mkdocs_builds_a_site_of_the_notes_strictly(tmp_path: Path) -> None:
    navigation = curriculum("index", "--output-format", "mkdocs", at=ROOT)
    assert navigation.returncode == 0
    assert navigation.stderr == b""  # no page is left out
    settings = {"site_name": "Notes", "docs_dir": str(NOTES)}
    (tmp_path / "mkdocs.yml").write_text(
        yaml.safe_dump(settings) + navigation.stdout.decode(), "utf-8"
    )
    assert "not included in the" not in build_with_mkdocs(tmp_path)
    for note in NOTES.rglob("*.md"):
        page = tmp_path / "site" / note.relative_to(NOTES).with_suffix("") / "index.html"
        assert page.is_file()
