import os
from collections.abc import Callable
from pathlib import Path

import pytest

from curriculum_tools.model.config import Config, Curriculum
from curriculum_tools.store.config import Configs
from curriculum_tools.store.discovery import FoundFile, find_files, ignored_for
from curriculum_tools.store.git_files import listed_files

Git = Callable[..., str]


def write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text("# A\n")


def found(*paths: str, config: Config | None = None, force_exclude: bool = False) -> list[str]:
    items, errors = find_files(paths, config or Config(), force_exclude=force_exclude)
    assert errors == []
    return [item.path for item in items]


def errors(*paths: str) -> list[str]:
    return [str(error) for error in find_files(paths, Config())[1]]


def test_without_git_all_markdown_files_below(here: Path) -> None:
    write("b.md", "a.markdown", "C.MD", "x/d.md", "e.txt", ".hidden/f.md", "node_modules/g.md")
    write("x/venv/h.md", ".i.md")
    assert found() == [".i.md", "C.MD", "a.markdown", "b.md", "x/d.md"]
    assert found("x") == ["x/d.md"]
    assert found(".hidden") == [".hidden/f.md"]


def test_with_git_what_it_does_not_ignore(here: Path, git: Git) -> None:
    write("tracked.md", "gone.md", "x/forced.md", "x/new.md", "build/out.md", ".github/a.md")
    Path(".gitignore").write_text("build/\nforced.md\n")
    git("add", "tracked.md", "gone.md")
    git("add", "--force", "x/forced.md")
    Path("gone.md").unlink()
    assert found() == [".github/a.md", "tracked.md", "x/forced.md", "x/new.md"]
    assert found("x") == ["x/forced.md", "x/new.md"]
    os.chdir("x")
    assert found() == ["forced.md", "new.md"]
    assert found("..") == ["../.github/a.md", "../tracked.md", "forced.md", "new.md"]


def test_repositories_within_a_repository(here: Path, git: Git) -> None:
    write("a.md", "inner/b.md", "inner/ignored.md", "module/c.md", "absent/.keep")
    for folder in ("inner", "module"):
        git("init", "--quiet", folder=folder)
    Path("inner/.gitignore").write_text("ignored.md\n")
    git("add", ".", folder="module")
    git("commit", "--quiet", "-m", "c", folder="module")
    commit = git("rev-parse", "HEAD", folder="module").strip()
    for folder in ("module", "absent"):
        git("update-index", "--add", "--cacheinfo", f"160000,{commit},{folder}")
    assert found() == ["a.md", "inner/b.md", "module/c.md"]


def test_a_repository_below_a_folder_that_is_in_none(here: Path, git: Git) -> None:
    Path("outer/project").mkdir(parents=True)
    os.rename(".git", "outer/project/.git")
    write("outer/a.md", "outer/project/b.md", "outer/project/build/c.md")
    Path("outer/project/.gitignore").write_text("build\n")
    assert found("outer") == ["outer/a.md", "outer/project/b.md"]


