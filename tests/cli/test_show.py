"""`curriculum lint --show-files` and `--show-config`."""

import tomllib
from pathlib import Path

import pytest

from tests.cli.test_commands import GUIDE
from tests.commands import curriculum


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.md", "sub/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(GUIDE)
    (tmp_path / "readme.md").write_text("# Not a guide\n")
    (tmp_path / "sub/curriculum.toml").write_text('ignore = ["notes"]\n')
    return tmp_path


def test_the_guides_are_listed_and_nothing_else(folder: Path) -> None:
    done = curriculum("lint", "--show-files", at=folder)
    assert (done.returncode, done.stdout) == (0, b"a.md\nsub/b.md\n")
    done = curriculum("lint", "--show-files", "readme.md", "gone.md", at=folder)
    assert (done.returncode, done.stdout) == (2, b"readme.md\n")
    assert b"gone.md: no such file" in done.stderr


def test_the_settings_are_those_of_the_run_or_of_the_guide_named(folder: Path) -> None:
    done = curriculum("lint", "--show-config", "--select", "numbering", at=folder)
    assert done.stdout.startswith(b"# no config file was found")
    assert tomllib.loads(done.stdout.decode())["select"] == ["numbering"]
    assert done.stderr == b"sub/curriculum.toml holds for 1 other file: name one to see it\n"
    done = curriculum("lint", "--show-config", "sub", "--ignore", "links", at=folder)
    assert done.stdout.startswith(b"# sub/curriculum.toml\n")
    assert tomllib.loads(done.stdout.decode())["ignore"] == ["notes", "links"]
    assert done.stderr == b""
