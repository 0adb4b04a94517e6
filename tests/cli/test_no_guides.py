"""What is said where no guide is found: the config may be wrong, or a file nearly is one."""

from pathlib import Path

import pytest

from tests.cli.test_commands import GUIDE
from tests.cli.test_what_is_a_guide import OTHERS
from tests.commands import curriculum


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


class TestIncludeThatMeansNothing:
    @pytest.fixture
    def folder(self, tmp_path: Path) -> Path:
        write(tmp_path, "guides/a.md", GUIDE)
        write(tmp_path, "curriculum.toml", '# ours\ninclude = ["guide/*.md", "g.md"]\n')
        return tmp_path

    @pytest.mark.parametrize(
        "arguments", [["lint"], ["lint", "."], ["lint", "--show-files"], ["duplicates"]]
    )
    def test_it_is_an_error_with_the_nearest_file(self, folder: Path, arguments: list[str]) -> None:
        done = curriculum(*arguments, at=folder)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.decode() == (
            "error: curriculum.toml:2: `include` means no file: guide/*.md, g.md\n"
            "  did you mean guides/a.md?\n"
        )

    def test_where_there_is_no_markdown_at_all(self, folder: Path) -> None:
        (folder / "guides/a.md").unlink()
        assert b"there is no Markdown file below ." in curriculum("lint", at=folder).stderr

    def test_a_merged_guide_does_not_hide_it(self, folder: Path) -> None:
        with (folder / "curriculum.toml").open("a") as config:
            config.write('[[curriculum]]\nversions = ["guides/a.md"]\noutput = "guides/b.md"\n')
        write(folder, "guides/b.md", GUIDE)
        for command in ("lint", "duplicates"):
            done = curriculum(command, at=folder)
            assert (done.returncode, done.stdout) == (2, b"")
            assert b"`include` means no file" in done.stderr

    def test_a_setting_of_the_command_line_is_named(self, folder: Path) -> None:
        done = curriculum("lint", "--config", 'include = ["*.md"]', at=folder)
        assert done.returncode == 2
        assert b"error: --config: `include` means no file: *.md" in done.stderr

    def test_where_exclude_leaves_nothing(self, folder: Path) -> None:
        write(folder, "curriculum.toml", 'include = ["guides/*.md"]\nexclude = ["**/*.md"]\n')
        done = curriculum("lint", at=folder)
        assert done.returncode == 2
        assert b"curriculum.toml:2: `exclude` leaves out every file" in done.stderr

    def test_a_file_that_is_named_is_linted_all_the_same(self, folder: Path) -> None:
        assert curriculum("lint", "guides/a.md", at=folder).returncode == 1

    def test_the_settings_can_still_be_shown(self, folder: Path) -> None:
        assert curriculum("lint", "--show-config", at=folder).returncode == 0

    def test_a_folder_without_guides_is_no_fault_of_an_include_that_means_some(
        self, folder: Path
    ) -> None:
        write(folder, "curriculum.toml", 'include = ["guides/*.md"]\n')
        write(folder, "other/b.md", GUIDE)
        done = curriculum("lint", "other", at=folder)
        assert done.returncode == 0
        assert "looked in other (include guides/*.md): 0 Markdown files" in done.stdout.decode()


class TestNoGuidesFound:
    def lines(self, folder: Path, *arguments: str) -> list[str]:
        done = curriculum("lint", *arguments, at=folder)
        assert done.returncode == 0, done.stderr
        return done.stdout.decode().splitlines()

    def test_it_says_what_was_looked_for_and_where(self, tmp_path: Path) -> None:
        assert self.lines(tmp_path) == [
            "no guides found: a guide has topics with fields such as **Description**, or lines"
            " of one kind that recur and ask",
            "looked in .: 0 Markdown files",
        ]

    def test_the_nearest_of_all_is_named(self, tmp_path: Path) -> None:
        for name in OTHERS:
            write(tmp_path, name, OTHERS[name])
        assert self.lines(tmp_path)[1:] == [
            f"looked in .: {len(OTHERS)} Markdown files",
            "nearest: topics.md has topics, but none of the 2 has a field such as **Description**",
        ]

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            (OTHERS["prose.md"], "has no topics: headings such as ### 1.1 Tables, below chapters"),
            (
                GUIDE.replace("Description", "Pages").replace("Questions", "Pages")
                + "\n### 1.4 Views\n- **Description**: A query with a name.\n",
                "has 4 topics, but only 1 topic has a known field",
            ),
            (
                "# Gateways\n\n## Products\n"
                + "".join(
                    f"\n### {name}\n- **Description**: One.\n- **Pros**: Fast.\n- **Cons**: Big.\n"
                    for name in ("Alpha", "Beta")
                ),
                "has more bullets with other labels (**Pros**, **Cons**) than with those of fields",
            ),
        ],
    )
    def test_why_it_is_none(self, tmp_path: Path, text: str, why: str) -> None:
        write(tmp_path, "near.md", text)
        assert self.lines(tmp_path)[-1] == f"nearest: near.md {why}"

    def test_globs_that_narrowed_the_search_are_named(self, tmp_path: Path) -> None:
        write(tmp_path, "old/a.md", GUIDE)
        assert self.lines(tmp_path, "--exclude", "old")[1] == (
            "looked in . (exclude old): 0 Markdown files"
        )

    def test_quiet_says_nothing(self, tmp_path: Path) -> None:
        assert self.lines(tmp_path, "-q") == []
