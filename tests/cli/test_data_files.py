"""What guides build on and the order they come in, where a data file says so."""

import json
from pathlib import Path

import pytest

from tests.cli.test_other_files import found, lint
from tests.commands import curriculum

CONFIG = """include = ["lessons/*/task.md"]
[dialect]
topic = "file"
question = "## {n}. {text}"
order = "track.json:lessons"
prerequisites = "track.json:lessons.*.needs"
pairs = { "task.md" = "hints.md" }
"""
TRACK = """{
\t"lessons": [
\t\t{"slug": "dough", "concepts": ["kneading"], "needs": []},
\t\t{"slug": "oven", "concepts": ["heat"], "needs": ["kneading", "dough"]},
\t\t{"slug": "crust", "needs": ["heat"]}
\t]
}
"""
TASK = "# Task\n\n## 1. Weigh it\n\n## 2. Taste it\n"


@pytest.fixture
def track(tmp_path: Path) -> Path:
    (tmp_path / "curriculum.toml").write_text(CONFIG)
    (tmp_path / "track.json").write_text(TRACK)
    for slug in ("dough", "oven", "crust"):
        (tmp_path / "lessons" / slug).mkdir(parents=True)
        (tmp_path / "lessons" / slug / "task.md").write_text(TASK)
        (tmp_path / "lessons" / slug / "hints.md").write_text(f"{TASK}\n## In general\n")
    return tmp_path


def change(track: Path, old: str, new: str, file: str = "track.json") -> None:
    text = (track / file).read_text()
    assert text.count(old) == 1
    (track / file).write_text(text.replace(old, new))


@pytest.mark.parametrize(
    ("old", "new", "places"),
    [
        ("", "", []),
        ('["heat"]}', '["haet"]}', [("unknown-prerequisite", "track.json", 5)]),
        ('["kneading", "dough"]', '["crust"]', [("prerequisite-cycle", "track.json", 4)]),
        ('"needs": []', '"needs": "heat"', [("prerequisite-cycle", "track.json", 3)]),
        ('"kneading", "dough"', '"kneading", "oven"', [("prerequisite-cycle", "track.json", 4)]),
        (
            '{"slug": "dough", "concepts": ["kneading"], "needs": []}',
            '{"slug": "dough", "concepts": ["kneading"], "needs": ["salt"]}, '
            '{"slug": "last", "needs": ["crust"]}',
            [
                ("prerequisite-order", "track.json", 3),
                ("unknown-prerequisite", "track.json", 3),
            ],
        ),
        ('"slug": "crust"', '"slug": "crumb"', [("unlisted-file", "lessons/crust/task.md", 1)]),
    ],
)
def test_a_defect_is_found_on_its_line(
    track: Path, old: str, new: str, places: list[tuple[str, str, int]]
) -> None:
    assert found(track) == []
    if old:
        change(track, old, new)
    for _ in range(2):  # the second time from the cache
        assert sorted(found(track)) == places
    assert sorted(found(track, ".", "--jobs", "2", "--no-cache")) == places


def test_the_text_itself_is_what_is_marked(track: Path) -> None:
    change(track, '["heat"]}', '["haet"]}')
    (finding,) = lint(track)["findings"]
    assert finding["topic"] is None
    assert (finding["start"], finding["end"]) == (
        {"line": 5, "column": 32},
        {"line": 5, "column": 36},
    )


@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("track.yml", "lessons:\n  dough:\n    needs: []\n  oven:\n    needs: [salt, dough]\n", 5),
        ("track.toml", '[lessons.dough]\nneeds = []\n[lessons.oven]\nneeds = ["salt"]\n', 4),
    ],
)
def test_topics_may_be_named_by_their_keys(track: Path, name: str, text: str, line: int) -> None:
    (track / name).write_text(text)
    settings = CONFIG.replace("track.json:lessons.*", f"{name}:lessons.*")
    (track / "curriculum.toml").write_text(settings)
    assert found(track) == [("unknown-prerequisite", name, line)]


def test_a_guide_by_itself_brings_neither_the_data_file_nor_its_pair(track: Path) -> None:
    change(track, '["heat"]}', '["haet"]}')
    change(track, "Taste it", "Eat it", "lessons/oven/hints.md")
    assert found(track, "lessons/oven/task.md") == []
    assert found(track, "lessons/oven") == [("unlike-pair", "lessons/oven/hints.md", 5)]
    assert len(found(track)) == 2


def test_what_pairs_say_later_is_seen(track: Path) -> None:
    assert found(track) == []
    change(track, "Taste it", "Eat it", "lessons/oven/task.md")
    assert found(track) == [("unlike-pair", "lessons/oven/hints.md", 5)]
    change(track, "Taste it", "Eat it", "lessons/oven/hints.md")
    assert found(track) == []


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("track.json", '{\n"lessons": [,]}', "track.json:2: no valid JSON: Expecting value"),
        ("track.json", '{"lesson": []}', "track.json: `dialect.order` names `lessons`"),
        ("track.json", '{"lessons": [1]}', "`dialect.prerequisites` names `lessons.*.needs`"),
        ("track.json", None, "track.json: `dialect.order` names this file, which is not there"),
        ("curriculum.toml", CONFIG.replace(".json:lessons.", ".js:"), "curriculum.toml:6: "),
    ],
)
def test_a_data_file_of_no_use_is_an_error(
    track: Path, file: str, text: str | None, said: str
) -> None:
    (track / file).unlink() if text is None else (track / file).write_text(text)
    done = curriculum("lint", at=track)
    assert done.returncode == 2
    assert said in done.stderr.decode()


def test_a_list_without_entries_is_no_error(track: Path) -> None:
    (track / "track.json").write_text('{"lessons": []}')
    assert {rule for rule, _, _ in found(track)} == {"unlisted-file"}


def test_the_index_has_guides_in_the_order_of_the_data_file(track: Path) -> None:
    for slug in ("dough", "oven", "crust"):
        change(track, "# Task", f"# The {slug}", f"lessons/{slug}/task.md")
    done = curriculum("index", "--output-format", "json", at=track)
    chapters = json.loads(done.stdout)["chapters"]
    titles = [topic["title"] for chapter in chapters for topic in chapter["topics"]]
    assert titles == ["The dough", "The oven", "The crust"]