def test_variables_that_git_sets_for_hooks_do_not_mislead(
    here: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("x/a.md", "ignored.md")
    Path(".gitignore").write_text("ignored.md\n")
    monkeypatch.setenv("GIT_DIR", ".git")
    monkeypatch.setenv("GIT_INDEX_FILE", ".git/other-index")
    assert found() == ["x/a.md"]
    assert found("x") == ["x/a.md"]


def test_the_monitor_a_repository_names_is_not_started(here: Path, git: Git) -> None:
    write("a.md")
    Path("monitor").write_text("#!/bin/sh\ntouch started\n")
    Path("monitor").chmod(0o755)
    git("config", "core.fsmonitor", str(here / "monitor"))
    assert found() == ["a.md"]
    assert not Path("started").exists()


def test_without_the_program_git_the_walk_serves(
    here: Path, git: Git, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.md", ".hidden/b.md")
    monkeypatch.setenv("PATH", str(here))
    assert listed_files(".") is None
    assert found() == ["a.md"]


def test_a_repository_that_git_cannot_read(here: Path) -> None:
    write("a.md")
    Path(".git").write_text("nonsense\n")
    assert found() == ["a.md"]


def test_include_and_exclude(here: Path) -> None:
    write("guides/a.md", "guides/drafts/b.md", "README.md")
    config = Config(include=("guides/**/*.md",), exclude=("guides/drafts",))
    assert find_files([], config)[0] == [FoundFile("guides/a.md", must_be_guide=False)]
    assert find_files(["."], Config())[0][0] == FoundFile("README.md", must_be_guide=True)
    named = ["README.md", "guides/drafts/b.md"]
    assert found(*named, config=config) == named
    assert found(*named, "guides/a.md", config=config, force_exclude=True) == ["guides/a.md"]


def test_without_include_force_exclude_asks_for_a_guide(here: Path) -> None:
    write("README.md")
    items, _ = find_files(["README.md"], Config(), force_exclude=True)
    assert items == [FoundFile("README.md", must_be_guide=True)]
    items, _ = find_files(["README.md"], Config())
    assert items == [FoundFile("README.md", must_be_guide=False)]


def test_without_arguments_the_guides_of_the_config_wherever_one_stands(here: Path) -> None:
    write("guides/a.md", "README.md", "tools/b.md")
    Path("curriculum.toml").write_text("include = ['guides/*.md']\n")
    os.chdir("tools")
    assert found(config=Configs().of_run) == ["../guides/a.md"]


def test_the_config_nearest_to_a_file_decides(here: Path) -> None:
    write("a.md", "own/b.md", "own/c.md", "own/d.md", "bare/e.md", "bare/f.md", "other/g.md")
    Path("curriculum.toml").write_text("include = ['*.md', 'bare/e.md']\nexclude = ['own/d.md']\n")
    Path("own/curriculum.toml").write_text("include = ['*.md']\nexclude = ['c.md']\n")
    Path("bare/curriculum.toml").write_text("select = ['notes']\n")
    configs = Configs()
    items, _ = find_files([], configs.of_run, config_of=configs.of_folder)
    assert [item.path for item in items] == ["a.md", "bare/e.md", "own/b.md"]
    assert not any(item.must_be_guide for item in items)


def test_a_file_is_there_once_whatever_its_names(here: Path) -> None:
    write("x/a.md")
    Path("link.md").symlink_to("x/a.md")
    Path("y").symlink_to("x")
    names = ["link.md", "x/a.md", "./x/../x/a.md", str(here / "x/a.md"), "y/a.md", "."]
    for order in (names, names[::-1]):
        items, _ = find_files(order, Config())
        assert items == [FoundFile("x/a.md", must_be_guide=False)]
    assert found("link.md") == ["link.md"]
    assert found("y") == ["y/a.md"]


def test_paths_as_they_are_shown(here: Path) -> None:
    write("../shared/b.md", "x/c.md")
    assert found("../shared") == ["../shared/b.md"]
    assert found("./x//c.md") == ["x/c.md"]
    assert found("../here/x/c.md") == ["x/c.md"]
    assert found(str(here / "x")) == ["x/c.md"]
    assert found(str(here)) == ["x/c.md"]
    outside = str(here.parent / "shared")
    assert found(outside) == [f"{outside}/b.md"]
    assert found(outside, "../shared") == ["../shared/b.md"]


def test_past_a_link_two_dots_lead_elsewhere(here: Path) -> None:
    write("deep/er/a.md", "deep/b.md", "b.md")
    Path("link").symlink_to("deep/er")
    assert found("link/../b.md") == ["link/../b.md"]


def test_odd_names(here: Path, git: Git) -> None:
    names = ["-x.md", " .md", "a b.md", "line\nend.md", "tab\t.md", "\udcff.md", "ünï.md", "[a].md"]
    write(*names)
    assert found() == sorted(names)
    git("add", "--all")
    assert found() == sorted(names)
    assert found(*names) == sorted(names)


def test_a_file_called_like_standard_input(here: Path) -> None:
    write("-")
    assert found("./-") == ["./-"]
    assert find_files(["-"], Config())[0] == [FoundFile("-", must_be_guide=False)]


def test_what_is_no_file_is_passed_over_or_an_error(here: Path) -> None:
    write("a.md")
    Path("folder.md").mkdir()
    os.mkfifo("fifo.md")
    Path("broken.md").symlink_to("nowhere.md")
    Path("loop.md").symlink_to("loop.md")
    Path("loop").symlink_to(".")
    assert found() == ["a.md"]
    assert found("folder.md") == []
    assert errors("fifo.md", "broken.md", "loop.md", "absent.md", "", "a\0b") == [
        "fifo.md: not a regular file",
        "broken.md: no such file or folder",
        "loop.md: too many levels of symbolic links",
        "absent.md: no such file or folder",
        '"": no such file or folder',
        "a\0b: embedded null byte",
    ]
    assert [item.path for item in find_files(["absent.md", "a.md"], Config())[0]] == ["a.md"]


def test_a_folder_that_may_not_be_read(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", "shut/b.md")
    scandir = os.scandir

    def denying(path: str) -> object:
        if "shut" in os.fspath(path):
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denying)
    assert errors("shut") == ["shut: permission denied"]
    assert found(".") == ["a.md"]


def test_ignores_per_file(here: Path) -> None:
    ignores = {"guides/versions/*.md": ("notes", "links"), "**/core.md": ("ALL",)}
    config = Config(folder="..", per_file_ignores=ignores)
    assert ignored_for(config, "guides/versions/core.md") == ("ALL",)
    os.chdir(here.parent)
    config = Config(per_file_ignores=ignores)
    assert ignored_for(config, "guides/versions/core.md") == ("notes", "links", "ALL")
    assert ignored_for(config, "guides/versions/x.md") == ("notes", "links")
    assert ignored_for(config, "../elsewhere/core.md") == ()
    assert ignored_for(Config(), "guides/a.md") == ()


@pytest.mark.usefixtures("here")
class TestMergedGuides:
    """The guide that a declared curriculum is merged into is included, unless it is excluded."""

    CURRICULA = (Curriculum(("guides/a.md", "guides/b.md"), "./all.md"),)

    def config(self, include: str = "guides/*.md", exclude: tuple[str, ...] = ()) -> Config:
        return Config(include=(include,), exclude=exclude, curricula=self.CURRICULA)

    @pytest.mark.parametrize("force_exclude", [False, True])
    def test_it_is_found_and_may_be_named(self, *, force_exclude: bool) -> None:
        write("all.md", "README.md", "guides/a.md", "guides/b.md")
        names = ["all.md", "guides/a.md", "guides/b.md"]
        assert found(config=self.config(), force_exclude=force_exclude) == names
        assert found("all.md", config=self.config(), force_exclude=True) == ["all.md"]

    def test_its_versions_are_not(self) -> None:
        write("all.md", "guides/a.md", "guides/b.md")
        assert found(config=self.config("other/*.md")) == ["all.md"]

    def test_it_is_a_guide_where_nothing_is_included(self) -> None:
        write("all.md", "README.md")
        files, _ = find_files([], Config(curricula=self.CURRICULA))
        assert files == [FoundFile("README.md", must_be_guide=True), FoundFile("all.md")]

    def test_it_can_be_excluded(self) -> None:
        write("all.md", "guides/a.md")
        assert found(config=self.config(exclude=("all.md",))) == ["guides/a.md"]

    def test_a_file_of_its_name_elsewhere_is_another(self) -> None:
        write("all.md", "guides/all.md")
        assert found(config=self.config("x.md")) == ["all.md"]
