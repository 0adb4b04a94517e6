"""Which of the Markdown files in a folder are guides: those whose topics have known fields."""

from pathlib import Path

import pytest

from tests.cli.test_commands import GUIDE
from tests.commands import curriculum

OTHERS = {
    "prose.md": "# Prose\n\nWithout chapters and topics.\n",
    "chapters.md": "# Chapters\n\n## 1. Storage\n\nProse.\n\n## 2. Speed\n\nProse.\n",
    "topics.md": "# Topics\n\n## 1. Storage\n\n### 1.1 Tables\nProse.\n\n### 1.2 Indexes\nProse.\n",
    "labels.md": "# Labels\n\n## 1. Storage\n\n### 1.1 Tables\n- **Pages**: Twelve.\n- Prose.\n",
    "fields.md": "# Fields\n\n- **Description**: Of no topic.\n- **Questions**:\n  - Why?\n",
    "code.md": f"# Code\n\n````markdown\n{GUIDE}````\n",
    "empty.md": "",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {"guide.md": GUIDE, **OTHERS}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_what_is_none_is_passed_over_and_counted(folder: Path) -> None:
    done = curriculum("lint", ".", "-v", at=folder)
    said = f"{len(OTHERS)} Markdown files are no guides and were passed over\n"
    assert done.stderr.decode() == said
    assert b"1 guide, 3 topics" in done.stdout
    quiet = curriculum("lint", ".", at=folder)
    assert (quiet.stdout, quiet.stderr) == (curriculum("lint", "guide.md", at=folder).stdout, b"")


def test_the_guides_are_shown_without_the_others(folder: Path) -> None:
    assert curriculum("lint", "--show-files", at=folder).stdout == b"guide.md\n"


@pytest.mark.parametrize("name", OTHERS)
def test_each_is_linted_when_it_is_named_or_included(folder: Path, name: str) -> None:
    for arguments in ([name], ["--force-exclude"]):
        done = curriculum("lint", *arguments, "--output-format", "json", at=folder)
        assert b'"guides": 1' in done.stdout
        (folder / "curriculum.toml").write_text(f'include = ["{name}"]\n', encoding="utf-8")


def test_a_hook_passes_over_what_is_none_too(folder: Path) -> None:
    done = curriculum("lint", "--force-exclude", *OTHERS, "-v", at=folder)
    assert done.returncode == 0
    assert f"{len(OTHERS)} Markdown files" in done.stderr.decode()


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_guide_that_is_utf_16_is_told_and_not_passed_over(tmp_path: Path, encoding: str) -> None:
    mark = "" if encoding == "utf-16" else "\ufeff"
    (tmp_path / "guide.md").write_bytes(f"{mark}{GUIDE}".encode(encoding))
    (tmp_path / "prose.md").write_bytes(f"{mark}{OTHERS['prose.md']}".encode(encoding))
    done = curriculum("lint", "--output-format", "concise", "-v", at=tmp_path)
    assert done.returncode == 1
    assert done.stdout == (
        b"guide.md:1:1: error[invalid-encoding] this file is UTF-16, not UTF-8\n"
    )
    assert done.stderr == b"1 Markdown file is no guide and was passed over\n"


def test_an_article_with_labels_of_its_own_is_passed_over(folder: Path) -> None:
    """Most of its bullets have labels that no guide has; one of them happens to be a field."""
    gateways = "".join(
        f"\n### {name}\n- **Description**: A gateway.\n- **Pros**: Fast.\n- **Cons**: Young.\n"
        for name in ("Alpha", "Beta", "Gamma")
    )
    (folder / "gateways.md").write_text(f"# Gateways\n\n## Products\n{gateways}")
    assert curriculum("lint", "--show-files", at=folder).stdout == b"guide.md\n"
    assert curriculum("init", "-q", at=folder).returncode == 0
    config = (folder / "curriculum.toml").read_text("utf-8")
    assert "gateways" not in config.split("include = ")[1].split("\n")[0]
