"""Sources are read under the name that they are given."""

import io
import sys
from pathlib import Path

import pytest

from curriculum_tools.model.errors import RevisionError, UnreadableError
from curriculum_tools.model.source import Source
from curriculum_tools.store.sources import folder_of_source, is_revision, read_named_source
from tests.store.conftest import Git


def test_a_file_standard_input_and_none(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.md").write_bytes(b"# A \xff\r\n")
    assert read_named_source("a.md") == Source("a.md", "# A \udcff\r\n")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"# B\n")))
    assert read_named_source("-") == Source("<stdin>", "# B\n")
    assert read_named_source("/dev/null") == Source("/dev/null", "")
    with pytest.raises(UnreadableError, match=r"^lost\.md: no such file"):
        read_named_source("lost.md")


def test_what_git_has(here: Path, git: Git) -> None:
    (here / "a.md").write_bytes(b"# A \xff\n")
    git("add", "a.md")
    git("commit", "--quiet", "--message=first")
    (here / "a.md").unlink()
    assert read_named_source("HEAD:a.md") == Source("HEAD:a.md", "# A \udcff\n")
    assert read_named_source(":a.md") == Source(":a.md", "# A \udcff\n")
    with pytest.raises(RevisionError, match=r"no file b\.md in HEAD"):
        read_named_source("HEAD:b.md")


def test_a_file_that_is_called_like_a_revision(here: Path) -> None:
    (here / "HEAD:a.md").write_text("# A\n")
    assert not is_revision("HEAD:a.md")
    assert read_named_source("HEAD:a.md") == Source("HEAD:a.md", "# A\n")
    assert is_revision("HEAD:b.md")
    assert not is_revision("b.md")
    assert not is_revision("-")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("own/a.md", "own"),
        ("a.md", "."),
        ("-", "."),
        ("HEAD~1:own/a.md", "own"),
        ("HEAD:a.md", "."),
    ],
)
def test_where_the_config_is_looked_for(here: Path, name: str, folder: str) -> None:
    assert folder_of_source(name) == folder
