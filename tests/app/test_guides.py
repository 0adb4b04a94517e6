"""Reading a guide that a command names, wherever it is."""

from pathlib import Path

import pytest

from curriculum_tools.app.guides import read_guide
from curriculum_tools.model.errors import UnreadableError
from curriculum_tools.store.config import Configs
from tests.app.on_disk import write
from tests.store.conftest import Git

GERMAN = "# A\n\n## 1. B\n\n### 1.1 C\n- **Fragen**:\n  - Was?\n"
LABELS = '[fields.labels]\nquestions = ["Fragen"]\n'


def questions(name: str, config: str | None = None) -> int:
    return len(read_guide(name, Configs(config)).questions)


def test_labels_are_those_of_the_nearest_config_else_of_the_run(
    here: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"own/a.md": GERMAN, "b.md": GERMAN, "own/curriculum.toml": LABELS})
    (tmp_path / "temporary.md").write_text(GERMAN)
    assert [questions("own/a.md"), questions("b.md")] == [1, 0]
    assert questions("b.md", "own/curriculum.toml") == 1
    monkeypatch.chdir(here / "own")
    assert questions("../../temporary.md") == 1
    write({"../curriculum.toml": ""})
    assert questions("../b.md") == 0


def test_what_git_has(here: Path, git: Git) -> None:
    write({"own/a.md": GERMAN, "own/curriculum.toml": LABELS})
    git("add", "--all")
    git("commit", "--quiet", "--message=first")
    write({"own/a.md": GERMAN + "  - Wer?\n"})
    assert [questions("own/a.md"), questions("HEAD:own/a.md")] == [2, 1]
    assert read_guide("HEAD:own/a.md", Configs()).path == "HEAD:own/a.md"


def test_what_is_not_there(here: Path) -> None:
    assert questions("/dev/null") == 0
    with pytest.raises(UnreadableError, match=r"^lost\.md: no such file"):
        read_guide("lost.md", Configs())
