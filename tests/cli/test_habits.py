"""What nearly all questions have is asked of all files of a project whose files are its parts."""

from pathlib import Path

import pytest

from tests.cli.test_other_files import found

CONFIG = """include = ["parts/*.md"]
[dialect]
{part} = "file"
question = "## {{text}}"
option = "- [{{mark}}] {{text}}"
answer = ":::solution"
"""
ANSWER = "\n::: solution\n\nIt is.\n\n:::\n"
BOXES = "\n- [{}] Yes\n- [ ] No\n"


def part(*below: str) -> str:
    """Give a file whose questions have something below them."""
    asked = (f"## What is part {place} made of?\n{text}" for place, text in enumerate(below))
    return "\n".join(["# A part\n", *asked])


def write(folder: Path, *parts: str, config: str = CONFIG.format(part="topic")) -> None:
    (folder / "parts").mkdir(exist_ok=True)
    (folder / "curriculum.toml").write_text(config)
    for place, text in enumerate(parts):
        (folder / f"parts/{place}.md").write_text(text)


@pytest.mark.parametrize("key", ["topic", "chapter"])
@pytest.mark.parametrize(
    ("whole", "lacking", "rule"),
    [(ANSWER, "", "missing-answer"), (BOXES.format("x"), BOXES.format(" "), "no-correct-option")],
)
def test_what_one_file_lacks_the_others_tell(
    tmp_path: Path, key: str, whole: str, lacking: str, rule: str
) -> None:
    config = CONFIG.format(part=key)
    if rule == "no-correct-option":
        config = config.replace('answer = ":::solution"', "")
    write(tmp_path, part(whole, whole), part(lacking), part(whole), config=config)
    for _ in range(2):  # the second time from the cache
        assert found(tmp_path) == [(rule, "parts/1.md", 3)]
    assert found(tmp_path, "parts/1.md") == [(rule, "parts/1.md", 3)]
    assert found(tmp_path, "parts/1.md", "--no-cache") == [(rule, "parts/1.md", 3)]


def test_what_others_lack_is_none_of_one_file(tmp_path: Path) -> None:
    write(tmp_path, part(ANSWER, ANSWER, ""), part(""), part(""))
    assert found(tmp_path) == found(tmp_path, "parts/0.md") == []


def test_what_another_file_says_later_is_seen(tmp_path: Path) -> None:
    write(tmp_path, part(ANSWER, ANSWER), part(""), part(""))
    assert found(tmp_path, "parts/1.md") == []
    (tmp_path / "parts/2.md").write_text(part(ANSWER))
    assert found(tmp_path, "parts/1.md") == [("missing-answer", "parts/1.md", 3)]


def test_without_include_each_file_is_asked_by_itself(tmp_path: Path) -> None:
    config = CONFIG.format(part="topic").partition("\n")[2]
    write(tmp_path, part(ANSWER, ANSWER, ""), part(""), part(ANSWER), config=config)
    assert found(tmp_path) == [("missing-answer", "parts/0.md", 19)]
