"""Guides that no config tells of are read as a reader reads them, one by one and by `init`."""

from pathlib import Path

import pytest

from curriculum_tools.app.guides import is_guide, may_be_guide, parse_text
from curriculum_tools.app.init import write_config
from curriculum_tools.facts.held import held
from curriculum_tools.model.config import Config
from curriculum_tools.model.source import Source
from curriculum_tools.store.config import Configs
from tests.commands import curriculum
from tests.detection.writing import FAMILIES, LANGUAGES, Guide, write_family
from tests.examples import times

each_family = pytest.mark.parametrize("name", FAMILIES)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def counts(written: Guide) -> tuple[int, int, int, int]:
    return written.questions, written.chapters, written.answers, written.options


def read(text: str, config: Config | None = None, path: str = "pottery.md") -> tuple[int, ...]:
    guide = parse_text(Source(path, text), config or Config())
    assert is_guide(guide)
    found = held(guide)
    return found.questions, found.chapters, found.answers, found.options


@each_family
@each_language
def test_each_family_is_read_from_one_file(name: str, language: str) -> None:
    for seed in times(5):
        written = write_family(name, language, seed)
        assert may_be_guide(Source("pottery.md", written.text), Config())
        assert read(written.text) == counts(written)


@each_family
def test_what_init_writes_reads_what_was_detected(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written = write_family(name, "en", 7)
    Path("pottery.md").write_text(written.text, encoding="utf-8")
    Path("CHANGELOG.md").write_text("# Changes\n\n## 1.0\n\n- Was moved.\n", encoding="utf-8")
    found = write_config()
    assert (found.guides, found.said.split()[0]) == (1, str(written.questions))
    first = Path(found.path).read_bytes()
    config = Configs().of_run
    assert config.include == ("pottery.md",)
    assert read(written.text, config) == counts(written)
    write_config(force=True)
    assert Path(found.path).read_bytes() == first
    assert curriculum("lint", at=tmp_path).returncode in (0, 1)


def test_init_tells_what_is_lacking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert write_config().said == "there is no Markdown file here"
    Path("a.md").write_text("# A\n\n### Why?\n\n### Who?\n\n### Rain\n", encoding="utf-8")
    found = write_config(force=True)
    assert (found.guides, found.said) == (
        0,
        'a.md has 2 lines "### {text}" that ask; 8 make a guide',
    )
    done = curriculum("init", "--force", at=tmp_path)
    assert b"but found no guides: a.md has 2 lines" in done.stdout + done.stderr


def test_many_guides_among_other_files_are_named_by_a_glob(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for n in range(12):
        folder = Path(f"week-{n}")
        folder.mkdir()
        text = write_family("numbered headings", "en", n).text
        (folder / f"Questions{n % 3}.md").write_text(text, encoding="utf-8")
        (folder / "notes.md").write_text("# Notes\n\nIt rained.\n", encoding="utf-8")
    assert write_config().guides == 12
    assert Configs().of_run.include == ("*/Questions*.md",)


def test_small_files_beside_guides_are_read_with_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("fire.md").write_text(write_family("plain headings", "en", 1).text, encoding="utf-8")
    few = "# Rain\n\n## Wet\n\n### Why is it wet?\n\nIt is.\n\n### Who is dry?\n\nNobody.\n"
    Path("rain.md").write_text(few, encoding="utf-8")
    assert write_config().guides == 2


def test_lessons_that_check_what_was_understood(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    lesson = (
        "# {0}\n\n## Introduction\n\nOn {0}.\n\n- Fire\n- Earth\n\n## Knowledge check\n\n"
        "- What is {0}?\n- Why does {0} burn?\n- Who made {0}?\n\n## Reading\n\n- A book.\n"
    )
    for each in ("clay", "glaze", "slip", "ash"):
        Path(f"{each}.md").write_text(lesson.format(each), encoding="utf-8")
    assert write_config().guides == 4
    templates = Configs().of_run.templates
    assert templates is not None
    assert templates.topic_is_file
    assert templates.within == ("Knowledge check",)
